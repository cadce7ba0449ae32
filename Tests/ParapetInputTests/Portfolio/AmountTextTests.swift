import ParapetModel
import Testing

@testable import ParapetInput

@Suite("Amounts as people write them")
struct AmountTextTests {
  private func read(_ text: String) -> MarkedPortfolio {
    MarkedPortfolio(items: "id;title;cost\nb1;x;⟦\(text)\n")
  }

  @Test(
    "a point or a comma, with at most two decimals",
    arguments: [("1,5", 150), ("1.5", 150), ("12", 1200), ("0,05", 5), ("100000000000", 10_000_000_000_000)])
  func good(_ text: String, _ hundredths: Int64) {
    #expect(read(text).item?.cost == Money(minorUnits: hundredths))
    #expect(read(text).ids.isEmpty)
  }

  @Test(
    "grouped thousands are refused and written out in the suggestion",
    arguments: [
      ("1.234,50", "write 1234.50"), ("1,234.5", "write 1234.5"), ("1 234,50", "write 1234,50"),
      ("1\u{202F}234", "write 1234"), ("1.234.567", "write 1234567"), ("1'234.00", "write 1234.00"),
    ])
  func grouped(_ text: String, _ suggestion: String) {
    let read = read(text)
    #expect(read.atMark?.id == "bad-amount" && read.atMark?.suggestion == suggestion)
    #expect(read.item != nil && read.item?.cost == nil)
  }

  @Test(
    "three digits after the only mark are read in two ways, and neither is taken",
    arguments: ["1.234", "1,234"])
  func ambiguous(_ text: String) {
    #expect(read(text).atMark?.suggestion == "write 1234 or 1.23")
    #expect(read(text).item?.cost == nil)
  }

  @Test(
    "letters are no amount", arguments: ["12abc", "abc", "1e5", "0x10", "NaN", "-", ".", ",5", "1.2.3", "١٢"])
  func letters(_ text: String) {
    let read = read(text)
    #expect(read.atMark?.id == "bad-amount" && read.atMark?.message == "'\(text)' is not an amount")
  }

  @Test("a currency beside the number is named", arguments: ["€ 500", "500 €", "500 EUR", "$5"])
  func currency(_ text: String) {
    #expect(read(text).atMark?.message == "'\(text)' carries a currency")
  }

  @Test("an amount below zero is refused")
  func negative() { #expect(read("-5").atMark?.id == "negative-amount") }

  @Test(
    "an amount that no sum could hold is refused",
    arguments: ["100000000000.01", "99999999999999999999999999"])
  func tooLarge(_ text: String) { #expect(read(text).atMark?.message.contains("above any amount") == true) }

  @Test("four decimals are refused with the way out")
  func decimals() { #expect(read("1.2345").atMark?.suggestion == "round it to the cent") }
}
