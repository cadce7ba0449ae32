import ArgumentParser
import ParapetCatalogue
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet show`: one opportunity in full.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one opportunity in full, with its versions and sources.")

  @Argument(help: ArgumentHelp("An identifier, or a source's own reference.", valueName: "id"))
  var identifier: String

  @Flag(
    help: ArgumentHelp(
      "In CSV, list who took part in the projects funded under it, in place of the opportunity."))
  var precedents = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on { try show() }
  }

  private func show() throws {
    let notices = Notices(output)
    let workspace = try Workspace(source, notices: notices)
    let found = try workspace.find(identifier, notices: notices)
    let words = Words.make(workspace.vocabulary(output.lang))
    let report = ShowReport(
      found.offer, precedents: try workspace.precedents(under: found.offer.opportunity),
      versions: found.versions, words: words,
      edition: Edition(asOf: source.day, knownOn: source.knownOn, program: Program.version))
    try output.write(
      text: report.report, table: precedents ? report.precedentTable : report.table, json: report.json,
      words: words)
  }
}
