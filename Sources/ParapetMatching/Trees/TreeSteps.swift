import ParapetModel

/// The nodes of a tree one after the other, each before its parts.
///
/// Trees are judged millions of times a night on all cores at once. Nodes that are objects would be counted by every core at each
/// step; places in one array are not.
struct TreeSteps: Sendable {
  private struct Step {
    enum Kind { case all, any, not, leaf }

    var kind: Kind
    /// The place of a leaf among the leaves.
    var leaf: Int32 = 0
    /// Where the node and its parts end.
    var end: Int32 = 0
    /// Whether an odd number of negations stand above it.
    var isNegated: Bool
    /// Of a leaf; see `Tree.Leaf`.
    var canExclude = false
    var isOfMeasures = false
  }

  private var steps: [Step] = []

  /// No tree.
  init() {}

  init(_ root: Tree.Node, _ leaves: [Tree.Leaf]) { add(root, leaves, isNegated: false) }

  private mutating func add(_ node: Tree.Node, _ leaves: [Tree.Leaf], isNegated: Bool) {
    let place = steps.count
    switch node {
    case .leaf(let leaf):
      steps.append(
        Step(
          kind: .leaf, leaf: Int32(leaf), isNegated: isNegated, canExclude: leaves[leaf].canExclude,
          isOfMeasures: leaves[leaf].isOfMeasures))
    case .not(let part):
      steps.append(Step(kind: .not, isNegated: isNegated))
      add(part, leaves, isNegated: !isNegated)
    case .all(let parts):
      steps.append(Step(kind: .all, isNegated: isNegated))
      for part in parts { add(part, leaves, isNegated: isNegated) }
    case .any(let parts):
      steps.append(Step(kind: .any, isNegated: isNegated))
      for part in parts { add(part, leaves, isNegated: isNegated) }
    }
    steps[place].end = Int32(steps.count)
  }

  /// Whether some leaf can be moot, since others stand beside it as alternatives.
  var hasAlternatives: Bool { steps.contains { $0.kind == .any || $0.kind == .not } }

  /// The outcome of the whole, as `Tree.outcome` has it.
  func outcome(_ leaf: (Int) -> Outcome) -> Outcome {
    steps.withUnsafeBufferPointer { steps in
      steps.isEmpty ? .met : TreeSteps.outcome(of: 0, among: steps, leaf)
    }
  }

  private static func outcome(
    of place: Int, among steps: UnsafeBufferPointer<Step>, _ leaf: (Int) -> Outcome
  ) -> Outcome {
    let step = steps[place]
    switch step.kind {
    case .leaf:
      let outcome = leaf(Int(step.leaf))
      let excludes = step.isNegated ? outcome == .met : outcome == .unmet
      let holds = !excludes || step.canExclude
      if step.isOfMeasures {
        // What it pays for is fit; only what the law shuts out decides who may apply.
        return excludes && holds ? outcome : step.isNegated ? .unmet : .met
      }
      return holds ? outcome : .undecided
    case .not: return outcome(of: place + 1, among: steps, leaf).negated
    case .all:
      var result = Outcome.met
      var part = place + 1
      while part < step.end {
        switch outcome(of: part, among: steps, leaf) {
        case .unmet: return .unmet
        case .undecided: result = .undecided
        case .met: break
        }
        part = Int(steps[part].end)
      }
      return result
    case .any:
      var result = Outcome.unmet
      var part = place + 1
      while part < step.end {
        switch outcome(of: part, among: steps, leaf) {
        case .met: return .met
        case .undecided: result = .undecided
        case .unmet: break
        }
        part = Int(steps[part].end)
      }
      return result
    }
  }

  /// The leaves that are moot; see `Tree.moot`.
  func moot(_ leaf: (Int) -> Outcome) -> [Int] {
    var moot: [Int] = []
    steps.withUnsafeBufferPointer { steps in
      if !steps.isEmpty { TreeSteps.addMoot(of: 0, among: steps, leaf, to: &moot) }
    }
    return moot
  }

  private static func addMoot(
    of place: Int, among steps: UnsafeBufferPointer<Step>, _ leaf: (Int) -> Outcome, to moot: inout [Int]
  ) {
    let step = steps[place]
    switch step.kind {
    case .leaf: break
    case .not: addMoot(of: place + 1, among: steps, leaf, to: &moot)
    // Beneath a negation "all" offers alternatives and "any" asks for everything (De Morgan).
    case .all where !step.isNegated, .any where step.isNegated:
      var part = place + 1
      while part < step.end {
        addMoot(of: part, among: steps, leaf, to: &moot)
        part = Int(steps[part].end)
      }
    case .all, .any:
      var outcomes: [(part: Int, outcome: Outcome)] = []
      var part = place + 1
      while part < step.end {
        let outcome = outcome(of: part, among: steps, leaf)
        outcomes.append((part, step.isNegated ? outcome.negated : outcome))
        part = Int(steps[part].end)
      }
      let best: Outcome =
        outcomes.contains { $0.outcome == .met }
        ? .met : outcomes.contains { $0.outcome == .undecided } ? .undecided : .unmet
      for (part, outcome) in outcomes {
        if outcome != best {
          for step in steps[part..<Int(steps[part].end)] where step.kind == .leaf {
            moot.append(Int(step.leaf))
          }
        } else {
          addMoot(of: part, among: steps, leaf, to: &moot)
        }
      }
    }
  }
}
