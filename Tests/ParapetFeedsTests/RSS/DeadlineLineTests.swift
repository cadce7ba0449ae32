import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Lines that name deadlines")
struct DeadlineLineTests {
  @Test(
    "every date of a line counts, and one without a year or month takes that of the next",
    arguments: [
      ("10 February 2030, 5 May 2030 and 3 November 2030", ["2030-02-10", "2030-05-05", "2030-11-03"]),
      ("10 February, 5 May and 3 November 2030", ["2030-02-10", "2030-05-05", "2030-11-03"]),
      ("10, 17 and 24 February 2030", ["2030-02-10", "2030-02-17", "2030-02-24"]),
      ("February 10, 2030 & May 5, 2030", ["2030-02-10", "2030-05-05"]),
      ("3rd of March 2030 or 1st April 2030", ["2030-03-03", "2030-04-01"]),
      ("2030-02-10, 2030-05-05", ["2030-02-10", "2030-05-05"]),
      ("31/12/2030 and 10.02.2031", ["2030-12-31", "2031-02-10"]),
      ("2030: 10 February, 5 May", ["2030-02-10", "2030-05-05"]),
      ("Thu, 26 Sep 2030", ["2030-09-26"]), ("stage 1, 12 February 2030", ["2030-02-12"]),
    ] as [(String, [String])])
  func several(text: String, days: [String]) {
    let line = DeadlineLine(text)
    #expect(line.deadlines.map(\.day.description) == days)
    #expect(!line.hasMore)
  }

  @Test(
    "what moved, opens or was before is told from what ends",
    arguments: [
      ("16 February 2030, extended to 30 June 2030", ["2030-06-30"]),
      ("16 February 2030 postponed until 30 June 2030", ["2030-06-30"]),
      ("30 June 2030 (extended from 16 February 2030)", ["2030-06-30"]),
      ("30 June 2030 (previously 16 February 2030)", ["2030-06-30"]),
      ("30 June 2030 instead of 16 February 2030", ["2030-06-30"]),
      ("from 1 March 2030 to 30 April 2030", ["2030-04-30"]),
      ("between 1 March and 30 April 2030", ["2030-04-30"]),
      ("open until 30 June 2030", ["2030-06-30"]),
      ("10 February 2030, 5 May 2030 extended to 12 May 2030", ["2030-02-10", "2030-05-12"]),
      ("12 March 2030, information session on 3 April 2030", ["2030-03-12"]),
    ] as [(String, [String])])
  func roles(text: String, days: [String]) {
    #expect(DeadlineLine(text).deadlines.map(\.day.description) == days)
  }

  @Test(
    "stages are those of the words beside each date",
    arguments: [
      "12 February 2030 (first stage), 6 October 2030 (second stage)",
      "first stage: 12 February 2030; second stage: 6 October 2030",
      "12 February 2030 for outlines, 6 October 2030 for full proposals",
      "Stage 1 on 12 February 2030 and stage 2 on 6 October 2030",
      "12 February 2030, 17:00 (Brussels time) (1st stage) and 6 October 2030 (2nd stage)",
    ])
  func stages(text: String) {
    let line = DeadlineLine(text)
    #expect(line.deadlines.map(\.day.description) == ["2030-02-12", "2030-10-06"])
    #expect(line.deadlines.map(\.stage) == [1, 2])
  }

  @Test(
    "an hour belongs to its date, and is one of Brussels",
    arguments: [
      ("15 February 2030, 17:00 (CET) and 23 September 2030, 12:00 (CEST)", ["17:00", "12:00"]),
      ("10 February 2030 and 3 November 2030 17:00 (Brussels time)", [nil, "17:00"]),
      ("17:00 CET on 3 May 2030", ["17:00"]), ("2030-05-03T15:00:00Z", ["15:00"]),
      ("3 May 2030 23:30 GMT and 4 May 2030", [nil, nil]),
    ] as [(String, [String?])])
  func hours(text: String, times: [String?]) {
    #expect(DeadlineLine(text).deadlines.map(\.time) == times)
  }

  @Test(
    "what can be two days, or is none, is said to be more than was read",
    arguments: ["03/04/2030", "10 November and 5 March 2030", "31 February 2030", "March 2030"])
  func more(text: String) {
    #expect(DeadlineLine(text).hasMore)
  }

  @Test("a year from 2099 on stands for none", arguments: ["31 December 2099", "2100-01-01", "31/12/2100"])
  func sentinels(text: String) {
    let line = DeadlineLine(text)
    #expect(line.hasSentinel && line.deadlines.isEmpty)
  }

  @Test("long lines are read in bounded time")
  func long() {
    #expect(DeadlineLine(String(repeating: "1 May 2030, ", count: 100_000)).deadlines.count == 1)
    #expect(DeadlineLine(String(repeating: "1, ", count: 100_000)).deadlines.isEmpty)
  }
}
