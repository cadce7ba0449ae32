import ParapetModel
import Testing

@Suite("Currencies that became the euro")
struct EuroAdoptionTests {
  @Test("all twenty-one have six figures, a last day at the end of a year, and a regulation")
  func table() {
    #expect(EuroAdoption.all.count == 21)
    for adoption in EuroAdoption.all.values {
      let figures = adoption.rate.description.filter(\.isNumber).drop { $0 == "0" }
      #expect(figures.count == 6, "\(adoption.currency)")
      #expect(adoption.lastDay.description.hasSuffix("-12-31"))
      #expect(adoption.firstDayOfEuro.description.hasSuffix("-01-01"))
      #expect(adoption.firstDay.map { $0 < adoption.lastDay } ?? true)
      #expect(adoption.citation.grade == .law && adoption.citation.source.contains("R"))
    }
  }

  /// Each by hand: amount ÷ rate, to the cent.
  @Test(
    "an amount is divided by the whole rate, whatever else is published",
    arguments: [
      ("BGN", "1955830.00", "2026-01-01", "1000000.00"), ("HRK", "7534500.00", "2026-11-28", "1000000.00"),
      ("DEM", "195583.00", "2026-11-28", "100000.00"), ("IEP", "787564.00", "2026-11-28", "1000000.00"),
      ("ITL", "1936.27", "2026-11-28", "1.00"),
    ])
  func conversion(code: String, amount: String, day: String, expected: String) throws {
    let currency = try #require(Currency(code))
    let exchange = Exchange([try stale(currency)], on: try #require(Day(day)))
    let conversion = try #require(exchange.conversion(from: currency, to: .euro))
    let money = try #require(Money(decimal: amount, currency: currency))
    #expect(conversion.convert(money)?.decimal == expected)
    #expect(conversion.grade == .law)
    #expect(exchange.staleness(of: currency) == nil)
  }

  @Test("on its last day a currency is still its own, with the rate that is published")
  func lastDay() throws {
    let lev = try #require(Currency("BGN"))
    let exchange = Exchange([try stale(lev)], on: try #require(Day("2025-12-31")))
    #expect(exchange.quote(of: lev)?.publisher == .centralBank)
    #expect(Exchange([], on: try #require(Day("2025-12-31"))).conversion(from: lev, to: .euro) == nil)
  }

  @Test(
    "a rate is old from thirty days on, one of a month from thirty days behind the month",
    arguments: [
      (ExchangeRates.Publisher.centralBank, "2030-01-30", nil), (.centralBank, "2030-01-31", 30),
      (.inforEuro, "2030-03-01", nil), (.inforEuro, "2030-03-02", 30),
    ] as [(ExchangeRates.Publisher, String, Int?)])
  func age(publisher: ExchangeRates.Publisher, day: String, days: Int?) throws {
    let krone = try #require(Currency("DKK"))
    let rates = ExchangeRates(
      publisher: publisher, day: try #require(Day("2030-01-01")),
      rates: [krone: try #require(ExchangeRate("7.46"))])
    #expect(Exchange([rates], on: try #require(Day(day))).staleness(of: krone)?.days == days)
  }

  private func stale(_ currency: Currency) throws -> ExchangeRates {
    ExchangeRates(
      publisher: .centralBank, day: try #require(Day("2025-05-09")),
      rates: [currency: try #require(ExchangeRate("1.9558"))])
  }
}
