import ParapetModel
import Testing

@testable import ParapetReporting

@Suite("What was read in a call document")
struct ReadingReportTests {
  private static let duration = Criterion(
    id: "clause-2", kind: "duration", parameters: [Criterion.Parameter("maximum", ["months": "18"])],
    citation: Citation(grade: .readFromText, source: "none"))

  private static func clause(_ number: Int, _ quote: String, _ meaning: Clause.Meaning) -> Clause {
    Clause(
      number: number, section: .eligibility, heading: "Duration", quote: quote, page: 5, lastPage: 5,
      meaning: meaning)
  }

  /// A reading with one clause of each kind, the one that asks something decided.
  static let decided: DecidedReading = {
    var document = CallDocument(
      hash: String(repeating: "ab", count: 32), name: "call.pdf", kind: .callDocument, series: "SAFE-2026",
      pages: 8)
    document.version = "1.1"
    var reading = TopicReading(topic: "SAFE-2026-SQUARES", page: 3)
    reading.title = "Safer squares"
    reading.budget = StatedFigure(
      amount: Money(minorUnits: 4_500_000_00), quote: "Safer squares EUR 4 500 000", page: 4)
    reading.maximumGrant = StatedFigure(
      amount: Money(minorUnits: 1_500_000_00), quote: "at most EUR 1.5 million", page: 6)
    reading.clauses = [
      clause(1, "In order to be eligible, the applicants must:", .neutral(.leadIn)),
      clause(2, "Projects must not exceed 18 months.", .criteria([duration])),
      clause(3, "Applicants must own a lighthouse.", .open),
      clause(4, "at most EUR 1.5 million", .criteria([])),
    ]
    document.topics = [reading]
    let decision = ClauseDecision(
      topic: reading.topic, key: reading.clauses[1].key, quote: reading.clauses[1].quote, isAccepted: true,
      by: "A. Moreau", on: Fixture.day)
    return DecidedReading(
      document: document, reading: reading, readOn: Fixture.day, decisions: [decision.key: decision])
  }()

  static func report(_ language: Language) -> ReadingReport {
    var before = decided.reading
    before.clauses[1] = clause(2, "Projects must not exceed 12 months.", .criteria([duration]))
    let lapsed = ClauseDecision(
      topic: before.topic, key: before.clauses[1].key, quote: before.clauses[1].quote, isAccepted: true,
      by: "B. Ruiz",
      on: Fixture.day)
    let difference = VersionDifference(
      of: decided.reading, from: before, named: "1.0", decisions: [lapsed.key: lapsed])
    return ReadingReport(
      [decided], differences: [difference], words: Fixture.words(language), edition: Fixture.edition)
  }

  @Test("its document holds to its schema", arguments: Language.allCases)
  func schema(_ language: Language) throws {
    #expect(try SchemaCheck(schema: "document").problems(in: Self.report(language).json) == [])
  }

  @Test("the schema names every code that it can print")
  func codes() throws {
    let schema = try SchemaCheck(schema: "document")
    let topic = ["properties", "topics", "items", "properties"]
    let clause = topic + ["clauses", "items", "properties"]
    #expect(schema.codes(at: clause + ["section", "enum"]) == ClauseSection.allCases.map(\.rawValue))
    #expect(schema.codes(at: clause + ["nature", "enum"]) == ClauseNature.allCases.map(\.rawValue))
    #expect(
      schema.codes(at: ["properties", "document", "properties", "kind", "enum"])
        == CallDocument.Kind.allCases.map(\.rawValue))
  }

  @Test(
    "the page tells what is open first, with the page of each clause and who decided",
    arguments: Language.allCases)
  func page(_ language: Language) {
    let text = TextRenderer(words: Fixture.words(language), width: 160).render(Self.report(language).report)
    for words in ["lighthouse", "A. Moreau", "B. Ruiz", "12 months", "SAFE-2026-SQUARES", "1.0"] {
      #expect(text.contains(words), "\(words) is missing:\n\(text)")
    }
  }

  @Test("a row for each clause, for machines")
  func rows() {
    let table = Self.report(.english).table
    #expect(table.rows.count == 4)
    #expect(table.rows[1].map(\.plain).contains("accepted") && table.rows[2].map(\.plain).contains("open"))
  }
}
