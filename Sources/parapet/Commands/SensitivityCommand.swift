import ArgumentParser
import ParapetDesk

/// `parapet sensitivity`: which single change opens most, which question is worth most, and what nothing pays for.
struct SensitivityCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Tells which single change opens most, and which items nothing can pay for.")

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let city = try session.inquiry.portfolio(portfolio)
    let found = try session.inquiry.sensitivity(of: city, rates: exchange.source)
    try session.write(found.report(session.wording))
  }
}
