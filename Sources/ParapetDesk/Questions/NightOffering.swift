import ParapetBudgeting
import ParapetCatalogue
import ParapetFeeds
import ParapetMatching
import ParapetModel
import ParapetPlanning
import ParapetReporting
import ParapetSearching
import Synchronization

/// What is on offer to the cities of a night.
struct NightOffering: Sendable {
  /// What answers rest on, by which the next night knows what it need not judge again.
  let memory: NightMemory
  private let inquiry: Inquiry
  private let portfolios: [Portfolio]
  private let day: Day
  private let readOn: Day
  private let offers: [Offer]
  private let lexicon: Lexicon
  private let naming: ConceptNaming
  private let exchange: Exchange
  private let pricing: Pricing
  private let order: ListOrder
  /// The place of each among the offers, by name; of two of one name that of the first.
  private let places: [String: Int]
  /// What tells the rules above each of the offers from others.
  private let rules: [UInt64]
  /// The names of feeds, by their sources.
  private let feeds: [String: String]
  /// What was read last of each record, by name.
  private let versions: [String: RecordVersion]
  /// Made when the first city needs them: where little changed, none does.
  private let whole = Once<Shortlists>()
  private let joining = Once<Shortlists>()
  private let cityLists = Once<CityLists>()
  private let closed = Once<[String: ClosedOffer]>()
  /// What a list says of an offer beside what was judged, by the offer.
  private let entries: [ObjectIdentifier: OfferEntry]
  /// Whether two offers have one name.
  private let hasNamesakes: Bool

  /// What a list says of an offer beside what was judged.
  private struct OfferEntry {
    var name: String
    var deadline: Deadline?
  }

  /// What is not on offer any more, which a former night's answer may be about.
  private struct ClosedOffer {
    var offer: Offer
    var version: RecordVersion?
  }

  /// What is on offer to some cities at the moment of an inquiry.
  ///
  /// - Parameters:
  ///   - base: what tells our data and the program from others; nothing has to be told where no night follows.
  ///   - feeds: the names of feeds, by their sources.
  init(
    _ inquiry: Inquiry, for portfolios: [Portfolio], base: UInt64 = 0, readOn: Day,
    feeds: [String: String] = [:]
  ) throws {
    self.inquiry = inquiry
    self.portfolios = portfolios
    self.readOn = readOn
    // More than half of a portal is closed; it is brought back where somebody asks for it.
    let stored = try inquiry.stored(notClosedOn: inquiry.moment.asOf, orAlsoKnown: true)
    let day = inquiry.moment.asOf
    // Of what our own file has, too, the file alone would tell less than both did while the record was open.
    let offers = inquiry.offers(stored).filter { $0.opportunity.status(on: day) != .closed }
    let exchange = try inquiry.exchange(for: portfolios, offers, RateSource())
    self.offers = offers
    self.day = day
    self.exchange = exchange
    pricing = inquiry.pricing(exchange)
    lexicon = try inquiry.lexicon()
    naming = try inquiry.desk.glossary().naming
    order = ListOrder(offers, on: day)
    self.feeds = feeds
    versions = NightOffering.versions(stored)
    var rulesAbove: [[String]: UInt64] = [:]
    var rules: [UInt64] = []
    var places: [String: Int] = [:]
    places.reserveCapacity(offers.count)
    var numbers: [String: NightMemory.Number] = [:]
    numbers.reserveCapacity(offers.count)
    var entries: [ObjectIdentifier: OfferEntry] = [:]
    entries.reserveCapacity(offers.count)
    var facts = OfferFacts(on: day)
    let replay = inquiry.desk.replay
    let known = replay?.fingerprints.withLock { $0 } ?? [:]
    var prints: [ObjectIdentifier: OfferFingerprint] = [:]
    for (place, offer) in offers.enumerated() {
      let name = KeptOffer.name(of: offer.opportunity)
      let next = offer.opportunity.nextDeadline(on: day)
      entries[ObjectIdentifier(offer)] = OfferEntry(
        name: name, deadline: next.map { Deadline(day: $0.day, time: $0.time) })
      let above = offer.instruments.map(\.identifier)
      let fingerprint = rulesAbove[above] ?? Opportunity.fingerprint(of: offer.instruments)
      rulesAbove[above] = fingerprint
      rules.append(fingerprint)
      guard places[name] == nil else { continue }
      places[name] = place
      let rate = exchange.quote(of: offer.funding.currency)?.rate.description ?? ""
      let beside = "\(fingerprint) \(offer.opportunity.presence.line) \(rate) "
      let print = known[ObjectIdentifier(offer)] ?? OfferFingerprint(offer)
      if replay != nil { prints[ObjectIdentifier(offer)] = print }
      let number = NightMemory.number(of: (beside + facts.lasting(of: offer)).utf8, after: print.lasting)
      numbers[name] = NightMemory.Number(
        whole: NightMemory.number(
          of: facts.dates(of: offer).utf8, after: number ^ print.dates),
        lasting: number)
    }
    replay?.fingerprints.withLock { $0 = prints }
    self.places = places
    self.rules = rules
    self.entries = entries
    hasNamesakes = places.count < offers.count
    memory = NightMemory(
      base: base,
      rates: Dictionary(
        exchange.currencies.map { ($0.code, exchange.quote(of: $0)?.rate.description ?? "") },
        uniquingKeysWith: { first, _ in first }), offers: numbers)
  }

