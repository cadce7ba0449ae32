import ParapetDesk
import ParapetModel
import Testing

@Suite("records whose bytes are met again")
struct RepeatedRecordTests {
  private static func hit(
    _ name: String, deadline: String, touched: String = "1", opening: String = "2026-01-01",
    reference: String? = nil
  )
    -> String
  {
    """
    {"reference":"\(reference ?? name)TOPICSen","metadata":{"identifier":["\(name)"],"type":["1"],"title":["Topic \(name)"],
    "startDate":["\(opening)T00:00:00.000+0000"],"deadlineDate":["\(deadline)T17:00:00.000+0000"],
    "es_SortDate":["\(touched)"]}}
    """
  }

  private static func page(_ hits: [String]) -> String {
    "{\"totalResults\":\(hits.count),\"results\":[\(hits.joined(separator: ",\n"))]}"
  }

  @Test("they count as unchanged, stay on the list, and are told again where they were remarked on")
  func again() throws {
    let scene = try Scene([])
    let doubtful = RepeatedRecordTests.hit("C", deadline: "2026-05-01", opening: "2026-06-01")
    let first = RepeatedRecordTests.hit("A", deadline: "2026-07-01")
    let days: [(hits: [String], counts: [Int])] = [
      ([first, RepeatedRecordTests.hit("B", deadline: "2026-07-01"), doubtful], [3, 0, 0, 0, 0]),
      // A touch that says nothing new changes the bytes alone; twice the same bytes are one record.
      (
        [first, RepeatedRecordTests.hit("B", deadline: "2026-07-01", touched: "2"), doubtful, first],
        [0, 0, 3, 0, 0]
      ),
      (
        [first, RepeatedRecordTests.hit("B", deadline: "2026-07-01", touched: "2"), doubtful],
        [0, 0, 3, 0, 0]
      ),
      (
        [first, RepeatedRecordTests.hit("B", deadline: "2026-08-01", touched: "2"), doubtful],
        [0, 1, 2, 0, 0]
      ),
      // Back to bytes that were there before: what counts is what was read last.
      ([RepeatedRecordTests.hit("B", deadline: "2026-07-01", touched: "2"), doubtful], [0, 1, 1, 1, 0]),
      (
        [first, RepeatedRecordTests.hit("B", deadline: "2026-07-01", touched: "2"), doubtful],
        [0, 0, 3, 0, 1]
      ),
    ]
    let first14 = Scene.day("2026-03-14")
    for (number, day) in days.enumerated() {
      let file = try scene.write("page.json", RepeatedRecordTests.page(day.hits))
      var question = IngestQuestion([file], readOn: first14.adding(days: number))
      question.isComplete = true
      question.feed = "portal"
      let outcome = try scene.inquiry.ingest(question).outcomes[0]
      let counts = outcome.counts
      #expect(
        [counts.created, counts.changed, counts.unchanged, counts.missing, counts.returned] == day.counts,
        "day \(number)")
      #expect(outcome.dialect == "sedia-search")
      #expect(outcome.findings.first.map(\.id).contains("opening-after-deadline"), "day \(number)")
    }
  }

  @Test(
    "topics that share a reference stay two, in whichever order they are met again",
    arguments: [["A", "B", "C"], ["C", "A", "B"], ["B", "C", "A"]])
  func shared(order: [String]) throws {
    let scene = try Scene([])
    func hit(_ name: String, touched: String = "1") -> String {
      RepeatedRecordTests.hit(
        name, deadline: "2026-07-01", touched: touched, reference: name == "C" ? nil : "R")
    }
    let days: [(hits: [String], counts: [Int])] = [
      ([hit("A"), hit("C")], [2, 0, 0, 0, 0]),
      // Of the reference that stood alone there is a second topic now, which is new.
      ([hit("A"), hit("B"), hit("C")], [1, 0, 2, 0, 0]),
      (order.map { hit($0) }, [0, 0, 3, 0, 0]),
      (order.reversed().map { hit($0) }, [0, 0, 3, 0, 0]),
      ([hit("B"), hit("C")], [0, 0, 2, 1, 0]),
      ([hit("A"), hit("B", touched: "2"), hit("A"), hit("C")], [0, 0, 3, 0, 1]),
    ]
    for (number, day) in days.enumerated() {
      let file = try scene.write("page.json", RepeatedRecordTests.page(day.hits))
      var question = IngestQuestion([file], readOn: Scene.day("2026-03-14").adding(days: number))
      question.isComplete = true
      question.feed = "portal"
      let counts = try scene.inquiry.ingest(question).outcomes[0].counts
      #expect(
        [counts.created, counts.changed, counts.unchanged, counts.missing, counts.returned] == day.counts,
        "day \(number)")
    }
  }
}
