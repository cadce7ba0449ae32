@testable import ParapetSearching
import BudgetSamples
import ParapetModel

@testable import ParapetBudgeting
@testable import ParapetPlanning
@testable import ParapetMatching

extension Fit {
  /// A fit of so many points.
  static func drawn(_ points: Int, isRelevant: Bool = true, measures: [String] = ["barriers"]) -> Fit {
    Fit(
      addends: [
        Addend(name: .measure, points: 0, because: .measures(core: measures, possible: [])),
        Addend(name: .words, points: points, because: .noDeadline),
      ], isRelevant: isRelevant)
  }
}

/// A portfolio with opportunities, drawn from a seed: items with lines and with totals, partners, floors, ceilings, years.
struct DrawnPortfolio {
  var city: City
  var items: [Item] = []
  var opportunities: [Opportunity] = []
  /// Which opportunities an item matches, by position.
  var matches: [[Int]] = []
  /// When money comes and which sources are kept apart; drawn too.
  var practice = GrantPractice()
  /// The points of fit of each item in each opportunity, and whether it is on the subject at all.
  var fits: [[(points: Int, isRelevant: Bool)]] = []
  let day = Day(number: 20_527)
  /// Whether some matches are on the subject by the words of their texts alone, which is no reason to send one in.
  private var hasWordsAlone = false

  /// Whether a sensible officer would send an item in.
  func isPlausible(_ item: Int, _ opportunity: Int) -> Bool {
    fits[item][opportunity].isRelevant && !isByWordsAlone(item, opportunity)
  }

  private func isByWordsAlone(_ item: Int, _ opportunity: Int) -> Bool {
    hasWordsAlone && fits[item][opportunity].points % 7 == 3
  }

  init(seed: UInt64, mostItems: Int = 8, mostOpportunities: Int = 5) {
    var random = RandomNumbers(state: seed)
    hasWordsAlone = seed.isMultiple(of: 2)
    func amount(_ most: Int) -> Money { Money(minorUnits: Int64(1 + random.below(most))) }
    city = BudgetSamples.city(partners: [partner("p")])
    if random.below(4) > 0 {
      for year in 2027...2028 { city.ownContribution[year] = amount(40_000_000) }
    }
    if random.below(2) == 0 { city.applications = 1 + random.below(3) }
    for number in 0..<1 + random.below(mostItems) {
      var item = Item(id: "i\(number)", title: "x")
      item.priority = random.below(5) == 0 ? nil : 1 + random.below(3)
      item.start = Day(year: 2027, month: 1 + random.below(6), day: 1)
      item.end = Day(year: 2027 + random.below(2), month: 8 + random.below(4), day: 28)
      if random.below(3) == 0 {
        for _ in 0..<1 + random.below(3) {
          var line = CostLine(quantity: 10_000, unitCost: amount(30_000_000))
          line.category = [.employees, .travel, .works, .subcontracting][random.below(4)]
          line.vat = Money(minorUnits: line.cost.minorUnits / 5)
          line.partner = random.below(4) == 0 ? "p" : nil
          line.year = 2027 + random.below(2)
          item.lines.append(line)
        }
      } else {
        (item.cost, item.vat) = (amount(60_000_000), amount(9_000_000))
      }
      items.append(item)
    }
    for number in 0..<1 + random.below(mostOpportunities) {
      var opportunity = Opportunity(
        level: .call, identifier: "o\(number)", origin: .curated(Diagnostic.Place(file: "")))
      opportunity.deadlines = [Deadline(day: day.adding(days: 30 + random.below(200)))]
      opportunity.funding.rates = [
        FundingRate(
          id: "r", maximum: percent(["50", "67.96", "80", "90", "100"][random.below(5)]), citation: law)
      ]
      if random.below(2) == 0 { opportunity.funding.maximumGrant = Cited(amount(60_000_000), law) }
      if random.below(3) == 0 { opportunity.funding.minimumGrant = Cited(amount(30_000_000), law) }
      if let maximum = opportunity.funding.maximumGrant, let minimum = opportunity.funding.minimumGrant,
        maximum.value.minorUnits < minimum.value.minorUnits
      {
        opportunity.funding.maximumGrant = minimum
      }
      let never: VATRule = random.below(2) == 0 ? .never : .nonRecoverable
      opportunity.costRules.vat = Cited(never, law)
      opportunity.costRules.works = Cited(random.below(3) == 0 ? .notEligible : .eligible, law)
      opportunity.costRules.indirect = Cited(
        IndirectRule(rate: percent(["0", "7", "25"][random.below(3)]), base: .direct), law)
      opportunities.append(opportunity)
    }
    drawLumpSums(seed)
    drawFamilies(seed)
    split(mostItems, &random)
    drawPractice(&random)
    for _ in items {
      matches.append(opportunities.indices.filter { _ in random.below(5) < 3 })
    }
    for _ in items {
      fits.append(opportunities.map { _ in (points: random.below(20) * 5, isRelevant: random.below(8) > 0) })
    }
  }

