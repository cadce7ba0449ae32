@testable import ParapetSearching
import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetBudgeting
@testable import ParapetPlanning
@testable import ParapetMatching

/// A small world: items of one city, opportunities that all of them match, and what is made of it.
struct PlanWorld {
  var city = BudgetSamples.city(partners: [partner("p")])
  var items: [Item] = []
  var opportunities: [Opportunity] = []
  var practice = GrantPractice()
  /// Tells which concepts items name; no words by default.
  var naming = ConceptNaming()
  var exchange = Exchange()
  /// The points of fit by opportunity, where they are not all the same.
  var fits: [String: Int] = [:]
  let day = Day(number: 20_527)

  /// An item of one year.
  mutating func add(_ id: String, _ cost: String, priority: Int = 1, year: Int = 2027) {
    var item = BudgetSamples.item(id, cost: cost)
    item.priority = priority
    item.start = Day(year: year, month: 1, day: 1)
    item.end = Day(year: year, month: 12, day: 31)
    items.append(item)
  }

  mutating func offer(
    _ id: String, rate: String = "80", smallest: String? = nil, largest: String? = nil,
    management: Management = .direct
  ) {
    var opportunity = Opportunity(level: .call, identifier: id, origin: .curated(Diagnostic.Place(file: "")))
    opportunity.deadlines = [Deadline(day: day.adding(days: 60))]
    opportunity.management = management
    opportunity.funding.rates = [FundingRate(id: "r", maximum: percent(rate), citation: law)]
    opportunity.funding.minimumGrant = smallest.map { Cited(euro($0), law) }
    opportunity.funding.maximumGrant = largest.map { Cited(euro($0), law) }
    opportunity.costRules.vat = Cited(.never, law)
    opportunity.costRules.works = Cited(.eligible, law)
    opportunity.costRules.indirect = Cited(IndirectRule(rate: percent("0"), base: .direct), law)
    opportunities.append(opportunity)
  }

  func request(_ change: (inout PlanRequest) -> Void = { _ in }) -> PlanRequest {
    let instruments = opportunities.filter { $0.level == .instrument }
    let offers = opportunities.map { InstrumentBook(instruments: instruments, calls: []).offer($0) }
    let matcher = Matcher(on: day, pricing: Pricing { _, _, _ in nil })
    let search = WordSearch(offers: offers, lexicon: Lexicon())
    let words = search.evidence(for: items)
    var list = Shortlist(
      Portfolio(city: city, items: items), among: [], lexicon: Lexicon(), on: day,
      pricing: Pricing { _, _, _ in nil })
    list.items = zip(items, words).map { item, words in
      Shortlist.ItemShortlist(
        item: item,
        matches: zip(offers, words).map { offer, words in
          var match = matcher.match(item, of: city, with: offer, words: words)
          match.verdict = .eligible
          match.fit = .drawn(fits[offer.opportunity.identifier] ?? 50)
          return match
        })
    }
    var request = PlanRequest(
      list, measures: MeasureCatalogue(), practice: practice,
      statedWork: StatedWork(of: list.portfolio, by: naming), exchange: exchange,
      solver: AllotmentSolver(door: .built))
    request.solver.steps = 100
    change(&request)
    return request
  }

  func plan(_ change: (inout PlanRequest) -> Void = { _ in }) throws -> Plan {
    try Plan.make(request(change))
  }
}

extension Plan {
  /// What goes where, in one line each.
  var lines: [String] {
    applications.map { $0.offer.opportunity.identifier + ": " + $0.items.joined(separator: " ") }
  }

  func because(_ item: String) -> [Unfunded.Reason] { unfunded.first { $0.item == item }?.because ?? [] }
}

@Suite("A plan")
struct PlanTests {
  @Test("the higher priority comes first, whatever it costs")
  func priority() throws {
    var world = PlanWorld()
    world.add("a", "100000", priority: 2)
    world.add("b", "90000", priority: 1)
    world.offer("X")
    world.city.ownContribution = [2027: euro("20000")]
    let plan = try world.plan()
    #expect(plan.lines == ["X: b"])
    #expect(plan.because("a") == [.outranked(["b"])])
  }

