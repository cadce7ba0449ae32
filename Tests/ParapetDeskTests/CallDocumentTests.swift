import Foundation
import ParapetDesk
import ParapetMatching
import ParapetModel
import ParapetReporting
import Testing

@Suite("Call documents")
struct CallDocumentTests {
  private let scene: Scene
  private let document = Scene.repository.appending(path: "Tests/ParapetFeedsTests/Fixtures/call.pdf").path
  private let squares = "ISF-2031-TF2-AG-SQUARES"
  private let crowds = "ISF-2031-TF2-AG-CROWDS"

  init() throws { scene = try Scene() }

  private func read(_ path: String? = nil, _ topics: String..., on day: String = "2031-02-10") throws
    -> DocumentAnswer
  {
    try scene.inquiry.readDocument(
      DocumentQuestion(path ?? document, topics: topics, readOn: Scene.day(day)))
  }

  private func decide(_ topic: String, _ clauses: Int..., rejecting: Bool = false) throws -> DecidedReading {
    let answer = try scene.inquiry.decide(
      on: topic, clauses: clauses, by: "A. Moreau", on: Scene.day("2031-02-12"), rejecting: rejecting)
    return try #require(answer.readings.first)
  }

  /// The fixture with other words, as a file.
  private func variant(_ name: String, _ old: String, _ new: String) throws -> String {
    let bytes = try Data(contentsOf: URL(filePath: document))
    // The writer's lines are plain, so that words of the same length can stand in for others.
    #expect(old.utf8.count == new.utf8.count)
    let place = try #require(bytes.range(of: Data(old.utf8)))
    var changed = bytes
    changed.replaceSubrange(place, with: Data(new.utf8))
    let path = try scene.write(name, "")
    try changed.write(to: URL(filePath: path))
    return path
  }

  private func explanation(of topic: String, in city: String = "rivemont") throws -> Explanation {
    let portfolio = try scene.city(city)
    let item = try #require(portfolio.items.first)
    return try scene.inquiry.explain(item.id, of: portfolio, with: topic)
  }

