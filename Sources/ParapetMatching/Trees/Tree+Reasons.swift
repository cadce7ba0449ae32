import ParapetModel

/// What a tree says, from what its leaves say.
extension Tree {
  /// The verdict; a tree that asks for nothing decides nothing.
  ///
  /// - Parameter leaf: a leaf's outcome, by its place.
  func verdict(_ leaf: (Int) -> Outcome) -> Verdict {
    switch outcome(leaf) {
    case .met: leaves.isEmpty ? .undecided : .eligible
    case .undecided: .undecided
    case .unmet: .ineligible
    }
  }

  /// A reason for each leaf.
  ///
  /// - Parameter required: what a leaf asks, by its place.
  func reasons(of judgements: [Judgement], required: (Int) -> Required) -> [Reason] {
    var reasons: [Reason] = []
    reasons.reserveCapacity(leaves.count + Tree.derivedReasons)
    for (place, judgement) in judgements.enumerated() {
      reasons.append(reason(place, judgement, required: required(place)))
    }
    for leaf in moot({ judgements[$0].outcome }) { reasons[leaf].isMoot = true }
    return reasons
  }

  /// The reason of a leaf by its place, whether or not others make it moot.
  func reason(_ place: Int, _ judgement: Judgement, required: Required) -> Reason {
    let isNegated = leaves[place].isNegated
    return Reason(
      kind: leaves[place].kind, id: leaves[place].id,
      outcome: isNegated ? judgement.outcome.negated : judgement.outcome, required: required,
      stated: judgement.stated, missing: judgement.missing, citation: leaves[place].citation,
      isNegated: isNegated, answer: judgement.answer)
  }

  /// Room for the reasons that follow from dates and amounts.
  private static let derivedReasons = 3
}
