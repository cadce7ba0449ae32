@testable import ParapetSearching
import SeededDraws
import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching

/// Two thousand random cases each; the seed is printed where one fails, `PARAPET_TEST_SEED` sets it.
@Suite("What must not matter, of random cities")
struct InvariancePropertyTests {
  @Test("a fact that no criterion asks for changes nothing of a match, and one that is asked for often does")
  func irrelevantFacts() {
    var generator = SeededGenerator()
    let matcher = Matcher.onTheIdes(grant: 100)
    var (irrelevant, asked, moved) = (0, 0, 0)
    while irrelevant < 2_000 {
      let offer = InstrumentBook.offer(.made(.call, "A", requirements: .drawn(using: &generator)))
      let city = City.drawn(using: &generator)
      let item = Item.drawn(of: city, using: &generator)
      let kinds = Set(offer.tree.leaves.map(\.kind))
      let before = matcher.match(item, city, with: offer)
      for fact in ChangedFact.allCases.shuffled(using: &generator).prefix(4) {
        var (other, changed) = (city, item)
        fact.change(&other, &changed, using: &generator)
        let after = matcher.match(changed, other, with: offer)
        guard fact.kinds.isDisjoint(with: kinds) else {
          asked += 1
          if after.reasons != before.reasons { moved += 1 }
          continue
        }
        irrelevant += 1
        guard after.verdict == before.verdict, after.reasons == before.reasons, after.fit == before.fit,
          after.estimate == before.estimate, after.questions == before.questions, after.rank == before.rank
        else {
          Issue.record(
            "case \(irrelevant), seed \(generator.seed): \(fact) changed a match by \(kinds.sorted())")
          return
        }
        guard !kinds.contains(CriterionKind.consortium.rawValue) else { continue }
        let fixes = matcher.fixes(item, of: city, with: offer)
        guard matcher.fixes(changed, of: other, with: offer) == fixes else {
          Issue.record("case \(irrelevant), seed \(generator.seed): \(fact) changed the fixes")
          return
        }
      }
    }
    #expect(moved * 5 > asked, "\(moved) of \(asked): what is asked for has to matter in the sample")
  }

  @Test("the order of items, partners and opportunities changes no list")
  func order() {
    var generator = SeededGenerator()
    let lexicon = Lexicon(.urban)
    let pricing = Pricing { _, _, terms in
      let number = terms.funding.rates.first.flatMap { Int64($0.id) } ?? 0
      return number % 3 == 0
        ? nil
        : GrantEstimate(
          eligible: Money(minorUnits: 10_000), grant: Money(minorUnits: number * 90),
          own: Money(minorUnits: 10_000 - number * 90))
    }
    var listed = 0
    for round in 0..<100 {
      let offers = (0..<8).map { Offer.drawn("C\($0)", using: &generator) }
      let one = Shortlists(among: offers, lexicon: lexicon, on: ides, everything: true, pricing: pricing)
      let other = Shortlists(
        among: offers.shuffled(using: &generator), lexicon: lexicon, on: ides, everything: true,
        pricing: pricing)
      for place in 0..<20 {
        let portfolio = Portfolio.drawn(using: &generator)
        var shuffled = portfolio
        shuffled.city.partners.shuffle(using: &generator)
        shuffled.items.shuffle(using: &generator)
        for item in shuffled.items.indices {
          shuffled.items[item].partners?.shuffle(using: &generator)
        }
        for length in place % 4 == 0 ? [OfferRanking.Length.whole, .first(3)] : [.whole] {
          let before = one.of(portfolio, length: length)
          let after = other.of(shuffled, length: length)
          listed += before.items.reduce(0) { $0 + $1.matches.count }
          if let fault = fault(before, after) {
            Issue.record("case \(round * 20 + place), seed \(generator.seed): \(fault)")
            return
          }
        }
      }
    }
    #expect(listed > 2_000, "the sample has to hold lists")
  }

  @Test("lists made after those of another day say the same as lists that know of none")
  func afterOthers() {
    var generator = SeededGenerator()
    let lexicon = Lexicon(.urban)
    var listed = 0
    for round in 0..<60 {
      let all = (0..<12).map { Offer.drawn("C\($0)", using: &generator) }
      var last: Shortlists?
      for day in 0..<4 {
        // Some come, some go, and the order is another.
        let offers = all.filter { _ in Int.random(in: 0..<4, using: &generator) > 0 }.shuffled(
          using: &generator)
        func lists(after former: Shortlists?) -> Shortlists {
          Shortlists(
            among: offers, lexicon: lexicon, on: ides, everything: true,
            pricing: Pricing { _, _, _ in nil }, after: former)
        }
        let (fresh, merged) = (lists(after: nil), lists(after: last))
        last = merged
        for _ in 0..<5 {
          let portfolio = Portfolio.drawn(using: &generator)
          let before = fresh.of(portfolio)
          listed += before.items.reduce(0) { $0 + $1.matches.count }
          if let fault = fault(before, merged.of(portfolio)) {
            Issue.record("case \(round), day \(day), seed \(generator.seed): \(fault)")
            return
          }
        }
      }
    }
    #expect(listed > 2_000, "the sample has to hold lists")
  }

