import ArgumentParser
import ParapetDesk

/// `parapet trace`: the way from each commitment to what is measured, and where it breaks off.
struct TraceCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Follows each commitment to its actions, their money and their indicators, and tells the gaps.")

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @OptionGroup var wanted: PlanOptions
  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let city = try session.inquiry.covenantPortfolio(portfolio)
    let trace = try session.inquiry.trace(of: city, wanted.question(exchange.source))
    try session.write(trace.report(session.wording))
  }
}