  @Test("of two sources the one that spares own money is taken, then the one fewer application")
  func ownMoney() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.add("b", "50000")
    world.offer("X", rate: "80")
    world.offer("Y", rate: "90")
    #expect(try world.plan().lines == ["Y: a b"])
    #expect(try world.plan { $0.without = ["Y"] }.lines == ["X: a b"])
  }

  @Test("items reach the smallest grant together, and none is taken that brings nothing above the largest")
  func bounds() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.add("b", "50000", priority: 2)
    world.add("c", "70000", priority: 3)
    world.offer("X", smallest: "100000", largest: "110000")
    let plan = try world.plan()
    #expect(plan.lines == ["X: a b"])
    // 80 % of 150,000 is 120,000; the ceiling of 110,000 cuts both in proportion.
    #expect(plan.applications[0].grant == euro("110000"))
    #expect(plan.applications[0].parts.map(\.grant) == [euro("73333.33"), euro("36666.67")])
    #expect(plan.applications[0].budget.bound(.maximumGrant)?.bit == true)
    #expect(plan.because("c") == [.outranked(["b"])])
  }

  @Test("that a call's smallest grant is out of reach is said behind what keeps an item from the others")
  func reachOfFloors() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X", smallest: "300000")
    let floor = PlanConstraint.smallestGrant(opportunity: "X", euro("300000"))
    #expect(try world.plan().because("a") == [.clash([floor])])
    world.offer("Y")
    world.opportunities[1].deadlines = []
    #expect(try world.plan().because("a") == [.announced(opportunities: 1)])
    world.items[0].cost = euro("200000")
    #expect(try world.plan().because("a") == [.announced(opportunities: 1), .clash([floor])])
  }

  @Test("the number of applications is a limit")
  func applications() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.add("b", "100000")
    world.offer("X", largest: "80000")
    world.offer("Y", largest: "80000")
    #expect(try world.plan().lines == ["X: a", "Y: b"])
    world.city.applications = 1
    #expect(try world.plan().lines == ["X: a"])
    #expect(try world.plan().because("b") == [.noApplicationLeft(most: 1, ["a"])])
  }

  @Test("own money is held against its year, and a year of which nothing is said has none")
  func years() throws {
    var world = PlanWorld()
    world.add("a", "100000", year: 2027)
    world.add("b", "100000", year: 2028)
    world.offer("X")
    world.city.ownContribution = [2027: euro("20000")]
    let plan = try world.plan()
    #expect(plan.lines == ["X: a"])
    #expect(
      plan.because("b")
        == [.tooSmallPurse(.ownContribution(year: 2028, nil), lacking: euro("20000"))])
    #expect(plan.assumptions.contains(.yearNotStated(2028)))
    #expect(plan.years.map(\.own) == [euro("20000")])
  }

  @Test("costs without a year cannot be held against a limit by year")
  func undated() throws {
    var world = PlanWorld()
    world.items = [item("a", cost: "100000")]
    world.offer("X")
    #expect(try world.plan().lines == ["X: a"])
    world.city.ownContribution = [2027: euro("20000")]
    let plan = try world.plan()
    #expect(plan.lines == [])
    #expect(plan.because("a") == [.noYear])
  }

  @Test("what cannot be paid for says why")
  func reasons() throws {
    var world = PlanWorld()
    world.add("free", "100000")
    var unknown = Item(id: "unknown", title: "x")
    unknown.start = Day(year: 2027, month: 1, day: 1)
    var kroner = item("kroner", cost: "1")
    kroner.cost = Money(minorUnits: 100, currency: try #require(Currency("DKK")))
    kroner.vat = nil
    world.items += [unknown, kroner]
    world.offer("X")
    world.opportunities[0].funding.rates = []
    let plan = try world.plan()
    #expect(plan.because("free") == [.noRate])
    #expect(plan.because("unknown") == [.costUnknown])
    #expect(plan.because("kroner") == [.otherCurrency(try #require(Currency("DKK")), .euro)])
    #expect(try world.plan { $0.without = ["X"] }.because("free") == [.nothingMatches])
  }

  @Test("costs and limits in another currency are counted at the rates at hand, and that is said")
  func exchange() throws {
    let krone = try #require(Currency("DKK"))
    var world = PlanWorld()
    world.add("a", "7460.40")
    world.items[0].cost = Money(minorUnits: 746_040, currency: krone)
    world.items[0].vat = nil
    world.offer("X", rate: "80")
    world.city.currency = krone
    world.city.ownContribution = [2027: Money(minorUnits: 149_208, currency: krone)]
    #expect(try world.plan().because("a") == [.otherCurrency(krone, .euro)])
    // 7,460.40 at 7.4604 for a euro is 1,000; of the 200 that are left the city has just enough.
    world.exchange = Exchange(
      [
        ExchangeRates(
          publisher: .centralBank, day: world.day, rates: [krone: try #require(ExchangeRate("7.4604"))])
      ], on: world.day)
    let plan = try world.plan()
    #expect(plan.currency == .euro)
    #expect(plan.applications.map(\.grant) == [euro("800")])
    #expect(plan.years.map(\.own) == [euro("200")])
    #expect(plan.years.map(\.limit) == [euro("200")])
    #expect(
      plan.assumptions.contains { if case .converted(let found) = $0 { found.from == krone } else { false } })
    world.city.ownContribution = [2027: Money(minorUnits: 149_200, currency: krone)]
    #expect(
      try world.plan().because("a")
        == [.tooSmallPurse(.ownContribution(year: 2027, euro("199.99")), lacking: euro("0.01"))])
  }

  @Test("undecided matches enter only where that is asked for, marked")
  func undecided() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X")
    var request = world.request()
    request.shortlist.items[0].matches[0].verdict = .undecided
    let cautious = try Plan.make(request)
    #expect(cautious.applications.isEmpty)
    #expect(cautious.because("a") == [.undecided(.readCall, opportunities: 1)])
    request.assumesUndecided = true
    let plan = try Plan.make(request)
    #expect(plan.applications.map(\.verdict) == [.undecided])
    #expect(plan.assumptions.contains(.undecided(item: "a", application: 0)))
  }

  @Test("a rule that is not met is assumed away by nothing, nor is an aim that nothing states")
  func admitted() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X")
    var request = world.request()
    request.assumesUndecided = true
    func admits(_ kind: CriterionKind, _ outcome: Outcome, moot: Bool = false) -> Bool {
      var match = request.shortlist.items[0].matches[0]
      match.verdict = .undecided
      var reason = Reason(
        kind: kind.rawValue, id: "rule", outcome: outcome, required: .unstatedConditions,
        stated: .sourceSilent,
        missing: [], citation: Citation(grade: .inferred, source: "none"))
      reason.isMoot = moot
      match.reasons = [reason]
      return request.admits(match, for: request.shortlist.items[0].item)
    }
    #expect(!admits(.population, .unmet) && !admits(.aim, .undecided))
    #expect(admits(.population, .undecided) && admits(.aim, .met) && admits(.population, .unmet, moot: true))
  }
}

