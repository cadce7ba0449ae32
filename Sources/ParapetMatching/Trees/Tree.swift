import ParapetModel

/// A requirement tree ready to be judged: its leaves stand in one array, its inner nodes name their places.
struct Tree: Sendable {
  /// A node; a leaf is its place in `leaves`.
  indirect enum Node: Sendable {
    case all([Node])
    case any([Node])
    case not(Node)
    case leaf(Int)
  }

  /// A criterion with what it means, or with nil where its parameters could not be understood.
  struct Leaf: Sendable {
    var id: String
    var kind: String
    var citation: Citation
    /// What it was made of; criteria of one kind with the same parameters say the same.
    var parameters: [Criterion.Parameter]
    /// Whether an odd number of negations stand above it.
    var isNegated: Bool
    var logic: (any CriterionLogic)?
    /// Whether it may exclude: by its grade, or since the city says so itself.
    var canExclude: Bool
    /// Whether the city's own answer decides it.
    var isAnswered = false
    /// Whether it is about measures: each tree asks it of each leaf again and again.
    var isOfMeasures = false
  }

  /// By which the many offers that share a tree are known to share it.
  final class Identity: Sendable {}

  private(set) var identity = Identity()
  private(set) var root: Node = .all([])
  private(set) var leaves: [Leaf] = []
  /// The same nodes for whoever judges.
  private(set) var steps = TreeSteps()
  /// How well each measure that some list accepts, and none refuses, is paid for.
  private(set) var strengths = MeasureStrengths()
  /// Whether some criterion is about measures.
  private(set) var namesMeasures = false
  /// Whether some leaf can be moot, since others stand beside it as alternatives.
  private(set) var hasAlternatives = false
  /// The most organisations that some criterion asks for.
  private(set) var organisations = 1

  /// The trees of an opportunity and all above it, widest first, as one tree in which a nearer criterion has
  /// taken the place of each that it overrides.
  ///
  /// - Parameter fault: called for each criterion that cannot be understood; it stays in the tree, undecided.
  init(_ requirements: [Requirement], fault: (Criterion, CriterionFault) -> Void) {
    let overrides = Overrides(requirements.flatMap(\.criteria))
    var parts: [Node] = []
    for requirement in requirements {
      if let node = make(requirement, overrides, negated: false, fault: fault) { parts.append(node) }
    }
    root = parts.count == 1 ? parts[0] : .all(parts)
    steps = TreeSteps(root, leaves)
    strengths = MeasureStrengths(leaves.compactMap { $0.logic as? MeasureKind })
    hasAlternatives = steps.hasAlternatives
    namesMeasures = leaves.contains(where: \.isOfMeasures)
    organisations =
      leaves.compactMap {
        ($0.logic as? ConsortiumKind)?.organisations ?? ($0.logic as? MembersKind)?.organisations
      }.max() ?? 1
  }

  private mutating func make(
    _ requirement: Requirement, _ overrides: Overrides, negated: Bool,
    fault: (Criterion, CriterionFault) -> Void
  ) -> Node? {
    switch requirement {
    case .all(let parts):
      return .all(parts.compactMap { make($0, overrides, negated: negated, fault: fault) })
    case .any(let parts):
      let made = parts.compactMap { make($0, overrides, negated: negated, fault: fault) }
      // A group all of whose parts stand elsewhere asks for nothing, where an empty "any" could never hold.
      return made.isEmpty ? nil : .any(made)
    case .not(let part):
      return make(part, overrides, negated: !negated, fault: fault).map { .not($0) }
    case .criterion(let criterion):
      if overrides.standsElsewhere(criterion) { return nil }
      return .leaf(append(overrides.replacement(of: criterion), negated: negated, fault: fault))
    }
  }

  /// The same of the lists of some criteria alone; what any other refuses stays refused.
  func strengths(of criteria: Set<String>) -> MeasureStrengths {
    let lists = leaves.compactMap { leaf in (leaf.logic as? MeasureKind).map { (id: leaf.id, list: $0) } }
    return MeasureStrengths(
      lists.filter { criteria.contains($0.id) }.map(\.list), refused: lists.flatMap(\.list.refused))
  }

