/// A fact that two sources of one opportunity state differently; that of the richer source counts.
public struct Disagreement: Hashable, Sendable {
  /// The fact.
  public var field: FieldChange.Field
  /// The source that counts.
  public var source: Opportunity.Origin
  /// What it says.
  public var value: FieldChange.Value
  /// The other source.
  public var otherSource: Opportunity.Origin
  /// What that one says.
  public var otherValue: FieldChange.Value
}