@Suite("A plan that cannot be")
struct InfeasiblePlanTests {
  @Test("the smallest set of limits that clash is named")
  func clash() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.add("b", "100000")
    world.offer("X", largest: "80000")
    world.offer("Y", largest: "80000")
    world.city.ownContribution = [2027: euro("60000"), 2028: euro("90000")]
    world.city.applications = 1
    #expect(
      throws: PlanError.infeasible([
        .required(item: "a"), .required(item: "b"), .applications(1),
        .largestGrant(opportunity: "X", euro("80000")),
        .largestGrant(opportunity: "Y", euro("80000")),
      ])
    ) { try world.plan { $0.required = ["a", "b"] } }
  }

  @Test(
    "a limit that alone leaves no room is named alone, and items that are not needed for the clash are not")
  func alone() {
    var world = PlanWorld()
    world.add("a", "100000")
    world.add("b", "100")
    world.offer("X")
    world.city.ownContribution = [2027: euro("10000")]
    world.city.applications = 3
    #expect(
      throws: PlanError.infeasible([.required(item: "a"), .ownContribution(year: 2027, euro("10000"))])
    ) {
      try world.plan { $0.required = ["a", "b"] }
    }
  }

  @Test("an item that nothing pays for is named")
  func nothing() {
    var world = PlanWorld()
    world.items = [Item(id: "a", title: "x")]
    world.offer("X")
    #expect(throws: PlanError.infeasible([.required(item: "a")])) { try world.plan { $0.required = ["a"] } }
  }
}

@Suite("Items that may be split")
struct SplitPlanTests {
  /// An item of two costs, of which each source pays one.
  private func world(_ splitting: Item.Splitting) -> PlanWorld {
    var world = PlanWorld()
    var item = item(
      "a", lines: [line(.travel, "60000", workPackage: "WP1"), line(.employees, "50000", workPackage: "WP2")])
    item.splitting = splitting
    item.priority = 1
    world.items = [item]
    world.offer("X", largest: "48000", management: .direct)
    world.offer("Y", largest: "40000", management: .shared)
    return world
  }

  @Test("a whole item stays whole", arguments: Item.Splitting.allCases)
  func splitting(_ splitting: Item.Splitting) throws {
    let plan = try world(splitting).plan()
    // Whole, one source pays 48,000 of it; split, the two pay 88,000.
    #expect(plan.totals.grant == euro(splitting == .whole ? "48000" : "88000"))
    #expect(plan.applications.flatMap(\.parts).map(\.lines) == (splitting == .whole ? [nil] : [[0], [1]]))
    #expect(plan.applications.flatMap(\.otherSupport).count == (splitting == .whole ? 0 : 2))
  }

  @Test("sources that the law keeps apart do not share an item")
  func cumulation() throws {
    var world = world(.lines)
    world.practice.cumulation = [
      CumulationRule(
        id: "apart", first: .management(.direct), second: .management(.shared), texts: [], citation: law)
    ]
    let plan = try world.plan()
    #expect(plan.applications.count == 1)
    // A rule that no law backs keeps nothing apart.
    world.practice.cumulation[0].citation.grade = .inferred
    #expect(try world.plan().applications.count == 2)
  }

  @Test("the ledger has every cost once, with the application that claims it")
  func ledger() throws {
    let world = world(.lines)
    let plan = try world.plan()
    let ledger = plan.ledger(of: Portfolio(city: world.city, items: world.items))
    #expect(ledger.map(\.number) == [1, 2])
    #expect(ledger.map(\.application) == [0, 1])
  }
}
