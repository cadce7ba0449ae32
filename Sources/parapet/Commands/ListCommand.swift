import ArgumentParser
import ParapetDesk

/// `parapet list`: every opportunity with its status on the day.
struct ListCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists opportunities with their status on the day.",
    discussion: "Closed ones appear with --all only.")

  @Flag(help: "List closed ones too.")
  var all = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    try session.write(session.inquiry.opportunities(everything: all).report(session.wording))
  }
}
