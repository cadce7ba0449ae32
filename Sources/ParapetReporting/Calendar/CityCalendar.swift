public import ParapetModel

/// The deadlines of a city's calendar, with the steps before them.
///
/// Only what leads to an application is in it: nothing of sites, and no amounts.
public struct CityCalendar {
  /// An application that is to be written.
  public struct Application: Sendable {
    /// What it is for.
    public var opportunity: Opportunity
    /// The items, by title.
    public var items: [String]
    /// Whether others have to be found.
    public var needsPartners: Bool

    /// An application for an opportunity.
    public init(for opportunity: Opportunity, items: [String], needsPartners: Bool) {
      self.opportunity = opportunity
      self.items = items
      self.needsPartners = needsPartners
    }
  }

  private let city: String
  private let steps: [PreparationStep]
  private let words: any Sentences

  /// A calendar of a city, by its id.
  public init(of city: String, steps: [PreparationStep], words: any Sentences) {
    self.city = city
    self.steps = steps
    self.words = words
  }

  /// How many days before a deadline one is reminded of it.
  private static let alarms = [14, 7, 1]

  /// The events of applications from a day on: each coming deadline, and what comes before the first of them.
  public func events(of applications: [Application], on day: Day) -> [CalendarEvent] {
    applications.flatMap { application in
      let opportunity = application.opportunity
      let name = CityCalendar.name(of: opportunity)
      let title = "\(words.title(of: opportunity)) (\(opportunity.identifier))"
      let items = application.items.joined(separator: ", ")
      let entry = opportunity.entryDeadlines.map(\.day)
      var events: [CalendarEvent] = []
      // The place counts among all deadlines, so that one that is over does not rename the others.
      for (place, deadline) in opportunity.deadlines.enumerated() where deadline.day >= day {
        let time = deadline.time ?? Deadline.assumedTime
        events.append(
          CalendarEvent(
            uid: "deadline-\(place + 1).\(name).\(city)@parapet", day: deadline.day, time: time,
            summary: words.pair(words.label(.deadline), title),
            details: items + "\n"
              + words.note(.instant(deadline.day, time: time, isAssumed: deadline.time == nil)),
            page: opportunity.landingPage, alarms: CityCalendar.alarms))
      }
      guard let first = entry.first(where: { $0 >= day }),
        let place = opportunity.deadlines.firstIndex(where: { $0.day == first })
      else { return events }
      for step in steps where !step.isForPartners || application.needsPartners {
        let due = first.adding(days: -step.days)
        guard due >= day else { continue }
        events.append(
          CalendarEvent(
            uid: "\(step.id)-\(place + 1).\(name).\(city)@parapet", day: due, time: nil,
            summary: words.pair(step.titles.text(in: words.language) ?? step.id, title),
            details: items + "\n" + words.note(.day(first)), page: opportunity.landingPage, alarms: [7]))
      }
      return events
    }
  }

  /// The days that joining the Covenant set: that of the action plan until it is voted, and that of the next report.
  public func events(of duties: CovenantDuties, on day: Day) -> [CalendarEvent] {
    duties.coming(on: day).map { duty in
      CalendarEvent(
        uid: "covenant-\(duty.name).\(city)@parapet", day: duty.day, time: nil,
        summary: words.note(.duty(duty)), details: words.note(.day(duty.day)),
        alarms: CityCalendar.alarmsOfDuties)
    }
  }

  /// A plan or a report takes months.
  private static let alarmsOfDuties = [180, 60, 14]

  /// A name for identifiers: letters, digits and hyphens of the source's own reference, else of the identifier.
  private static func name(of opportunity: Opportunity) -> String {
    let text = opportunity.reference ?? opportunity.identifier
    return String(
      text.unicodeScalars.map {
        $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) ? Character($0) : "-"
      })
  }
}
