import ArgumentParser
import ParapetDesk
import ParapetModel

/// `parapet calendar`: a city's deadlines and the steps before them, as iCalendar.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Writes a city's deadlines and the steps before them as iCalendar.",
    discussion: """
      It has what is planned, or else what stands first on each item's list. Offices read a calendar anew once or \
      twice a day, so that it is not for what changes on the last day.
      """)

  @Argument(help: ArgumentHelp("Portfolios, or folders of portfolios.", valueName: "portfolio"))
  var portfolios: [String]

  @OptionGroup var source: SourceOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "file")
  )
  var output: String?

  @Option(help: "The language: en or fr.")
  var lang: Language = .english

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  mutating func run() throws {
    try Stop.on(lang) {
      let session = try Session(source, Notices(quiet: quiet, language: lang), language: lang, OutputForm())
      let cities = try session.inquiry.portfolios(in: portfolios)
      try Console.write(Array(session.inquiry.calendar(of: cities, lang).utf8), to: output)
    }
  }
}
