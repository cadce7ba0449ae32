import ArgumentParser
import ParapetDesk
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet shortlist`: what can pay for a city's items, ranked and explained.
struct ShortlistCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "shortlist", abstract: "Ranks and explains what can pay for a city's items.",
    discussion: """
      A portfolio is a folder with city.yaml, items.csv and, if you like, costs.csv; a folder of such folders \
      stands for all of them. Closed, ineligible and unrelated opportunities appear with --all only.
      """)

  @OptionGroup var wanted: ShortlistOptions
  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let lists = try session.inquiry.lists(
      for: session.inquiry.portfolios(in: wanted.portfolios),
      wanted.question(for: output.format, exchange.source))
    let wording = session.wording.about(lists.cities)
    var isEmpty = true
    if output.format == .csv {
      try Console.write(to: output.output) {
        isEmpty = try !lists.writeRows(as: output.csvProfile, wording, $0)
      }
    } else {
      let shown = lists.all()
      isEmpty = shown.allSatisfy { $0.items.allSatisfy(\.matches.isEmpty) }
      try session.show(lists.report(of: shown, wording))
    }
    if isEmpty { session.notices.say(Message(en: "nothing matches", fr: "rien ne convient")) }
    try session.endWanting(wording.edition)
    if isEmpty { throw ExitStatus.wanting.code }
  }
}
