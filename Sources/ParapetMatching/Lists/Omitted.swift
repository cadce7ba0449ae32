/// How many pairs a list leaves out, by what keeps each from it, the surest first.
public struct Omitted: Hashable, Sendable {
  /// Closed.
  public var closed = 0
  /// Without any date, and of a year that is over.
  public var leftOver = 0
  /// A rule says no, and partners cannot cure it.
  public var no = 0
  /// They would bring nothing.
  public var withoutGrant = 0
  /// Their texts, measures or sizes have too little in common with the item.
  public var unrelated = 0

  /// All of them.
  public var total: Int { closed + leftOver + no + withoutGrant + unrelated }

  /// Counts a pair that is left out.
  mutating func count(_ gate: Placement.Gate) {
    switch gate {
    case .closed: closed += 1
    case .leftOver: leftOver += 1
    case .ineligible: no += 1
    case .withoutGrant: withoutGrant += 1
    case .unrelated, .otherScale, .otherWork: unrelated += 1
    }
  }
}
