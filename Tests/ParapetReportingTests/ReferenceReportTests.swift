@testable import ParapetSearching
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

/// What reports say of funded projects and of rates of exchange.
struct ReferenceReportTests {
  @Test(
    "a budget of a city that counts in kroner names the rate, its day and its source",
    arguments: Language.allCases)
  func krone(_ language: Language) throws {
    let report = try budget(language)
    let text = TextRenderer(words: Fixture.words(language)).render(report.report)
    try Golden.expect(text, "budget-krone-\(language.rawValue).txt")
    #expect(try SchemaCheck(schema: "budget").problems(in: report.json) == [])
    #expect(report.json.contains("\"perEuro\" : \"7.4604\""))
    #expect(report.json.contains("\"day\" : \"2025-05-09\""))
  }

  @Test("a shortlist of such a city names the rate once and is valid", arguments: Language.allCases)
  func shortlist(_ language: Language) throws {
    let krone = try #require(Currency("DKK"))
    let conversion = try #require(Fixture.exchange.conversion(from: krone, to: .euro))
    let calls = [Fixture.call("SAFE-2026"), Fixture.call("SAFE-2027")]
    let offers = InstrumentBook(instruments: [Fixture.fund], calls: []).offers(calls, on: Fixture.day)
    let list = Shortlist(
      Portfolio(city: Fixture.city { $0.currency = krone }, items: [Fixture.item()]), among: offers,
      lexicon: Lexicon(), on: Fixture.day, everything: true,
      pricing: Pricing { _, _, _ in
        GrantEstimate(
          eligible: Money(minorUnits: 100), grant: Money(minorUnits: 80), own: Money(minorUnits: 20),
          assumptions: [Assumption(.converted(conversion), grade: .official)])
      })
    let words = Fixture.words(language)
    let report = ShortlistReport([list], words: words, edition: Fixture.edition)
    #expect(report.report.notes.count { $0 == words.conversion(conversion) } == 1)
    #expect(try SchemaCheck(schema: "shortlist").problems(in: report.json) == [])
    #expect(report.json.contains("\"publisher\" : \"ecb\""))
  }

  @Test("two rates of two days are named with both")
  func across() throws {
    let krone = try #require(Currency("DKK"))
    let krona = try #require(Currency("SEK"))
    let conversion = try #require(Fixture.exchange.conversion(from: krone, to: krona))
    #expect(
      Fixture.words(.english).conversion(conversion)
        == "Costs in DKK are converted into SEK at DKK\u{A0}7.4604 and SEK\u{A0}10.9200 for EUR\u{A0}1 "
        + "(reference rate of the European Central Bank, 9 May 2025).")
    #expect(
      Fixture.words(.french).conversion(conversion).contains(
        "7,4604\u{A0}DKK et 10,9200\u{A0}SEK pour 1\u{A0}EUR"))
  }

  @Test("the participants of funded projects are a table, a row each, with every amount")
  func table() throws {
    let csv = CSVWriter(.rfc4180).render(DocumentTests.show(.english, listingPrecedents: true).table)
    try Golden.expect(csv, "show-precedents.csv")
  }

  @Test("an opportunity under which nothing is known to be funded says nothing of it")
  func none() {
    let report = ShowReport(
      DocumentTests.offer, listingPrecedents: true, words: Fixture.words(.english), edition: Fixture.edition)
    let text = TextRenderer(words: Fixture.words(.english)).render(report.report)
    #expect(!text.contains("funded"))
    #expect(report.table.rows.isEmpty)
    #expect(report.json.contains("\"precedents\" : ["))
  }

  @Test("a name from the register can break neither page nor table")
  func hostile() {
    let page = HTMLRenderer(words: Fixture.words(.english)).render(DocumentTests.show(.english).report)
    #expect(!page.contains("<Kade>"))
    #expect(page.contains("&lt;Kade&gt;"))
    #expect(!page.contains("\u{202E}"))
  }

  private func budget(_ language: Language) throws -> BudgetReport {
    let krone = try #require(Currency("DKK"))
    let city = Fixture.city { $0.currency = krone }
    let item = Fixture.item {
      $0.cost = Money(minorUnits: 410_000_000, currency: krone)
      $0.vat = Money(minorUnits: 102_500_000, currency: krone)
    }
    let budget = try Budget.make(
      items: [item], city: city, terms: DocumentTests.offer.terms, exchange: Fixture.exchange)
    return BudgetReport(
      budget, items: [item], of: Portfolio(city: city, items: [item]), for: DocumentTests.offer,
      words: Fixture.words(language), edition: Fixture.edition)
  }
}