  /// The same tree with other leaves, which is another tree.
  func mapLeaves(_ transform: (Leaf) -> Leaf) -> Tree {
    var changed = self
    changed.leaves = leaves.map(transform)
    changed.steps = TreeSteps(root, changed.leaves)
    changed.identity = Identity()
    return changed
  }

  private mutating func append(
    _ criterion: Criterion, negated: Bool, fault: (Criterion, CriterionFault) -> Void
  ) -> Int {
    var logic: (any CriterionLogic)?
    do {
      logic = try criterion.logic()
    } catch {
      fault(criterion, error)
    }
    leaves.append(
      Leaf(
        id: criterion.id, kind: criterion.kind, citation: criterion.citation,
        parameters: criterion.parameters, isNegated: negated, logic: logic,
        canExclude: criterion.citation.grade.canExclude,
        isOfMeasures: criterion.kind == CriterionKind.measure.rawValue))
    return leaves.count - 1
  }

  /// Strong Kleene logic over the leaves' outcomes.
  ///
  /// A leaf whose grade cannot exclude counts as undecided where its outcome would exclude: unmet as it stands,
  /// or met beneath a negation.
  ///
  /// - Parameter leaf: a leaf's outcome, by its place; not called for leaves that no longer matter.
  func outcome(_ leaf: (Int) -> Outcome) -> Outcome { steps.outcome(leaf) }
}

extension Outcome {
  /// What is left of an outcome where the opposite is asked for.
  var negated: Outcome {
    switch self {
    case .met: .unmet
    case .unmet: .met
    case .undecided: .undecided
    }
  }
}

/// Which criteria take the place of which.
private struct Overrides {
  private var nearest: [String: Criterion] = [:]
  private var replaced: Set<String> = []
  /// What a criterion that only widens would otherwise have taken the place of.
  private var before: [String: Criterion] = [:]

  /// The overrides among criteria, widest first.
  init(_ criteria: [Criterion]) {
    for criterion in criteria {
      guard let overridden = criterion.overrides else { continue }
      if criterion.widening != nil { before[overridden] = nearest[overridden] }
      nearest[overridden] = criterion
    }
    for criterion in criteria where criterion.overrides == nil {
      var current = criterion
      while let next = nearest[current.id], replaced.insert(current.id).inserted { current = next }
    }
  }

  /// Whether a criterion has taken another's place, and so does not count where it was written.
  ///
  /// One that overrides what nobody wrote counts where it stands: no condition is lost by a slip in a name.
  func standsElsewhere(_ criterion: Criterion) -> Bool {
    criterion.overrides.map(replaced.contains) ?? false
  }

  /// The nearest criterion that stands for another, through any number of steps.
  func replacement(of criterion: Criterion) -> Criterion {
    var current = criterion
    var seen: Set<String> = []
    while let next = nearest[current.id], seen.insert(current.id).inserted {
      current = next.widening == nil ? next : next.widened(from: base(of: current))
    }
    return current
  }

  /// What would stand for a criterion if nothing widened it.
  private func base(of criterion: Criterion) -> Criterion {
    var current = before[criterion.id] ?? criterion
    var seen: Set<String> = [criterion.id]
    while seen.insert(current.id).inserted, let next = nearest[current.id], next.widening == nil {
      current = next
    }
    return current
  }
}

extension Criterion {
  /// What it says of the places that the criterion it widens says nothing of; nil where it widens none.
  fileprivate var widening: String? {
    parameters.first { $0.name == Parameter.widens }?.attributes["others"]
  }

  /// The same, with what a wider criterion accepts and refuses beside its own.
  fileprivate func widened(from base: Criterion) -> Criterion {
    guard base.kind == kind, let widening else { return self }
    var all = self
    all.parameters = parameters.filter { $0.name != "otherwise" || widening != "as-before" }
    for parameter in base.parameters where !all.parameters.contains(parameter) {
      if parameter.name == "otherwise", widening != "as-before" { continue }
      all.parameters.append(parameter)
    }
    return all
  }
}
