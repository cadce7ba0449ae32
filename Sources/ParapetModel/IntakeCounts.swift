/// How many records a reading brought, by what became of them.
public struct IntakeCounts: Hashable, Sendable, Encodable {
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
  /// Records that could not be used; the store never sees them.
  public var rejected = 0
  /// What the reading said of what is missing.
  public var completeness = Completeness.partial

  /// Nothing read yet.
  public init() {}

  /// The counts of two readings, or of two parts of one, together; what is missing is told by the first.
  public static func + (left: IntakeCounts, right: IntakeCounts) -> IntakeCounts {
    var sum = left
    sum.created += right.created
    sum.changed += right.changed
    sum.unchanged += right.unchanged
    sum.doubled += right.doubled
    sum.missing += right.missing
    sum.returned += right.returned
    sum.withdrawn += right.withdrawn
    sum.rejected += right.rejected
    return sum
  }

  /// Documents tell the numbers alone.
  private enum CodingKeys: String, CodingKey {
    case created, changed, unchanged, doubled, missing, returned, withdrawn, rejected
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
    /// It says that it has more records than were read.
    case short(stated: Int, read: Int)
  }
}
