import ArgumentParser
import ParapetCatalogue
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet list`: every opportunity with its status on the day.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists opportunities with their status on the day.",
    discussion: "Closed ones appear with --all only.")

  @Flag(help: "List closed ones too.")
  var all = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on { try list() }
  }

  private func list() throws {
    let notices = Notices(output)
    let workspace = try Workspace(source, notices: notices)
    let day = source.day
    let stored = try workspace.stored(notClosedOn: all ? nil : day, notices: notices)
    let offers = workspace.offers(stored).filter {
      all || $0.opportunity.status(on: day) != .closed
    }
    let words = Words.make(workspace.vocabulary(output.lang))
    let report = ListReport(
      ListReport.sorted(offers, on: day), words: words,
      edition: Edition(asOf: day, knownOn: source.knownOn, program: Program.version))
    try output.write(text: report.report, table: report.table, json: report.json, words: words)
  }
}
