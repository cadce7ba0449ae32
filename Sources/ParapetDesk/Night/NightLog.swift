public import Foundation
public import ParapetModel
import Synchronization

/// The log of a night: one JSON object a line, for a journal to keep. It names people by their names in the order, and
/// never by their addresses.
public final class NightLog: Sendable {
  private let began = Mutex<[String: ContinuousClock.Instant]>([:])
  private let language: Language
  private let now: @Sendable () -> Date
  private let put: @Sendable (String) -> Void

  /// A log whose findings are in a language.
  ///
  /// - Parameters:
  ///   - now: what the clock says, for the time of each line.
  ///   - write: takes a line.
  public init(
    language: Language, now: @escaping @Sendable () -> Date, write: @escaping @Sendable (String) -> Void
  ) {
    self.language = language
    self.now = now
    put = write
  }

  /// Writes a step, with how long it took where it is done.
  public func log(_ step: NightStep) {
    let name = [step.phase, step.city, step.source, step.person].map { $0 ?? "" }.joined(separator: "\n")
    let moment = ContinuousClock.now
    let start = began.withLock { began in
      if step.state == .begun { began[name] = moment }
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
    line.cpu = step.cpu
    line.resting = step.resting
    if step.state != .begun, step.state != .kept {
      line.ms = start.map { Int(($0.duration(to: moment) / .milliseconds(1)).rounded()) }
    }
    write(line)
  }

  /// Writes what a desk has to tell.
  public func tell(_ notice: Notice) {
    switch notice {
    case .findings(let findings): for finding in findings { tell(finding) }
    case .read(let outcome): for finding in outcome.findings.first { tell(finding) }
    case .waiting(let sentence):
      var line = Line(level: "warning")
      line.message = sentence[language]
      write(line)
    case .noSolver(let path):
      var line = Line(level: "warning")
      line.message =
        Message(
          en: "the solver '\(path)' is not there, so that no plan can be proven",
          fr: "le solveur « \(path) » n’est pas là, de sorte qu’aucun plan ne peut être prouvé")[language]
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
    line.time = now().formatted(.iso8601)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(line) else { return }
    put(String(decoding: data, as: UTF8.self))
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
    var cpu: Int?
    var resting: Int?
    var id: String?
    var file: String?
    var line: Int?
    var message: String?

    init(level: String) { self.level = level }
  }
}
