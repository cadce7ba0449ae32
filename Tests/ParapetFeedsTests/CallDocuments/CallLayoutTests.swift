import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

/// The same document as authors and programs set it otherwise: numbers of headings, topics in one paragraph or in a table,
/// page numbers at the margin, a cover without the word call.
@Suite("A call document in another layout")
struct CallLayoutTests {
  private func document(
    _ changes: [(old: String, new: String)], sourceLocation: SourceLocation = #_sourceLocation
  )
    throws -> CallDocument
  {
    var text = SampleCall.text
    for (old, new) in changes {
      #expect(text.contains(old), "the sample has no '\(old)'", sourceLocation: sourceLocation)
      text = text.replacing(old, with: new)
    }
    return try CallDocumentReader.read(
      text.components(separatedBy: "\n~~~\n"), title: nil, name: "call.pdf", hash: "0", topics: []
    ).document
  }

  private func reading(_ topic: String, _ changes: [(old: String, new: String)]) throws -> TopicReading {
    try #require(try document(changes).reading(of: topic))
  }

  private func kinds(_ reading: TopicReading) -> [String] {
    reading.clauses.flatMap { clause -> [String] in
      if case .criteria(let criteria) = clause.meaning { return criteria.map(\.kind) }
      return []
    }
  }

  private let consortia = """
    For topic 1 (ISF-2031-TF2-AG-SQUARES):
    Proposals must be submitted by a consortium of at least two applicants (beneficiaries; not affiliated
    entities) from at least two different EU Member States.

    For topic 2 (ISF-2031-TF2-AG-CROWDS):
    Only applications by single applicants are allowed.
    """

