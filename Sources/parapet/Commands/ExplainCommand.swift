import ArgumentParser
import ParapetDesk

/// `parapet explain`: every criterion of one pair, also of one that no list shows.
struct ExplainCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explains one item and one opportunity, criterion by criterion.")

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Argument(help: ArgumentHelp("An item of it.", valueName: "item"))
  var item: String

  @Argument(help: ArgumentHelp("An identifier, or a source's own reference.", valueName: "opportunity"))
  var opportunity: String

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let city = try session.inquiry.portfolio(portfolio)
    let found = try session.inquiry.explain(item, of: city, with: opportunity, rates: exchange.source)
    try session.write(found.report(session.wording))
  }
}
