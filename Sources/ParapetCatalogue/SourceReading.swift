public import ParapetModel

/// Which source is read, when, and what the reading stands for.
public struct SourceReading: Hashable, Sendable {
  /// How the source is called; kept with each version.
  public var source: String
  /// The day of the reading.
  public var readOn: Day
  /// The feed that the source belongs to: readings of one feed are compared with each other.
  ///
  /// Without one the dialect is the feed. Names of files and folders change with each download and tell nothing;
  /// who reads two lists of one dialect gives them names.
  public var feed: String?
  /// Whether the source is the whole list of its feed, so that what is not in it is missing.
  public var isComplete = false
  /// Whether a whole list may be shorter by more than a third than the last one.
  public var acceptsShrinking = false
  /// The program that reads; another may understand the same bytes better.
  public var program = ""

  /// What tells the source's bytes from all others, where the reading may be repeated without looking at them.
  public var digest: String?

  /// A reading of a part of a feed.
  public init(source: String, readOn: Day) {
    self.source = source
    self.readOn = readOn
  }
}
