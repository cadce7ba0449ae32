import ParapetModel

extension Tree {
  /// The leaves of alternatives that are not met beside one that is, and of those that are ruled out beside one
  /// that is open: they decide nothing, since an alternative beside them does.
  ///
  /// - Parameter leaf: a leaf's outcome, by its place.
  func moot(_ leaf: (Int) -> Outcome) -> [Int] { hasAlternatives ? steps.moot(leaf) : [] }
}