  /// What differs between two lists of a city, item by item, or nothing.
  private func fault(_ before: Shortlist, _ after: Shortlist) -> String? {
    for list in before.items {
      guard let same = after.items.first(where: { $0.item.id == list.item.id }) else {
        return "\(list.item.id) is missing"
      }
      let names = list.matches.map(\.offer.opportunity.identifier)
      let others = same.matches.map(\.offer.opportunity.identifier)
      guard names == others else { return "\(list.item.id): \(names) and \(others)" }
      for (first, second) in zip(list.matches, same.matches) {
        guard first.reasons == second.reasons else {
          let pairs = zip(first.reasons, second.reasons).filter { $0 != $1 }
          return "\(list.item.id): \(pairs.map { "\($0.0) and \($0.1)" })"
        }
        guard first.verdict == second.verdict, first.rank == second.rank,
          first.estimate == second.estimate, first.fit.total == second.fit.total,
          first.fit.isRelevant == second.fit.isRelevant, words(first) == words(second)
        else { return "\(list.item.id) with \(first.offer.opportunity.identifier)" }
      }
    }
    return before.items.count == after.items.count ? nil : "there are other items"
  }

  private func words(_ match: Match) -> Fit.Because? {
    match.fit.addends.first { $0.name == .words }?.because
  }
}

/// A fact that a test changes, with the kinds of criterion that ask for it.
private enum ChangedFact: CaseIterable {
  case seat, applicant, population, regionCategory, awards, measures, start, end, partners, coordinator
  case readiness, purposes, headings, administration

  var kinds: Set<String> {
    switch self {
    case .seat: ["territory", "consortium", "partner-share"]
    case .applicant: ["applicant-class", "consortium", "coordinator"]
    case .population: ["population"]
    case .regionCategory: ["region-category", "partner-share"]
    case .awards: ["previous-award"]
    case .measures: ["measure", "technology-readiness", "excluded-purpose", "cost-heading"]
    // Work that is over too early could also begin later.
    case .start: ["duration", "completion"]
    case .end: ["duration", "completion"]
    case .partners: ["consortium", "coordinator", "partner-share", "previous-award"]
    case .coordinator: ["coordinator", "previous-award"]
    case .readiness: ["technology-readiness"]
    case .purposes: ["excluded-purpose"]
    case .headings: ["cost-heading"]
    case .administration: []
    }
  }

  func change(_ city: inout City, _ item: inout Item, using generator: inout SeededGenerator) {
    let other = City.drawn(using: &generator)
    let drawn = Item.drawn(of: city, using: &generator)
    switch self {
    case .seat:
      city.facts.country = other.facts.country
      city.facts.nuts = other.facts.nuts
    case .applicant: city.facts.applicant = other.facts.applicant
    case .population: city.facts.population = other.facts.population
    case .regionCategory: city.facts.regionCategory = other.facts.regionCategory
    case .awards: city.facts.awards = other.facts.awards
    case .measures: item.measures = drawn.measures
    case .start: item.start = drawn.start
    case .end: item.end = drawn.end
    case .partners:
      item.partners = drawn.partners
      for partner in city.partners.indices { city.partners[partner].facts = other.facts }
    case .coordinator: item.coordinator = drawn.coordinator
    case .readiness: item.technologyReadiness = drawn.technologyReadiness
    case .purposes: item.purposes = drawn.purposes
    case .headings:
      for line in item.lines.indices {
        item.lines[line].category = CostCategory.allCases.randomElement(using: &generator)
      }
    case .administration:
      city.facts.vat =
        [nil, .recoverable, .partly(recoverable: Rate(millionths: 400_000))].randomElement(using: &generator)
        ?? nil
      city.facts.gdpBelowAverage = Bool.random(using: &generator)
      city.covenantJoined = Bool.random(using: &generator) ? ides : nil
      city.applications = Int.random(in: 0...9, using: &generator)
      city.ownContribution = [2027: Money(minorUnits: 1)]
      item.priority = Int.random(in: 1...5, using: &generator)
      item.site = "elsewhere"
      item.title = "Another name"
    }
  }
}

extension Portfolio {
  /// A city with two items that each have an identifier and words of their own.
  fileprivate static func drawn(using generator: inout SeededGenerator) -> Portfolio {
    let city = City.drawn(using: &generator)
    let items = (0..<2).map { number in
      var item = Item.drawn(of: city, using: &generator)
      item.id = "item-\(number)"
      item.title = .subject(using: &generator)
      item.text = .subject(using: &generator) + ". " + .subject(using: &generator)
      return item
    }
    return Portfolio(city: city, items: items)
  }
}

extension Offer {
  /// An open call or topic with words of a subject.
  fileprivate static func drawn(_ identifier: String, using generator: inout SeededGenerator) -> Offer {
    var call = Opportunity.made(
      Bool.random(using: &generator) ? .topic : .call, identifier, title: .subject(using: &generator),
      requirements: .drawn(using: &generator))
    call.descriptions = [LocalizedText(.subject(using: &generator), language: "en")]
    call.funding.rates = [
      FundingRate(
        id: "\(Int.random(in: 0..<97, using: &generator))", maximum: Rate(millionths: 500_000),
        citation: Citation(grade: .call, source: "https://example.eu"))
    ]
    // Few days, so that many are equal and the identifier decides.
    call.deadlines = [Deadline(day: day(Bool.random(using: &generator) ? "2026-06-15" : "2026-09-15"))]
    return InstrumentBook.offer(call)
  }
}

extension String {
  fileprivate static func subject(using generator: inout SeededGenerator) -> String {
    let words = ["training", "bollards", "places of worship", "places", "crowd", "panic", "smoke", "fishery"]
    return words.shuffled(using: &generator).prefix(4).joined(separator: " ")
  }
}
