import ArgumentParser
import ParapetDesk
import ParapetModel
import ParapetReporting

/// `parapet read-document`: reads a call document or a work programme into the catalogue.
struct ReadDocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-document",
    abstract: "Reads call documents and work programmes into the catalogue.",
    discussion: """
      Each clause is kept word for word with its page. What was read out of it is a proposal and shuts nobody out \
      until 'parapet accept' confirms it. Poppler's pdfinfo and pdftotext read the file, under limits of time and memory.
      """)

  @Argument(help: ArgumentHelp("The document, a PDF.", valueName: "file"))
  var file: String

  @Option(
    name: .customLong("for"), parsing: .upToNextOption,
    help: ArgumentHelp("The topics that it is read for (default: all that it has).", valueName: "id"))
  var topics: [String] = []

  @Option(
    help: ArgumentHelp("The day of the reading (default: today in Brussels); for replays.", valueName: "day"))
  var readOn: Day?

  @Flag(help: "Let it take the place of another document that speaks of the same topic.")
  var instead = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on(output.lang) {
      var question = DocumentQuestion(file, topics: topics, readOn: readOn ?? Clock.today)
      question.takesPlace = instead
      let session = try Session(source, output.notices, language: output.lang, output.form, opening: .words)
      let found = try session.inquiry.readDocument(question)
      session.notices.tell(found.findings)
      if !found.readings.isEmpty || output.format == .json { try session.show(found.report(session.wording)) }
      guard found.isWanting else { return }
      throw found.readings.isEmpty ? ExitStatus.unusableInput.code : ExitStatus.wanting.code
    }
  }
}
