import ArgumentParser
import ParapetDesk
import ParapetModel

/// `parapet answer`: keeps what the city found out about a question.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Keeps what the city found out about a question of eligibility.",
    discussion: """
      The line goes into the portfolio's answers.csv, which stays as it was otherwise, with the day judged as its day. \
      The code of a question is printed beside it; 'call-document' answers for the call's own document.
      """)

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Option(help: ArgumentHelp("An item of it, or * for all.", valueName: "id"))
  var item: String

  @Option(
    help: ArgumentHelp("An identifier, or a source's own reference, or * for all.", valueName: "id"))
  var opportunity: String

  @Option(help: ArgumentHelp("The code printed beside the question.", valueName: "code"))
  var question: String

  @Option(help: "met, unmet or unknown.")
  var answer: AnswerWord

  @Option(help: ArgumentHelp("Who says so.", valueName: "name"))
  var by: String

  @Option(
    name: .customLong("source"), help: ArgumentHelp("Where it was found, in your words.", valueName: "text"))
  var found: String?

  @OptionGroup var source: SourceOptions

  @Option(help: "The language of what is said: en or fr.")
  var lang: Language = .english

  mutating func validate() throws {
    if by.allSatisfy(\.isWhitespace) { throw ValidationError("--by needs a name.") }
  }

  mutating func run() throws {
    try Stop.on(lang) {
      let notices = Notices(quiet: false, language: lang)
      let desk = try Desk(source.places, program: Program.version)
      notices.tell(desk.diagnostics)
      let given = AnswerQuestion(
        item: item, opportunity: opportunity, question: question, answer: answer, by: by, source: found)
      let path = try desk.at(source.moment) { notices.tell($0) }.answer(given, in: portfolio)
      if let path { Console.error("parapet: \(path)") }
    }
  }
}
