public import ParapetSearching
public import ParapetBudgeting
public import ParapetModel

/// The shortlists of many cities on one day: what is on offer is prepared once for all of them.
public struct Shortlists: Sendable {
  private let day: Day
  private let knownOn: Day?
  private let everything: Bool
  /// How many are closed, and are not looked at.
  private let closed: Int
  private let work: AskedWork?
  private let search: WordSearch
  private var ranking: OfferRanking

  /// Prepares what is on offer.
  ///
  /// - Parameters:
  ///   - closed: how many more are closed, which nobody looks at.
  ///   - everything: whether closed, ineligible and unrelated opportunities are listed too.
  ///   - work: the forms of work that are imposed, for lists that tell which of them an item is not.
  ///   - former: lists by the same lexicon that most of the offers were in.
  public init(
    among offers: [Offer], closed: Int = 0, lexicon: Lexicon, on day: Day, knownOn: Day? = nil,
    everything: Bool = false, work: AskedWork? = nil, pricing: Pricing, after former: Shortlists? = nil
  ) {
    self.work = work
    self.day = day
    self.knownOn = knownOn
    self.everything = everything
    let candidates = everything ? offers : offers.filter { $0.opportunity.status(on: day) != .closed }
    self.closed = everything ? 0 : closed + offers.count - candidates.count
    search =
      former.map { WordSearch(offers: candidates, lexicon: lexicon, after: $0.search, of: $0.offers) }
      ?? WordSearch(offers: candidates, lexicon: lexicon)
    ranking = OfferRanking(candidates, matcher: Matcher(on: day, pricing: pricing), work: work)
  }

  /// The lists of a city's items, in the order of the portfolio.
  ///
  /// - Parameters:
  ///   - only: the items to list; nothing lists all.
  ///   - length: how much of each list is wanted; the places are those of the whole list.
  ///   - quoting: whether the words found are looked up; without it their points alone are known.
  public func of(
    _ portfolio: Portfolio, only: Set<String>? = nil, length: OfferRanking.Length = .whole,
    quoting: Bool = true
  ) -> Shortlist {
    let items = portfolio.items.filter { only?.contains($0.id) ?? true }
    var answers = ranking.makeAnswers()
    let stated = work?.stated(by: portfolio)
    let lists = items.map { item in
      var (matches, omitted) = ranking.list(
        item, of: portfolio.city, words: search.words(of: item, quoting: quoting), everything: everything,
        length: length, stated: stated, answers: &answers)
      if let work, let stated {
        for place in matches.indices {
          matches[place].asksForOtherWork = work.isOther(item, for: matches[place].offer, as: stated)
        }
      }
      omitted.closed += closed
      return Shortlist.ItemShortlist(item: item, matches: matches, omitted: omitted)
    }
    return Shortlist(portfolio, asOf: day, knownOn: knownOn, items: lists)
  }

  /// The same offers, priced otherwise.
  public func priced(by pricing: Pricing) -> Shortlists {
    var other = self
    other.ranking = ranking.priced(by: pricing)
    return other
  }

  /// What was prepared: what is on offer and not closed.
  public var offers: [Offer] { ranking.offers }

  /// The answers of each item's whole list, best first, in the order of the portfolio: the same pairs, places and points as
  /// `of` has, without what nobody keeps.
  public func answers(to portfolio: Portfolio) -> [[ListedAnswer]] {
    precondition(!everything, "what is not listed has no answer")
    var answers = ranking.makeAnswers()
    let settled = ranking.settledRates(for: portfolio.city)
    let stated = work?.stated(by: portfolio)
    var lists = [[ListedAnswer]](repeating: [], count: portfolio.items.count)
    // Items of the same partners and measures one after the other: what depends on these alone is judged once.
    let order = portfolio.items.map { item in
      [item.partners.map { $0.joined(separator: ",") } ?? "-", item.coordinator ?? "-"] + item.measures
    }
    let turns = portfolio.items.indices.sorted {
      order[$0].lexicographicallyPrecedes(order[$1]) || (order[$0] == order[$1] && $0 < $1)
    }
    for index in turns {
      let item = portfolio.items[index]
      lists[index] = ranking.answers(
        to: item, of: portfolio.city, marks: search.marks(of: item), settled: settled,
        stated: stated, answers: &answers)
    }
    return lists
  }

  /// The same lists with the fixes of each match.
  public func withFixes(_ shortlist: Shortlist) -> Shortlist {
    var fixed = shortlist
    for index in fixed.items.indices {
      let list = fixed.items[index]
      fixed.items[index].matches = ranking.withFixes(list.matches, of: list.item, shortlist.portfolio.city)
    }
    return fixed
  }
}