  private var prepared: Shortlists {
    guard let replay = inquiry.desk.replay else { return shortlists(among: offers) }
    return replay.lists.withLock { last in
      let made = shortlists(among: offers, after: last)
      last = made
      return made
    }
  }

  private func shortlists(
    among offers: [Offer], everything: Bool = false, after former: Shortlists? = nil
  ) -> Shortlists {
    Shortlists(
      among: offers, lexicon: lexicon, on: day, everything: everything,
      work: AskedWork(inquiry.desk.data.practice.works, by: naming), pricing: pricing, after: former)
  }

  private static func versions(_ stored: [StoredOpportunity]) -> [String: RecordVersion] {
    Dictionary(
      stored.map { (KeptOffer.name(of: $0.opportunity), $0.version) }, uniquingKeysWith: { first, _ in first }
    )
  }

  private func offers(named names: Set<String>) -> [Offer] {
    names.compactMap { places[$0] }.sorted().map { offers[$0] }
  }

  /// What is closed and has some name.
  private func closed(_ name: String) throws -> ClosedOffer? {
    try closed.value {
      let stored = try inquiry.stored(notClosedOn: nil)
      let versions = NightOffering.versions(stored)
      var found: [String: ClosedOffer] = [:]
      for offer in inquiry.offers(stored) {
        let name = KeptOffer.name(of: offer.opportunity)
        guard places[name] == nil, found[name] == nil else { continue }
        found[name] = ClosedOffer(offer: offer, version: versions[name])
      }
      return found
    }[name]
  }

  /// The lists that documents are made from.
  func lists() throws -> CityLists {
    try cityLists.value {
      CityLists(
        cities: portfolios, identifiers: Identifiers(among: offers.lazy.map(\.opportunity)),
        question: ShortlistQuestion(), prepared: whole.value { prepared },
        matcher: Matcher(on: day, pricing: pricing),
        hidden: try inquiry.hiddenPairs(of: portfolios, among: offers))
    }
  }

  /// What a city is asked to plan from; nothing where authorities have said something else to it than to others.
  func planRequest(of portfolio: Portfolio, _ solver: AllotmentSolver) -> PlanRequest? {
    guard portfolio.agreed.isEmpty else { return nil }
    let prepared = joining.value { whole.value { self.prepared }.priced(by: pricing.joiningItems) }
    return PlanRequest(
      prepared.of(portfolio, quoting: false), measures: inquiry.desk.data.measures,
      practice: inquiry.desk.data.practice, statedWork: StatedWork(of: portfolio, by: naming),
      exchange: exchange, solver: solver)
  }

  /// What the items of a city are answered, but for the plan, with the opportunities.
  func state(of portfolio: Portfolio) throws -> KeptState {
    var state = KeptState(
      asOf: day, readOn: readOn, city: KeptCity(files: ""), answers: answers(to: portfolio))
    for key in state.answers.keys { state.offers[key.offer] = try offer(key.offer) }
    return state
  }

  /// What the items of a city are answered, but for the plan.
  func answers(to portfolio: Portfolio) -> [KeptAnswer.Key: KeptAnswer] {
    answers(to: portfolio, among: whole.value { prepared })
  }

