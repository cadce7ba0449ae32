import ArgumentParser
import ParapetFeeds
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet book`: which instrument pays for which measure, made from the data folder alone.
struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book", abstract: "Shows which instrument pays for which measure, and how sure that is.")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on { try book() }
  }

  private func book() throws {
    let workspace = try Workspace(source, notices: Notices(output))
    let words = Words.make(workspace.vocabulary(output.lang))
    let matrix = InstrumentMatrix(
      workspace.book, measures: workspace.data.measures.measures.map(\.code), on: source.day)
    let report = BookReport(
      matrix, instruments: workspace.book.allInstruments, expectations: workspace.data.expectations,
      proposals: workspace.data.proposals, words: words,
      edition: Edition(asOf: source.day, knownOn: source.knownOn, program: Program.version))
    try output.write(
      text: output.format == .html ? report.page : report.report, table: report.table, json: report.json,
      words: words)
  }
}
