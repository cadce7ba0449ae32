/// The two duties with a day that a council takes on when it joins the Covenant: an action plan within a year, and a
/// report every two years.
public struct CovenantDuties: Hashable, Sendable {
  /// The council's decision to join.
  public var joined: Day
  /// The day on which the plan was voted, where it was.
  public var voted: Day?

  /// The duties of a council that joined on a day.
  public init(joined: Day, voted: Day? = nil) {
    self.joined = joined
    self.voted = voted
  }

  /// The last day for the action plan: a year after the decision.
  public var planDue: Day { joined.adding(years: 1) }

  /// The last day for the first report: two years after the plan, or after its last day where it was not voted.
  public var firstReportDue: Day { reportDue(1) }

  /// The last day for a report by its number, from 1.
  public func reportDue(_ number: Int) -> Day { (voted ?? planDue).adding(years: 2 * number) }

  /// The number of the first report that is due on a day or later, from 1.
  public func nextReport(on day: Day) -> Int {
    var number = 1
    while reportDue(number) < day, number < CovenantDuties.mostReports { number += 1 }
    return number
  }

  private static let mostReports = 500
}

extension City {
  /// The Covenant's duties as they stand on a day, where the city has joined by then; a vote of a later day does not
  /// count yet.
  public func covenantDuties(on day: Day) -> CovenantDuties? {
    guard let joined = covenantJoined, joined <= day else { return nil }
    return CovenantDuties(joined: joined, voted: planVoted.flatMap { $0 <= day ? $0 : nil })
  }
}

extension Day {
  /// The same day of the same month so many years later; where that month has no such day, its last one, by the rule for
  /// periods of years of Union law (Regulation (EEC, Euratom) No 1182/71, Art. 3(2)(c)).
  public func adding(years: Int) -> Day {
    let (year, month, day) = components
    let (sum, overflow) = year.addingReportingOverflow(years)
    let wanted = overflow ? (years < 0 ? 1 : 9999) : min(max(sum, 1), 9999)
    return Day(year: wanted, month: month, day: day) ?? Day(year: wanted, month: month, day: 28) ?? self
  }
}
