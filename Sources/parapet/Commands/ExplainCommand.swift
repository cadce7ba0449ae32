import ParapetBudgeting
import ArgumentParser
import ParapetCatalogue
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet explain`: every criterion of one pair, also of one that no list shows.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explains one item and one opportunity, criterion by criterion.")

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Argument(help: ArgumentHelp("An item of it.", valueName: "item"))
  var item: String

  @Argument(help: ArgumentHelp("An identifier, or a source's own reference.", valueName: "opportunity"))
  var opportunity: String

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on { try explain() }
  }

  private func explain() throws {
    let notices = Notices(output)
    let workspace = try Workspace(source, notices: notices)
    let city = try workspace.portfolio(portfolio, notices: notices)
    guard let item = city.items.first(where: { $0.id == item }) else {
      throw Stop.unknownItem(item, in: [city])
    }
    let wanted = try workspace.find(opportunity, notices: notices).offer.opportunity
    let stored = try workspace.stored(notClosedOn: nil, notices: notices)
    let offers = workspace.offers(stored)
    let pricing = workspace.pricing(
      try workspace.exchange(
        for: [city], offers + [workspace.book.offer(wanted)], exchange, notices: notices))
    var (match, placement) = ranked(
      wanted, for: item, of: city, among: offers, workspace, try workspace.lexicon(notices: notices),
      pricing)
    let matcher = Matcher(on: source.day, pricing: pricing)
    match.fixes = matcher.fixes(item, of: city.city, with: match.offer)
    let words = Words.make(workspace.vocabulary(output.lang))
    let report = ExplainReport(
      match, of: item, in: city, precedents: try workspace.precedents(under: wanted), placement: placement,
      words: words,
      edition: Edition(asOf: source.day, knownOn: source.knownOn, program: Program.version))
    try output.write(text: report.report, table: report.table, json: report.json, words: words)
  }

  /// The pair with its place: in the list where it is listed, else in the list of everything.
  private func ranked(
    _ wanted: Opportunity, for item: Item, of city: Portfolio, among listed: [Offer],
    _ workspace: Workspace, _ lexicon: Lexicon, _ pricing: Pricing
  ) -> (Match, Placement) {
    var offers = listed
    func isWanted(_ offer: Offer) -> Bool {
      offer.opportunity.identifier == wanted.identifier && offer.opportunity.reference == wanted.reference
    }
    // An instrument with calls of its own stands in no list.
    if !offers.contains(where: isWanted) { offers.append(workspace.book.offer(wanted)) }
    var listed: [Match]?
    for everything in [false, true] {
      let list = Shortlist(
        city, among: offers, lexicon: lexicon, on: source.day, only: [item.id],
        everything: everything, pricing: pricing)
      let matches = list.items.first?.matches ?? []
      if let match = matches.first(where: { isWanted($0.offer) }) {
        return (
          match, Placement(of: match, for: item, in: matches, listed: listed ?? matches, lexicon: lexicon)
        )
      }
      listed = matches
    }
    preconditionFailure("an opportunity that was found is missing from the list of everything")
  }
}
