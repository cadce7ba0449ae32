import Foundation
import ParapetBudgeting
import ParapetFeeds
import ParapetInput
import ParapetMatching
public import ParapetModel

/// What is wrong in some inputs.
public struct InputFindings: Sendable {
  /// The findings, input by input.
  public var findings: [Diagnostic]
  /// Why the first input that could not be used at all could not.
  public var unusable: Failure.Class?
  /// Whether there is an error among them.
  public var isWanting: Bool { findings.contains { $0.severity == .error } }
  /// The instruments and calls of the data folder, of which a check can tell how well they are sourced.
  public var opportunities: [Opportunity]
}

extension Inquiry {
  /// Finds what is wrong in portfolios, data folders, instrument files and feeds; what is wrong with one of them is a
  /// finding, and the others are checked all the same.
  public func check(_ inputs: [String]) throws(Failure) -> InputFindings {
    var answer = InputFindings(findings: [], unusable: nil, opportunities: desk.data.opportunities)
    for input in inputs {
      do throws(Failure) {
        answer.findings += try Failure.on { try findings(in: input) }
      } catch {
        guard error.kind != .fault else { throw error }
        answer.unusable = answer.unusable ?? error.kind
        answer.findings.append(error.finding(about: input))
      }
    }
    return answer
  }

  private func findings(in path: String) throws -> [Diagnostic] {
    if Places.isDataFolder(path) { return try ownFindings(in: DataFolder(path: path)) }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let isPortfolio = ["city.yaml", "items.csv", "items.xlsx", "items.ods"].contains {
      FileManager.default.fileExists(atPath: path + "/" + $0)
    }
    if isThere, isFolder.boolValue, isPortfolio {
      let (portfolio, findings) = try PortfolioReader.read(
        folder: path, measures: desk.data.measures, vocabularies: desk.vocabularies, frame: desk.data.frame)
      guard let portfolio else { return findings }
      return findings + BenchmarkCheck.findings(in: portfolio, against: desk.data.benchmarks)
        + joinedLater(portfolio, in: path)
    }
    return try feedFindings(in: path)
  }

  private func ownFindings(in folder: DataFolder) throws -> [Diagnostic] {
    let own = try folder.read()
    let book = InstrumentBook(instruments: own.instruments, calls: own.calls)
    let glossary = try folder.readGlossary(naming: own.practice.works).diagnostics
    let schema = try folder.schemaFindings(besides: own.diagnostics)
    return own.diagnostics + schema + glossary + book.diagnostics
      + ExampleCheck.findings(in: own.opportunities, on: day)
      + SourceAgeCheck.findings(in: own.opportunities, on: day)
  }

  /// A feed, or a file of instruments or calls, which is held to the rules of our own data.
  private func feedFindings(in path: String) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var opportunities: [Opportunity] = []
    try FeedSource.read(path, citationRequired: true) { event in
      switch event {
      case .record(let record):
        if record.opportunity.requirements != nil { opportunities.append(record.opportunity) }
      case .rejected(let finding), .remark(let finding), .broken(let finding): findings.append(finding)
      case .precedent, .rates: break
      }
    }
    return findings + ExampleCheck.findings(in: opportunities, on: day)
  }
}

extension Places {
  /// The same places with the first of some inputs that is a data folder in place of the usual one.
  public func checking(_ inputs: [String]) -> Places {
    var places = self
    if let folder = inputs.first(where: Places.isDataFolder) { places.data = folder }
    return places
  }

  static func isDataFolder(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/measures.xml")
      || FileManager.default.fileExists(atPath: path + "/instruments")
  }
}
