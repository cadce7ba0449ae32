public import ParapetModel
public import ParapetPlanning

/// A heading or column of what a treasurer reads in a plan.
public enum TreasuryLabel: String, Hashable, Sendable, CaseIterable {
  case appropriations, source, section, commitment, payment, partners, city, support, interest
}

/// The words of a treasurer's pages in a language.
public protocol TreasuryWords {
  /// A heading or the name of a column.
  func label(_ label: TreasuryLabel) -> String
  /// A section of a local budget.
  func word(_ section: Appropriations.Section) -> String
  /// What appropriations are.
  var appropriationsMeaning: String { get }
  /// That more must be bridged than the city says it can.
  func overBridge(peak: Money, limit: Money) -> String
  /// That more must be paid in advance than all own money, by how much, and that the city states no limit of that.
  func unstatedBridge(peak: Money, waiting: Money) -> String
}