  @Test(
    "a topic that no feed has becomes an opportunity, and stays open until a person has accepted its clauses")
  func opens() throws {
    #expect(throws: Failure.self) { try scene.inquiry.record(of: squares) }
    let answer = try read()
    #expect(answer.readings.map(\.reading.topic) == [squares, crowds] && !answer.isWanting)
    let record = try scene.inquiry.record(of: squares)
    #expect(record.offer.opportunity.titles.first?.text == "Safer squares")
    let before = try explanation(of: squares).match
    #expect(before.reasons.contains { $0.id == "own-document" && $0.outcome == .undecided })
    #expect(before.reasons.allSatisfy { !$0.id.hasPrefix("clause-") || $0.citation.grade == .readFromText })
    let decided = try decide(squares)
    #expect(decided.isSettled)
    let after = try explanation(of: squares).match
    #expect(!after.reasons.contains { $0.id == "own-document" })
    let clause = try #require(after.reasons.first { $0.id.hasPrefix("clause-") })
    #expect(clause.citation.grade == .call)
    #expect(
      clause.citation.why?.contains("A. Moreau") == true && clause.citation.why?.contains("p. ") == true)
  }

  @Test("what was read shuts nobody out, and what was accepted does")
  func excludes() throws {
    // Crowds' projects must not exceed 18 months.
    let portfolio = try scene.city("rivemont")
    let long = try #require(
      portfolio.items.first { item in
        guard let start = item.start, let end = item.end else { return false }
        return start.months(through: end) > 18
      })
    _ = try read()
    let before = try scene.inquiry.explain(long.id, of: portfolio, with: crowds).match
    let proposed = try #require(before.reasons.first { $0.kind == "duration" && $0.id.hasPrefix("clause-") })
    #expect(proposed.outcome == .unmet && !proposed.citation.grade.canExclude)
    _ = try decide(crowds)
    let after = try scene.inquiry.explain(long.id, of: portfolio, with: crowds).match
    #expect(after.verdict == .ineligible)
    #expect(
      after.reasons.contains { $0.kind == "duration" && $0.outcome == .unmet && $0.citation.grade == .call })
  }

  @Test("a clause that is set aside asks nothing")
  func setAside() throws {
    let reading = try #require(try read().readings.first)
    let clause = try #require(reading.reading.clauses.first { $0.quote.contains("Coordinators must be") })
    _ = try decide(squares)
    #expect(try explanation(of: squares).match.reasons.contains { $0.id == "clause-\(clause.number)" })
    _ = try decide(squares, clause.number, rejecting: true)
    #expect(try explanation(of: squares).match.reasons.allSatisfy { $0.id != "clause-\(clause.number)" })
  }

  @Test("one clause after the other settles a topic too")
  func oneByOne() throws {
    let reading = try #require(try read().readings.last).reading
    var last: DecidedReading?
    for clause in reading.clauses where clause.asksForDecision {
      #expect(last?.isSettled != true)
      last = try decide(crowds, clause.number)
    }
    #expect(last?.isSettled == true)
  }

  @Test("the second reading of the same bytes reads nothing")
  func again() throws {
    #expect(try !read().isKnown)
    let answer = try read(nil, crowds)
    #expect(answer.isKnown && answer.readings.map(\.reading.topic) == [crowds])
  }

  @Test("what rested on words that a new version no longer has lapses, and is told")
  func versions() throws {
    _ = try read()
    _ = try decide(crowds)
    let path = try variant("new.pdf", "must not exceed 18 months", "must not exceed 24 months")
    let answer = try read(path, on: "2031-03-01")
    let difference = try #require(answer.differences.first)
    #expect(answer.differences.map(\.topic) == [crowds])
    #expect(difference.added.map(\.quote) == ["projects must not exceed 24 months."])
    #expect(difference.dropped.map(\.quote) == ["projects must not exceed 18 months."])
    #expect(difference.lapsed.map(\.by) == ["A. Moreau"])
    let decided = try #require(answer.readings.last)
    #expect(!decided.isSettled && decided.undecided.map(\.quote) == ["projects must not exceed 24 months."])
    #expect(try explanation(of: crowds).match.reasons.contains { $0.id == "own-document" })
  }

  @Test("a new version that drops a section is told and leaves its topics open")
  func dropped() throws {
    _ = try read()
    _ = try decide(squares)
    let path = try variant("short.pdf", "(6. Eligibility)", "(-- Eligibility)")
    let answer = try read(path, on: "2031-03-01")
    #expect(answer.findings.contains { $0.id == "section-dropped" })
    #expect(answer.readings.allSatisfy { !$0.isSettled })
  }

  @Test(
    "a topic that another document speaks of keeps that document, unless the new one is to take its place")
  func twoDocuments() throws {
    _ = try read()
    let other = try variant("other.pdf", "Call: ISF-2031-TF2-AG", "Call: ISF-2031-TF2-ZZ")
    let answer = try read(other, squares, on: "2031-03-01")
    #expect(answer.findings.map(\.id).contains("topic-in-two-documents") && answer.readings.isEmpty)
    var question = DocumentQuestion(other, topics: [squares], readOn: Scene.day("2031-03-01"))
    question.takesPlace = true
    let instead = try scene.inquiry.readDocument(question)
    #expect(!instead.isWanting && instead.readings.count == 1)
  }

  @Test("a day before the reading and the decision knows neither")
  func knownOn() throws {
    _ = try read()
    _ = try decide(squares)
    let before = Moment(asOf: Scene.moment.asOf, knownOn: Scene.day("2031-02-09"))
    #expect(throws: Failure.self) { try scene.desk.at(before).record(of: squares) }
    let between = Moment(asOf: Scene.moment.asOf, knownOn: Scene.day("2031-02-11"))
    let criteria =
      try scene.desk.at(between).record(of: squares).offer.opportunity.requirements?.criteria ?? []
    #expect(criteria.contains { $0.id == "own-document" })
  }

  @Test("every form of the report, in both languages, has the clauses with their pages")
  func report() throws {
    let answer = try read()
    for language in Language.allCases {
      let report = answer.report(scene.inquiry.wording(language))
      #expect(report.table.rows.count == answer.readings.map(\.reading.clauses.count).reduce(0, +))
      let words = scene.inquiry.wording(language).words
      for format in TextFormat.allCases {
        let text = DocumentForm(format, width: 300).render(report, words)
        #expect(text.contains("EU Member States (including overseas countries"))
      }
    }
  }

  @Test("nothing is accepted of a topic without a document, of a clause that is not there, or by nobody")
  func misuse() throws {
    #expect(throws: Failure.self) { try decide("ISF-2031-NOWHERE-AG") }
    _ = try read()
    #expect(throws: Failure.self) { try decide(squares, 999) }
    #expect(throws: Failure.self) {
      try scene.inquiry.decide(on: squares, clauses: [], by: " ", on: Scene.day("2031-02-12"))
    }
  }
}
