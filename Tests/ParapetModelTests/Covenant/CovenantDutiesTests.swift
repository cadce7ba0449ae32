import ParapetModel
import Testing

@Suite("The Covenant's days")
struct CovenantDutiesTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(
    "a year later is the same day, and the last of the month where there is none",
    arguments: [
      ("2026-03-01", "2027-03-01"), ("2026-12-31", "2027-12-31"), ("2026-01-31", "2027-01-31"),
      ("2026-02-28", "2027-02-28"), ("2027-02-28", "2028-02-28"), ("2028-02-29", "2029-02-28"),
      ("2096-02-29", "2097-02-28"), ("2024-04-30", "2025-04-30"),
    ])
  func yearLater(_ joined: String, _ due: String) throws {
    let (decision, last) = (try day(joined), try day(due))
    #expect(CovenantDuties(joined: decision).planDue == last)
  }

  @Test("two years after a leap day's plan is the last of February, four years after it the leap day again")
  func leapYears() throws {
    let duties = CovenantDuties(joined: try day("2027-02-28"), voted: try day("2028-02-29"))
    #expect(duties.reportDue(1) == Day("2030-02-28"))
    #expect(duties.reportDue(2) == Day("2032-02-29"))
  }

  @Test(
    "on every last day of a month of eight years, a year and two years later is the same or the last day of it"
  )
  func monthEnds() throws {
    for year in 2024...2031 {
      for month in 1...12 {
        let joined = try #require((28...31).compactMap { Day(year: year, month: month, day: $0) }.last)
        let (due, report) = (joined.adding(years: 1), joined.adding(years: 2))
        for (later, years) in [(due, 1), (report, 2)] {
          let (laterYear, laterMonth, laterDay) = later.components
          #expect(laterYear == year + years && laterMonth == month)
          let last = try #require(
            (28...31).compactMap { Day(year: year + years, month: month, day: $0) }.last)
          #expect(laterDay == min(joined.components.day, last.components.day), "\(joined)")
        }
        let duties = CovenantDuties(joined: joined)
        #expect(duties.planDue == due && duties.firstReportDue == due.adding(years: 2))
        #expect(CovenantDuties(joined: joined, voted: due).firstReportDue == due.adding(years: 2))
        #expect(duties.reportDue(2) == due.adding(years: 4))
      }
    }
  }

  @Test("reports count from the vote where there was one, else from the plan's last day")
  func fromTheVote() throws {
    let joined = try day("2026-03-01")
    #expect(CovenantDuties(joined: joined).firstReportDue == Day("2029-03-01"))
    let early = CovenantDuties(joined: joined, voted: try day("2026-11-30"))
    #expect(early.firstReportDue == Day("2028-11-30"))
  }

  @Test("the next report is the first that is due on the day or later")
  func nextReport() throws {
    let duties = CovenantDuties(joined: try day("2026-03-01"))
    let (early, last, late) = (try day("2026-03-15"), try day("2029-03-01"), try day("2029-03-02"))
    #expect(duties.nextReport(on: early) == 1)
    #expect(duties.nextReport(on: last) == 1)
    #expect(duties.nextReport(on: late) == 2)
  }

  @Test("what happens after the day judged does not count yet")
  func laterDays() throws {
    var city = City(id: "brimont", facts: ApplicantFacts())
    city.covenantJoined = try day("2026-03-01")
    city.planVoted = try day("2027-02-01")
    let (before, joined, voted) = (try day("2026-02-28"), try day("2026-03-01"), try day("2027-02-01"))
    #expect(city.covenantDuties(on: before) == nil)
    #expect(city.covenantDuties(on: joined)?.voted == nil)
    #expect(city.covenantDuties(on: voted)?.voted == city.planVoted)
  }
}

@Suite("Indicators")
struct IndicatorTests {
  private func indicator(_ baseline: Int64?, _ target: Int64?) -> Indicator {
    var indicator = Indicator(id: "i", item: "a", unit: "things", direction: .up)
    (indicator.baseline, indicator.target) = (baseline, target)
    return indicator
  }

  @Test("the share of the way is counted from the baseline, upwards and downwards")
  func share() {
    #expect(indicator(0, 100_000).share(at: 25_000) == 2_500)
    #expect(indicator(90_000, 10_000).share(at: 50_000) == 5_000)
    #expect(indicator(0, 100_000).share(at: 120_000) == 12_000)
    #expect(indicator(40_000, 100_000).share(at: 10_000) == -5_000)
  }

  @Test("without a way there is no share of it")
  func noShare() {
    #expect(indicator(nil, 1).share(at: 1) == nil)
    #expect(indicator(1, nil).share(at: 1) == nil)
    #expect(indicator(5, 5).share(at: 5) == nil)
    var twice = indicator(0, 10)
    twice.isRedefined = true
    #expect(twice.share(at: 5) == nil)
  }
}
