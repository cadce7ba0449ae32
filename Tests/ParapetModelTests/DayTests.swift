import SeededDraws
import Foundation
import ParapetModel
import Testing

@Suite("A calendar day")
struct DayTests {
  @Test("the first and the last day of the calendar exist, their outer neighbours do not")
  func bounds() {
    #expect(Day("0001-01-01")?.number == -719_162)
    #expect(Day("9999-12-31")?.number == 2_932_896)
    #expect(Day("0000-12-31") == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day(year: -1, month: 1, day: 1) == nil)
  }

  @Test("the epoch is day 0 and the day before it is -1")
  func epoch() {
    #expect(Day("1970-01-01")?.number == 0)
    #expect(Day("1969-12-31")?.number == -1)
  }

  @Test("each day of four centuries follows the one before it and reads back from its own text")
  func roundTripOfACycle() throws {
    var number = try #require(Day("1999-12-31")).number
    for year in 2000..<2400 {
      for month in 1...12 {
        for dayOfMonth in 1...31 {
          guard let day = Day(year: year, month: month, day: dayOfMonth) else { continue }
          number += 1
          guard day.number == number, day.components == (year, month, dayOfMonth) else {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is number \(day.number), not \(number)")
            return
          }
        }
      }
    }
    #expect(try number == #require(Day("2399-12-31")).number)
  }

  @Test("the first and the last day of every year from 1 to 9999 are neighbours across the year's end")
  func everyYear() throws {
    var last = try #require(Day(year: 1, month: 12, day: 31))
    for year in 2...9999 {
      let first = try #require(Day(year: year, month: 1, day: 1))
      guard last.adding(days: 1) == first, Day(first.description) == first else {
        Issue.record("\(first) does not follow \(last)")
        return
      }
      last = try #require(Day(year: year, month: 12, day: 31))
      guard Day(last.description) == last else {
        Issue.record("\(last) does not read back")
        return
      }
    }
  }

  @Test("Foundation's calendar counts the same days on a random sample")
  func agreesWithFoundation() throws {
    var generator = SeededGenerator()
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    // Foundation turns Julian before October 1582, so the sample starts after it.
    for _ in 0..<2_000 {
      let day = Day(number: Int32.random(in: -141_426...2_932_896, using: &generator))
      let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let (year, month, dayOfMonth) = day.components
      guard parts.year == year, parts.month == month, parts.day == dayOfMonth else {
        Issue.record("\(day) differs from \(parts) (seed \(generator.seed))")
        return
      }
    }
  }

  @Test(
    "29 February exists in leap years only",
    arguments: [(2024, true), (2000, true), (2400, true), (2026, false), (1900, false), (2100, false)])
  func leapYears(year: Int, exists: Bool) {
    #expect((Day(year: year, month: 2, day: 29) != nil) == exists)
  }

  @Test(
    "a date that does not exist, or is not written in full, is refused",
    arguments: [
      "", "2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1",
      "20260101", "2026/01/01", "01-02-2026", "2026-01-01T00:00", " 2026-01-01", "2026-01-01 ", "-026-01-01",
      "+026-01-01", "2026-01-1a", "２０２６-01-01", "12026-01-01",
    ])
  func refused(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("days print as ISO 8601 with all their zeros")
  func printing() {
    #expect(Day(year: 7, month: 3, day: 9)?.description == "0007-03-09")
    #expect(Day(year: 2026, month: 11, day: 22)?.description == "2026-11-22")
  }

  @Test("counting on and counting between are each other's inverse, also backwards over a leap day")
  func arithmetic() throws {
    let before = try #require(Day("2024-02-28"))
    let after = try #require(Day("2024-03-01"))
    #expect(before.days(until: after) == 2)
    #expect(after.days(until: before) == -2)
    #expect(after.adding(days: -2) == before)
    #expect(before < after)
  }

  @Test(
    "months count both ends, and a started month is a month",
    arguments: [
      ("2027-01-01", "2027-12-31", 12), ("2027-01-01", "2028-01-01", 13), ("2027-01-15", "2028-01-14", 12),
      ("2027-01-15", "2028-01-15", 13), ("2027-01-01", "2027-01-01", 1), ("2027-01-31", "2027-02-27", 1),
      ("2027-01-01", "2027-02-28", 2), ("2024-02-01", "2024-02-29", 1), ("2026-12-31", "2027-01-01", 1),
      ("2027-06-01", "2027-05-31", 0), ("2027-03-01", "2028-06-30", 16),
    ])
  func months(from: String, through: String, count: Int) throws {
    #expect(try #require(Day(from)).months(through: #require(Day(through))) == count)
  }

  @Test("the count is the first number of calendar months that reaches beyond the last day")
  func monthsAgreeWithFoundation() throws {
    var generator = SeededGenerator()
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for _ in 0..<500 {
      let first = Day(number: Int32.random(in: 18_000...25_000, using: &generator))
      let last = first.adding(days: Int.random(in: 0...1_500, using: &generator))
      let start = Date(timeIntervalSince1970: Double(first.number) * 86_400)
      let end = Date(timeIntervalSince1970: Double(last.number) * 86_400)
      let expected = try #require(
        (1...60).first { months in
          calendar.date(byAdding: .month, value: months, to: start).map { $0 > end } == true
        })
      #expect(first.months(through: last) == expected, "\(first) to \(last), seed \(generator.seed)")
    }
  }

  @Test("a longer span never has fewer months")
  func monthsGrow() throws {
    let start = try #require(Day("2027-01-31"))
    var last = 0
    for days in 0..<1_500 {
      let months = start.months(through: start.adding(days: days))
      #expect(months >= last && months <= last + 1, "after \(days) days")
      last = months
    }
  }
}

@Suite("Days beyond all calendars")
struct FarDayTests {
  @Test(
    "a sum beyond what can be counted is the last day that can",
    arguments: [Int.max, Int.min, 1 << 40, -(1 << 40)])
  func sums(days: Int) throws {
    let day = try #require(Day("2030-01-01")).adding(days: days)
    #expect(day.number == (days < 0 ? .min : .max))
  }
}
