/// How the deadlines of an opportunity are to be read.
public enum DeadlineModel: String, Hashable, Sendable, CaseIterable {
  /// One deadline.
  case singleStage = "single-stage"
  /// The first is for outlines, the second for those who were invited.
  case twoStage = "two-stage"
  /// Each is a chance to apply.
  case multipleCutOff = "multiple-cut-off"
  /// None: applications are taken at any time.
  case permanent
}

/// The last moment of a submission: a day, with a time where the source states one.
public struct Deadline: Hashable, Comparable, Sendable {
  /// The day in Brussels.
  public var day: Day
  /// The time of day in Brussels as `HH:MM`, or nothing where the source states a day only.
  public var time: String?
  /// The stage that it closes, counted from 1.
  public var stage: Int?

  /// The time at which a deadline without one is judged: five in the afternoon in Brussels.
  public static let assumedTime = "17:00"

  /// A deadline on a day.
  public init(day: Day, time: String? = nil, stage: Int? = nil) {
    self.day = day
    self.time = time
    self.stage = stage
  }

  /// Whether the left comes first; a day without a time counts as ending at the assumed one.
  public static func < (left: Deadline, right: Deadline) -> Bool {
    (left.day, left.time ?? assumedTime) < (right.day, right.time ?? assumedTime)
  }
}

/// What a source says of an opportunity's state.
public enum Status: String, Hashable, Sendable, CaseIterable {
  /// Announced; submission has not begun.
  case forthcoming
  /// Submission is possible.
  case open
  /// Submission is over.
  case closed
  /// Taken back by its source before its time was over.
  case withdrawn
  /// Not stated, or not known to us.
  case unknown
}

/// What an opportunity's dates say of a day, in the order in which lists show them.
public enum DayStatus: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Submission is possible on the day.
  case open
  /// Submission begins later.
  case forthcoming
  /// A standing instrument for which no call is known.
  case noCall
  /// The dates do not say.
  case unknown
  /// Submission is over.
  case closed

  /// Whether the left is listed first.
  public static func < (left: DayStatus, right: DayStatus) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .open: 0
    case .forthcoming: 1
    case .noCall: 2
    case .unknown: 3
    case .closed: 4
    }
  }
}

extension Opportunity {
  /// The deadlines at which somebody who has not applied yet can still apply.
  ///
  /// Of a two-stage call only the first counts: the second is for those who were invited. A single date is the
  /// first stage's, unless the source says that it is the second's.
  public var entryDeadlines: [Deadline] {
    guard deadlineModel == .twoStage else { return deadlines }
    return Array(deadlines.filter { ($0.stage ?? 1) == 1 }.prefix(1))
  }

  /// The first deadline for a new application on or after a day.
  public func nextDeadline(on day: Day) -> Deadline? {
    entryDeadlines.first { $0.day >= day }
  }

  /// The status on a day, from the dates; the stated status counts only where the dates are silent.
  ///
  /// A stated status goes stale (portal copies still call topics of 2024 forthcoming), a deadline does not. On
  /// the day of its deadline an opportunity is open. But a status lags and never runs ahead: one that is stated
  /// closed before its deadline may have been withdrawn or have spent its budget, and is unknown, not open. What
  /// was withdrawn is closed, whatever its dates say.
  public func status(on day: Day) -> DayStatus {
    if statedStatus == .withdrawn { return .closed }
    if case .withdrawn(let withdrawal) = presence, withdrawal <= day { return .closed }
    if level == .instrument, deadlines.isEmpty, openingDate == nil { return .noCall }
    let lastDeadline = entryDeadlines.last ?? deadlines.last
    if let lastDeadline, lastDeadline.day < day { return .closed }
    if statedStatus == .closed, lastDeadline != nil { return .unknown }
    if let openingDate, openingDate > day { return .forthcoming }
    let opened = openingDate != nil
    if deadlines.isEmpty {
      if deadlineModel == .permanent { return opened ? .open : .unknown }
      return statedStatus == .closed ? .closed : .unknown
    }
    // Of two stages only the second is known: whether the first is over nobody says.
    if entryDeadlines.isEmpty { return .unknown }
    if opened { return .open }
    switch statedStatus {
    case .open: return .open
    case .forthcoming: return .forthcoming
    case .closed, .withdrawn, .unknown, nil: return .unknown
    }
  }
}
