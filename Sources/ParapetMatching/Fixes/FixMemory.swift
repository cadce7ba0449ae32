import ParapetModel

/// What is found out while the fixes of one item are searched: offers that share their rules share what clears the way.
struct FixMemory {
  /// A requirement tree by whose rules of a day is judged.
  struct Rule: Hashable {
    var tree: ObjectIdentifier
    var day: Day
  }

  /// The minimal sets of changes by rule.
  var found: [Rule: [[Change]]] = [:]
  private var judgements: [Judged: (Verdict, [Reason])] = [:]
  private var estimates: [Estimated: GrantEstimate?] = [:]

  private struct Judged: Hashable {
    var changes: [Change]
    var rule: Rule
  }

  private struct Estimated: Hashable {
    var changes: [Change]
    var terms: Int
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

  /// The verdict and reasons of a rule after changes.
  mutating func judged(
    after changes: [Change], by rule: Rule, _ make: () -> (Verdict, [Reason])
  ) -> (Verdict, [Reason]) {
    let key = Judged(changes: changes, rule: rule)
    if let known = judgements[key] { return known }
    let made = make()
    judgements[key] = made
    return made
  }
}
