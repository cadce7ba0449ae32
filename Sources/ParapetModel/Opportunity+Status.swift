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
    if level.isStanding, deadlines.isEmpty, openingDate == nil {
      return statedStatus == .closed ? .closed : .noCall
    }
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
