public import ParapetSearching
public import ParapetBudgeting
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

  init(_ portfolio: Portfolio, asOf: Day, knownOn: Day?, items: [ItemShortlist]) {
    self.portfolio = portfolio
    self.asOf = asOf
    self.knownOn = knownOn
    self.items = items
  }

  /// The list of one item.
  public struct ItemShortlist: Sendable {
    /// The item.
    public var item: Item
    /// Its matches, best first, each with its rank.
    public var matches: [Match]
    /// How many rows are left out because the city has dismissed them.
    public var hidden = 0
    /// How many pairs it leaves out otherwise, and why.
    public var omitted: Omitted

    /// The list of an item.
    init(item: Item, matches: [Match], omitted: Omitted = Omitted()) {
      self.item = item
      self.matches = matches
      self.omitted = omitted
    }
  }

  /// Judges items against everything that is on offer.
  ///
  /// - Parameters:
  ///   - only: the items to list; nothing lists all.
  ///   - everything: whether closed, ineligible and unrelated opportunities are listed too.
  ///   - work: the forms of work that are imposed.
  public init(
    _ portfolio: Portfolio, among offers: [Offer], lexicon: Lexicon, on day: Day,
    knownOn: Day? = nil, only: Set<String>? = nil, everything: Bool = false, work: AskedWork? = nil,
    pricing: Pricing
  ) {
    self = Shortlists(
      among: offers, lexicon: lexicon, on: day, knownOn: knownOn, everything: everything, work: work,
      pricing: pricing
    ).of(portfolio, only: only)
  }

  /// The same lists with the fixes of each match.
  public func withFixes(by matcher: Matcher) -> Shortlist {
    var fixed = self
    for index in fixed.items.indices {
      let item = fixed.items[index].item
      for place in fixed.items[index].matches.indices {
        let offer = fixed.items[index].matches[place].offer
        fixed.items[index].matches[place].fixes = matcher.fixes(item, of: portfolio.city, with: offer)
      }
    }
    return fixed
  }

  /// What is out of reach today and would not be after changes that a city can make: of a list of everything the
  /// ineligible that are on the subject and not closed, the easiest first.
  public func nearMisses(by matcher: Matcher) -> Shortlist {
    var narrowed = self
    for index in narrowed.items.indices {
      narrowed.items[index].matches.removeAll {
        $0.verdict != .ineligible || $0.status == .closed || !$0.fit.isRelevant || $0.bringsNothing
      }
    }
    narrowed = narrowed.withFixes(by: matcher)
    for index in narrowed.items.indices {
      let missed = narrowed.items[index].matches.compactMap { match in
        match.fixes.first.flatMap { $0.power < .impossible ? (match: match, fix: $0) : nil }
      }
      narrowed.items[index].matches = missed.enumerated()
        .sorted { left, right in
          if Fix.precedes(left.element.fix, right.element.fix) { return true }
          return !Fix.precedes(right.element.fix, left.element.fix) && left.offset < right.offset
        }.map(\.element.match)
    }
    narrowed.items.removeAll(where: \.matches.isEmpty)
    return narrowed
  }

  /// The first matches of each item.
  public func first(_ count: Int) -> Shortlist {
    var shortened = self
    for index in shortened.items.indices {
      shortened.items[index].matches = Array(shortened.items[index].matches.prefix(count))
    }
    return shortened
  }

  /// The first matches of each item, with every instrument that has no call after them and is not doubtful.
  ///
  /// An instrument without a call is not one row among many: it says whom to ask, so a short list keeps it.
  public func keeping(_ count: Int) -> Shortlist {
    var shortened = self
    for index in shortened.items.indices {
      let matches = shortened.items[index].matches
      shortened.items[index].matches =
        matches.prefix(count)
        + matches.dropFirst(count).filter { $0.status == .noCall && $0.standing != .doubtful }
    }
    return shortened
  }
}
