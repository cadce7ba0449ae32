public import ParapetModel

/// A heading or column of what a council asks beside the plan itself.
public enum CouncilLabel: String, Hashable, Sendable, CaseIterable {
  case upkeep, afterTheProject, aYear, durability, from
}

/// The words of what a project costs when it is over.
public protocol CouncilWords {
  /// A heading or the name of a column.
  func label(_ label: CouncilLabel) -> String
  /// What a year of an item costs when it is over.
  func upkeep(_ amount: Money) -> String
}
