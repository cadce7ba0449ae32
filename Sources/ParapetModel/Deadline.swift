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
