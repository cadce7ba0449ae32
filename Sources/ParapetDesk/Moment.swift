public import ParapetModel

/// The two days of a question: with both fixed, the same question has the same answer for ever.
public struct Moment: Hashable, Sendable {
  /// The day on which dates are judged.
  public var asOf: Day
  /// The day whose knowledge is used, or nothing for all that is known.
  public var knownOn: Day?

  /// A moment from its days.
  public init(asOf: Day, knownOn: Day? = nil) {
    self.asOf = asOf
    self.knownOn = knownOn
  }
}
