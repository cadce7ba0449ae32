import ArgumentParser
import ParapetDesk

/// `parapet budget`: the budget of one application.
struct BudgetCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "budget", abstract: "Makes the budget of one application.")

  @OptionGroup var wanted: BudgetOptions
  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let budget = try wanted.budget(session.inquiry, exchange.source)
    try session.write(budget.report(layout: wanted.layout, session.wording))
  }
}
