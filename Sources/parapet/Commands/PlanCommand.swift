import ArgumentParser
import ParapetDesk

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

  @Flag(help: "Take what is undecided as if it were eligible, marked.")
  var assumeUndecided = false

  @Option(help: ArgumentHelp("Leave out an opportunity; may be repeated.", valueName: "id"))
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "Own money by year in place of the city's, as 2027=800000,2028=700000.", valueName: "years"))
  var ownContribution: String?

  @Option(help: ArgumentHelp("An item that must be paid for; may be repeated.", valueName: "id"))
  var require: [String] = []

  @Option(
    help: ArgumentHelp("A table of chances: opportunity,percent.", valueName: "file"))
  var success: String?

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let city = try session.inquiry.portfolio(portfolio)
    var question = PlanQuestion()
    question.assumesUndecided = assumeUndecided
    question.without = without
    question.ownContribution = ownContribution
    question.required = require
    question.chances = success
    question.rates = exchange.source
    let plan = try session.inquiry.plan(for: city, question)
    try session.write(plan.report(session.wording))
    if plan.isEmpty {
      session.notices.say("nothing can be planned")
      throw ExitStatus.wanting.code
    }
  }
}
