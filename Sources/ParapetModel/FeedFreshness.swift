/// When a feed was last read.
public struct FeedFreshness: Hashable, Sendable {
  /// The feed, as it was named or by its dialect.
  public var feed: String
  /// The last day on which it was read.
  public var readOn: Day

  /// A feed and its last day.
  public init(feed: String, readOn: Day) {
    self.feed = feed
    self.readOn = readOn
  }

  /// How many days before another day that was; nothing where it was later.
  public func age(on day: Day) -> Int? {
    let days = readOn.days(until: day)
    return days >= 0 ? days : nil
  }
}
