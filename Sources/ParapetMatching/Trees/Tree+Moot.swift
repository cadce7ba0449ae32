import ParapetModel

/// Which leaves of a tree are moot: they decide nothing, since an alternative beside them does.
extension Tree {
  /// The leaves of alternatives that are not met beside one that is, and of those that are ruled out beside one
  /// that is open.
  ///
  /// - Parameter leaf: a leaf's outcome, by its place.
  func moot(_ leaf: (Int) -> Outcome) -> [Int] {
    guard hasAlternatives else { return [] }
    var moot: [Int] = []
    visit(root, leaf, negated: false, into: &moot)
    return moot
  }

  private func visit(_ node: Node, _ leaf: (Int) -> Outcome, negated: Bool, into moot: inout [Int]) {
    switch node {
    case .leaf: break
    case .not(let part): visit(part, leaf, negated: !negated, into: &moot)
    // Beneath a negation "all" offers alternatives and "any" asks for everything (De Morgan).
    case .all(let parts) where !negated, .any(let parts) where negated:
      for part in parts { visit(part, leaf, negated: negated, into: &moot) }
    case .all(let parts), .any(let parts):
      let outcomes = parts.map {
        let outcome = outcome(of: $0, negated: negated, leaf)
        return negated ? outcome.negated : outcome
      }
      let best: Outcome = outcomes.contains(.met) ? .met : outcomes.contains(.undecided) ? .undecided : .unmet
      for (part, outcome) in zip(parts, outcomes) {
        if outcome != best {
          moot += Tree.leaves(of: part)
        } else {
          visit(part, leaf, negated: negated, into: &moot)
        }
      }
    }
  }

  private static func leaves(of node: Node) -> [Int] {
    switch node {
    case .leaf(let index): [index]
    case .not(let part): leaves(of: part)
    case .all(let parts), .any(let parts): parts.flatMap(leaves(of:))
    }
  }
}
