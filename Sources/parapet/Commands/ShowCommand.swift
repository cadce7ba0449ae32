import ArgumentParser
import ParapetDesk

/// `parapet show`: one opportunity in full.
struct ShowCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one opportunity in full, with its versions and sources.")

  @Argument(help: ArgumentHelp("An identifier, or a source's own reference.", valueName: "id"))
  var identifier: String

  @Flag(
    help: ArgumentHelp(
      "In CSV, list who took part in the projects funded under it, in place of the opportunity."))
  var precedents = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let found = try session.inquiry.record(of: identifier)
    try session.write(found.report(listingPrecedents: precedents, session.wording))
  }
}
