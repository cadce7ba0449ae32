import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Dates in texts")
struct ProseDateTests {
  @Test(
    "the day is the day as written, and an hour is one of Brussels",
    arguments: [
      ("Thu, 26 Sep 2024 17:00:00 (Brussels local time)", "2024-09-26", "17:00"),
      ("26 September 2024 17:00 CET", "2024-09-26", "17:00"),
      ("Thursday 26 September 2024, at 12:00 (Brussels time)", "2024-09-26", "12:00"),
      ("26 Sep 2024", "2024-09-26", nil), ("2024-09-26", "2024-09-26", nil),
      ("Thu, 26 Sep 2024 23:30:00 GMT", "2024-09-26", nil),
      ("Fri, 20 Aug 2021 00:00:00 +1000", "2021-08-20", nil),
      ("Fri, 20 Aug 2021 00:00:00", "2021-08-20", nil), ("20 August 2021 soon", "2021-08-20", nil),
    ] as [(String, String, String?)])
  func dates(text: String, day: String, time: String?) throws {
    #expect(ProseDate(text) == .day(Deadline(day: try #require(Day(day)), time: time)))
  }

  @Test("words that name no day are no deadline", arguments: ["Permanent", "ongoing", "No deadline"])
  func rolling(text: String) {
    #expect(ProseDate(text) == .rolling)
  }

  @Test(
    "anything else is unreadable",
    arguments: [
      "", "soon", "Thu", "31 Feb 2024", "Thu, 26", "26 Sep 24", String(repeating: "1 ", count: 200),
    ])
  func unreadable(text: String) {
    #expect(ProseDate(text) == .unreadable)
  }

  @Test("a year that no call has stands for none")
  func sentinel() {
    #expect(ProseDate("Thu, 31 Dec 9999 00:00:00 GMT") == .sentinel)
  }
}
