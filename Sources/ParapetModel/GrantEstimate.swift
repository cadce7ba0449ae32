/// What one item would bring under one opportunity, as far as its rules are known.
public struct GrantEstimate: Hashable, Sendable {
  /// The costs that the opportunity accepts, indirect costs included.
  public var eligible: Money
  /// The grant, or nothing where no rate is stated.
  public var grant: Money?
  /// What is left for the city to pay, or nothing where the grant is unknown.
  public var own: Money?

  /// An estimate from its parts.
  public init(eligible: Money, grant: Money?, own: Money?) {
    self.eligible = eligible
    self.grant = grant
    self.own = own
  }
}
