import SeededDraws
import ParapetModel
import Testing

@Suite("Rates of exchange")
struct ExchangeTests {
  @Test(
    "a rate is kept as it is written",
    arguments: [
      "7.4604", "0.84770", "18606.59", "404.90", "1", "0.0001", "10000000", "1.95583", "9999999.999999",
      "0.5",
      "0.05",
    ])
  func exact(text: String) {
    #expect(ExchangeRate(text)?.description == text)
  }

  @Test("zeros beyond six decimals are no figures")
  func zeros() { #expect(ExchangeRate("7.46040000000")?.description == "7.460400") }

  @Test(
    "what is no plain rate is refused",
    arguments: [
      "", "0", "0.000", "-1.2", "+1", "1e3", "1,5", "1.", ".5", "1.2.3", " 1", "abc", "0.00009", "10000001",
      "1.1234567", "N/A", "123456789", "٣",
    ])
  func refused(text: String) { #expect(ExchangeRate(text) == nil) }

  /// Each computed by hand: amount ÷ rate of the first × rate of the second, to the cent, half a cent up.
  ///
  /// 4,100,000.00 ÷ 7.4604 = 549,568.3877…; 1,025,000.00 ÷ 7.4604 = 137,392.0969…; 3,200,000.00 ÷ 7.4604 =
  /// 428,931.4245…; 100.00 ÷ 24.946 = 4.0086…; 100.00 ÷ 0.84770 = 117.9662…; 1.00 ÷ 163.36 = 0.0061…;
  /// 0.82 ÷ 163.36 = 0.00501…; 0.81 ÷ 163.36 = 0.00495…; 250,000.00 × 7.4604 = 1,865,100.00 exactly;
  /// 0.05 × 10.92 = 0.546; 1,000.00 DKK = 1,000 ÷ 7.4604 × 10.9200 = 1,463.7285… SEK;
  /// 100,000,000.00 ÷ 404.90 = 246,974.5616….
  static let vectors: [(String, String, String, String)] = [
    ("4100000.00", "DKK", "EUR", "549568.39"), ("1025000.00", "DKK", "EUR", "137392.10"),
    ("3200000.00", "DKK", "EUR", "428931.42"), ("100.00", "CZK", "EUR", "4.01"),
    ("100.00", "GBP", "EUR", "117.97"), ("1.00", "JPY", "EUR", "0.01"), ("0.82", "JPY", "EUR", "0.01"),
    ("0.81", "JPY", "EUR", "0.00"), ("250000.00", "EUR", "DKK", "1865100.00"), ("0.05", "EUR", "SEK", "0.55"),
    ("1000.00", "DKK", "SEK", "1463.73"), ("100000000.00", "HUF", "EUR", "246974.56"),
    ("0.00", "DKK", "EUR", "0.00"), ("-4100000.00", "DKK", "EUR", "-549568.39"),
    // Halves: 0.01 ÷ 2 = 0.005, 0.03 ÷ 2 = 0.015, and the same below zero by magnitude.
    ("0.01", "XTS", "EUR", "0.01"), ("0.03", "XTS", "EUR", "0.02"), ("-0.03", "XTS", "EUR", "-0.02"),
    ("195583.00", "BGN", "EUR", "100000.00"), ("1.95", "BGN", "EUR", "1.00"),
  ]

  @Test("amounts are converted to the cent", arguments: vectors)
  func converts(amount: String, from: String, to: String, expected: String) throws {
    let from = try #require(Currency(from))
    let to = try #require(Currency(to))
    let conversion = try #require(Self.exchange.conversion(from: from, to: to))
    let money = try #require(Money(decimal: amount, currency: from))
    #expect(conversion.convert(money)?.description == "\(expected) \(to)")
  }

  @Test("there and back no amount moves by more than the rate's own grain")
  func roundTrip() throws {
    var random = SeededGenerator()
    let there = try #require(Self.exchange.conversion(from: .euro, to: Self.krone))
    let back = try #require(Self.exchange.conversion(from: Self.krone, to: .euro))
    for _ in 0..<2_000 {
      let amount = Money(minorUnits: Int64.random(in: 0...Money.limit, using: &random))
      // A krone is less than a euro, so that the way through kroner loses nothing of a cent.
      #expect(there.convert(amount).flatMap { back.convert($0) } == amount, "seed \(random.seed)")
    }
  }

  @Test("an amount beyond all counting is no amount, and never a trap")
  func overflow() throws {
    let rates = try ExchangeRates(
      publisher: .centralBank, day: day("2026-01-02"),
      rates: [
        currency("AAA"): #require(ExchangeRate("0.0001")),
        currency("BBB"): #require(ExchangeRate("10000000")),
      ])
    let exchange = Exchange([rates], on: rates.day)
    let up = try #require(try exchange.conversion(from: currency("AAA"), to: currency("BBB")))
    #expect(up.convert(Money(minorUnits: .max, currency: up.from)) == nil)
    #expect(up.convert(Money(minorUnits: .min, currency: up.from)) == nil)
    #expect(up.convert(Money(minorUnits: 12, currency: up.from))?.minorUnits == 1_200_000_000_000)
    let down = try #require(try exchange.conversion(from: currency("BBB"), to: currency("AAA")))
    #expect(down.convert(Money(minorUnits: .max, currency: down.from))?.minorUnits == 92_233_720)
    let one = try #require(try exchange.conversion(from: currency("AAA"), to: .euro))
    #expect(one.convert(Money(minorUnits: .max, currency: one.from)) == nil)
  }

  @Test("an amount of another currency is not converted")
  func otherCurrency() throws {
    let conversion = try #require(Self.exchange.conversion(from: Self.krone, to: .euro))
    #expect(conversion.convert(Money(minorUnits: 100)) == nil)
  }

  @Test("the last rate on or before the day counts, for each currency its own")
  func lastBefore() throws {
    let older = try rates("2026-03-12", ["DKK": "7.4", "SEK": "11"])
    let newer = try rates("2026-03-13", ["DKK": "7.5"])
    let later = try rates("2026-03-16", ["DKK": "7.6", "SEK": "12"])
    let exchange = try Exchange([later, newer, older], on: day("2026-03-15"))
    let krone = try #require(try exchange.conversion(from: currency("DKK"), to: .euro))
    #expect(krone.quotes.map(\.rate.description) == ["7.5"])
    let across = try #require(try exchange.conversion(from: currency("DKK"), to: currency("SEK")))
    #expect(across.quotes.map(\.day) == [newer.day, older.day])
    #expect(try Exchange([later], on: day("2026-03-15")).currencies.isEmpty)
  }

  @Test(
    "of two publishers of one day the central bank counts, whichever comes first", arguments: [false, true])
  func publishers(reversed: Bool) throws {
    let bank = try rates("2026-03-01", ["DKK": "7.4"])
    let accounts = try ExchangeRates(
      publisher: .inforEuro, day: bank.day, rates: [currency("DKK"): #require(ExchangeRate("7.5"))])
    let exchange = Exchange(reversed ? [accounts, bank] : [bank, accounts], on: bank.day)
    #expect(
      try exchange.conversion(from: currency("DKK"), to: .euro)?.quotes.first?.publisher == .centralBank)
  }

  @Test("a rate cites its publisher and its day, and an amount of its own currency needs none")
  func citations() throws {
    let conversion = try #require(Self.exchange.conversion(from: Self.krone, to: .euro))
    let citation = try #require(conversion.quotes.first?.citation)
    #expect(citation.grade == .official)
    #expect(citation.source.hasPrefix("https://www.ecb.europa.eu/"))
    #expect(citation.validFrom == conversion.quotes.first?.day)
    #expect(Self.exchange.conversion(from: .euro, to: .euro) == nil)
    #expect(try Self.exchange.conversion(from: currency("XXX"), to: .euro) == nil)
    #expect(try Self.exchange.conversion(from: Self.krone, to: currency("XXX")) == nil)
  }

  private static let krone = Currency("DKK") ?? .euro

  /// The central bank's figures of 9 May 2025, the lev at its fixed rate, and a currency of two to the euro.
  private static let exchange: Exchange = {
    let figures = [
      "DKK": "7.4604", "CZK": "24.946", "GBP": "0.84770", "JPY": "163.36", "SEK": "10.9200", "HUF": "404.90",
      "BGN": "1.95583", "XTS": "2",
    ]
    var rates: [Currency: ExchangeRate] = [:]
    for (code, text) in figures {
      if let currency = Currency(code), let rate = ExchangeRate(text) { rates[currency] = rate }
    }
    let day = Day(number: 20_217)
    return Exchange([ExchangeRates(publisher: .centralBank, day: day, rates: rates)], on: day)
  }()

  private func rates(_ text: String, _ figures: [String: String]) throws -> ExchangeRates {
    var rates: [Currency: ExchangeRate] = [:]
    for (code, figure) in figures {
      rates[try currency(code)] = try #require(ExchangeRate(figure) as ExchangeRate?)
    }
    return ExchangeRates(publisher: .centralBank, day: try day(text), rates: rates)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func currency(_ code: String) throws -> Currency { try #require(Currency(code)) }
}
