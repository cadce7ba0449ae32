/// The time of day in Brussels, by the rule that the Union keeps (Directive 2000/84/EC): summer time from the last Sunday
/// of March to the last Sunday of October, one hour after midnight in Greenwich both times.
public enum BrusselsTime {
  /// How many hours before Greenwich the clocks of Brussels are on a day, from three in the morning on.
  ///
  /// Before three a day on which they change has both.
  public static func hoursBeforeGreenwich(on day: Day) -> Int {
    let year = day.components.year
    guard let march = Day(year: year, month: 3, day: 31), let october = Day(year: year, month: 10, day: 31)
    else { return 1 }
    let isSummer = lastSunday(until: march) <= day && day < lastSunday(until: october)
    return isSummer ? 2 : 1
  }

  /// Seconds since 1970 of a time of day in Brussels, which is three in the morning or later.
  public static func seconds(on day: Day, hour: Int, minute: Int) -> Int {
    Int(day.number) * 86_400 + (hour - hoursBeforeGreenwich(on: day)) * 3600 + minute * 60
  }

  private static func lastSunday(until day: Day) -> Day { day.adding(days: -((day.weekday + 1) % 7)) }
}

extension Day {
  /// The day of the week, from 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }
}
