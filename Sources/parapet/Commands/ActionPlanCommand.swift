import ArgumentParser
import ParapetDesk
import ParapetModel

/// `parapet action-plan`: the Covenant's action plan in two halves, from what is known of the city.
struct ActionPlanCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "action-plan",
    abstract: "Makes the Covenant's action plan: commitments, sites, actions, money, what is missing.",
    discussion: """
      Sites are in sites.csv, what was assessed in scenarios.csv, what is measured in indicators.csv. What was found \
      at sites stays out unless --restricted is given, which marks the page.
      """)

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Flag(help: "Show findings about sites, and mark the page: it must not leave the city.")
  var restricted = false

  @OptionGroup var wanted: PlanOptions
  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let city = try session.inquiry.covenantPortfolio(portfolio)
    let plan = try session.inquiry.actionPlan(
      for: city, wanted.question(exchange.source), restricted: restricted)
    try session.write(plan.report(session.wording))
    if plan.isIncomplete {
      session.notices.say(
        Message(en: "a half of the plan has no action", fr: "une moitié du plan n’a pas d’action"))
      throw ExitStatus.wanting.code
    }
  }
}
