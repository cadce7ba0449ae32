/// A deadline, or a step before one, in a city's calendar.
public struct CalendarEvent: Hashable, Sendable, Codable {
  /// What tells it from all others: of the city, the opportunity, the place of its deadline and the step; never of a
  /// title or a date, so that a deadline that moves stays the same event.
  public var uid: String
  /// The day in Brussels, as `YYYY-MM-DD`.
  public var day: String
  /// The time in Brussels at which it ends, as `HH:MM`; nothing for a whole day.
  public var time: String?
  /// What it is.
  public var summary: String
  /// More about it.
  public var details: String
  /// Its page.
  public var page: String?
  /// How many days before it one is reminded.
  public var alarms: [Int]
  /// Whether it no longer takes place.
  public var isCancelled = false

  /// An event on a day.
  public init(
    uid: String, day: Day, time: String?, summary: String, details: String, page: String? = nil,
    alarms: [Int] = []
  ) {
    self.uid = uid
    self.day = day.description
    self.time = time
    self.summary = summary
    self.details = details
    self.page = page
    self.alarms = alarms
  }
}

/// An event with how often it was changed, by which programs tell a later version from an earlier one.
public struct DatedEvent: Hashable, Sendable {
  /// The event.
  public var event: CalendarEvent
  /// How often it was changed; it never falls.
  public var sequence: Int
  /// The day of the last change.
  public var stampedOn: Day

  /// An event that was changed so often, and last on a day.
  public init(_ event: CalendarEvent, sequence: Int, stampedOn: Day) {
    self.event = event
    self.sequence = sequence
    self.stampedOn = stampedOn
  }

  /// For so many days an event that no longer takes place stays in the calendar, so that those who have it hear of it.
  public static let daysCancelled = 90

  /// The events of a day, after those that were known before.
  ///
  /// What is the same keeps its number; what differs counts one more; what is gone is cancelled, unless it is over, and
  /// forgotten after ninety days.
  public static func merged(_ wanted: [CalendarEvent], after known: [DatedEvent], on day: Day) -> [DatedEvent]
  {
    let before = Dictionary(known.map { ($0.event.uid, $0) }, uniquingKeysWith: { first, _ in first })
    var events: [String: DatedEvent] = [:]
    for event in wanted where events[event.uid] == nil {
      if let old = before[event.uid] {
        events[event.uid] =
          old.event == event ? old : DatedEvent(event, sequence: old.sequence + 1, stampedOn: day)
      } else {
        events[event.uid] = DatedEvent(event, sequence: 0, stampedOn: day)
      }
    }
    for old in known where events[old.event.uid] == nil {
      if old.event.isCancelled {
        // Its number is not forgotten, so that an event that comes back counts on from it.
        events[old.event.uid] = old
      } else if let ends = Day(old.event.day), ends < day {
        events[old.event.uid] = old
      } else {
        var event = old.event
        event.isCancelled = true
        events[old.event.uid] = DatedEvent(event, sequence: old.sequence + 1, stampedOn: day)
      }
    }
    return events.values.sorted { ($0.event.day, $0.event.uid) < ($1.event.day, $1.event.uid) }
  }

  /// Whether it still belongs into a calendar that is written on a day.
  public func isShown(on day: Day) -> Bool {
    event.isCancelled
      ? stampedOn.days(until: day) <= DatedEvent.daysCancelled
      : (Day(event.day).map { $0.days(until: day) <= DatedEvent.daysCancelled } ?? true)
  }
}
