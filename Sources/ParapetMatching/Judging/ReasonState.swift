package import ParapetModel

/// What decides of a reason's part in a verdict, without the reason, which is large and would be copied to be asked.
package struct ReasonState {
  /// What it says.
  package var outcome: Outcome
  /// Whether it decides nothing.
  package var isMoot: Bool
  /// Whether it fails without the authority to exclude.
  package var isUnverified: Bool
}

extension [Reason] {
  /// Where the reasons stand of which something holds.
  package func places(where holds: (ReasonState) -> Bool) -> [Int] {
    indices.filter { place in
      let outcome = self[place].outcome
      return holds(
        ReasonState(
          outcome: outcome, isMoot: self[place].isMoot,
          isUnverified: outcome == .unmet && !self[place].citation.grade.canExclude
            && self[place].answer?.outcome == nil))
    }
  }
}