  private func answers(
    to portfolio: Portfolio, among lists: Shortlists
  ) -> [KeptAnswer.Key: KeptAnswer] {
    let offers = lists.offers
    var answers: [KeptAnswer.Key: KeptAnswer] = [:]
    for (item, list) in zip(portfolio.items, lists.answers(to: portfolio)) {
      for (place, listed) in list.enumerated() {
        guard let entry = entries[ObjectIdentifier(offers[listed.place])] else { continue }
        let key = KeptAnswer.Key(item: item.id, offer: entry.name)
        answers[key] = KeptAnswer(
          key, verdict: listed.verdict.rawValue, standing: listed.standing.rawValue,
          status: listed.status.rawValue, rank: place + 1, fit: listed.fit, deadline: entry.deadline,
          grant: listed.grant, open: listed.open)
      }
    }
    // Of two of one name the later is kept, and both count for the places.
    if hasNamesakes { rank(&answers) }
    return answers
  }

  /// What is on offer of some names, ready to be judged: what changed since a night.
  func changed(_ names: Set<String>) -> Shortlists { shortlists(among: offers(named: names)) }

  /// The same where nothing else changed since a city was answered than what is on offer of some names.
  func answers(
    to portfolio: Portfolio, after former: [KeptAnswer.Key: KeptAnswer], changed names: Set<String>,
    _ changed: Shortlists
  ) -> [KeptAnswer.Key: KeptAnswer] {
    var answers = former.filter { !names.contains($0.key.offer) && places[$0.key.offer] != nil }
    for key in answers.keys { answers[key]?.planned = nil }
    if !names.isEmpty {
      answers.merge(self.answers(to: portfolio, among: changed), uniquingKeysWith: { _, new in new })
    }
    rank(&answers)
    return answers
  }

  /// The items of a city whose lists have any of what may have come into them.
  func items(of portfolio: Portfolio, listing entering: Shortlists?) -> Set<String> {
    guard let entering else { return [] }
    return Set(zip(portfolio.items, entering.answers(to: portfolio)).filter { !$1.isEmpty }.map(\.0.id))
  }

  /// Gives each answer its place in the list of its item.
  private func rank(_ answers: inout [KeptAnswer.Key: KeptAnswer]) {
    var rows: [String: [(key: UInt64, offer: String)]] = [:]
    for (key, answer) in answers {
      guard let standing = Match.Standing(rawValue: answer.standing),
        let status = DayStatus(rawValue: answer.status), let place = places[key.offer]
      else { continue }
      rows[key.item, default: []].append(
        (order.key(standing, status, fit: answer.fit, of: place), key.offer))
    }
    for (item, list) in rows {
      for (index, row) in list.sorted(by: { $0.key < $1.key }).enumerated() {
        answers[KeptAnswer.Key(item: item, offer: row.offer)]?.rank = index + 1
      }
    }
  }

  /// An opportunity of this night, listed or not.
  func offer(_ name: String) throws -> KeptOffer? {
    if let place = places[name] { return kept(offers[place], rules: rules[place], versions[name]) }
    return try closed(name).map { closed in
      kept(closed.offer, rules: Opportunity.fingerprint(of: closed.offer.instruments), closed.version)
    }
  }

  private func kept(_ offer: Offer, rules: UInt64, _ version: RecordVersion?) -> KeptOffer {
    KeptOffer(
      offer.opportunity, rules: rules, source: version.map { feeds[$0.source] ?? $0.source },
      readOn: version?.readOn)
  }

  /// What pairs are answered that no list has.
  func answers(
    to keys: Set<KeptAnswer.Key>, of portfolio: Portfolio
  ) throws -> [KeptAnswer.Key: KeptAnswer] {
    guard !keys.isEmpty else { return [:] }
    let names = Set(keys.map(\.offer))
    let gone = try names.filter { places[$0] == nil }.sorted().compactMap { try closed($0)?.offer }
    let list = shortlists(among: offers(named: names) + gone, everything: true)
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
      fit: match.fit.total,
      deadline: match.nextDeadline.map { Deadline(day: $0.day, time: $0.time) }, grant: match.estimate?.grant,
      open: KeptAnswer.open(match.reasons))
  }

  /// The criteria that fail or are open, each once; timing has a field of its own.
  private static func open(_ reasons: [Reason]) -> [String] {
    var seen: Set<String> = []
    return reasons.filter { !$0.isMoot && $0.outcome != .met && $0.kind != CriterionKind.dates.rawValue }
      .map(\.id).filter { seen.insert($0).inserted }
  }
}

extension Presence {
  /// What tells it from others.
  fileprivate var line: String {
    switch self {
    case .present: ""
    case .missing(let day): "missing " + day.description
    case .withdrawn(let day): "withdrawn " + day.description
    }
  }
}
