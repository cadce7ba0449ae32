import ParapetBudgeting
import ParapetCatalogue
import ParapetFeeds
import ParapetInput
import ParapetMatching
public import ParapetModel

/// By which rates costs in another currency are counted.
public struct RateSource: Hashable, Sendable {
  /// A file of rates to use instead of those of the catalogue and of the data folder.
  public var file: String?
  /// The day by whose last rates is converted; without it the day judged.
  public var day: Day?

  /// The rates at hand.
  public init(file: String? = nil, on day: Day? = nil) {
    self.file = file
    self.day = day
  }
}

extension Inquiry {
  /// The rates at hand for what cities state and opportunities pay; a city without one is told.
  ///
  /// Nothing is looked up where all are of one currency, as they mostly are.
  func exchange(for cities: [Portfolio], _ offers: [Offer], _ source: RateSource) throws -> Exchange {
    let stated = Set(cities.map(\.city.currency))
    let paid = Set(offers.map(\.funding.currency)).union([.euro])
    let currencies = stated.union(paid).subtracting([.euro])
    guard stated.union(paid).count > 1 else { return Exchange() }
    let day = source.day ?? self.day
    let exchange = Exchange(try published(currencies, on: day, source), on: day)
    tell(
      .findings(
        cities.filter {
          $0.city.currency != .euro && exchange.conversion(from: $0.city.currency, to: .euro) == nil
        }
        .map { .noRate($0, on: day, known: exchange.currencies) }))
    tell(.findings(cities.compactMap { .endedCurrency($0, on: day) }))
    tell(
      .findings(
        currencies.sorted().compactMap { currency in
          exchange.staleness(of: currency).map { .oldRate(currency, $0.quote.day, days: $0.days) }
        }))
    return exchange
  }

  /// What items would bring, by the rates at hand.
  func pricing(_ exchange: Exchange) -> Pricing {
    Pricing(measures: desk.data.measures, exchange: exchange)
  }

  private func published(
    _ currencies: Set<Currency>, on day: Day, _ source: RateSource
  ) throws -> [ExchangeRates] {
    if let path = source.file {
      let (rates, findings) = try Inquiry.rates(in: path, of: source.day)
      tell(.findings(findings))
      guard !rates.isEmpty else {
        throw Failure(
          .unusable,
          Message(
            en: "'\(path)' has no rate of exchange that can be used",
            fr: "« \(path) » n’a aucun taux de change utilisable"))
      }
      return rates
    }
    let kept = try desk.catalogueIfThere()?.rates(of: currencies, on: day, knownOn: moment.knownOn)
    return desk.data.rates + (kept ?? [])
  }
}

extension Inquiry {
  /// The rates of a file, and what is wrong in it; the day gives its month to rates that state none.
  private static func rates(
    in path: String, of day: Day?
  ) throws(FeedSourceError) -> (rates: [ExchangeRates], findings: [Diagnostic]) {
    switch try RatesFile.read(path) {
    case .rates(let rates, let findings): return (rates, findings)
    case .other(let bytes):
      var reader = InforEuroReader(file: path, day: day)
      reader.read(bytes)
      return (reader.rates, reader.diagnostics)
    }
  }
}

extension Diagnostic {
  /// A city whose costs are in a currency that has become the euro; nothing where it is one still.
  fileprivate static func endedCurrency(_ portfolio: Portfolio, on day: Day) -> Diagnostic? {
    guard let adoption = EuroAdoption.of(portfolio.city.currency), adoption.lastDay < day else { return nil }
    return Diagnostic(
      .warning, id: "ended-currency", at: Place(file: portfolio.items.first?.place.file ?? portfolio.city.id),
      Message(
        en:
          "\(adoption.currency) was replaced by the euro on \(adoption.firstDayOfEuro): its amounts are divided by "
          + "\(adoption.rate), the rate that was fixed for ever (\(adoption.citation.source))",
        fr:
          "\(adoption.currency) a été remplacé par l’euro le \(adoption.firstDayOfEuro) : ses montants sont divisés "
          + "par \(adoption.rate), le taux fixé pour toujours (\(adoption.citation.source))"),
      suggestion: Message(en: "state the costs in EUR", fr: "indiquez les coûts en EUR"))
  }

  /// A rate that is a month old or more.
  fileprivate static func oldRate(_ currency: Currency, _ published: Day, days: Int) -> Diagnostic {
    Diagnostic(
      .warning, id: "old-rate", at: Place(file: ""),
      Message(
        en: "the last rate of \(currency) at hand is of \(published), \(days) days before the day judged",
        fr: "le dernier taux de \(currency) connu est du \(published), \(days) jours avant le jour examiné"),
      suggestion: .bringRates)
  }

  fileprivate static func noRate(_ portfolio: Portfolio, on day: Day, known: [Currency]) -> Diagnostic {
    let code = portfolio.city.currency.code
    let file = portfolio.items.first?.place.file ?? portfolio.city.id
    let near = nearest(to: code, among: known.map(\.code)).map { Message.didYouMean($0) }
    return Diagnostic(
      .warning, id: "no-exchange-rate", at: Place(file: file),
      Message(
        en: "no rate of \(code) on or before \(day) is at hand: what is paid in euro cannot be counted",
        fr:
          "aucun taux de \(code) au \(day) ou avant n’est connu : ce qui est payé en euros ne peut pas être compté"
      ),
      suggestion: Message(
        en: (near.map { $0.english + " else " } ?? "") + Message.bringRates.english,
        fr: (near.map { $0.french + " sinon, " } ?? "") + Message.bringRates.french))
  }
}

extension Message {
  fileprivate static let bringRates = Message(
    en: "ingest the rates of the ECB, or name a file of rates by --rates",
    fr: "lisez les taux de la BCE avec « parapet ingest », ou nommez un fichier de taux par --rates")
}
