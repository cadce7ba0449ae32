import ParapetModel
import Testing

@testable import ParapetInput

@Suite("Amounts as people write them")
struct AmountTextTests {
  private func read(_ text: String) -> MarkedPortfolio {
    MarkedPortfolio(items: "id;title;cost\nb1;x;⟦\(text)\n")
  }

  @Test(
    "a point or a comma, with at most two decimals, needs no remark",
    arguments: [("1,5", 150), ("1.5", 150), ("12", 1200), ("0,05", 5), ("100000000000", 10_000_000_000_000)])
  func good(_ text: String, _ hundredths: Int64) {
    #expect(read(text).item?.cost == Money(minorUnits: hundredths))
    #expect(read(text).ids.isEmpty)
  }

  @Test(
    "grouped thousands that mean one amount are read with a remark",
    arguments: [
      ("1.234,50", 123_450), ("1,234.5", 123_450), ("1 234,50", 123_450), ("1\u{202F}234", 123_400),
      ("1.234.567", 123_456_700), ("1'234.00", 123_400), ("0,500", 50), ("1 234,500", 123_450),
    ])
  func grouped(_ text: String, _ hundredths: Int64) {
    let read = read(text)
    #expect(read.item?.cost == Money(minorUnits: hundredths))
    #expect(read.atMark?.id == "amount-read" && read.atMark?.severity == .warning)
    #expect(read.portfolio?.unread == [])
  }

  @Test(
    "what was most likely meant is offered where groups are broken",
    arguments: [
      ("10.999.99", "write 10999.99"), ("1.200 000", "write 1200000"), ("12 34", "write 1234"),
      ("env. 300 000", "write 300000"), ("1,4E+06", "write 1400000"), ("300000.", "write 300000"),
    ])
  func likely(_ text: String, _ advice: String) {
    let read = read(text)
    #expect(read.atMark?.id == "bad-amount" && read.atMark?.suggestion?.hasPrefix(advice) == true)
    #expect(read.item != nil && read.item?.cost == nil)
  }

  @Test("advice leads to the amount that is meant, and following it is read without a word")
  func advice() throws {
    for text in ["450.000", "1,234", "85 m€", "1,4E+06", "env. 300 000", "1.200 000"] {
      let advice = try #require(read(text).atMark?.suggestion)
      let figure = try #require(advice.split { !"0123456789.".contains($0) }.first)
      #expect(read(String(figure)).ids == [], "\(text): \(figure)")
    }
  }

  @Test(
    "three digits after the only mark are read in two ways, and neither is taken",
    arguments: ["1.234", "1,234"])
  func ambiguous(_ text: String) {
    #expect(read(text).atMark?.suggestion == "write 1234 or 1.23")
    #expect(read(text).item?.cost == nil)
    #expect(read(text).portfolio?.unread.map(\.field) == ["cost"])
  }

  @Test("letters are no amount", arguments: ["12abc", "abc", "0x10", "NaN", "-", ".", ",5", "1.2.3", "١٢"])
  func letters(_ text: String) {
    let read = read(text)
    #expect(read.atMark?.id == "bad-amount" && read.atMark?.message == "'\(text)' is not an amount")
  }

  @Test(
    "the city's own currency beside the number is read",
    arguments: ["€ 500", "500 €", "500 EUR", "500 euros"])
  func currency(_ text: String) { #expect(read(text).item?.cost == Money(minorUnits: 50_000)) }

  @Test(
    "another currency is refused, and named", arguments: [("$5", "USD"), ("500 zł", "PLN"), ("GBP 5", "GBP")])
  func otherCurrency(_ text: String, _ code: String) {
    #expect(read(text).atMark?.message.contains("is in \(code)") == true && read(text).item?.cost == nil)
  }

  @Test(
    "two currencies are no amount in either",
    arguments: ["EUR 5000 USD", "5000 EUR 3000 USD", "$5000 €", "5000 zł 3000 €"])
  func twoCurrencies(_ text: String) {
    #expect(read(text).atMark?.message == "'\(text)' names two currencies" && read(text).item?.cost == nil)
  }

  @Test("what would be nothing to the cent is not offered as nothing", arguments: ["0.001", "0,0049"])
  func lessThanACent(_ text: String) {
    #expect(read(text).atMark?.suggestion?.hasPrefix("less than a cent is no cost") == true)
  }

  @Test("an amount below zero is refused", arguments: ["-5", "-5,00", "−5 €", "(500)"])
  func negative(_ text: String) { #expect(read(text).atMark?.id == "negative-amount") }

  @Test(
    "an amount that no sum could hold is refused",
    arguments: ["100000000000.01", "99999999999999999999999999", "200 Mrd €"])
  func tooLarge(_ text: String) { #expect(read(text).atMark?.message.contains("above any amount") == true) }

  @Test(
    "three and four decimals are refused with the way out",
    arguments: [("1.2345", "1.23"), ("1234,567", "1234.57")])
  func decimals(_ text: String, _ rounded: String) {
    #expect(read(text).atMark?.suggestion == "round it to the cent: \(rounded)")
  }

  @Test("a finding has its words in French, too")
  func french() {
    #expect(read("1.234").atMark?.advice?.french == "écrivez 1234 ou 1.23")
    #expect(read("abc").atMark?.said.french == "« abc » n’est pas un montant")
  }

  @Test(
    "a VAT far outside any rate is remarked, and what a rate comes to is offered",
    arguments: [
      ("300000", "21", "write 63000"), ("100000", "0.21", "write 21000"), ("100000", "125000", "cost is net"),
    ])
  func tax(_ cost: String, _ vat: String, _ advice: String) {
    let read = MarkedPortfolio(items: "id;title;cost;vat\nb1;x;\(cost);⟦\(vat)\n")
    #expect(read.atMark?.id == "unlikely-vat" && read.atMark?.suggestion?.hasPrefix(advice) == true)
  }

  @Test(
    "every rate of the Union, and a cost that is taxed in part, pass",
    arguments: ["0", "2100", "5500", "27000", "60"])
  func believableTax(_ vat: String) {
    #expect(MarkedPortfolio(items: "id;title;cost;vat\nb1;x;100000;\(vat)\n").ids == [])
  }
}
