import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("A call document in the Commission’s template")
struct CallTemplateTests {
  private func read(_ topics: String..., changing old: String = "", to new: String = "") throws
    -> CallDocument
  {
    let text = old.isEmpty ? SampleCall.text : SampleCall.text.replacing(old, with: new)
    return try CallDocumentReader.read(
      text.components(separatedBy: "\n~~~\n"), title: nil, name: "call.pdf", hash: "0", topics: topics
    ).document
  }

  private func reading(
    _ topic: String = SampleCall.squares, changing old: String = "", to new: String = ""
  ) throws -> TopicReading {
    try #require(try read(topic, changing: old, to: new).topics.first)
  }

  private func clause(_ words: String, in reading: TopicReading) throws -> Clause {
    try #require(reading.clauses.first { $0.quote.contains(words) }, "no clause has '\(words)'")
  }

  private func criteria(_ words: String, in reading: TopicReading) throws -> [Criterion] {
    guard case .criteria(let criteria) = try clause(words, in: reading).meaning else { return [] }
    return criteria
  }

  @Test("is read wholly: every section, and every clause of those that bind")
  func wholly() throws {
    for topic in [SampleCall.squares, SampleCall.crowds] {
      let reading = try reading(topic)
      #expect(reading.absent.isEmpty)
      let open = reading.clauses.filter { $0.meaning == .open }.map(\.quote)
      #expect(open.isEmpty, "\(topic): \(open)")
      #expect(reading.isWhole)
    }
  }

  @Test("names its call, version and topics")
  func identity() throws {
    let document = try read()
    #expect(document.kind == .callDocument && document.series == SampleCall.call)
    #expect(document.version == "1.1")
    #expect(document.topics.map(\.topic) == [SampleCall.squares, SampleCall.crowds])
    #expect(document.topics.map(\.title) == ["Safer squares", "Safer crowds"])
  }

  @Test("budgets and dates, those of each topic")
  func figures() throws {
    let (squares, crowds) = (try reading(), try reading(SampleCall.crowds))
    #expect(squares.budget?.amount == Money(minorUnits: 4_500_000_00) && squares.budget?.page == 4)
    #expect(crowds.budget?.amount == Money(minorUnits: 2_500_000_00))
    #expect(squares.deadlines == [Day("2031-09-15")] && squares.opening == Day("2031-02-04"))
    #expect(squares.minimumGrant?.amount == Money(minorUnits: 300_000_00))
    #expect(squares.maximumGrant?.amount == Money(minorUnits: 1_500_000_00))
    // What is expected is no bound.
    #expect(crowds.minimumGrant == nil && crowds.maximumGrant == nil)
    #expect(squares.rate?.rate == Rate(percent: "90"))
  }

  @Test("where applicants sit, with the exception of Denmark and a list that stands elsewhere")
  func seats() throws {
    let found = try #require(try criteria("EU Member States (including", in: reading()).first)
    #expect(found.kind == "territory")
    #expect(found.parameters.contains { $0.name == "exclude" && $0.attributes["country"] == "DK" })
    #expect(found.parameters.contains { $0.name == "otherwise" })
    let without = try criteria(
      "EU Member States (including", in: reading(changing: ", excluding Denmark", to: "")
    ).first
    #expect(without?.parameters.contains { $0.attributes["country"] == "DK" } == false)
  }

  @Test("each topic has its own consortium")
  func consortium() throws {
    let two = try #require(try criteria("at least two applicants", in: reading()).first)
    #expect(two.kind == "members")
    #expect(two.parameters.first?.attributes["entities"] == "2")
    #expect(two.parameters.first?.attributes["countries"] == "2")
    let alone = try #require(try criteria("single applicants", in: reading(SampleCall.crowds)).first)
    #expect(alone.kind == "consortium")
    #expect(try reading(SampleCall.crowds).clauses.allSatisfy { !$0.quote.contains("two applicants") })
    #expect(try reading().clauses.allSatisfy { !$0.quote.contains("single applicants") })
  }

  @Test("what should be obliges nobody, and what must be does")
  func duration() throws {
    #expect(try clause("should normally range", in: reading()).meaning == .neutral(.expectation))
    let most = try #require(try criteria("must not exceed 18", in: reading(SampleCall.crowds)).first)
    #expect(most.kind == "duration" && most.parameters.map(\.attributes) == [["months": "18"]])
  }

  @Test("the lead is a public authority, whatever footnote sticks to it")
  func lead() throws {
    let found = try #require(try criteria("Coordinators must be", in: reading()).first)
    #expect(found.kind == "lead-body")
    #expect(found.parameters.first?.attributes["bodies"]?.contains("local-authority") == true)
    #expect(
      try clause("Coordinators must be", in: reading()).quote == "Coordinators must be public authorities1.")
  }

  @Test(
    "what does not concern a city asks nothing",
    arguments: [
      ("Natural persons", ClauseNature.naturalPersons),
      ("International organisations", .internationalOrganisations),
      ("legal personality", .withoutPersonality), ("EU bodies", .unionBodies),
      ("interest groupings", .associations),
      ("restrictive measures", .restrictiveMeasures), ("2022/2506", .restrictiveMeasures),
      ("legal entities (public", .anyEntity), ("maxium 50 pages", .pageLimit),
      ("third parties is NOT", .thirdParties),
      ("ethical standards", .ethics), ("security scrutiny", .security), ("section 2 of of", .activities),
    ])
  func neutral(_ words: String, _ nature: ClauseNature) throws {
    #expect(try clause(words, in: reading()).meaning == .neutral(nature))
  }

  @Test("quotes are the document’s words, on their page")
  func quotes() throws {
    let pages = SampleCall.text.components(separatedBy: "\n~~~\n").map { page in
      page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    for topic in [SampleCall.squares, SampleCall.crowds] {
      for clause in try reading(topic).clauses where clause.page == clause.lastPage {
        #expect(pages[clause.page - 1].contains(clause.quote), "p. \(clause.page): \(clause.quote)")
      }
    }
  }

  @Test("an obligation that no pattern knows stays open and is quoted")
  func open() throws {
    let words = "Applicants must own a lighthouse on the coast of the Baltic Sea."
    let reading = try reading(
      changing: "Consortium composition\n", to: "\(words)\n\nConsortium composition\n")
    #expect(try clause("lighthouse", in: reading).meaning == .open)
    #expect(!reading.isWhole)
  }

  @Test("a negation turns the sense: bodies that may not apply are no bodies that must")
  func negation() throws {
    let reading = try reading(
      changing: "Natural persons are NOT eligible (with the exception of self-employed persons).",
      to: "Public bodies are NOT eligible.")
    let meaning = try clause("Public bodies are NOT", in: reading).meaning
    #expect(meaning == .open, "\(meaning)")
  }

  @Test("a document without section 6 leaves the topic open")
  func absent() throws {
    let reading = try reading(changing: "\n6. Eligibility\n", to: "\nEligible or not\n")
    #expect(reading.absent == [.eligibility] && !reading.isWhole)
  }

  @Test("a document of another call is refused by its name")
  func otherTopic() throws {
    do {
      _ = try read("CERV-2031-CITIZENS-TOWN")
      Issue.record("the document was taken for one of another call")
    } catch CallDocumentError.refused(let finding) {
      #expect(finding.id == "topic-not-in-document")
      #expect(finding.advice?.english.contains(SampleCall.squares) == true)
    }
  }
}
