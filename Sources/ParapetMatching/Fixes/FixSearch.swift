import ParapetModel

/// The search for the fixes of one pair.
struct FixSearch {
  let matcher: Matcher
  let offer: Offer
  let city: City
  let item: Item

  /// Every minimal set of at most so many changes, the easiest first; of the values that one fact could be given,
  /// the smallest change that does.
  func fixes(upTo limit: Int = Fix.limit) -> [Fix] {
    var memory = FixMemory()
    return fixes(upTo: limit, terms: nil, by: &memory)
  }

  /// The same, with what was found out about the item before.
  ///
  /// - Parameters:
  ///   - terms: the number of the offer's terms, where offers with the same have it.
  ///   - memory: of this item of this city, asked with one limit.
  func fixes(upTo limit: Int = Fix.limit, terms: Int?, by memory: inout FixMemory) -> [Fix] {
    guard offer.opportunity.status(on: matcher.today) != .closed else { return [] }
    let key = FixMemory.Rule(tree: ObjectIdentifier(offer.tree.identity), day: matcher.day(of: offer))
    let found: [[Change]]
    if !mayLackGrant, let known = memory.found[key] {
      found = known
    } else {
      found = search(upTo: limit)
      if !mayLackGrant { memory.found[key] = found }
    }
    return found.map { judged($0, key, terms, &memory) }.enumerated()
      .sorted { left, right in
        if Fix.precedes(left.element, right.element) { return true }
        return !Fix.precedes(right.element, left.element) && left.offset < right.offset
      }.map(\.element)
  }

  /// The minimal sets, in the order in which they are found.
  private func search(upTo limit: Int) -> [[Change]] {
    let candidates = self.candidates()
    guard let candidates, !candidates.isEmpty else { return [] }
    var trials = FixSearch.mostTrials
    var found: [[Change]] = []
    var foundFacts: [Set<Int>] = []
    for count in 1...limit {
      for chosen in FixSearch.subsets(of: candidates.count, taking: count) {
        // What contains a fix is no smallest set.
        if foundFacts.contains(where: { $0.isSubset(of: chosen) }) { continue }
        let values = chosen.sorted().map { candidates[$0].values }
        if let changes = first(of: values, trials: &trials) {
          found.append(changes)
          foundFacts.append(chosen)
        }
      }
    }
    return found
  }

  /// Whether nothing that the city states keeps it from the opportunity: every criterion is met, or only somebody
  /// else can answer it.
  func isClear(_ city: City, _ item: Item) -> Bool {
    offer.tree.isSatisfied(by: leaves(Subject(city: city, item: item))) && !lacksGrant(city, item)
  }

  /// Whether each leaf asks for no change: what it demands holds, or only the call's document can say.
  private func leaves(_ subject: Subject) -> [Bool] {
    let day = matcher.day(of: offer)
    return offer.tree.leaves.map { leaf in
      let judgement = Matcher.judge(subject, leaf, on: day)
      let outcome = leaf.isNegated ? judgement.outcome.negated : judgement.outcome
      guard outcome != .met, let test = leaf.test, leaf.citation.holds(on: day) else { return true }
      // What nobody knows yet and nobody can change is a question, and not in the way; an unverified rule that fails
      // excludes nobody, but whoever promises a grant past it promises too much.
      let isOpen = outcome == .undecided
      let canBeChanged =
        !leaf.isNegated && test.proposals(subject, on: day).contains { $0.power < .impossible }
      return isOpen && !canBeChanged
    }
  }

  /// What could be changed: nothing where all is clear already.
  private func candidates() -> [(fact: Fact, values: [Change])]? {
    let subject = Subject(city: city, item: item)
    let outcomes = leaves(subject)
    let lacksGrant = lacksGrant(city, item)
    guard lacksGrant || !offer.tree.isSatisfied(by: outcomes) else { return nil }
    var proposals: [Proposal] = []
    var lacking: Set<Fact> = []
    let day = matcher.day(of: offer)
    for (leaf, outcome) in zip(offer.tree.leaves, outcomes) {
      let own = leaf.test?.proposals(subject, on: day) ?? []
      proposals += own
      if !outcome { lacking.formUnion(own.map(\.fact)) }
    }
    // Another applicant or seat may take away what a consortium has now.
    if !lacking.isDisjoint(with: [.applicant, .country]), proposals.contains(where: { $0.fact == .partners })
    {
      lacking.insert(.partners)
    }
    if lacksGrant, let more = missingCost() {
      proposals.append(.change(.cost(more: more)))
      lacking.insert(.cost)
    }
    return Candidates(proposals, lacking: lacking, city: city, item: item).changes
  }

