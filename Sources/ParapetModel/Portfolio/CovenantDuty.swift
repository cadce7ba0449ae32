/// A day by which a council that joined the Covenant owes something.
public struct CovenantDuty: Hashable, Sendable, Codable {
  /// The number of the report; nothing for the action plan.
  public var report: Int?
  /// The last day, as `YYYY-MM-DD`.
  private var lastDay: String

  /// What is owed on a day.
  init(report: Int? = nil, day: Day) {
    self.report = report
    lastDay = day.description
  }

  /// The last day.
  public var day: Day { Day(lastDay) ?? Day(number: 0) }

  /// What tells it from the others of its city.
  public var name: String { report.map { "report-\($0)" } ?? "plan" }
}

extension CovenantDuties {
  /// What is owed on a day or later: the action plan until it is voted, and the next report.
  public func coming(on day: Day) -> [CovenantDuty] {
    var duties: [CovenantDuty] = []
    if voted == nil, planDue >= day { duties.append(CovenantDuty(day: planDue)) }
    let number = nextReport(on: day)
    duties.append(CovenantDuty(report: number, day: reportDue(number)))
    return duties
  }
}
