import ParapetModel

extension Opportunity {
  /// Whether what it asks itself was read: its record's own conditions, or in our own file a rule that the law, an official page or
  /// the call's document states. What the press or we conclude of a call is not what the call asks, nor is the area of its programme.
  ///
  /// A standing instrument asks what its rules say, and no more until there is a call.
  var statesConditions: Bool {
    if level.isStanding { return true }
    if case .feed = origin { return requirements != nil }
    return requirements?.criteria.contains {
      $0.citation.grade.canExclude && $0.kind != CriterionKind.territory.rawValue
    } ?? false
  }
}
