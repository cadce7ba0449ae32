import SeededDraws
import ParapetModel
import Testing

@testable import ParapetMatching

/// Two thousand random cities, items and trees; the seed is printed where one fails.
@Suite("Fixes of random pairs")
struct FixPropertyTests {
  @Test("every fix works, dropping any part fails, and brute force finds none that is smaller")
  func againstBruteForce() {
    var generator = SeededGenerator()
    var found = 0
    for round in 0..<2_000 {
      let pair = RandomPair(using: &generator)
      let fixes = Matcher.onTheIdes().fixes(pair.item, of: pair.city, with: pair.offer)
      found += fixes.count
      if let fault = pair.fault(in: fixes) {
        Issue.record("round \(round), seed \(generator.seed): \(fault)\n\(pair.description)")
        return
      }
    }
    #expect(found > 500, "the sample has to hold fixes")
  }

  @Test("changing one fact changes no criterion that does not ask for it")
  func oneFactOneCriterion() {
    var generator = SeededGenerator()
    let asks: [String: Set<Fact>] = [
      "territory": [.country], "applicant-class": [.applicant], "population": [.population],
      "region-category": [.regionCategory], "measure": [.measures], "duration": [.end], "completion": [.end],
      "consortium": [.partners, .country, .applicant],
    ]
    for round in 0..<2_000 {
      let pair = RandomPair(using: &generator)
      let matcher = Matcher.onTheIdes()
      let before = matcher.match(pair.item, pair.city, with: pair.offer)
      var changed = pair
      let fact = changed.changeOneFact(using: &generator)
      let after = matcher.match(changed.item, changed.city, with: pair.offer)
      for (old, new) in zip(before.reasons, after.reasons)
      where old.outcome != new.outcome || old.stated != new.stated {
        guard asks[old.kind]?.contains(fact) == true else {
          Issue.record("round \(round), seed \(generator.seed): \(fact) changed \(old.kind)")
          return
        }
      }
    }
  }

  @Test("the order of partners and of a consortium's rules changes nothing")
  func order() {
    var generator = SeededGenerator()
    for round in 0..<2_000 {
      let pair = RandomPair(using: &generator)
      let before = Matcher.onTheIdes().match(pair.item, pair.city, with: pair.offer)
      var shuffled = pair
      shuffled.item.partners?.shuffle(using: &generator)
      shuffled.city.partners.shuffle(using: &generator)
      let after = Matcher.onTheIdes().match(shuffled.item, shuffled.city, with: pair.offer)
      guard before.verdict == after.verdict, before.reasons == after.reasons else {
        Issue.record("round \(round), seed \(generator.seed): the order of partners matters")
        return
      }
    }
  }
}

/// A city, an item and an opportunity of a random tree over the kinds of criterion that a fix can touch.
private struct RandomPair {
  var city: City
  var item: Item
  var requirement: Requirement
  var offer: Offer

  var description: String { "\(city)\n\(item)\n\(requirement)" }

  init(using generator: inout SeededGenerator) {
    city = .random(using: &generator)
    item = .random(of: city, using: &generator)
    requirement = .random(depth: 2, using: &generator)
    offer = InstrumentBook.offer(.made(.call, "A", requirements: requirement))
  }

  /// What is wrong with fixes, or nothing.
  func fault(in fixes: [Fix]) -> String? {
    for fix in fixes {
      if !isClear(fix.changes) { return "\(fix.changes) does not work" }
      for index in fix.changes.indices {
        var fewer = fix.changes
        let dropped = fewer.remove(at: index)
        if isClear(fewer) { return "\(fix.changes) works without \(dropped)" }
        guard case .partners(let partners) = dropped, partners.count > 1 else { continue }
        for place in partners.indices {
          var less = partners
          less.remove(at: place)
          if isClear(fewer + [.partners(less)]) { return "\(fix.changes) works with one partner fewer" }
        }
      }
    }
    guard !isClear([]) else { return fixes.isEmpty ? nil : "nothing stands in the way, and yet \(fixes)" }
    // What must not hold is not helped by a change, so only what is asked for is searched through.
    if requirement.hasNegation { return nil }
    let universe = everything
    let facts = universe.keys.sorted()
    let known = fixes.map { Set($0.changes.map(\.fact)) }
    for (index, first) in facts.enumerated() {
      if known.contains([first]) { continue }
      for value in universe[first] ?? [] where isClear([value]) { return "\([value]) was not found" }
      for second in facts[(index + 1)...] {
        if known.contains(where: { $0.isSubset(of: [first, second]) }) { continue }
        for left in universe[first] ?? [] {
          for right in universe[second] ?? [] where isClear([left, right]) {
            return "\([left, right]) was not found"
          }
        }
      }
    }
    return nil
  }

