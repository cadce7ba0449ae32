/// The rates at hand on a day: of each currency the last one published on or before it.
public struct Exchange: Hashable, Sendable {
  /// One rate with the day and the publisher that it comes from.
  public struct Quote: Hashable, Sendable {
    /// The currency that one euro is counted in.
    public var currency: Currency
    /// What one euro is worth in it.
    public var rate: ExchangeRate
    /// The day of the rate; of a month the first.
    public var day: Day
    /// Who published it.
    public var publisher: ExchangeRates.Publisher

    /// Where the rate can be read.
    public var citation: Citation {
      switch publisher {
      case .council:
        EuroAdoption.of(currency)?.citation
          ?? Citation(grade: .law, source: "CELEX:31998R2866", validFrom: day)
      case .centralBank:
        Citation(
          grade: .official, source: "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.xml",
          validFrom: day)
      case .inforEuro:
        Citation(grade: .official, source: "https://ec.europa.eu/budg/inforeuro/", validFrom: day)
      }
    }
  }

  private var quotes: [Currency: Quote] = [:]
  /// The day that the rates are for.
  private var judged: Day?

  /// No rate at all.
  public init() {}

  /// What is known of rates on a day; later ones are left aside, and of one day the first publisher counts.
  ///
  /// A currency that has become the euro has the rate that was fixed for it, whatever else is published.
  public init(_ published: [ExchangeRates], on day: Day) {
    judged = day
    for set in published where set.day <= day {
      for (currency, rate) in set.rates {
        if let known = quotes[currency],
          known.day > set.day || (known.day == set.day && known.publisher <= set.publisher)
        {
          continue
        }
        quotes[currency] = Quote(currency: currency, rate: rate, day: set.day, publisher: set.publisher)
      }
    }
    for adoption in EuroAdoption.all.values where adoption.lastDay < day {
      quotes[adoption.currency] = Quote(
        currency: adoption.currency, rate: adoption.rate, day: adoption.firstDayOfEuro, publisher: .council)
    }
  }

  /// How many days old the rate of a currency is where that is thirty or more; nothing of one that is fixed.
  ///
  /// A rate of InforEuro holds for its whole month, so that it grows old from the next one on.
  public func staleness(of currency: Currency) -> (quote: Quote, days: Int)? {
    guard let judged, let quote = quotes[currency] else { return nil }
    let last: Day
    switch quote.publisher {
    case .council: return nil
    case .centralBank: last = quote.day
    case .inforEuro: last = quote.day.lastOfMonth
    }
    let days = last.days(until: judged)
    return days >= Exchange.oldAge ? (quote, days) : nil
  }

  /// From how many days on a rate is old.
  public static let oldAge = 30

  /// The currencies of which somebody publishes a rate, by code.
  public var currencies: [Currency] {
    quotes.values.filter { $0.publisher != .council }.map(\.currency).sorted()
  }

  /// The last known rate of a currency.
  public func quote(of currency: Currency) -> Quote? { quotes[currency] }

  /// How amounts of one currency become amounts of another, or nothing where a rate is missing.
  public func conversion(from: Currency, to: Currency) -> Conversion? {
    guard from != to else { return nil }
    let source = quotes[from]
    let target = quotes[to]
    guard from == .euro || source != nil, to == .euro || target != nil else { return nil }
    return Conversion(from: from, to: to, source: source, target: target)
  }
}

/// How amounts of one currency become amounts of another: by which rates, of which days, published by whom.
public struct Conversion: Hashable, Sendable {
  /// The currency that amounts are stated in.
  public let from: Currency
  /// The currency that they are brought to.
  public let to: Currency
  /// The rates that it takes: one, or two where neither currency is the euro.
  public let quotes: [Exchange.Quote]

  fileprivate init(from: Currency, to: Currency, source: Exchange.Quote?, target: Exchange.Quote?) {
    self.from = from
    self.to = to
    quotes = [from == .euro ? nil : source, to == .euro ? nil : target].compactMap(\.self)
  }

  /// How sure its rates are: the weakest of them.
  public var grade: Grade {
    let grades = quotes.map(\.citation.grade)
    return Grade.allCases.last { grades.contains($0) } ?? .official
  }

  /// An amount in the other currency, or nothing where it is of neither currency or beyond all counting.
  ///
  /// The product is exact (128 bits) and rounded once, to the nearest cent and upwards at half a cent, as the law has
  /// it for conversions into the euro (Regulation (EC) No 1103/97, Art. 5). Negative amounts are rounded as their
  /// magnitudes are.
  public func convert(_ amount: Money) -> Money? {
    guard amount.currency == from else { return nil }
    let source = rate(of: from)
    let target = rate(of: to)
    // amount × (target / source), each rate being its units over its scale.
    let numerator = UInt64(target.units) * UInt64(source.scale)
    let denominator = UInt64(source.units) * UInt64(target.scale)
    let product = amount.minorUnits.magnitude.multipliedFullWidth(by: numerator)
    guard product.high < denominator else { return nil }
    let (quotient, remainder) = denominator.dividingFullWidth(product)
    guard quotient < UInt64(Conversion.largest) else { return nil }
    let rounded = Int64(quotient) + (remainder >= denominator - remainder ? 1 : 0)
    return Money(minorUnits: amount.minorUnits < 0 ? -rounded : rounded, currency: to)
  }

  /// The largest amount in another currency, in hundredths: a hundred times what is taken in of one, so that a sum of
  /// thousands of them stays within 64 bits.
  public static let largest: Int64 = 1_000_000_000_000_000

  private func rate(of currency: Currency) -> ExchangeRate {
    quotes.first { $0.currency == currency }?.rate ?? .one
  }
}

extension Day {
  /// The last day of its month.
  fileprivate var lastOfMonth: Day {
    let (year, month, _) = components
    let next = Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    return next.map { $0.adding(days: -1) } ?? self
  }
}
