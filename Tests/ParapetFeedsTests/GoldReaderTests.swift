import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Gold files")
struct GoldReaderTests {
  @Test("a query is read with its city, partners, item and days; answers and unknown keys are passed over")
  func whole() throws {
    let (queries, diagnostics) = read(
      """
      {"id":"a","asOf":"2024-03-05","applicant":{"name":null,"country":"EL","class":"local-authority","role":"coordinator"},\
      "partners":[{"country":"FR","class":"research"},{"country":"UK","class":"guild"}],"mood":{"x":[1]},\
      "item":{"title":"Bollards","description":"For a square","measures":["barriers"],"cost_eur":500000,\
      "cost_basis":"total","start":"2025-01-01","end":"2026-12-31"},"acceptable":[{"topic":"T","grade":2}]}
      """)
    #expect(diagnostics == [])
    let query = try #require(queries.first)
    #expect(query.asOf == Day("2024-03-05"))
    #expect(query.city.facts.country == Country("EL"))
    #expect(query.city.facts.applicant == .localAuthority)
    #expect(query.city.partners.map(\.facts.applicant) == [.research, nil])
    #expect(query.item.partners == query.city.partners.map(\.id))
    #expect(query.item.title == "Bollards")
    #expect(query.item.text == "For a square")
    #expect(query.item.measures == ["barriers"])
    #expect(query.item.cost == Money(minorUnits: 50_000_000))
    #expect(query.item.end == Day("2026-12-31"))
  }

  @Test("what is not said is unknown: no partners, no measures, and a contribution is no cost")
  func unknown() throws {
    let query = try #require(
      read(
        #"{"id":"a","asOf":"2024-03-05","item":{"description":"x","cost_eur":7,"cost_basis":"eu_contribution"}}"#
      ).queries.first)
    #expect(query.item.partners == nil)
    #expect(query.item.measures == [])
    #expect(query.item.cost == nil)
    #expect(query.item.title == "x")
    #expect(query.item.text == "")
    #expect(query.city.facts == ApplicantFacts())
  }

  @Test(
    "a bad line costs only itself",
    arguments: [
      (#"{"id":"b""#, "broken-json"), ("[]", "broken-json"), ("7", "broken-json"),
      (#"{"id":"b","item":{"title":"x"}}"#, "incomplete-query"),
      (#"{"id":"b","asOf":"2024-02-30","item":{"title":"x"}}"#, "incomplete-query"),
      (#"{"asOf":"2024-02-20","item":{"title":"x"}}"#, "incomplete-query"),
      (#"{"id":"b","asOf":"2024-02-20"}"#, "incomplete-query"),
      (#"{"id":"a","asOf":"2024-02-20","item":{"title":"x"}}"#, "duplicate-id"),
    ])
  func badLines(line: String, id: String) {
    let good = #"{"id":"a","asOf":"2024-03-05","item":{"title":"x"}}"#
    let other = #"{"id":"c","asOf":"2024-03-05","item":{"title":"x"}}"#
    let (queries, diagnostics) = read(good + "\n\n" + line + "\n" + other)
    #expect(queries.map(\.id) == ["a", "c"])
    #expect(diagnostics.map(\.id) == [id])
    #expect(diagnostics.first?.place.line == 3)
  }

  @Test("lines that are too long, not UTF-8 or deeply nested end themselves only")
  func hostile() {
    let good = #"{"id":"a","asOf":"2024-03-05","item":{"title":"x"}}"#
    let nested = #"{"id":"# + String(repeating: "[", count: 5_000) + "\n"
    let long = "\"" + String(repeating: "x", count: GoldReader.longestLine) + "\"\n"
    let (queries, diagnostics) = GoldReader.read(
      Array((nested + long).utf8) + [0xff, 0xfe, 0x0a] + Array(good.utf8), file: "gold")
    #expect(queries.map(\.id) == ["a"])
    #expect(diagnostics.map(\.id) == ["broken-json", "line-too-long", "broken-json"])
  }

  private func read(_ text: String) -> (queries: [GoldQuery], diagnostics: [Diagnostic]) {
    GoldReader.read(Array(text.utf8), file: "gold.jsonl")
  }
}
