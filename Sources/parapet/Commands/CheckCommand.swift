import ArgumentParser
import Foundation
import ParapetBudgeting
import ParapetFeeds
import ParapetInput
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet check`: what is wrong in portfolios, data folders, instrument files and feeds.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds what is wrong in portfolios, instrument files and feeds.")

  @Argument(
    help: ArgumentHelp("Portfolio folders, data folders, instrument files, feeds.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Print how well the instruments and calls of the data folder are sourced.")
  var statistics = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    guard !files.isEmpty || statistics else { throw ValidationError("Name a file or folder to check.") }
  }

  mutating func run() throws {
    try Stop.on { try check() }
  }

  private func check() throws {
    let folder = files.first(where: CheckCommand.isDataFolder) ?? Workspace.dataFolder(source.data)
    let data = try DataFolder(path: folder).read()
    var findings: [Diagnostic] = []
    var unusable: ExitStatus?
    for file in files {
      do {
        findings += try CheckCommand.findings(in: file, data: data, on: source.day)
      } catch {
        // What is wrong with one input is a finding; the others are checked all the same.
        guard let stop = Stop(error) else { throw error }
        unusable = unusable ?? stop.status
        findings.append(stop.finding(about: file))
      }
    }
    let words = Words.make(data.vocabularies[output.lang] ?? Vocabulary(language: output.lang))
    let report = CheckReport(
      findings, statistics: statistics ? CheckStatistics(data.opportunities) : nil, words: words,
      edition: Edition(asOf: source.day, knownOn: source.knownOn, program: Program.version))
    // For people the findings are the data; a machine gets them in its document.
    if output.format == .text {
      let width = output.output == nil ? Console.width : 100
      let pages = statistics ? TextRenderer(words: words, width: width).render(report.figures) : ""
      try Console.write(Array((DiagnosticsText().render(findings) + pages).utf8), to: output.output)
    } else {
      try output.write(text: report.report, table: report.table, json: report.json, words: words)
    }
    if let unusable { throw unusable.code }
    if findings.contains(where: { $0.severity == .error }) { throw ExitStatus.wanting.code }
  }

  private static func isDataFolder(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/measures.xml")
      || FileManager.default.fileExists(atPath: path + "/instruments")
  }

  private static func findings(in path: String, data: FundingData, on day: Day) throws -> [Diagnostic] {
    if isDataFolder(path) {
      let own = try DataFolder(path: path).read()
      let book = InstrumentBook(instruments: own.instruments, calls: own.calls)
      let glossary = try DataFolder(path: path).readGlossary().diagnostics
      let schema = try DataFolder(path: path).schemaFindings(besides: own.diagnostics)
      return own.diagnostics + schema + glossary + book.diagnostics
        + ExampleCheck.findings(in: own.opportunities, on: day)
    }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let isPortfolio = ["city.yaml", "items.csv"].contains {
      FileManager.default.fileExists(atPath: path + "/" + $0)
    }
    if isThere, isFolder.boolValue, isPortfolio {
      let (portfolio, findings) = try PortfolioReader.read(folder: path, measures: data.measures)
      return findings
        + (portfolio.map { BenchmarkCheck.findings(in: $0, against: data.benchmarks) } ?? [])
    }
    return try feedFindings(in: path, on: day)
  }

  /// A feed, or a file of instruments or calls, which is held to the rules of our own data.
  private static func feedFindings(in path: String, on day: Day) throws -> [Diagnostic] {
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
