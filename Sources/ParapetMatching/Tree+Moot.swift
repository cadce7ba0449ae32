import ParapetModel

/// Which leaves of a tree decide nothing.
extension Tree {
  /// The leaves of alternatives that are not met beside one that is.
  func moot(_ judgements: [Judgement]) -> [Int] {
    var moot: [Int] = []
    visit(root, judgements, negated: false, into: &moot)
    return moot
  }

  private func visit(_ node: Node, _ judgements: [Judgement], negated: Bool, into moot: inout [Int]) {
    switch node {
    case .leaf: break
    case .not(let part): visit(part, judgements, negated: !negated, into: &moot)
    case .all(let parts):
      for part in parts { visit(part, judgements, negated: negated, into: &moot) }
    case .any(let parts):
      let outcomes = parts.map { outcome(of: $0, judgements, negated: negated) }
      let isMet = outcomes.contains(.met)
      for (part, outcome) in zip(parts, outcomes) {
        if isMet, outcome != .met {
          moot += Tree.leaves(of: part)
        } else {
          visit(part, judgements, negated: negated, into: &moot)
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