  /// Every value of every fact that is known, from a list of its own; of the facts that nobody changes, those that a
  /// criterion asks for.
  private var everything: [Fact: [Change]] {
    var all: [Fact: [Change]] = [:]
    let kinds = [
      Change.NewPartner(isFromAnotherCountry: true), Change.NewPartner(isFromAnotherCountry: false),
      Change.NewPartner(isFromAnotherCountry: true, applicant: .research),
    ]
    all[.partners] = kinds.flatMap { first in
      [.partners([first])] + kinds.map { .partners([first, $0]) }
    }
    all[.measures] = [["training"], ["barriers"], ["lighting"], ["training", "barriers"]]
      .filter { $0.allSatisfy(item.measures.contains) && $0.count < item.measures.count }
      .map { .measures($0) }
    if city.facts.applicant != nil, lacks("applicant-class") {
      all[.applicant] = [.value(.applicant, .code("local-authority"))]
    }
    if city.facts.country != nil, lacks("territory") {
      all[.country] = ["FR", "IT"].compactMap { Country($0) }.map { .seat(.country($0)) }
    }
    if city.facts.population != nil {
      all[.population] = [10_000, 25_000, 50_000, 100_000].map { .value(.population, .number($0)) }
    }
    if city.facts.regionCategory != nil {
      all[.regionCategory] = RegionCategory.allCases.map { .value(.regionCategory, .code($0.rawValue)) }
    }
    if item.end != nil {
      let ends = (0..<8).map { Day(number: ides.number + $0 * 200) }
      all[.end] = ends.map { .period(start: item.start, end: max($0, item.start ?? $0)) }
    }
    return all
  }

  /// Whether a criterion of a kind is not met as things are: another seat is looked for because of a territory, and
  /// not to make up the countries of a consortium.
  private func lacks(_ kind: String) -> Bool {
    let (_, reasons) = Matcher.onTheIdes().judge(Subject(city: city, item: item), against: offer)
    return reasons.contains { $0.kind == kind && $0.outcome != .met }
  }

  private func isClear(_ changes: [Change]) -> Bool {
    var (city, item) = (city, item)
    for change in changes { change.apply(to: &city, &item) }
    let subject = Subject(city: city, item: item)
    return requirement.holds(negated: false) { criterion, negated in
      guard let leaf = offer.tree.leaves.first(where: { $0.id == criterion.id }) else { return false }
      let judged = leaf.judge(subject, on: ides).outcome
      let outcome = negated ? judged.negated : judged
      if outcome == .met { return true }
      let isOpen = outcome == .undecided
      guard isOpen, !negated else { return isOpen }
      switch criterion.kind {
      case "consortium": return false
      case "measure": return !item.measures.contains { criterion.names($0) }
      case "duration": return item.start == nil || item.end == nil
      case "completion": return item.end == nil
      default: return true
      }
    }
  }

  /// Gives one fact another value, and says which.
  mutating func changeOneFact(using generator: inout SeededGenerator) -> Fact {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      city.facts.population = Int.random(in: 1...200_000, using: &generator)
      return .population
    case 1:
      city.facts.applicant = ApplicantClass.allCases.randomElement(using: &generator)
      return .applicant
    case 2:
      city.facts.regionCategory = RegionCategory.allCases.randomElement(using: &generator)
      return .regionCategory
    case 3:
      item.measures = ["lighting"]
      return .measures
    case 4:
      item.end = item.start.map { Day(number: $0.number + 400) } ?? ides
      return .end
    default:
      item.partners = []
      return .partners
    }
  }
}

