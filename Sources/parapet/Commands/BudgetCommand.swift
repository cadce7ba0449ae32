import ArgumentParser
import ParapetBudgeting
import ParapetFeeds
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet budget`: the budget of one application.
struct BudgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget", abstract: "Makes the budget of one application.")

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Option(help: ArgumentHelp("An item to apply for; may be repeated.", valueName: "id"))
  var item: [String]

  @Option(help: ArgumentHelp("The opportunity to apply to.", valueName: "id"))
  var opportunity: String

  @Option(help: "The form of the table: eu-grant, council, lump-sum, interreg, lines or reasons.")
  var layout: BudgetLayout = .euGrant

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    guard !item.isEmpty else { throw ValidationError("--item is needed at least once.") }
  }

  mutating func run() throws {
    try Stop.on { try budget() }
  }

  private func budget() throws {
    let notices = Notices(output)
    let workspace = try Workspace(source, notices: notices)
    let city = try workspace.portfolio(portfolio, notices: notices)
    for name in item where !city.items.contains(where: { $0.id == name }) {
      throw Stop.unknownItem(name, in: [city])
    }
    let items = city.items.filter { item.contains($0.id) }
    let offer = try workspace.find(opportunity, notices: notices).offer
    let rates = try workspace.exchange(for: [city], [offer], exchange, notices: notices)
    let budget: Budget
    do throws(BudgetError) {
      budget = try Budget.make(
        items: items, city: city.city, terms: offer.terms, measures: workspace.data.measures,
        exchange: rates)
    } catch .otherCurrency(let found, let expected) {
      throw Stop(
        .unusableInput,
        "the costs are in \(found) and the opportunity pays in \(expected); no rate is at hand"
      )
    } catch .tooLarge {
      throw Stop(.unusableInput, "the costs add up to more than can be counted")
    }
    let words = Words.make(workspace.vocabulary(output.lang))
    let report = BudgetReport(
      budget, items: items, of: city, for: offer, words: words,
      edition: Edition(asOf: source.day, knownOn: source.knownOn, program: Program.version))
    try output.write(
      text: report.report(layout), table: report.table(layout), json: report.json(layout), words: words)
  }
}
