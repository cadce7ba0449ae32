import ParapetModel

/// What decides of the place of a match in a list: what cannot be applied for comes last, then fit, deadline, identifier.
///
/// Whether a pair is decided, and whether a call is open yet, are no walls: an instrument made for barriers stands above an
/// open call that was not.
struct ListPlace: Comparable {
  private var merit: UInt64
  private var turn: Turn

  init(_ match: Match) {
    merit = ListPlace.merit(match.verdict, match.status, fit: match.fit.total)
    turn = Turn(match.offer.opportunity, next: match.nextDeadline)
  }

  static func < (left: ListPlace, right: ListPlace) -> Bool {
    left.merit == right.merit ? left.turn < right.turn : left.merit < right.merit
  }

  /// A number that orders as a list does, but for deadline and identifier, best first; its lower half is empty.
  static func merit(_ verdict: Verdict, _ status: DayStatus, fit: Int) -> UInt64 {
    rank(verdict) << verdictBits | rank(status) << 48 | UInt64(1_000 - fit) << 32
  }

  /// The same with the verdict of another such number.
  static func merit(_ other: UInt64, _ status: DayStatus, fit: Int) -> UInt64 {
    (other >> verdictBits) << verdictBits | merit(.eligible, status, fit: fit)
  }

  /// Above them stands the verdict alone; that of the eligible is none.
  private static let verdictBits: UInt64 = 56

  private static func rank(_ verdict: Verdict) -> UInt64 {
    switch verdict {
    case .eligible, .undecided: 0
    case .ineligible: 1
    }
  }

  private static func rank(_ status: DayStatus) -> UInt64 {
    switch status {
    case .open, .forthcoming, .noCall, .unknown: 0
    case .closed: 1
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
