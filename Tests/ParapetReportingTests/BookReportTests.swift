import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

/// The instrument book, and the page of one instrument.
struct BookReportTests {
  /// A fund with everything that its page can say.
  static let fund: Opportunity = {
    var fund = Fixture.fund
    fund.period = Period(from: Fixture.day, to: Fixture.day.adding(days: 1000))
    fund.legalBases = [LegalBasis(celex: "32021R1149", label: "Regulation (EU) 2021/1149")]
    fund.cadence = Condition(
      id: "cadence", texts: [LocalizedText("Every spring.", language: "en")],
      citation: Fixture.citation(.inferred))
    fund.funding.maximumGrant = Cited(Money(minorUnits: 100_000_000), Fixture.citation(.official))
    fund.funding.available = [
      AvailableAmount(
        amount: Money(minorUnits: 57_900_000_000), year: 2026, scope: .instrument,
        citation: Fixture.citation())
    ]
    var cap = FundingRate(id: "cap", maximum: Rate(millionths: 400_000), citation: Fixture.citation())
    cap.regionCategory = .moreDeveloped
    cap.regionCategory2014 = .transition
    cap.gdpBelowAverage = true
    cap.cap = .priority
    fund.funding.rates.append(cap)
    fund.costRules.vat = Cited(.cpr, Fixture.citation())
    return fund
  }()

  static let proposal: Opportunity = {
    var proposal = Opportunity(
      level: .instrument, identifier: "NEXT", origin: .curated(Diagnostic.Place(file: "")))
    proposal.isProposal = true
    proposal.titles = [LocalizedText("The fund after the fund", language: "en")]
    proposal.descriptions = [LocalizedText("Proposed in July.", language: "en")]
    proposal.funding.available = [
      AvailableAmount(
        amount: Money(minorUnits: 100), year: nil, scope: nil, citation: Fixture.citation(.secondary))
    ]
    return proposal
  }()

  static let book = InstrumentBook(instruments: [fund], calls: [])

  static func report(_ language: Language) -> BookReport {
    BookReport(
      InstrumentMatrix(book, measures: ["barriers", "lighting", "training"], on: Fixture.day),
      instruments: book.allInstruments,
      expectations: [
        UsualReading(instrument: "SAFE", measure: "barriers", answer: .possible),
        UsualReading(instrument: "SAFE", measure: "lighting", answer: .possible),
        UsualReading(instrument: "SAFE", measure: "training", answer: .core),
      ], proposals: [proposal], words: Fixture.words(language), edition: Fixture.edition)
  }

  @Test("the book as text, in each language", arguments: Language.allCases)
  func text(_ language: Language) throws {
    let text = TextRenderer(words: Fixture.words(language)).render(Self.report(language).report)
    try Golden.expect(text, "book-\(language.rawValue).txt")
  }

  @Test("the book as a page, a table and a document")
  func formats() throws {
    let report = Self.report(.english)
    try Golden.expect(HTMLRenderer(words: Fixture.words(.english)).render(report.page), "book-en.html")
    try Golden.expect(CSVWriter(.rfc4180).render(report.table), "book.csv")
    try Golden.expect(report.json, "book-en.json")
    #expect(try SchemaCheck(schema: "book").problems(in: report.json) == [])
  }

  @Test("every answer that a cell can have is one of the schema's")
  func answers() throws {
    let codes = try SchemaCheck(schema: "book").codes(
      at: ["properties", "cells", "items", "properties", "answer", "enum"])
    #expect(codes == Coverage.Answer.allCases.map(\.rawValue))
  }

  @Test("a departure gives both readings, and the reason where there is one")
  func departures() {
    let text = TextRenderer(words: Fixture.words(.english), width: 1000).render(Self.report(.english).report)
    #expect(text.contains("SAFE — Barriers — usual reading: possible, our file: core."))
    #expect(text.contains("SAFE — Training — usual reading: core, our file: no."))
    #expect(!text.contains("SAFE — Street lighting — usual"))
  }

  @Test("the page of an instrument, in each language", arguments: Language.allCases)
  func page(_ language: Language) throws {
    let report = ShowReport(
      Self.book.allInstruments[0], words: Fixture.words(language), edition: Fixture.edition)
    let text = TextRenderer(words: Fixture.words(language)).render(report.report)
    try Golden.expect(text, "show-instrument-\(language.rawValue).txt")
    #expect(try SchemaCheck(schema: "show").problems(in: report.json) == [])
  }

  @Test("a cap says that it is one, and for whom")
  func cap() {
    let report = ShowReport(
      Self.book.allInstruments[0], words: Fixture.words(.english), edition: Fixture.edition)
    let text = TextRenderer(words: Fixture.words(.english), width: 1000).render(report.report)
    #expect(
      text.contains(
        "More developed region, a transition region in 2014–2020, product per head below the average of the Union: "
          + "up to 40%, cap of the priority: the managing authority sets the rate of a project."))
    #expect(text.contains("Next call: Expected, not published. Every spring."))
    #expect(text.contains("Smallest grant: not stated"))
  }
}
