import ParapetBudgeting
import ParapetModel

/// The search for the fixes of one pair.
struct FixSearch {
  let matcher: Matcher
  let offer: Offer
  let city: City
  let item: Item
  private let day: Day
  private let subject: Subject
  /// The answer for the pair, where it was given already.
  private let match: Match?

  /// - Parameter match: the answer of the same matcher for the pair, where it was given already.
  init(matcher: Matcher, offer: Offer, city: City, item: Item, match: Match? = nil) {
    self.matcher = matcher
    self.offer = offer
    self.city = city
    self.item = item
    self.match = match
    day = matcher.day(of: offer)
    subject = Subject(city: city, item: item)
  }

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
    let rule = FixMemory.Rule(
      tree: ObjectIdentifier(offer.tree.identity), day: day, terms: mayLackGrant ? terms : nil)
    let isShared = terms != nil || !mayLackGrant
    let found: [[Change]]
    if isShared, let known = memory.found[rule] {
      found = known
    } else {
      found = search(upTo: limit, terms, &memory)
      if isShared { memory.found[rule] = found }
    }
    return found.map { judged($0, rule, terms, &memory) }.enumerated()
      .sorted { left, right in
        if Fix.precedes(left.element, right.element) { return true }
        return !Fix.precedes(right.element, left.element) && left.offset < right.offset
      }.map(\.element)
  }

  /// The minimal sets, in the order in which they are found.
  private func search(upTo limit: Int, _ terms: Int?, _ memory: inout FixMemory) -> [[Change]] {
    let leaves = self.leaves()
    let candidates = self.candidates(leaves, terms, &memory)
    guard let candidates, !candidates.isEmpty else { return [] }
    var trials = FixSearch.mostTrials
    var found: [[Change]] = []
    var foundFacts: [Set<Int>] = []
    for count in 1...limit {
      for chosen in FixSearch.subsets(of: candidates.count, taking: count) {
        // What contains a fix is no smallest set.
        if foundFacts.contains(where: { $0.isSubset(of: chosen) }) { continue }
        let changes = first(
          of: chosen.sorted().map { candidates[$0] }, leaves, terms, trials: &trials, &memory)
        if let changes {
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
    let subject = Subject(city: city, item: item)
    return offer.tree.isSatisfied(by: offer.tree.leaves.map { asksNoChange($0, of: subject) })
      && !lacksGrant(estimate(item, city))
  }

  /// Whether each leaf asks for no change of the item as it is.
  private func leaves() -> [Bool] {
    let tree = offer.tree
    // The reasons of the criteria come first, in the order of the leaves.
    guard let match, match.reasons.count >= tree.leaves.count else {
      return tree.leaves.map { asksNoChange($0, of: subject) }
    }
    return tree.leaves.indices.map {
      asksNoChange(tree.leaves[$0], of: subject, outcome: match.reasons[$0].outcome)
    }
  }

  private func asksNoChange(_ leaf: Tree.Leaf, of subject: Subject) -> Bool {
    let outcome = leaf.judge(subject, on: day).outcome
    return asksNoChange(leaf, of: subject, outcome: leaf.isNegated ? outcome.negated : outcome)
  }

  /// Whether a leaf asks for no change: what it demands holds, or only the call's document can say.
  private func asksNoChange(_ leaf: Tree.Leaf, of subject: Subject, outcome: Outcome) -> Bool {
    guard outcome != .met, let logic = leaf.logic, leaf.citation.holds(on: day) else { return true }
    // What nobody knows yet and nobody can change is a question, and not in the way; an unverified rule that fails
    // excludes nobody, but whoever promises a grant past it promises too much.
    guard outcome == .undecided else { return false }
    return leaf.isNegated || !logic.proposals(subject, on: day).contains { $0.power < .impossible }
  }

  /// What could be changed: nil where all is clear already.
  private func candidates(
    _ leaves: [Bool], _ terms: Int?, _ memory: inout FixMemory
  ) -> [(fact: Fact, values: [Change])]? {
    let lacksGrant = lacksGrant(match.map(\.estimate) ?? estimate(item, city))
    guard lacksGrant || !offer.tree.isSatisfied(by: leaves) else { return nil }
    var proposals: [Proposal] = []
    var lacking: Set<Fact> = []
    for (leaf, asksNoChange) in zip(offer.tree.leaves, leaves) {
      let own = leaf.logic?.proposals(subject, on: day) ?? []
      proposals += own
      if !asksNoChange { lacking.formUnion(own.map(\.fact)) }
    }
    // Another applicant or seat may take away what a consortium has now.
    if !lacking.isDisjoint(with: [.applicant, .country]), proposals.contains(where: { $0.fact == .partners })
    {
      lacking.insert(.partners)
    }
    if lacksGrant, let more = memory.missingCost(terms: terms, missingCost) {
      proposals.append(.change(.cost(more: more)))
      lacking.insert(.cost)
    }
    return Candidates(proposals, lacking: lacking, of: item, as: subject, by: &memory).changes
  }

  /// The first combination of one value of each fact after which all is clear, the smallest changes first.
  ///
  /// - Parameters:
  ///   - leaves: whether each leaf asks for no change of the item as it is; only those that read what is changed are
  ///     asked again.
  ///   - trials: how many combinations may still be tried; sets of fewer changes come first, so what is left out where
  ///     it runs out is what asks for most.
  private func first(
    of facts: [(fact: Fact, values: [Change])], _ leaves: [Bool], _ terms: Int?, trials: inout Int,
    _ memory: inout FixMemory
  ) -> [Change]? {
    let tree = offer.tree
    let changed = facts.reduce(SubjectParts()) { $0.union($1.fact.changedParts) }
    let touched = tree.leaves.indices.filter { place in
      tree.leaves[place].logic.map { !$0.reads.isDisjoint(with: changed) } ?? false
    }
    var leaves = leaves
    for place in touched { leaves[place] = true }
    // A leaf that nothing here changes stands in the way of every combination.
    guard tree.isSatisfied(by: leaves) else {
      trials = max(0, trials - facts.reduce(1) { min($0 * $1.values.count, FixSearch.mostTrials) })
      return nil
    }
    let applicantLeads = item.coordinator == city.id
    var places = Array(repeating: 0, count: facts.count)
    while trials > 0 {
      trials -= 1
      let changes = zip(facts, places).map { $0.values[$1] }
      var changed = subject
      for change in changes { change.apply(to: &changed, applicantLeads: applicantLeads) }
      for place in touched { leaves[place] = asksNoChange(tree.leaves[place], of: changed) }
      if tree.isSatisfied(by: leaves), !lacksGrant(after: changes, terms, &memory) { return changes }
      var fact = facts.count - 1
      while fact >= 0 {
        places[fact] += 1
        if places[fact] < facts[fact].values.count { break }
        places[fact] = 0
        fact -= 1
      }
      if fact < 0 { return nil }
    }
    return nil
  }

  private func judged(
    _ changes: [Change], _ rule: FixMemory.Rule, _ terms: Int?, _ memory: inout FixMemory
  ) -> Fix {
    let estimate = memory.estimate(after: changes, terms: terms) { self.estimate(after: changes) }
    var rule = rule
    rule.terms = nil
    let judged = memory.verdict(after: changes, by: rule) {
      var (city, item) = (city, item)
      for change in changes { change.apply(to: &city, &item) }
      let subject = Subject(city: city, item: item)
      return offer.tree.verdict { offer.tree.leaves[$0].judge(subject, on: day).outcome }
    }
    return Fix(
      changes: changes, verdict: matcher.verdict(judged, item, of: city, with: offer, estimate: estimate),
      grant: estimate?.grant)
  }

  /// Sets of so many of the first numbers, in order.
  static func subsets(of size: Int, taking count: Int) -> [Set<Int>] {
    guard count <= size else { return [] }
    var sets: [[Int]] = [[]]
    for _ in 0..<count { sets = sets.flatMap { set in ((set.last ?? -1) + 1..<size).map { set + [$0] } } }
    return sets.map(Set.init)
  }

  /// The most combinations that are tried for one pair; the example cities need fewer than five hundred.
  private static let mostTrials = 20_000
}

/// The size of the grant.
extension FixSearch {
  /// Whether the size of the grant can stand in the way, for which offers of one rule differ.
  private var mayLackGrant: Bool {
    !offer.opportunity.level.isStanding && offer.funding.minimumGrant != nil
  }

  private func lacksGrant(_ estimate: @autoclosure () -> GrantEstimate?) -> Bool {
    guard mayLackGrant, let minimum = offer.funding.minimumGrant?.value, let grant = estimate()?.grant,
      grant.currency == minimum.currency
    else { return false }
    return grant.minorUnits < minimum.minorUnits
  }

  private func lacksGrant(after changes: [Change], _ terms: Int?, _ memory: inout FixMemory) -> Bool {
    guard mayLackGrant else { return false }
    return lacksGrant(memory.estimate(after: changes, terms: terms) { estimate(after: changes) })
  }

  private func estimate(after changes: [Change]) -> GrantEstimate? {
    var (city, item) = (city, item)
    for change in changes { change.apply(to: &city, &item) }
    return estimate(item, city)
  }

  private func estimate(_ item: Item, _ city: City) -> GrantEstimate? {
    matcher.estimate(item, of: city, under: offer)
  }

  /// The least further cost, in whole units, at which the grant reaches the minimum; nil where none does that
  /// leaves the item recognisable.
  private func missingCost() -> Money? {
    let now = item.lines.isEmpty ? item.cost?.minorUnits : item.lines.reduce(0) { $0 + $1.cost.minorUnits }
    let most = (now ?? 0) / 100 * FixSearch.growth
    func estimate(_ units: Int64) -> GrantEstimate? {
      self.estimate(after: [.cost(more: Money(minorUnits: units * 100, currency: city.currency))])
    }
    func reaches(_ units: Int64) -> Bool { !lacksGrant(estimate(units)) }
    guard most > 0 else { return nil }
    let largest = estimate(most)
    guard !lacksGrant(largest) else { return nil }
    var (low, high): (Int64, Int64) = (0, most)
    // A grant mostly grows in line with the cost: then two looks are enough.
    if let guess = guess(between: self.estimate(item, city)?.grant, largest?.grant, most),
      guess > 1, guess < most
    {
      if reaches(guess) { high = guess } else { low = guess }
      if high == guess, !reaches(guess - 1) { low = guess - 1 }
    }
    while low + 1 < high {
      let middle = (low + high) / 2
      if reaches(middle) { high = middle } else { low = middle }
    }
    return Money(minorUnits: high * 100, currency: city.currency)
  }

  /// Where the grant would reach the minimum if it grew in line with the cost, from none more to the most.
  private func guess(between first: Money?, _ last: Money?, _ most: Int64) -> Int64? {
    guard let minimum = offer.funding.minimumGrant?.value.minorUnits, let first = first?.minorUnits,
      let last = last?.minorUnits, last > first
    else { return nil }
    let (product, overflows) = (minimum - first).multipliedReportingOverflow(by: most)
    return overflows ? nil : (product - 1) / (last - first) + 1
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
