public import ParapetModel
public import ParapetReporting

/// Which night is asked for.
public struct NightQuestion: Hashable, Sendable {
  /// The file that says what is to be done.
  public var file: String
  /// The day on which dates are judged.
  public var asOf: Day
  /// The day of the readings; without it the day judged.
  public var readOn: Day?
  /// The last day of a replay, which does a night for each day from `asOf` on; without it there is one night.
  public var until: Day?
  /// Whether this night is a beginning: everything is kept, and nothing told.
  public var isBaseline = false
  /// Whether nothing is kept, written or handed over.
  public var isDry = false
  /// Whether every pair is judged again, also where nothing changed for it; the answers are the same.
  public var judgesAnew = false
  /// The language of the cities' reports.
  public var language = Language.english

  /// A night of a file on a day.
  public init(file: String, asOf: Day) {
    self.file = file
    self.asOf = asOf
  }
}

/// What a night came to.
public struct NightOutcome: Sendable {
  /// The night, for every format.
  public var report: NightReport
  /// How urgent the most urgent change of a city is; nothing where nothing changed.
  public var severity: RecordChange.Severity?
  /// Whether something was refused: of the file, a feed, a city, or a mail.
  public var isWanting: Bool
}

/// A step of a night, for who keeps a log.
public struct NightStep: Hashable, Sendable {
  /// What happened to it.
  public enum State: String, Hashable, Sendable {
    /// Work on it begins.
    case begun
    /// It is done.
    case done
    /// It was done before this run, which takes the night up again.
    case kept
    /// It could not be done, and the others are none the worse for it.
    case failed
  }

  /// The name of the night.
  public var run: String
  /// `read`, `cities` (their files), `match`, `compare`, `write` or `hand-over`.
  public var phase: String
  /// The city, where it is about one.
  public var city: String?
  /// The feed, where it is about one.
  public var source: String?
  /// The person, by name, where it is about one.
  public var person: String?
  /// What happened.
  public var state: State
  /// Why it could not be done.
  public var reason: String?
  /// The milliseconds of processor time that a whole phase took, the programs that it ran included; nothing of a part of one.
  public var cpu: Int?
  /// The cities that the step passes over, since there is nothing to say of them.
  public var resting: Int?
}
