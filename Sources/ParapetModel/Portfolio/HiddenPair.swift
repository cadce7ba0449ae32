/// An opportunity that a city has dismissed for an item.
public struct HiddenPair: Hashable, Sendable {
  /// The item; nothing for all of them.
  public var item: String?
  /// The opportunity, by identifier or reference.
  public var opportunity: String
  /// Why.
  public var because: String
  /// Who dismissed it.
  public var by: String
  /// When; what changed red later brings it back.
  public var on: Day?

  /// A dismissal from its parts.
  public init(item: String?, opportunity: String, because: String, by: String, on: Day?) {
    self.item = item
    self.opportunity = opportunity
    self.because = because
    self.by = by
    self.on = on
  }

  /// Whether it is about an item and an opportunity.
  public func covers(_ item: String, _ opportunity: Opportunity) -> Bool {
    guard self.item == nil || self.item == item else { return false }
    let name = self.opportunity.lowercased()
    return name == opportunity.identifier.lowercased() || name == opportunity.reference?.lowercased()
  }
}
