import ParapetBudgeting
import ParapetModel

/// What is found out while the fixes of one item are searched: offers that share their rules share what clears the way.
struct FixMemory {
  /// A requirement tree by whose rules of a day is judged.
  struct Rule: Hashable {
    var tree: ObjectIdentifier
    var day: Day
    /// The number of the terms of an offer whose grant can be too small.
    var terms: Int?
  }

  /// The minimal sets of changes by rule.
  var found: [Rule: [[Change]]] = [:]
  private var verdicts: [Judged: Verdict] = [:]
  private var estimates: [Estimated: GrantEstimate?] = [:]
  private var costs: [Int: Money?] = [:]
  private var partners: [PartnerKinds: [Change]] = [:]

  private struct Judged: Hashable {
    var changes: [Change]
    var rule: Rule
  }

  private struct Estimated: Hashable {
    var changes: [Change]
    var terms: Int
  }

  private struct PartnerKinds: Hashable {
    var kinds: [Change.NewPartner]
    var most: Int
  }

  /// What the item would bring after changes, under terms of a number.
  mutating func estimate(
    after changes: [Change], terms: Int?, _ make: () -> GrantEstimate?
  ) -> GrantEstimate? {
    guard let terms else { return make() }
    let key = Estimated(changes: changes, terms: terms)
    if let known = estimates[key] { return known }
    let made = make()
    estimates[key] = .some(made)
    return made
  }

  /// The verdict of a rule after changes.
  mutating func verdict(after changes: [Change], by rule: Rule, _ make: () -> Verdict) -> Verdict {
    let key = Judged(changes: changes, rule: rule)
    if let known = verdicts[key] { return known }
    let made = make()
    verdicts[key] = made
    return made
  }

  /// The further cost at which the grant is large enough, under terms of a number.
  mutating func missingCost(terms: Int?, _ make: () -> Money?) -> Money? {
    guard let terms else { return make() }
    if let known = costs[terms] { return known }
    let made = make()
    costs[terms] = .some(made)
    return made
  }

  /// The lists of partners of some kinds.
  mutating func partners(
    of kinds: [Change.NewPartner], atMost most: Int, _ make: ([Change.NewPartner], Int) -> [Change]
  ) -> [Change] {
    let key = PartnerKinds(kinds: kinds, most: most)
    if let known = partners[key] { return known }
    let made = make(kinds, most)
    partners[key] = made
    return made
  }
}