extension City {
  fileprivate static func random(using generator: inout SeededGenerator) -> City {
    var city = City(id: "random", facts: ApplicantFacts())
    func maybe<Value>(_ values: [Value], _ generator: inout SeededGenerator) -> Value? {
      Int.random(in: 0..<6, using: &generator) == 0 ? nil : values.randomElement(using: &generator)
    }
    city.facts.country = maybe(["FR", "IT", "DK", "NO"], &generator).flatMap { Country($0) }
    city.facts.applicant = maybe([.localAuthority, .research, .nonProfit], &generator)
    city.facts.population = maybe([5_000, 18_000, 30_000, 400_000], &generator)
    city.facts.regionCategory = maybe(RegionCategory.allCases, &generator)
    city.partners = (0..<3).map { number in
      var facts = ApplicantFacts()
      facts.country = maybe(["FR", "IT", "ES"], &generator).flatMap { Country($0) }
      facts.applicant = maybe([.localAuthority, .research], &generator)
      return Partner(id: "p\(number)", name: "p\(number)", facts: facts)
    }
    return city
  }
}

extension Item {
  fileprivate static func random(of city: City, using generator: inout SeededGenerator) -> Item {
    var item = Item.made()
    item.measures =
      [["barriers"], ["training"], ["barriers", "training"], ["lighting", "training"], []]
      .randomElement(using: &generator) ?? []
    item.partners =
      [nil, [], ["p0"], ["p0", "p1"], ["p0", "p1", "p2"]].randomElement(using: &generator) ?? nil
    if Bool.random(using: &generator) { item.start = day("2026-01-01") }
    item.end =
      [nil, day("2026-02-01"), day("2026-12-31"), day("2028-12-31")].randomElement(using: &generator)
      ?? nil
    return item
  }
}

extension Requirement {
  /// A tree of criteria with names of their own.
  fileprivate static func random(depth: Int, using generator: inout SeededGenerator) -> Requirement {
    var number = 0
    return random(depth: depth, &number, &generator)
  }

  private static func random(
    depth: Int, _ number: inout Int, _ generator: inout SeededGenerator
  ) -> Requirement {
    switch depth == 0 ? 9 : Int.random(in: 0..<8, using: &generator) {
    case 0..<3:
      return .all(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          random(depth: depth - 1, &number, &generator)
        })
    case 3..<6:
      return .any(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          random(depth: depth - 1, &number, &generator)
        })
    case 6: return .not(random(depth: depth - 1, &number, &generator))
    default:
      number += 1
      return .criterion(.random("c\(number)", using: &generator))
    }
  }

  fileprivate var hasNegation: Bool {
    switch self {
    case .criterion: false
    case .not: true
    case .all(let parts), .any(let parts): parts.contains(where: \.hasNegation)
    }
  }

  /// Whether the tree holds where each leaf's demand does, by the plainest recursion.
  fileprivate func holds(negated: Bool, _ leaf: (Criterion, Bool) -> Bool) -> Bool {
    switch self {
    case .criterion(let criterion): return leaf(criterion, negated)
    case .not(let part): return part.holds(negated: !negated, leaf)
    case .all(let parts), .any(let parts):
      let held = parts.map { $0.holds(negated: negated, leaf) }
      if case .all = self { return negated ? held.contains(true) : !held.contains(false) }
      return negated ? !held.contains(false) : held.contains(true)
    }
  }
}

extension Criterion {
  fileprivate static func random(_ id: String, using generator: inout SeededGenerator) -> Criterion {
    let grade: Grade = Int.random(in: 0..<5, using: &generator) == 0 ? .inferred : .law
    let made: (String, [Parameter]) =
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: ("territory", [.include(["country": "FR"]), .include(["country": "IT"])])
      case 1: ("applicant-class", [.include(["applicant": "local-authority"])])
      case 2: ("population", [.minimum(["value": "25000"])])
      case 3: ("region-category", [.include(["category": "transition"])])
      case 4:
        (
          "measure",
          [
            .include(["measure": "training", "fit": "core"]),
            .include(["measure": "lighting", "fit": "possible"]),
          ]
        )
      case 5:
        (
          "duration",
          Bool.random(using: &generator) ? [.maximum(["months": "24"])] : [.minimum(["months": "18"])]
        )
      case 6: ("completion", [])
      default:
        (
          "consortium",
          [
            [.minimum(["entities": "2", "countries": "2"])], [.minimum(["entities": "3"])],
            [.minimum(["entities": "1", "applicant": "research"])],
            [.minimum(["entities": "2"]), .maximum(["entities": "3"])],
          ].randomElement(using: &generator) ?? []
        )
      }
    return .made(id, made.0, made.1, grade: grade)
  }

  /// Whether a list of measures accepts one by name.
  fileprivate func names(_ measure: String) -> Bool {
    parameters.contains { $0.name == "include" && $0.attributes["measure"] == measure }
  }
}
