import ArgumentParser
import ParapetDesk
import ParapetModel

/// `parapet changes`: what happened in the catalogue, most urgent first.
struct ChangesCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "Lists what changed in the catalogue, most urgent first.",
    discussion: """
      Red can spoil an application: less time, less money, narrower conditions, withdrawn. Amber must be known: \
      more time or money, another status. Grey is wording, and what was read for the first time.
      """)

  @Option(help: ArgumentHelp("Only what was read on this day or later.", valueName: "day"))
  var since: Day?

  @Option(
    help: ArgumentHelp(
      "Only what concerns the items of this city; may be repeated.",
      discussion: "That is what stands in the list of an item, or stood there before the change.",
      valueName: "folder"))
  var portfolio: [String] = []

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let cities = try portfolio.map { try session.inquiry.portfolio($0) }
    let found = try session.inquiry.changes(since: since, concerning: cities)
    try session.write(found.report(session.wording))
    if found.changes.isEmpty, found.answers.isEmpty {
      session.notices.say(Message(en: "nothing changed", fr: "rien n’a changé"))
    }
  }
}
