import ArgumentParser
import ParapetDesk
import ParapetModel

/// `parapet hide`: dismisses an opportunity for an item of a city.
struct HideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hide", abstract: "Dismisses an opportunity for an item, or shows what is dismissed.",
    discussion: """
      A line is added to the portfolio's hidden.csv. The row leaves lists and digests, is counted at their foot, and \
      comes back when the call changes red. To undo it, delete the line.
      """)

  @OptionGroup var wanted: HideOptions
  @OptionGroup var source: SourceOptions

  @Option(help: "The language of messages: en or fr.")
  var lang: Language = .english

  mutating func run() throws {
    try Stop.on(lang) {
      let notices = Notices(quiet: false, language: lang)
      let inquiry = try Session(source, notices, language: lang, OutputForm()).inquiry
      guard !wanted.show else {
        return try Console.write(Array(inquiry.hiddenLines(of: wanted.portfolio).utf8), to: nil)
      }
      notices.say(try inquiry.hide(wanted.pair(on: source.moment.asOf), in: wanted.portfolio))
    }
  }
}
