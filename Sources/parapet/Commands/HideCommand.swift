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

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Option(help: ArgumentHelp("The item, or * for all.", valueName: "id"))
  var item: String?

  @Option(help: ArgumentHelp("An identifier, or a source's own reference.", valueName: "id"))
  var opportunity: String?

  @Option(help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("Who dismisses it.", valueName: "name"))
  var by: String?

  @Flag(help: "Show what is dismissed.")
  var show = false

  @OptionGroup var source: SourceOptions

  @Option(help: "The language of messages: en or fr.")
  var lang: Language = .english

  mutating func validate() throws {
    guard !show else { return }
    let stated = [item, opportunity, because, by]
    guard stated.allSatisfy({ !($0 ?? "").isEmpty }) else {
      throw ValidationError("Name --item, --opportunity, --because and --by, or ask for --show.")
    }
  }

  mutating func run() throws {
    try Stop.on(lang) {
      let notices = Notices(quiet: false, language: lang)
      let inquiry = try Session(source, notices, language: lang, OutputForm()).inquiry
      guard !show else {
        for pair in try inquiry.portfolio(portfolio).hidden {
          let line = [
            pair.item ?? "*", pair.opportunity, pair.because, pair.by, pair.on?.description ?? "",
          ]
          try Console.write(Array((line.joined(separator: "\t") + "\n").utf8), to: nil)
        }
        return
      }
      let pair = HiddenPair(
        item: item == "*" ? nil : item, opportunity: opportunity ?? "", because: because ?? "", by: by ?? "",
        on: source.moment.asOf)
      notices.say(try inquiry.hide(pair, in: portfolio))
    }
  }
}
