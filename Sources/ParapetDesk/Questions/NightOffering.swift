import ParapetBudgeting
import ParapetCatalogue
import ParapetMatching
import ParapetModel
import ParapetReporting
import ParapetSearching

/// What is on offer to the cities of a night.
struct NightOffering: Sendable {
  /// The lists that documents are made from.
  let lists: CityLists
  private let day: Day
  private let readOn: Day
  private let prepared: Shortlists
  private let offers: [Offer]
  private let lexicon: Lexicon
  private let pricing: Pricing
  /// Every opportunity of the night by name, with what tells its rules apart.
  private let kept: [String: KeptOffer]

  /// What is on offer to some cities at the moment of an inquiry.
  ///
  /// - Parameter feeds: the names of feeds, by their sources.
  init(
    _ inquiry: Inquiry, for portfolios: [Portfolio], readOn: Day, feeds: [String: String] = [:]
  ) throws {
    self.readOn = readOn
    // What is closed is not listed, and has to be known to say so.
    let stored = try inquiry.stored(notClosedOn: nil)
    offers = inquiry.offers(stored)
    day = inquiry.moment.asOf
    pricing = inquiry.pricing(try inquiry.exchange(for: portfolios, offers, RateSource()))
    lexicon = try inquiry.lexicon()
    prepared = Shortlists(among: offers, lexicon: lexicon, on: day, pricing: pricing)
    lists = CityLists(
      cities: portfolios, identifiers: Identifiers(among: offers.lazy.map(\.opportunity)),
      question: ShortlistQuestion(), prepared: prepared, matcher: Matcher(on: day, pricing: pricing),
      hidden: try inquiry.hiddenPairs(of: portfolios, among: offers))
    let versions = Dictionary(
      stored.map { (KeptOffer.name(of: $0.opportunity), $0.version) }, uniquingKeysWith: { first, _ in first }
    )
    var rules: [[String]: UInt64] = [:]
    kept = Dictionary(
      offers.map { offer in
        let name = KeptOffer.name(of: offer.opportunity)
        let above = offer.instruments.map(\.identifier)
        let fingerprint = rules[above] ?? Opportunity.fingerprint(of: offer.instruments)
        rules[above] = fingerprint
        let version = versions[name]
        return (
          name,
          KeptOffer(
            offer.opportunity, rules: fingerprint, source: version.map { feeds[$0.source] ?? $0.source },
            readOn: version?.readOn)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What the items of a city are answered, but for the plan.
  func state(of portfolio: Portfolio) -> KeptState {
    let list = prepared.of(portfolio, quoting: false)
    var state = KeptState(asOf: day, readOn: readOn, city: KeptCity(files: ""))
    for item in list.items {
      for match in item.matches {
        let answer = KeptAnswer(match, of: item.item)
        state.answers[answer.key] = answer
        state.offers[answer.key.offer] = kept[answer.key.offer]
      }
    }
    return state
  }

  /// An opportunity of this night, listed or not.
  func offer(_ name: String) -> KeptOffer? { kept[name] }

  /// What pairs are answered that no list has.
  func answers(to keys: Set<KeptAnswer.Key>, of portfolio: Portfolio) -> [KeptAnswer.Key: KeptAnswer] {
    guard !keys.isEmpty else { return [:] }
    let names = Set(keys.map(\.offer))
    let wanted = offers.filter { names.contains(KeptOffer.name(of: $0.opportunity)) }
    let list = Shortlists(among: wanted, lexicon: lexicon, on: day, everything: true, pricing: pricing)
      .of(portfolio, only: Set(keys.map(\.item)), quoting: false)
    var answers: [KeptAnswer.Key: KeptAnswer] = [:]
    for item in list.items {
      for match in item.matches {
        let answer = KeptAnswer(match, of: item.item)
        if keys.contains(answer.key) { answers[answer.key] = answer }
      }
    }
    return answers
  }
}

extension KeptAnswer {
  /// What is kept of a match.
  init(_ match: Match, of item: Item) {
    self.init(
      Key(item: item.id, offer: KeptOffer.name(of: match.offer.opportunity)), verdict: match.verdict.rawValue,
      standing: match.standing.rawValue, status: match.status.rawValue, rank: match.rank ?? 0,
      fit: match.fit.total, deadline: match.nextDeadline, grant: match.estimate?.grant,
      open: KeptAnswer.open(match.reasons))
  }

  /// The criteria that fail or are open, each once; timing has a field of its own.
  private static func open(_ reasons: [Reason]) -> [String] {
    var seen: Set<String> = []
    return reasons.filter { !$0.isMoot && $0.outcome != .met && $0.kind != CriterionKind.dates.rawValue }
      .map(\.id).filter { seen.insert($0).inserted }
  }
}
