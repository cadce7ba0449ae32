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

  @OptionGroup var wanted: AnswerOptions
  @OptionGroup var source: SourceOptions

  @Option(help: "The language of what is said: en or fr.")
  var lang: Language = .english

  mutating func run() throws {
    try Stop.on(lang) {
      let notices = Notices(quiet: false, language: lang)
      let desk = try Desk(source.places, program: Program.version)
      notices.tell(desk.diagnostics)
      let path = try desk.at(source.moment) { notices.tell($0) }.answer(wanted.given, in: wanted.portfolio)
      if let path { Console.error("parapet: \(path)") }
    }
  }
}
