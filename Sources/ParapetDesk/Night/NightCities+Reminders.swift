import ParapetCatalogue
import ParapetModel

// What a day itself gives to say, though nothing changed.
extension NightCities {
  /// How many days before a deadline somebody is reminded of it.
  private static let distances = [30, 14, 7, 1]

  /// Whether a deadline came near since a day.
  static func isNear(_ deadline: Day, on day: Day, since: Day) -> Bool {
    let (before, now) = (since.days(until: deadline), day.days(until: deadline))
    return now >= 0 && distances.contains { now <= $0 && $0 < before }
  }

  /// The days on which a deadline comes near.
  static func reminders(of deadline: Day) -> [Day] { distances.map { deadline.adding(days: -$0) } }

  /// How many days before the day of a duty somebody is reminded of it: a plan takes months.
  private static let distancesOfDuties = [180, 60, 14, 1]

  /// What the Covenant asks of the city by a day that came near since another.
  static func duties(of city: Portfolio?, on day: Day, since: Day) -> [CovenantDuty] {
    (city?.city.covenantDuties(on: day)?.coming(on: day) ?? []).filter { duty in
      let (before, now) = (since.days(until: duty.day), day.days(until: duty.day))
      return distancesOfDuties.contains { now <= $0 && $0 < before }
    }
  }

  /// The days on which a duty of a city comes near, or another takes its place, as far as a day can tell.
  static func daysOfDuties(of city: City, on day: Day) -> [Day] {
    let duties = city.covenantDuties(on: day)?.coming(on: day) ?? []
    return [city.covenantJoined, city.planVoted].compactMap(\.self)
      + duties.flatMap { duty in
        distancesOfDuties.map { duty.day.adding(days: -$0) } + [duty.day.adding(days: 1)]
      }
  }

  /// After so many days without a mail somebody is told that nothing changed.
  private static let silence = 7

  /// Whether it is long since somebody had a mail.
  func isLong(since mark: ToldMark) -> Bool { NightCities.endOfSilence(since: mark) <= night.asOf }

  /// The day on which it is long since somebody had a mail.
  static func endOfSilence(since mark: ToldMark) -> Day { mark.mailedOn.adding(days: silence) }
}
