import ArgumentParser
import ParapetDesk

/// `parapet brief`: the decision sheet of a city, one page.
struct BriefCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Shows on one page what a city applies for, by when, and who does what next.",
    discussion: """
      One row an item, up to fifteen by priority: the best credible source and the runner-up, the grant, the city's own \
      cash and its years, the deadline, the next action and whose it is, and what is at risk. Then what to decide this \
      month, what the council must vote, and what nothing pays for.
      """)

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let city = try session.inquiry.portfolio(portfolio)
    try session.write(session.inquiry.brief(of: city, rates: exchange.source).report(session.wording))
  }
}
