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

/// How many records a reading brought, by what became of them.
public struct IntakeCounts: Hashable, Sendable {
  /// Records that were not known.
  public var created = 0
  /// Records that say something else than before.
  public var changed = 0
  /// Records that are as they were.
  public var unchanged = 0
  /// Records that were doubles of another of the same reading and gave way to it.
  public var doubled = 0
  /// Records that this whole list is the first to be without.
  public var missing = 0
  /// Records that were missing and are there again; they count under their other fate too.
  public var returned = 0
  /// Missing records that count as withdrawn from this reading on.
  public var withdrawn = 0
  /// What the reading said of what is missing.
  public var completeness = Completeness.partial

  /// Nothing read yet.
  public init() {}

  /// What records brought, together with what came beside them and is never missing.
  static func + (left: IntakeCounts, right: IntakeCounts) -> IntakeCounts {
    var sum = left
    sum.created += right.created
    sum.changed += right.changed
    sum.unchanged += right.unchanged
    sum.doubled += right.doubled
    return sum
  }

  /// Whether a reading told what is missing.
  public enum Completeness: Hashable, Sendable {
    /// It was not meant to.
    case partial
    /// It was the whole list.
    case complete
    /// It was meant to, and something of it could not be read.
    case damaged
    /// It was meant to, and its source shows only what changed last.
    case window
    /// It was meant to, and is older than a whole list that was read before.
    case outdated(by: Day)
    /// It was meant to, and is without any record that would tell whose list it is.
    case nameless
  }
}
