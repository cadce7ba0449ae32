import ArgumentParser
import ParapetDesk
import ParapetMatching
import ParapetReporting

/// `parapet shortlist`: what can pay for a city's items, ranked and explained.
struct ShortlistCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "shortlist", abstract: "Ranks and explains what can pay for a city's items.",
    discussion: """
      A portfolio is a folder with city.yaml, items.csv and, if you like, costs.csv; a folder of such folders \
      stands for all of them. Closed, ineligible and unrelated opportunities appear with --all only.
      """)

  @Argument(help: ArgumentHelp("Portfolios, or folders of portfolios.", valueName: "portfolio"))
  var portfolios: [String]

  @Option(help: ArgumentHelp("List this item only; may be repeated.", valueName: "id"))
  var item: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep the first so many rows of each item.",
      discussion: "Without it people are shown five and the instruments without a call, machines all.",
      valueName: "count"))
  var top: Int?

  @Flag(help: "List everything: closed, ineligible and unrelated ones too.")
  var all = false

  @Flag(help: "List what is out of reach today and what would bring it within reach.")
  var nearMisses = false

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if let top, top < 1 { throw ValidationError("--top needs a count of at least 1.") }
    if all, nearMisses { throw ValidationError("--all lists everything already; leave --near-misses out.") }
  }

  func answer(_ session: Session) throws {
    let lists = try session.inquiry.lists(
      for: session.inquiry.portfolios(in: portfolios), question)
    var isEmpty = true
    if output.format == .csv {
      let (writer, wording) = (CSVWriter(output.csvProfile), session.wording.about(lists.cities))
      try Console.write(to: output.output) { write in
        try write(writer.head(of: lists.report(of: [], wording).wholeTable))
        try lists.forEach {
          writer.rows(of: lists.report(of: [$0], wording).wholeTable)
        } _: { rows in
          guard !rows.isEmpty else { return }
          isEmpty = false
          try write(rows)
        }
      }
    } else {
      let shown = lists.all()
      isEmpty = shown.allSatisfy { $0.items.allSatisfy(\.matches.isEmpty) }
      try session.show(lists.report(of: shown, session.wording))
    }
    if isEmpty { session.notices.say("nothing matches") }
    try session.endWanting(session.wording.about(lists.cities).edition)
    if isEmpty { throw ExitStatus.wanting.code }
  }

  /// What is asked; a person who names no count gets what fits a page, and a machine all.
  private var question: ShortlistQuestion {
    var question = ShortlistQuestion()
    question.items = item
    question.everything = all
    question.nearMisses = nearMisses
    question.length = top.map { .first($0) } ?? (output.format.isForPeople && !all ? .page : .whole)
    // Rows say how many points the words found are worth, and not which they are.
    question.quotesWords = output.format != .csv
    question.rates = exchange.source
    return question
  }
}
