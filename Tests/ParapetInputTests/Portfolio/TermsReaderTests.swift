import ParapetModel
import Testing

@testable import ParapetInput

@Suite("What authorities really said")
struct TermsReaderTests {
  private static func read(_ rows: String...) -> (terms: [AgreedTerm], unread: [String]) {
    let text = (["opportunity,term,value,source,by,on"] + rows).joined(separator: "\n") + "\n"
    var reader = TermsReader(currency: .euro)
    let terms = reader.read(.csv(Array(text.utf8), file: "terms.csv"))
    return (terms, reader.findings.unread.map(\.finding.id))
  }

  @Test("every term is read in its own kind of value")
  func values() throws {
    let (terms, unread) = TermsReaderTests.read(
      "ERDF,rate,50,letter,MA,2026-05-01", "ERDF,flat-rate,15%,,,", "ERDF,vat,not-eligible,,,",
      "ERDF,maximum,400000,,,", "ERDF,form,lump-sum,,,", "ERDF,pre-financing,\"33,5 %\",,,",
      "KA220,lump-sum,250000,,,")
    #expect(unread.isEmpty)
    #expect(
      terms.map(\.value) == [
        .rate(Rate(millionths: 500_000)), .flatRate(Rate(millionths: 150_000)), .vat(isEligible: false),
        .maximum(Money(minorUnits: 40_000_000)), .form(.lumpSum), .preFinancing(Rate(millionths: 335_000)),
        .lumpSum(Money(minorUnits: 25_000_000)),
      ])
    #expect(terms.first?.by == "MA")
    #expect(terms.first?.on == Day(year: 2026, month: 5, day: 1))
  }

  @Test(
    "of what was said by a day of the same thing the latest counts, and what contradicts it or came later is told"
  )
  func counting() throws {
    let (terms, _) = TermsReaderTests.read(
      "ERDF,rate,50,,MA,2026-05-01", "ERDF,rate,40,,MA,2026-03-01", "ERDF,rate,60,,MA,2026-08-01",
      "ERDF,maximum,400000,,,", "EUI,rate,80,,,", "EUI,rate,80,,,2026-01-01")
    let day = try #require(Day(year: 2026, month: 6, day: 1))
    let counted = TermsReader.counting(terms, on: day)
    #expect(
      counted.terms.map(\.value) == [
        .rate(Rate(millionths: 500_000)), .maximum(Money(minorUnits: 40_000_000)),
        .rate(Rate(millionths: 800_000)),
      ])
    #expect(counted.findings.map(\.id) == ["contradictory-terms", "later-term"])
    // The remark stands at the line that does not count, and names both.
    #expect(counted.findings.first?.place.line == 3)
    #expect(counted.findings.first?.severity == .warning)
    let earlier = TermsReader.counting(terms, on: try #require(Day(year: 2026, month: 4, day: 1)))
    #expect(earlier.terms.first?.value == .rate(Rate(millionths: 400_000)))
  }

  @Test(
    "a line that cannot be read is refused, and costs no other",
    arguments: [
      ("ERDF,rate,130,,,", "bad-term-share"), ("ERDF,rate,0,,,", "bad-term-share"),
      ("ERDF,vat,perhaps,,,", "unknown-term-value"), ("ERDF,rebate,5,,,", "unknown-term"),
      (",rate,5,,,", "incomplete-term"), ("KA220,lump-sum,0,,,", "bad-lump-sum"),
    ])
  func refused(row: String, id: String) {
    let (terms, unread) = TermsReaderTests.read(row, "EUI-IA,rate,80,,,")
    #expect(unread == [id])
    #expect(terms.map(\.opportunity) == ["EUI-IA"])
  }
}