  /// The first combination of one value of each fact after which all is clear, the smallest changes first.
  ///
  /// - Parameter trials: how many combinations may still be tried; sets of fewer changes come first, so what is
  ///   left out where it runs out is what asks for most.
  private func first(of values: [[Change]], trials: inout Int) -> [Change]? {
    var places = Array(repeating: 0, count: values.count)
    while trials > 0 {
      trials -= 1
      let changes = zip(values, places).map { $0[$1] }
      var (city, item) = (city, item)
      for change in changes { change.apply(to: &city, &item) }
      if isClear(city, item) { return changes }
      var fact = values.count - 1
      while fact >= 0 {
        places[fact] += 1
        if places[fact] < values[fact].count { break }
        places[fact] = 0
        fact -= 1
      }
      if fact < 0 { return nil }
    }
    return nil
  }

  /// The most combinations that are tried for one pair; the example cities need fewer than five hundred.
  private static let mostTrials = 20_000

  private func judged(
    _ changes: [Change], _ rule: FixMemory.Rule, _ terms: Int?, _ memory: inout FixMemory
  ) -> Fix {
    var (city, item) = (city, item)
    for change in changes { change.apply(to: &city, &item) }
    let estimate = memory.estimate(after: changes, terms: terms) {
      matcher.estimate(item, of: city, under: offer)
    }
    let judged = memory.judged(after: changes, by: rule) {
      matcher.judge(Subject(city: city, item: item), against: offer)
    }
    let match = matcher.match(
      item, of: city, with: offer, words: .none, estimate: estimate, judged: judged)
    return Fix(changes: changes, verdict: match.verdict, grant: match.estimate?.grant)
  }

  /// Sets of so many of the first numbers, in order.
  static func subsets(of size: Int, taking count: Int) -> [Set<Int>] {
    guard count <= size else { return [] }
    var sets: [[Int]] = [[]]
    for _ in 0..<count { sets = sets.flatMap { set in ((set.last ?? -1) + 1..<size).map { set + [$0] } } }
    return sets.map(Set.init)
  }
}

/// The size of the grant.
extension FixSearch {
  /// Whether the size of the grant can stand in the way, for which offers of one rule differ.
  private var mayLackGrant: Bool {
    offer.opportunity.level != .instrument && offer.funding.minimumGrant != nil
  }

  private func lacksGrant(_ city: City, _ item: Item) -> Bool {
    guard offer.opportunity.level != .instrument, let minimum = offer.funding.minimumGrant?.value,
      let grant = matcher.estimate(item, of: city, under: offer)?.grant, grant.currency == minimum.currency
    else { return false }
    return grant.minorUnits < minimum.minorUnits
  }

  /// The least further cost, in whole units, at which the grant reaches the minimum; nothing where none does that
  /// leaves the item recognisable.
  private func missingCost() -> Money? {
    let now = item.lines.isEmpty ? item.cost?.minorUnits : item.lines.reduce(0) { $0 + $1.cost.minorUnits }
    let most = (now ?? 0) / 100 * FixSearch.growth
    func reaches(_ units: Int64) -> Bool {
      var (city, item) = (city, item)
      Change.cost(more: Money(minorUnits: units * 100, currency: city.currency)).apply(to: &city, &item)
      return !lacksGrant(city, item)
    }
    guard most > 0, reaches(most) else { return nil }
    var (low, high): (Int64, Int64) = (0, most)
    while low + 1 < high {
      let middle = (low + high) / 2
      if reaches(middle) { high = middle } else { low = middle }
    }
    return Money(minorUnits: high * 100, currency: city.currency)
  }

  /// How many times its own cost an item may be enlarged by: one that more than doubles is another item.
  private static let growth: Int64 = 1
}

extension Tree {
  /// Whether all holds where each leaf's demand holds or not; a negation is part of the leaf's demand.
  func isSatisfied(by leaves: [Bool]) -> Bool { isSatisfied(root, leaves, negated: false) }

  private func isSatisfied(_ node: Node, _ leaves: [Bool], negated: Bool) -> Bool {
    switch node {
    case .leaf(let index): leaves[index]
    case .not(let part): isSatisfied(part, leaves, negated: !negated)
    // Not all of some means that one fails, and not any of some that each does (De Morgan).
    case .all(let parts) where !negated, .any(let parts) where negated:
      parts.allSatisfy { isSatisfied($0, leaves, negated: negated) }
    case .all(let parts), .any(let parts):
      parts.contains { isSatisfied($0, leaves, negated: negated) }
    }
  }
}
