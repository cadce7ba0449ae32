public import ParapetModel

/// A smallest set of changes after which nothing that the city states keeps it from an opportunity.
///
/// Each was applied and judged again before it is shown, and dropping any part of it fails. What only the call's
/// document can answer stays open: a fix does not make it known. A condition that must not hold is not helped by
/// a change; no instrument has one.
public struct Fix: Hashable, Sendable {
  /// The changes, each of another fact.
  public var changes: [Change]
  /// The verdict once they are made.
  public var verdict: Verdict
  /// The grant that the item would then bring, or nil where it cannot be computed.
  public var grant: Money?

  /// How far it lies in the city's hands: as far as the hardest of its changes.
  public var power: Fact.Power { changes.map(\.power).max() ?? .inOurPower }

  /// The most changes that are put together.
  public static let limit = 3

  /// The order in which fixes are shown: the easiest first, then the fewest changes, then what brings most.
  static func precedes(_ left: Fix, _ right: Fix) -> Bool {
    if left.power != right.power { return left.power < right.power }
    if left.changes.count != right.changes.count { return left.changes.count < right.changes.count }
    return (left.grant?.minorUnits ?? 0) > (right.grant?.minorUnits ?? 0)
  }
}
