import ArgumentParser
import ParapetDesk

/// `parapet book`: which instrument pays for which measure, made from the data folder alone.
struct BookCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "book", abstract: "Shows which instrument pays for which measure, and how sure that is.")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    try session.write(session.inquiry.instruments().report(session.wording))
  }
}
