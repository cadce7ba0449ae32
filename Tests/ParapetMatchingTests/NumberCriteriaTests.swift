import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Criteria that are numbers and dates")
struct NumberCriteriaTests {
  @Test(
    "a number of inhabitants is judged with both bounds included",
    arguments: [
      ("25000", Outcome.met), ("24999", .unmet), ("500000", .met), ("500001", .unmet), (nil, .undecided),
    ] as [(String?, Outcome)])
  func population(inhabitants: String?, outcome: Outcome) throws {
    let criterion = Criterion.made(
      "size", "population", [.minimum(["value": "25000"]), .maximum(["value": "500000"])])
    #expect(try criterion.outcome(for: inhabitants.map { ["population": $0] } ?? [:]) == outcome)
  }

  @Test("one bound alone leaves the other side open")
  func oneBound() throws {
    let criterion = Criterion.made("size", "population", [.maximum(["value": "100"])])
    #expect(try criterion.outcome(for: ["population": "0"]) == .met)
    #expect(try criterion.outcome(for: ["population": "101"]) == .unmet)
  }

  @Test(
    "months are counted from the first to the last day of work",
    arguments: [
      ("2027-12-31", Outcome.met), ("2027-12-30", .met), ("2027-11-30", .unmet), ("2028-12-31", .met),
      ("2029-01-01", .unmet), ("2026-12-31", .undecided), (nil, .undecided),
    ] as [(String?, Outcome)])
  func duration(end: String?, outcome: Outcome) throws {
    let criterion = Criterion.made(
      "length", "duration", [.minimum(["months": "12"]), .maximum(["months": "24"])])
    var facts = ["start": "2027-01-01"]
    facts["end"] = end
    #expect(try criterion.outcome(for: facts) == outcome)
  }

  @Test("an open duration always asks for a day: the one that is missing, or both where they contradict")
  func durationQuestions() throws {
    let criterion = Criterion.made("length", "duration", [.minimum(["months": "12"])])
    #expect(try criterion.missing(for: ["start": "2027-01-01"]) == [.end])
    #expect(try criterion.missing(for: ["end": "2027-01-01"]) == [.start])
    #expect(try criterion.missing(for: [:]) == [.start, .end])
    #expect(try criterion.missing(for: ["start": "2027-06-01", "end": "2027-01-01"]) == [.start, .end])
  }

  @Test(
    "work that is over before one can apply is not paid",
    arguments: [("2026-03-14", Outcome.unmet), ("2026-03-15", .met), ("2028-12-31", .met), (nil, .undecided)]
      as [(String?, Outcome)])
  func completion(end: String?, outcome: Outcome) throws {
    let criterion = Criterion.made("fresh", "completion")
    #expect(try criterion.outcome(for: end.map { ["end": $0] } ?? [:]) == outcome)
  }

  @Test("work that is over is measured against the day judged, not against the clock of the machine")
  func completionFollowsTheDay() throws {
    let test = try Criterion.made("fresh", "completion").logic()
    let subject = try Subject.stating(["end": "2026-03-14"])
    #expect(test.judge(subject, on: day("2026-03-14")).outcome == .met)
    #expect(test.judge(subject, on: day("2026-03-15")).outcome == .unmet)
  }
}
