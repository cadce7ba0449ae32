import SeededDraws
import ParapetModel
import Testing

@Suite("An amount of money")
struct MoneyTests {
  @Test(
    "point and comma are both the decimal mark",
    arguments: [
      ("1,5", 150), ("1.5", 150), ("1,50", 150), ("0,05", 5), ("0", 0), ("12", 1_200),
      ("1200000.00", 120_000_000),
      ("007", 700), ("-3,20", -320), ("-0", 0), ("-0.01", -1),
    ])
  func accepted(text: String, hundredths: Int64) {
    #expect(Money(decimal: text)?.minorUnits == hundredths)
  }

  @Test(
    "whatever two readers could read differently is refused",
    arguments: [
      "1.234,50", "1,234.50", "1.234", "1,234", "1 234", "1\u{202f}234", "1'234", "12abc", "abc", "", " ",
      "-",
      "--1", "1-", "+1", ".5", ",5", "5.", "5,", "1,2,3", "1.2.3", "1e3", "0x10", "€5", "5 €", "NaN", "inf",
      "１２", "1_000", " 12", "12 ", "1\n",
    ])
  func refused(text: String) {
    #expect(Money(decimal: text) == nil)
  }

  @Test("the largest amount is a hundred thousand million, on both sides of zero")
  func limit() {
    #expect(Money(decimal: "100000000000.00")?.minorUnits == Money.limit)
    #expect(Money(decimal: "-100000000000")?.minorUnits == -Money.limit)
    #expect(Money(decimal: "100000000000.01") == nil)
    #expect(Money(decimal: "-100000000000.01") == nil)
  }

  @Test(
    "digits without end are refused and never overflow",
    arguments: [20, 1_000, 100_000])
  func overflow(count: Int) {
    #expect(Money(decimal: String(repeating: "9", count: count)) == nil)
    #expect(Money(decimal: "1." + String(repeating: "0", count: count)) == nil)
  }

  @Test("plain decimals have a point, two decimals and the sign in front")
  func printing() {
    #expect(Money(minorUnits: 123_450).decimal == "1234.50")
    #expect(Money(minorUnits: 5).decimal == "0.05")
    #expect(Money(minorUnits: -5).decimal == "-0.05")
    #expect(Money(minorUnits: 0).decimal == "0.00")
    #expect(Money(minorUnits: .min).decimal == "-92233720368547758.08")
  }

  @Test("what is printed reads back, on a random sample")
  func roundTrip() {
    var generator = SeededGenerator()
    for _ in 0..<1_000 {
      let money = Money(minorUnits: Int64.random(in: -Money.limit...Money.limit, using: &generator))
      #expect(Money(decimal: money.decimal) == money, "seed \(generator.seed)")
    }
  }

  @Test("sums and differences keep the currency")
  func arithmetic() throws {
    let lei = try #require(Currency("RON"))
    var sum = Money(minorUnits: 250, currency: lei)
    sum += Money(minorUnits: 50, currency: lei)
    #expect(sum == Money(minorUnits: 300, currency: lei))
    #expect(sum - Money(minorUnits: 400, currency: lei) == Money(minorUnits: -100, currency: lei))
    #expect(Money.smaller(sum, .zero(lei)) == .zero(lei))
  }

  @Test("the same number of another currency is another amount")
  func currencyMatters() throws {
    #expect(try Money(minorUnits: 100) != Money(minorUnits: 100, currency: #require(Currency("SEK"))))
  }

  @Test("adding two currencies stops the program, since no caller may let it happen")
  func twoCurrencies() async {
    await #expect(processExitsWith: .failure) {
      guard let other = Currency("SEK") else { return }
      _ = Money(minorUnits: 1) + Money(minorUnits: 1, currency: other)
    }
  }

  @Test("a currency is three capital letters", arguments: ["eur", "EU", "EURO", "E1R", "€UR", "", "ÉUR"])
  func currencyRefused(code: String) {
    #expect(Currency(code) == nil)
  }

  @Test("a cost line rounds quantity times price half up, once")
  func costLine() {
    let price = Money(minorUnits: 69_050)
    #expect(CostLine(quantity: 480_000, unitCost: price).cost == Money(minorUnits: 3_314_400))
    #expect(CostLine(quantity: 5_000, unitCost: Money(minorUnits: 1)).cost.minorUnits == 1)
    #expect(CostLine(quantity: 4_999, unitCost: Money(minorUnits: 1)).cost.minorUnits == 0)
    #expect(CostLine(quantity: 3_333, unitCost: Money(minorUnits: 300)).cost.minorUnits == 100)
  }
}
