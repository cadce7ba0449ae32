public import ParapetModel

/// Whether an instrument pays for a measure, and the criterion that says so.
public struct Coverage: Hashable, Sendable {
  /// The answer, strongest first.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    /// The instrument exists for the measure.
    case core
    /// It can pay for it, under conditions.
    case possible
    /// It does not pay for it.
    case no
    /// No criterion in force says.
    case unknown
  }

  /// The answer.
  public var answer: Answer
  /// The criterion that carries it; nil where none does.
  public var criterion: String?
  /// Where that criterion comes from.
  public var citation: Citation?
}

extension Offer {
  /// Whether it pays for a measure on a day, by its own lists and those of the instruments above it.
  public func coverage(of measure: String, on day: Day) -> Coverage {
    tree.coverage(of: measure, on: day)
  }

  /// The measures that any list in force names, in the order of the lists.
  public func namedMeasures(on day: Day) -> [String] {
    var seen: Set<String> = []
    return tree.leaves.filter { $0.citation.holds(on: day) }.compactMap { $0.logic as? MeasureKind }
      .flatMap(\.named).filter { seen.insert($0).inserted }
  }
}

extension Tree {
  /// An exclusion by name beats all; else what the lists refuse together; else the strongest list that accepts.
  ///
  /// Of criteria that say the same, the one with the strongest grade carries the answer.
  func coverage(of measure: String, on day: Day) -> Coverage {
    var voices = Voices()
    let outcome = hear(root, measure, day, negated: false, &voices)
    if let leaf = Voices.strongest(voices.excluding) { return Coverage(.no, leaf) }
    if outcome == .unmet { return Coverage(.no, Voices.strongest(voices.leavingOut)) }
    if let leaf = Voices.strongest(voices.core) { return Coverage(.core, leaf) }
    if let leaf = Voices.strongest(voices.possible) { return Coverage(.possible, leaf) }
    return Coverage(.unknown, nil)
  }

  /// What the lists of measures of a part say together, or nil where it holds no list in force.
  private func hear(
    _ node: Node, _ measure: String, _ day: Day, negated: Bool, _ voices: inout Voices
  ) -> Outcome? {
    switch node {
    case .leaf(let index): return hear(leaves[index], measure, day, negated: negated, &voices)
    case .not(let part): return hear(part, measure, day, negated: !negated, &voices)
    case .all(let parts), .any(let parts):
      let outcomes = parts.map { hear($0, measure, day, negated: negated, &voices) }
      let heard = outcomes.compactMap(\.self)
      guard !heard.isEmpty else { return nil }
      // Beneath a negation all and any change places (De Morgan).
      var isAny = negated
      if case .any = node { isAny.toggle() }
      if isAny {
        if heard.contains(.met) { return .met }
        // A way without a list of measures stays open whatever the lists refuse.
        return heard.count == outcomes.count && heard.allSatisfy { $0 == .unmet } ? .unmet : .undecided
      }
      if heard.contains(.unmet) { return .unmet }
      return heard.contains(.undecided) ? .undecided : .met
    }
  }

  private func hear(
    _ leaf: Leaf, _ measure: String, _ day: Day, negated: Bool, _ voices: inout Voices
  ) -> Outcome? {
    guard let list = leaf.logic as? MeasureKind, leaf.citation.holds(on: day) else { return nil }
    if list.refused.contains(measure) {
      if !negated { voices.excluding.append(leaf) }
      return negated ? .met : .unmet
    }
    if let strength = list.strengths[measure] {
      switch (negated, strength) {
      case (true, _): voices.excluding.append(leaf)
      case (false, .core): voices.core.append(leaf)
      case (false, .possible): voices.possible.append(leaf)
      }
      return list.partial.contains(measure) ? .undecided : negated ? .unmet : .met
    }
    guard list.others == .unmet, !negated else { return list.others == .undecided ? .undecided : .met }
    voices.leavingOut.append(leaf)
    return .unmet
  }
}

/// The criteria that speak about a measure, by what they say.
private struct Voices {
  var excluding: [Tree.Leaf] = []
  var leavingOut: [Tree.Leaf] = []
  var core: [Tree.Leaf] = []
  var possible: [Tree.Leaf] = []

  static func strongest(_ leaves: [Tree.Leaf]) -> Tree.Leaf? {
    for grade in Grade.allCases {
      if let leaf = leaves.first(where: { $0.citation.grade == grade }) { return leaf }
    }
    return nil
  }
}

extension Coverage {
  fileprivate init(_ answer: Answer, _ leaf: Tree.Leaf?) {
    self.init(answer: answer, criterion: leaf?.id, citation: leaf?.citation)
  }
}
