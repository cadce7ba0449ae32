import ArgumentParser
import ParapetDesk
import ParapetModel
import ParapetReporting

/// `parapet plan`: which items go together into which applications, what is left, and why.
struct PlanCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plans which items go into which applications, and what is left.",
    discussion: """
      The city's limits are under 'capacity' in city.yaml. --without and --own-contribution change the plan and \
      set it beside the one as things stand; --success adds what may be expected.
      """)

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Option(help: "The rows of CSV: items, years, cash, appropriations, payments or upkeep.")
  var table: PlanTable = .items

  @OptionGroup var wanted: PlanOptions
  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let city = try session.inquiry.portfolio(portfolio)
    let plan = try session.inquiry.plan(for: city, wanted.question(exchange.source))
    try session.write(plan.report(session.wording).showing(table))
    if plan.isEmpty {
      session.notices.say(Message(en: "nothing can be planned", fr: "rien ne peut être planifié"))
      throw ExitStatus.wanting.code
    }
    if plan.isBeyondBridge {
      session.notices.say(
        Message(
          en: "the plan needs more in advance than the treasury can bridge",
          fr: "le plan demande plus d’avances que la trésorerie n’en peut porter"))
      throw ExitStatus.wanting.code
    }
  }
}
