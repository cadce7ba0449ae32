import ArgumentParser
import Foundation
import ParapetDesk
import ParapetModel
import Synchronization

/// Whether a night keeps a log on standard error, and in which form.
enum LogForm: String, ExpressibleByArgument, CaseIterable {
  /// Diagnostics as people read them, and no steps.
  case text
  /// One JSON object a line: each step with its duration, and each finding.
  case json
}

/// The log of a night: one JSON object a line, for a journal to keep. It names people by their names in the order, and
/// never by their addresses.
final class NightLog: Sendable {
  private let began = Mutex<[String: ContinuousClock.Instant]>([:])
  private let language: Language

  /// A log whose findings are in a language.
  init(language: Language) { self.language = language }

  /// Writes a step, with how long it took where it is done.
  func log(_ step: NightStep) {
    let name = [step.phase, step.city, step.source, step.person].map { $0 ?? "" }.joined(separator: "\n")
    let now = ContinuousClock.now
    let start = began.withLock { began in
      if step.state == .begun { began[name] = now }
      return began[name]
    }
    var line = Line(level: step.state == .failed ? "error" : "info")
    line.run = step.run
    line.phase = step.phase
    line.city = step.city
    line.source = step.source
    line.person = step.person
    line.state = step.state.rawValue
    line.message = step.reason
    if step.state != .begun, step.state != .kept {
      line.ms = start.map { Int(($0.duration(to: now) / .milliseconds(1)).rounded()) }
    }
    write(line)
  }

  /// Writes what a desk has to tell.
  func tell(_ notice: Notice) {
    switch notice {
    case .findings(let findings): for finding in findings { tell(finding) }
    case .read(let outcome): for finding in outcome.findings.first { tell(finding) }
    case .waiting(let sentence):
      var line = Line(level: "warning")
      line.message = sentence
      write(line)
    case .noSolver(let path):
      var line = Line(level: "warning")
      line.message = "the solver '\(path)' is not there, so that no plan can be proven"
      write(line)
    case .noCatalogue, .progress: break
    }
  }

  private func tell(_ finding: Diagnostic) {
    var line = Line(level: finding.severity.rawValue)
    line.id = finding.id
    line.file = finding.place.name
    line.line = finding.place.line
    line.message = finding.said[language]
    write(line)
  }

  private func write(_ line: Line) {
    var line = line
    line.time = Date.now.formatted(.iso8601)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(line) else { return }
    Console.error(String(decoding: data, as: UTF8.self))
  }

  /// What stands in a line; what is unknown is left out.
  private struct Line: Encodable {
    var time = ""
    var level: String
    var run: String?
    var phase: String?
    var city: String?
    var source: String?
    var person: String?
    var state: String?
    var ms: Int?
    var id: String?
    var file: String?
    var line: Int?
    var message: String?

    init(level: String) { self.level = level }
  }
}