  @Test(
    "a section is known however its number stands",
    arguments: [
      "6 Eligibility", "6 — Eligibility", "Section 6 – Eligibility", "SECTION 6: ELIGIBILITY",
      "6) Eligibility",
    ])
  func sections(_ heading: String) throws {
    let reading = try reading(SampleCall.squares, [("\n6. Eligibility\n", "\n\(heading)\n")])
    #expect(
      reading.absent.isEmpty && reading.clauses.contains { $0.quote.contains("at least two applicants") })
  }

  @Test("a heading with a number of its own is a heading and no word of the clause")
  func numberedHeadings() throws {
    let reading = try reading(
      SampleCall.crowds,
      [("\nDuration\n", "\n6.4 Duration\n"), ("\nProject budget\n", "\n6.5. Project budget\n")])
    let clause = try #require(reading.clauses.first { $0.quote.contains("18 months") })
    #expect(clause.heading == "Duration" && clause.quote == "projects must not exceed 18 months.")
    #expect(reading.clauses.contains { $0.heading == "Project budget" })
  }

  @Test(
    "what holds for one topic is asked of no other, however the text says it",
    arguments: [
      """
      For topic 1: Proposals must be submitted by a consortium of at least two applicants from at least two
      different eligible countries. For topic 2: Only applications by single applicants are allowed.
      """,
      """
      Under Topic I, proposals must be submitted by a consortium of at least two applicants from at least two
      different eligible countries.

      Under Topic II, only applications by single applicants are allowed.
      """,
      """
      Safer squares: Proposals must be submitted by a consortium of at least two applicants from at least two
      different eligible countries.

      Safer crowds: Only applications by single applicants are allowed.
      """,
      """
      • for topic 1: a consortium of at least two applicants from at least two different eligible countries
      • for topic 2: only applications by single applicants are allowed
      """,
      """
      Topic                    Consortium
      ISF-2031-TF2-AG-         Proposals must be submitted by a consortium of at least two applicants
      SQUARES                  from at least two different eligible countries.

      ISF-2031-TF2-AG-         Only applications by single applicants are allowed.
      CROWDS
      """,
    ])
  func scopes(_ text: String) throws {
    let document = try document([(consortia, text)])
    #expect(document.topics.map(\.topic) == [SampleCall.squares, SampleCall.crowds])
    let squares = try #require(document.topics.first)
    let crowds = try #require(document.topics.last)
    #expect(kinds(squares).contains("members") && !kinds(crowds).contains("members"))
    #expect(kinds(crowds).contains("consortium") && !kinds(squares).contains("consortium"))
    #expect(squares.clauses.allSatisfy { !$0.quote.contains("single applicants") })
    #expect(crowds.clauses.allSatisfy { !$0.quote.contains("two applicants") })
  }

  @Test("words that name a topic and oblige are not lost with its name")
  func nothingLost() throws {
    let text = "For topic 1 – proposals must come with the following: a letter of the mayor of Ghent."
    let reading = try reading(SampleCall.squares, [(consortia, text)])
    #expect(reading.clauses.contains { $0.quote.contains("proposals must come with") })
    #expect(
      try !self.reading(SampleCall.crowds, [(consortia, text)]).clauses.contains {
        $0.quote.contains("Ghent")
      })
  }

  @Test("each of the conditions of a list is read, the one of another kind too")
  func conditions() throws {
    let text = """
      Proposals must be submitted by a consortium of at least two applicants, which complies with the following
      conditions:
      • minimum two entities from two different eligible countries
      • the coordinator must be a public body
      """
    let reading = try reading(
      SampleCall.squares, [(consortia, text), ("Coordinators must be public authorities1.\n", "\n")])
    #expect(kinds(reading).contains("lead-body") && kinds(reading).contains("members"))
    #expect(
      reading.clauses.allSatisfy { $0.meaning != .open }, "\(reading.clauses.filter { $0.meaning == .open })")
  }

  @Test("the number of a page at the margin is no word of a clause")
  func pageNumbers() throws {
    let text = SampleCall.text.replacing(#/(?m)^ {20,}([0-9])$/#) { String($0.output.1) }
    #expect(text != SampleCall.text)
    let document = try CallDocumentReader.read(
      text.components(separatedBy: "\n~~~\n"), title: nil, name: "call.pdf", hash: "0", topics: []
    ).document
    #expect(try document.topics == self.document([]).topics)
  }

  @Test("a call is known by the bracket on its cover, or by what runs along the head of its pages")
  func identity() throws {
    let line = "Call: ISF-2031-TF2-AG — Safer squares and crowds"
    #expect(try document([(line, "(ISF-2031-TF2-AG)")]).series == SampleCall.call)
    let head = "EU Grants: Call document (ISF): V1.1 – 03.02.2031"
    #expect(try document([(line, "Safer squares and crowds"), (head, line)]).series == SampleCall.call)
  }

  @Test("topics may stand beside the call’s identifier")
  func siblings() throws {
    let document = try document([("Call: ISF-2031-TF2-AG —", "Call: ISF-2031-TF2-AG-OC —")])
    #expect(document.series == "ISF-2031-TF2-AG-OC")
    #expect(document.topics.map(\.topic) == [SampleCall.squares, SampleCall.crowds])
  }

  @Test("what is counted and is no body stays open")
  func things() throws {
    let words =
      "Applicants must have organised at least two public events with more than 10 000 visitors in five years."
    let reading = try reading(
      SampleCall.squares, [("Consortium composition\n", "\(words)\n\nConsortium composition\n")])
    let clause = try #require(reading.clauses.first { $0.quote.contains("visitors") })
    #expect(clause.meaning == .open)
  }

  @Test("a document that would be read without end is refused")
  func endless() throws {
    let lines = Array(repeating: "Applicants may come from any town of the Union.", count: 25_000)
    let text = SampleCall.text.replacing(
      "Consortium composition\n", with: lines.joined(separator: "\n") + "\n\nConsortium composition\n")
    do {
      _ = try CallDocumentReader.read(
        text.components(separatedBy: "\n~~~\n"), title: nil, name: "call.pdf", hash: "0", topics: [])
      Issue.record("it was read")
    } catch CallDocumentError.refused(let finding) {
      #expect(finding.id == "endless-document")
    }
  }
}
