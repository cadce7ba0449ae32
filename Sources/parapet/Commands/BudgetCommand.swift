import ArgumentParser
import ParapetBudgeting
import ParapetDesk
import ParapetReporting

/// `parapet budget`: the budget of one application.
struct BudgetCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "budget", abstract: "Makes the budget of one application.")

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Option(help: ArgumentHelp("An item to apply for; may be repeated.", valueName: "id"))
  var item: [String] = []

  @Option(help: ArgumentHelp("The opportunity to apply to.", valueName: "id"))
  var opportunity: String?

  @Option(
    help: ArgumentHelp(
      "A plan, written with --format json, one of whose applications is priced.", valueName: "file"))
  var fromPlan: String?

  @Option(help: ArgumentHelp("Which application of that plan, from 1.", valueName: "number"))
  var application: Int?

  @Option(help: "The form of the table: eu-grant, council, lump-sum, interreg, lines or reasons.")
  var layout: BudgetLayout = .euGrant

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    guard (fromPlan == nil) == (application == nil) else {
      throw ValidationError("--from-plan and --application go together.")
    }
    guard fromPlan == nil || (item.isEmpty && opportunity == nil) else {
      throw ValidationError(
        "--from-plan says what is applied for; --item and --opportunity do not go with it.")
    }
    guard fromPlan != nil || !item.isEmpty else { throw ValidationError("--item is needed at least once.") }
    guard fromPlan != nil || opportunity != nil else { throw ValidationError("--opportunity is needed.") }
  }

  func answer(_ session: Session) throws {
    let city = try session.inquiry.portfolio(portfolio)
    let budget =
      if let fromPlan, let application {
        try session.inquiry.budget(
          ofApplication: application, in: fromPlan, of: city, rates: exchange.source)
      } else {
        try session.inquiry.budget(of: item, of: city, for: opportunity ?? "", rates: exchange.source)
      }
    try session.write(budget.report(layout: layout, session.wording))
  }
}
