public import ParapetModel

/// From where to where a grant may come to be, where no single figure is known.
public struct GrantRange: Hashable, Sendable {
  /// The least that can be counted on.
  public var lowest: Money
  /// The most.
  public var highest: Money

  /// A range; nothing where both ends are the same, in two currencies or the wrong way round.
  public init?(_ lowest: Money, _ highest: Money) {
    guard lowest.currency == highest.currency, lowest.minorUnits < highest.minorUnits else { return nil }
    self.lowest = lowest
    self.highest = highest
  }
}
