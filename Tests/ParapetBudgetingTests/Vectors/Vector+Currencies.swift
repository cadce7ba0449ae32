import BudgetSamples
import ParapetModel

extension Vector {
  private static func code(_ code: String) -> Currency { Currency(code) ?? .euro }

  private static func published(
    _ publisher: ExchangeRates.Publisher, _ day: String, _ rates: [String: String]
  ) -> ExchangeRates? {
    let rates = rates.reduce(into: [Currency: ExchangeRate]()) { table, entry in
      table[code(entry.key)] = ExchangeRate(entry.value)
    }
    return Day(day).map { ExchangeRates(publisher: publisher, day: $0, rates: rates) }
  }

  /// The central bank's rates of two days in January 2026 and the Commission's of that month, all invented.
  private static let rates = [
    published(.centralBank, "2026-01-05", ["DKK": "7.4604", "SEK": "10.9200", "PLN": "4.2500"]),
    published(.centralBank, "2026-01-06", ["DKK": "7.4600", "SEK": "10.9300", "PLN": "4.3000"]),
  ].compactMap(\.self)

  /// Lines of a currency, each a net amount and a tax.
  private static func abroad(
    _ name: String, _ hand: String, _ expected: [String], _ currency: String, _ amounts: [(String, String)],
    on day: String = "2026-01-05", by rates: [ExchangeRates] = rates,
    _ change: (inout Vector) -> Void = { _ in }
  ) -> Vector {
    let lines = amounts.map { net, vat in
      func money(_ text: String) -> Money {
        Money(decimal: text, currency: code(currency)) ?? .zero(code(currency))
      }
      var line = CostLine(quantity: CostLine.one, unitCost: money(net))
      (line.category, line.year, line.vat) = (.otherGoods, 2027, money(vat))
      return line
    }
    return Vector(name, hand, expected, lines) {
      $0.city.currency = code(currency)
      $0.terms.rules.vat = Cited(.nonRecoverable, law)
      if let day = Day(day) { $0.exchange = Exchange(rates, on: day) }
      change(&$0)
    }
  }

  /// Costs in other currencies, at the rate of a stated day.
  static let currencies: [Vector] = [
    abroad(
      "kroner with tax", "74,604 ÷ 7.4604 = 10,000; 18,651 ÷ 7.4604 = 2,500; 80 % of 12,500",
      ["12500.00", "12500.00", "10000.00", "2500.00"], "DKK", [("74604", "18651")]),
    abroad(
      "kroner that do not come out even", "1,000 ÷ 7.4604 = 134.0410…; 80 % of 134.04 = 107.232",
      ["134.04", "134.04", "107.23", "26.81"], "DKK", [("1000", "0")]),
    abroad(
      "each line for itself", "1 ÷ 10.92 = 0.0915…, 0.09 three times; 80 % of 0.27 = 0.216",
      ["0.27", "0.27", "0.21", "0.06"], "SEK", [("1", "0"), ("1", "0"), ("1", "0")]),
    abroad(
      "the rate of the fifth", "4,300 ÷ 4.25 = 1,011.7647…; 80 % of 1,011.76 = 809.408",
      ["1011.76", "1011.76", "809.40", "202.36"], "PLN", [("4300", "0")]),
    abroad(
      "the rate of the sixth", "4,300 ÷ 4.30 = 1,000; 800", ["1000.00", "1000.00", "800.00", "200.00"],
      "PLN", [("4300", "0")], on: "2026-01-06"),
    abroad(
      "a day without rates takes the last before it", "the tenth has none: 4,300 ÷ 4.30 = 1,000",
      ["1000.00", "1000.00", "800.00", "200.00"], "PLN", [("4300", "0")], on: "2026-01-10"),
    abroad(
      "the Commission's month", "123,456 ÷ 400 = 308.64; 80 % = 246.912",
      ["308.64", "308.64", "246.91", "61.73"], "HUF", [("123456", "0")],
      by: [published(.inforEuro, "2026-01-01", ["HUF": "400.00"])].compactMap(\.self)),
    abroad(
      "kronor for a grant in kroner", "109.20 ÷ 10.92 × 7.4604 = 74.604, 74.60; 80 % = 59.68",
      ["74.60", "74.60", "59.68", "14.92"], "SEK", [("109.20", "0")]
    ) { $0.terms.funding.currency = code("DKK") },
    abroad(
      "a ceiling in euro", "74,604 ÷ 7.4604 = 10,000; 8,000 is cut to 5,000",
      ["10000.00", "10000.00", "5000.00", "5000.00"], "DKK", [("74604", "0")]
    ) { $0.terms.funding.maximumGrant = Cited(euro("5000"), law) },
  ]
}
