import ArgumentParser
import ParapetDesk

/// `parapet list`: every opportunity with its status on the day.
struct ListCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists opportunities with their status on the day.",
    discussion: "Closed ones appear with --all only. What is asked for by several options must hold together."
  )

  @Flag(help: "List closed ones too.")
  var all = false

  @OptionGroup var wanted: ListOptions

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    try session.write(
      session.inquiry.opportunities(everything: all, where: wanted.filter()).report(session.wording))
  }
}
