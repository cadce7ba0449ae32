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

  /// No rate at all.
  public init() {}

  /// What is known of rates on a day; later ones are left aside, and of one day the first publisher counts.
  public init(_ published: [ExchangeRates], on day: Day) {
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
  }

  /// The currencies of which a rate is known, by code.
  public var currencies: [Currency] { quotes.keys.sorted() }

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
    guard quotient < UInt64(Int64.max) else { return nil }
    let rounded = Int64(quotient) + (remainder >= denominator - remainder ? 1 : 0)
    return Money(minorUnits: amount.minorUnits < 0 ? -rounded : rounded, currency: to)
  }

  private func rate(of currency: Currency) -> ExchangeRate {
    quotes.first { $0.currency == currency }?.rate ?? .one
  }
}
