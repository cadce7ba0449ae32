import ParapetSearching
import ParapetBudgeting
public import ParapetMatching
public import ParapetModel

/// Everything about one item and one opportunity.
public struct Explanation: Sendable {
  /// The answer, with its fixes.
  public var match: Match
  /// The city.
  public var city: Portfolio
  /// The item.
  public var item: Item
  /// Where the pair stands among all of its item's.
  public var placement: Placement
  /// The projects that were funded under the opportunity.
  public var precedents: [Precedent]
}

extension Inquiry {
  /// Explains one item of a city and one opportunity, also one that no list shows.
  ///
  /// - Parameter opportunity: an identifier, or a source's own reference.
  public func explain(
    _ name: String, of city: Portfolio, with opportunity: String, rates: RateSource = RateSource()
  ) throws(Failure) -> Explanation {
    try Failure.on {
      guard let item = city.items.first(where: { $0.id == name }) else {
        throw Failure.unknownItem(name, in: [city])
      }
      let wanted = try find(opportunity).offer.opportunity
      var offers = offers(try stored(notClosedOn: nil))
      let offer = desk.book.offer(wanted)
      let pricing = pricing(try exchange(for: [city], offers + [offer], rates))
      // An instrument with calls of its own stands in no list.
      if !offers.contains(where: { $0.opportunity.isRecord(wanted) }) { offers.append(offer) }
      var (match, placement) = try ranked(wanted, for: item, of: city, among: offers, try lexicon(), pricing)
      let answered = checked([city], among: offers).first ?? city
      match.fixes = Matcher(on: day, pricing: pricing).fixes(item, of: city.city, with: match.offer)
      return Explanation(
        match: match, city: answered, item: item, placement: placement,
        precedents: try precedents(under: wanted))
    }
  }

  /// The pair with its place: in the list where it is listed, else in the list of everything.
  private func ranked(
    _ wanted: Opportunity, for item: Item, of city: Portfolio, among offers: [Offer], _ lexicon: Lexicon,
    _ pricing: Pricing
  ) throws -> (Match, Placement) {
    let work = try askedWork()
    var listed: [Match]?
    for everything in [false, true] {
      let list = Shortlist(
        city, among: offers, lexicon: lexicon, on: day, only: [item.id], everything: everything,
        work: work, pricing: pricing)
      let matches = list.items.first?.matches ?? []
      if let match = matches.first(where: { $0.offer.opportunity.isRecord(wanted) }) {
        return (
          match, Placement(of: match, for: item, in: matches, listed: listed ?? matches, lexicon: lexicon)
        )
      }
      listed = matches
    }
    preconditionFailure("an opportunity that was found is missing from the list of everything")
  }
}

extension Opportunity {
  /// Whether it is the same record.
  fileprivate func isRecord(_ other: Opportunity) -> Bool {
    identifier == other.identifier && reference == other.reference
  }
}