  /// Gives some opportunities sums to choose from, by numbers of their own, so that all else stays as it was drawn.
  private mutating func drawLumpSums(_ seed: UInt64) {
    var random = RandomNumbers(state: seed &+ 77_000_077)
    for number in opportunities.indices where random.below(6) == 0 {
      let steps = (0..<2 + random.below(2)).map { _ in
        LumpSums.Step(Money(minorUnits: Int64(5_000_000 + random.below(60_000_000))))
      }
      opportunities[number].funding.lumpSums = LumpSums(by: .choice, steps: steps).map { Cited($0, law) }
      (opportunities[number].funding.minimumGrant, opportunities[number].funding.maximumGrant) = (nil, nil)
    }
  }

  /// Says what items are first of all, by numbers of their own: an application to a call holds items of one family.
  private mutating func drawFamilies(_ seed: UInt64) {
    var random = RandomNumbers(state: seed &+ 55_000_055)
    for number in items.indices where random.below(3) > 0 {
      items[number].measures = [["barriers", "training"][random.below(2)]]
    }
  }

  /// Lets some items with lines be split, as long as not more parts come of it than there may be items.
  private mutating func split(_ mostParts: Int, _ random: inout RandomNumbers) {
    var parts = items.count
    for number in items.indices where items[number].lines.count > 1 && random.below(2) == 0 {
      guard parts + items[number].lines.count - 1 <= mostParts else { continue }
      items[number].splitting = random.below(2) == 0 ? .lines : .workPackages
      for line in items[number].lines.indices {
        items[number].lines[line].workPackage = "w\(random.below(2))"
      }
      parts += items[number].lines.count - 1
    }
  }

  private mutating func drawPractice(_ random: inout RandomNumbers) {
    for number in opportunities.indices {
      opportunities[number].management = random.below(2) == 0 ? .direct : .shared
    }
    practice.payments = [Management.direct, .shared].map { management in
      PaymentTerms(
        scope: .management(management), advance: percent(["0", "33.33", "60"][random.below(3)]),
        interim: percent(["0", "20", "40"][random.below(3)]), monthsToAgreement: random.below(12),
        daysToPay: 30 + random.below(60), citation: law)
    }
    if random.below(2) == 0 {
      practice.cumulation = [
        CumulationRule(
          id: "apart", first: .management(.direct),
          second: .management(random.below(2) == 0 ? .direct : .shared), texts: [], citation: law)
      ]
    }
  }

  /// The request for a plan, with the items and opportunities in an order of one's own.
  func request(reversed: Bool = false) -> PlanRequest {
    let book = InstrumentBook(instruments: [], calls: [])
    let offers = opportunities.map { book.offer($0) }
    let matcher = Matcher(on: day, pricing: Pricing { _, _, _ in nil })
    let search = WordSearch(offers: offers, lexicon: Lexicon())
    let words = search.evidence(for: items)
    var order = Array(items.indices)
    if reversed { order.reverse() }
    var shortlist = Shortlist(
      Portfolio(city: city, items: order.map { items[$0] }), among: [], lexicon: Lexicon(), on: day,
      pricing: Pricing { _, _, _ in nil })
    shortlist.items = order.map { item in
      var list = matches[item].map { offer -> Match in
        var match = matcher.match(items[item], of: city, with: offers[offer], words: words[item][offer])
        match.verdict = .eligible
        match.fit = .drawn(
          fits[item][offer].points, isRelevant: fits[item][offer].isRelevant,
          measures: isByWordsAlone(item, offer) ? [] : ["barriers"])
        return match
      }
      if reversed { list.reverse() }
      return Shortlist.ItemShortlist(item: items[item], matches: list)
    }
    var request = PlanRequest(
      shortlist, measures: MeasureCatalogue(), practice: practice,
      statedWork: StatedWork(of: shortlist.portfolio, by: ConceptNaming()),
      solver: AllotmentSolver(door: .built))
    request.solver.steps = 100
    return request
  }
}
