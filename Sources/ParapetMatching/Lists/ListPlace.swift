import ParapetModel

/// What decides of the place of a match in a list: what cannot be applied for comes last, before it what is doubtful; then
/// fit, deadline, identifier.
///
/// Whether a pair is decided otherwise, and whether a call is open yet, are no walls: an instrument made for barriers stands
/// above an open call that was not.
struct ListPlace: Comparable {
  private var merit: UInt64
  private var turn: Turn

  init(_ match: Match) {
    merit = ListPlace.merit(match.standing, match.status, fit: match.fit.total)
    turn = Turn(match.offer.opportunity, next: match.nextDeadline)
  }

  static func < (left: ListPlace, right: ListPlace) -> Bool {
    left.merit == right.merit ? left.turn < right.turn : left.merit < right.merit
  }

  /// A number that orders as a list does, but for deadline and identifier, best first; its lower half is empty.
  static func merit(_ standing: Match.Standing, _ status: DayStatus, fit: Int) -> UInt64 {
    max(rank(status), rank(standing)) << 48 | UInt64(1_000 - fit) << 32
  }

  /// The same with the standing of another such number.
  static func merit(_ other: UInt64, fit: Int) -> UInt64 {
    (other >> 48) << 48 | UInt64(1_000 - fit) << 32
  }

  /// Whether a standing comes before another, whatever the fit.
  static func isLess(_ left: Match.Standing, _ right: Match.Standing) -> Bool { rank(left) < rank(right) }

  private static func rank(_ standing: Match.Standing) -> UInt64 {
    switch standing {
    case .ready, .readCall, .answer, .partner: 0
    case .doubtful: 1
    case .no: 4
    }
  }

  private static func rank(_ status: DayStatus) -> UInt64 {
    switch status {
    case .open, .forthcoming, .noCall, .unknown: 0
    case .closed: 2
    }
  }

  /// Whose turn it is among equals: the nearer deadline, then the identifier; what has no deadline comes last.
  struct Turn: Comparable {
    private var deadline: Day?
    private var identifier: String
    private var reference: String

    init(_ opportunity: Opportunity, next: Deadline?) {
      deadline = next?.day
      identifier = opportunity.identifier
      reference = opportunity.reference ?? ""
    }

    static func < (left: Turn, right: Turn) -> Bool {
      switch (left.deadline, right.deadline) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: (left.identifier, left.reference) < (right.identifier, right.reference)
      }
    }
  }
}

extension Match {
  /// The order of a list: what can be applied for, fit, deadline, identifier.
  static func precedes(_ left: Match, _ right: Match) -> Bool { ListPlace(left) < ListPlace(right) }
}
