/// Support for the costs of an item from another source, granted already or asked for.
///
/// The budget of the Union pays no cost twice, and an applicant tells of every other application for the same action
/// (Regulation (EU, Euratom) 2024/2509, Art. 194).
public struct OtherSupport: Hashable, Sendable {
  /// Whose money it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The budget of the Union, by whatever way it comes.
    case union = "european"
    /// A state, region or other public body.
    case national
    /// A body of the city's own group: its water board, its works department with a budget of its own.
    case ownGroup = "own-group"
    /// Anybody else.
    case other
  }

  /// How far it is.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case granted, applied
  }

  /// Who gives it, in the city's words.
  public var source: String
  /// Whose money it is.
  public var kind: Kind
  /// How far it is.
  public var state: State
  /// How much, or nothing where that is unknown.
  public var amount: Money?

  /// Support from its parts.
  public init(source: String, kind: Kind, state: State, amount: Money?) {
    self.source = source
    self.kind = kind
    self.state = state
    self.amount = amount
  }
}
