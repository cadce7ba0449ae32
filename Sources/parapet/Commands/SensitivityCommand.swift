import ParapetBudgeting
import ArgumentParser
import ParapetCatalogue
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet sensitivity`: which single change opens most, which question is worth most, and what nothing pays for.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Tells which single change opens most, and which items nothing can pay for.")

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on { try weigh() }
  }

  private func weigh() throws {
    let notices = Notices(output)
    let workspace = try Workspace(source, notices: notices)
    let city = try workspace.portfolio(portfolio, notices: notices)
    let stored = try workspace.stored(notClosedOn: source.day, notices: notices)
    let offers = workspace.offers(stored)
    let pricing = workspace.pricing(
      try workspace.exchange(for: [city], offers, exchange, notices: notices))
    let everything = try Shortlist(
      city, among: offers, lexicon: workspace.lexicon(notices: notices), on: source.day,
      knownOn: source.knownOn,
      everything: true, pricing: pricing)
    let words = Words.make(workspace.vocabulary(output.lang))
    let report = SensitivityReport(
      Sensitivity(everything, by: Matcher(on: source.day, pricing: pricing)), words: words,
      edition: Edition(asOf: source.day, knownOn: source.knownOn, program: Program.version),
      identifiers: Identifiers(among: offers.map(\.opportunity)))
    try output.write(text: report.report, table: report.table, json: report.json, words: words)
  }
}
