import ParapetBudgeting
import ArgumentParser
import ParapetCatalogue
import ParapetInput
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet shortlist`: what can pay for a city's items, ranked and explained.
struct ShortlistCommand: ParsableCommand {
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

  /// How many rows a person is shown of each item, beside the instruments without a call.
  static let shortLength = 5

  mutating func validate() throws {
    if let top, top < 1 { throw ValidationError("--top needs a count of at least 1.") }
    if all, nearMisses { throw ValidationError("--all lists everything already; leave --near-misses out.") }
  }

  mutating func run() throws {
    try Stop.on { try list() }
  }

  private func list() throws {
    let notices = Notices(output)
    let workspace = try Workspace(source, notices: notices)
    let day = source.day
    let cities = try portfolios.flatMap(PortfolioFolders.portfolios).map {
      try workspace.portfolio($0, notices: notices)
    }
    for name in item where !cities.contains(where: { $0.items.contains { $0.id == name } }) {
      throw Stop.unknownItem(name, in: cities)
    }
    let stored = try workspace.stored(notClosedOn: all ? nil : day, notices: notices)
    let offers = workspace.offers(stored)
    let pricing = workspace.pricing(
      try workspace.exchange(for: cities, offers, exchange, notices: notices))
    let lexicon = try workspace.lexicon(notices: notices)
    let prepared = Shortlists(
      among: offers, lexicon: lexicon, on: day, knownOn: source.knownOn,
      everything: all || nearMisses, pricing: pricing)
    let matcher = Matcher(on: day, pricing: pricing)
    let words = Words.make(workspace.vocabulary(output.lang))
    let only = item.isEmpty ? nil : Set(item)
    // A near miss is ranked among near misses, so their lists are cut after they are made.
    let length = nearMisses ? OfferRanking.Length.whole : top.map { .first($0) } ?? .whole
    let shorten = shortened
    let isOfNearMisses = nearMisses
    // Rows say how many points the words found are worth, and not which they are.
    let quoting = output.format != .csv
    let makeList: @Sendable (Portfolio) -> Shortlist = { city in
      let list = prepared.of(city, only: only, length: length, quoting: quoting)
      return isOfNearMisses
        ? shorten(list.nearMisses(by: matcher)) : prepared.withFixes(shorten(list))
    }
    let edition = Edition(asOf: day, knownOn: source.knownOn, program: Program.version)
    let identifiers = Identifiers(among: offers.map(\.opportunity))
    let makeReport: @Sendable ([Shortlist]) -> ShortlistReport = { lists in
      ShortlistReport(
        lists, words: words, edition: edition, identifiers: identifiers, ofNearMisses: isOfNearMisses)
    }
    let isEmpty: Bool
    if output.format == .csv {
      isEmpty = try writeRows(of: cities) { makeReport([makeList($0)]).table }
    } else {
      let shown = Parallel.map(cities, makeList)
      let report = makeReport(shown)
      try output.write(text: report.report, table: report.table, json: report.json, words: words)
      isEmpty = shown.allSatisfy { $0.items.allSatisfy(\.matches.isEmpty) }
    }
    if isEmpty {
      notices.say("nothing matches")
      throw ExitStatus.wanting.code
    }
  }

  /// So many cities are worked on before their rows are written and forgotten.
  private static let citiesAtOnce = 16

  /// Writes the rows of city after city, so that a thousand take no more memory than a few; whether there was none.
  private func writeRows(
    of cities: [Portfolio], _ makeTable: @escaping @Sendable (Portfolio) -> Table
  ) throws -> Bool {
    let writer = CSVWriter(output.csvProfile)
    var isEmpty = true
    try Console.write(to: output.output) { (write: ([UInt8]) throws(Stop) -> Void) throws(Stop) in
      try write(writer.head(of: ShortlistReport.emptyTable))
      var rest = cities[...]
      while !rest.isEmpty {
        let some = Array(rest.prefix(ShortlistCommand.citiesAtOnce))
        rest = rest.dropFirst(some.count)
        for rows in Parallel.map(some, { writer.rows(of: makeTable($0)) }) where !rows.isEmpty {
          isEmpty = false
          try write(rows)
        }
      }
    }
    return isEmpty
  }

  /// As much of a list as was asked for; a person who did not ask gets what fits a page.
  private var shortened: @Sendable (Shortlist) -> Shortlist {
    let (top, all, format) = (top, all, output.format)
    return { shortlist in
      if let top { return shortlist.first(top) }
      switch format {
      case .text, .html: return all ? shortlist : shortlist.keeping(ShortlistCommand.shortLength)
      case .csv, .json: return shortlist
      }
    }
  }
}
