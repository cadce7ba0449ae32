import ParapetBudgeting
import ParapetSearching
import ParapetModel

/// Offers prepared for the items of many cities: their rules are numbered once, and so is what no item changes.
public struct OfferRanking: Sendable {
  private(set) var matcher: Matcher
  let offers: [Offer]
  let rules: RuleTable
  let prepared: [PreparedOffer]
  /// The places of the offers among them.
  private let places: [ObjectIdentifier: Int]
  /// The lists of measures of all trees.
  let lists: [MeasureStrengths]
  let measureFits = MeasureMemory()
  /// The rates of all offers.
  private let rates: [[FundingRate]]
  /// The forms of work that keep offers off lists.
  let work: BindingWork

  /// How much of a list is wanted.
  public enum Length: Hashable, Sendable {
    /// All of it.
    case whole
    /// The first so many.
    case first(Int)
  }

  /// Offers on the day of a matcher.
  ///
  /// - Parameter work: the forms of work that are imposed.
  public init(_ offers: [Offer], matcher: Matcher, work: AskedWork? = nil) {
    self.work = BindingWork(work, of: offers)
    self.offers = offers
    self.matcher = matcher
    rules = RuleTable(offers, matcher: matcher)
    let preparation = OfferPreparation(offers, matcher: matcher)
    prepared = preparation.prepared
    places = Dictionary(
      offers.enumerated().map { (ObjectIdentifier($1), $0) }, uniquingKeysWith: { first, _ in first })
    lists = preparation.lists
    rates = preparation.rates
  }

  /// What the rates of each number come to for a city that pays alone: the same number where they come to the same.
  func settledRates(for city: City) -> [Int] {
    var numbers: [SettledRate: Int] = [:]
    return rates.enumerated().map { number, rates in
      guard let rate = SettledRate(among: rates, for: city) else { return number }
      let known = numbers[rate] ?? number
      numbers[rate] = known
      return known
    }
  }

  /// The same offers, priced otherwise.
  func priced(by pricing: Pricing) -> OfferRanking {
    var other = self
    other.matcher = Matcher(on: matcher.today, pricing: pricing)
    return other
  }

  /// Memory that judging needs; used for item after item of a city.
  func makeAnswers() -> RuleAnswers { rules.makeAnswers() }

  /// The list of one item, best first and ranked; without `everything`, closed, ineligible and unrelated
  /// opportunities are left out.
  ///
  /// The table of rules gives the verdict of a pair; budgets, reasons and fits are made for those alone that can
  /// still be listed.
  ///
  /// - Parameter stated: what the items of the city say of the form of their work; what imposes another is in no list.
  func list(
    _ item: Item, of city: City, words: FoundWords, everything: Bool, length: Length,
    stated: StatedWork? = nil, answers: inout RuleAnswers
  ) -> (matches: [Match], omitted: Omitted) {
    precondition(offers.count == words.unquoted.count, "each offer needs its words")
    answers.begin(Subject(city: city, item: item))
    let measures = measureFits.fits(of: item, in: lists)
    var asked = BindingWork.Asked(item, as: stated)
    var memory = ItemMemory(item, of: city, matcher)
    var candidates: [(offer: Int, key: UInt64)] = []
    var answered: [Int: Offer] = [:]
    var omitted = Omitted()
    func isShutOut(_ index: Int, _ answers: inout RuleAnswers) -> Bool {
      let offer = offers[index].answered(by: city, about: item)
      guard !offer.answers.isEmpty else {
        return rules.verdict(of: rules.rules[index], &answers) == .ineligible
          && memory.isShutOut(by: rules.rules[index], of: rules, &answers)
      }
      answered[index] = offer
      let (verdict, reasons) = matcher.judge(answers.subject, against: offer)
      return Match.Standing.isNo(verdict, reasons)
    }
    for index in offers.indices {
      let offer = prepared[index]
      let found = words.unquoted[index]
      if !everything {
        // Nine pairs of ten end here, before a budget is made for them.
        guard offer.status != .closed else {
          omitted.closed += 1
          continue
        }
        guard !offer.isLeftOver else {
          omitted.leftOver += 1
          continue
        }
        guard measures[offer.list].isRelevant(offers[index], found), !work.keepsOff(index, &asked) else {
          omitted.unrelated += 1
          continue
        }
      }
      let isRuledOut = isShutOut(index, &answers)
      if isRuledOut, !everything {
        omitted.no += 1
        continue
      }
      let most =
        Fit.merits(
          measures[offer.list], offers[index], found, nil, timeAndEffort: offer.timeAndEffort)
        + Fit.pointsOfAnEstimate
      candidates.append((index, offer.key(isRuledOut ? .no : .ready, most)))
    }
    func makeMatch(_ index: Int) -> Match {
      if let offer = answered[index] {
        return matcher.match(item, of: city, with: offer, words: words[index])
      }
      let offer = offers[index]
      return matcher.match(
        item, of: city, with: offer, words: words[index],
        estimate: memory.estimate(offer, prepared[index]),
        judged: memory.judged(by: rules.rules[index], of: rules, &answers))
    }
    var wanted = Int.max
    if case .first(let count) = length { wanted = count }
    // The best place that each could have comes first; once so many places are surely taken, the rest need not be
    // looked at.
    if wanted < candidates.count { candidates.sort { $0.key < $1.key } }
    var best = BestMatches(wanted)
    for (index, bound) in candidates {
      if best.isFull(before: bound) { break }
      if wanted < candidates.count {
        let estimate = memory.estimate(offers[index], prepared[index])
        let most = Fit.merits(
          measures[prepared[index].list], offers[index], words.unquoted[index], estimate,
          timeAndEffort: prepared[index].timeAndEffort)
        if best.isFull(before: prepared[index].key(bound, fit: most)) { continue }
      }
      var made = makeMatch(index)
      made.missingWork = work.missing(index, &asked)
      if !everything, let gate = Placement.Gate(made) {
        omitted.count(gate)
        continue
      }
      best.insert(made, key: prepared[index].key(made.standing, made.fit.total))
    }
    return (best.ranked, omitted)
  }

  /// The same matches with their fixes.
  func withFixes(_ matches: [Match], of item: Item, _ city: City) -> [Match] {
    var memory = FixMemory()
    var fixed = matches
    for index in fixed.indices {
      let offer = fixed[index].offer
      let terms = places[ObjectIdentifier(offer)].map { prepared[$0].terms }
      let search = FixSearch(
        matcher: matcher, offer: offer, city: city, item: item, match: fixed[index])
      fixed[index].fixes = search.fixes(terms: terms, by: &memory)
    }
    return fixed
  }
}

/// The first matches of a list in the making.
private struct BestMatches {
  private var entries: [(key: UInt64, match: Match)] = []
  private let count: Int

  init(_ count: Int) { self.count = count }

  /// Whether nothing with this key or a later one can have a place.
  func isFull(before key: UInt64) -> Bool {
    guard entries.count == count, let last = entries.last else { return false }
    return last.key < key
  }

  mutating func insert(_ match: Match, key: UInt64) {
    guard count < Int.max else { return entries.append((key, match)) }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key <= key { low = middle + 1 } else { high = middle }
    }
    entries.insert((key, match), at: low)
    if entries.count > count { entries.removeLast() }
  }

  /// The matches with their places.
  var ranked: [Match] {
    // Places are sorted and not matches, which are large and would be moved many times.
    entries.indices.sorted { entries[$0].key < entries[$1].key }.enumerated().map { place, index in
      var match = entries[index].match
      match.rank = place + 1
      return match
    }
  }
}
