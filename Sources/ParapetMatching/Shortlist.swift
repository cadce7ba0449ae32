public import ParapetModel

/// The ranked lists of a city's items on a day.
public struct Shortlist: Sendable {
  /// The city and all its items.
  public var portfolio: Portfolio
  /// The day judged.
  public var asOf: Day
  /// The day whose knowledge was used, or nothing for all that is known.
  public var knownOn: Day?
  /// A list for each item asked for, in the order of the portfolio.
  public var items: [ItemShortlist]

  /// The list of one item.
  public struct ItemShortlist: Sendable {
    /// The item.
    public var item: Item
    /// Its matches, best first, each with its rank.
    public var matches: [Match]
  }

  /// Judges items against everything that is on offer.
  ///
  /// - Parameters:
  ///   - only: the items to list; nothing lists all.
  ///   - everything: whether closed, ineligible and unrelated opportunities are listed too.
  public init(
    _ portfolio: Portfolio, among offers: [Offer], vocabularies: [Vocabulary], on day: Day,
    knownOn: Day? = nil, only: Set<String>? = nil, everything: Bool = false,
    estimator: @escaping Matcher.Estimator
  ) {
    self.portfolio = portfolio
    asOf = day
    self.knownOn = knownOn
    let items = portfolio.items.filter { only?.contains($0.id) ?? true }
    let candidates = everything ? offers : offers.filter { $0.opportunity.status(on: day) != .closed }
    let search = WordSearch(offers: candidates, vocabularies: vocabularies, on: day)
    let matcher = Matcher(on: day, estimator: estimator)
    let evidence = search.evidence(for: items)
    self.items = zip(items, evidence).map { item, words in
      ItemShortlist(
        item: item,
        matches: matcher.shortlist(
          item, of: portfolio.city, among: candidates, words: words, everything: everything))
    }
  }

  /// The first matches of each item.
  public func first(_ count: Int) -> Shortlist {
    var shortened = self
    for index in shortened.items.indices {
      shortened.items[index].matches = Array(shortened.items[index].matches.prefix(count))
    }
    return shortened
  }

  /// The first matches of each item, with every instrument that has no call after them.
  ///
  /// An instrument without a call is not one row among many: it says whom to ask, so a short list keeps it.
  public func keeping(_ count: Int) -> Shortlist {
    var shortened = self
    for index in shortened.items.indices {
      let matches = shortened.items[index].matches
      shortened.items[index].matches =
        matches.prefix(count) + matches.dropFirst(count).filter { $0.status == .noCall }
    }
    return shortened
  }
}
