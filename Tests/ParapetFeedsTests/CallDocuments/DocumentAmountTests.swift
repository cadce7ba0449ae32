import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Amounts in documents")
struct DocumentAmountTests {
  @Test(
    "one amount, however it is written",
    arguments: [
      ("around EUR 4.50 million", 4_500_000_00), ("EUR 4,5 million", 4_500_000_00),
      ("EUR 10 000 000 .", 10_000_000_00), ("EUR1 000 000", 1_000_000_00),
      ("€ 5,500,000.00", 5_500_000_00), ("€4.5m", 4_500_000_00), ("EUR 4.500.000", 4_500_000_00),
      ("4.50 million EUR", 4_500_000_00), ("60 000 euro per third party", 60_000_00),
      ("a contribution of EUR 3million", 3_000_000_00),
    ] as [(String, Int64)])
  func one(text: String, cents: Int64) {
    #expect(DocumentAmount.amounts(in: text).map(\.minorUnits) == [cents])
  }

  @Test(
    "the number of a footnote that stuck to a figure or its unit is no part of it",
    arguments: [("EUR 4.50 million32 would", 4_500_000_00), ("EUR 4 500 00032 would", 4_500_000_00)]
      as [(String, Int64)])
  func notes(text: String, cents: Int64) {
    #expect(DocumentAmount.amounts(in: text).map(\.minorUnits) == [cents])
  }

  @Test("a range with its unit at the end, and several budgets in their order")
  func several() {
    #expect(
      DocumentAmount.amounts(in: "between EUR 3.00 and 4.00 million").map(\.minorUnits) == [
        3_000_000_00, 4_000_000_00,
      ])
    #expect(
      DocumentAmount.amounts(in: "EUR 20.00 million, of which EUR 12.50 million from 2026").map(\.minorUnits)
        == [20_000_000_00, 12_500_000_00])
  }

  @Test(
    "a figure without a currency is no amount",
    arguments: ["at least 3 of 12 topics", "in 2026 and 2027", "Regulation 2020/2092", "up to 45 pages"])
  func none(text: String) {
    #expect(DocumentAmount.amounts(in: text).isEmpty)
  }

  @Test("a year before an amount stays a year")
  func year() {
    #expect(DocumentAmount.amounts(in: "in 2026 EUR 4 million").map(\.minorUnits) == [4_000_000_00])
  }
}

@Suite("Words that a line broke")
struct LineBreakTests {
  @Test(
    "are one word, with their hyphen where they always have it",
    arguments: [
      ("con-", "sortium", "consortium"), ("cross-", "border", "cross-border"),
      ("follow-", "up", "follow-up"), ("HORIZON-MISS-2026-04-CIT-", "03:", "HORIZON-MISS-2026-04-CIT-03:"),
    ])
  func joined(first: String, second: String, whole: String) {
    #expect(LineBreak.joined(first, second) == whole)
  }

  @Test(
    "a hanging hyphen, a dash and an identifier before running text join nothing",
    arguments: [("short-", "and"), ("-", "border"), ("HORIZON-CL3-2026-", "topics"), ("Part-", "Two")])
  func separate(first: String, second: String) {
    #expect(LineBreak.joined(first, second) == nil)
  }
}
