import ArgumentParser
import ParapetBudgeting
import ParapetCatalogue
import ParapetFeeds
import ParapetInput
import ParapetInput
import ParapetMatching
import ParapetModel

/// By which rates costs in another currency are counted.
struct RateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Convert by the rates of this file: the ECB's XML, or InforEuro's rates as JSON or CSV.",
      discussion: "Without it the rates of the catalogue and of the data folder are used.", valueName: "file")
  )
  var rates: String?

  @Option(
    help: ArgumentHelp(
      "Convert by the last rate on or before this day (default: the day judged).", valueName: "day"))
  var ratesOn: Day?
}

extension Workspace {
  /// The rates at hand for what cities state and opportunities pay; a city without one is told.
  ///
  /// Nothing is looked up where all are of one currency, as they mostly are.
  func exchange(
    for cities: [Portfolio], _ offers: [Offer], _ options: RateOptions, notices: Notices
  ) throws -> Exchange {
    let stated = Set(cities.map(\.city.currency))
    let paid = Set(offers.map(\.funding.currency)).union([.euro])
    let currencies = stated.union(paid).subtracting([.euro])
    guard stated.union(paid).count > 1 else { return Exchange() }
    let day = options.ratesOn ?? source.day
    let exchange = Exchange(try published(currencies, on: day, options, notices), on: day)
    notices.tell(
      cities.filter {
        $0.city.currency != .euro && exchange.conversion(from: $0.city.currency, to: .euro) == nil
      }
      .map { .noRate($0, on: day, known: exchange.currencies) })
    return exchange
  }

  /// What items would bring, by the rates at hand.
  func pricing(_ exchange: Exchange) -> Pricing { Pricing(measures: data.measures, exchange: exchange) }

  private func published(
    _ currencies: Set<Currency>, on day: Day, _ options: RateOptions, _ notices: Notices
  ) throws -> [ExchangeRates] {
    if let path = options.rates {
      let (rates, findings) = try Workspace.rates(path, of: options.ratesOn)
      notices.tell(findings)
      guard !rates.isEmpty else {
        throw Stop(.unusableInput, "'\(path)' has no rate of exchange that can be used")
      }
      return rates
    }
    let catalogue = try Workspace.catalogueIfThere(source, notices: nil)
    return data.rates + (try catalogue?.rates(of: currencies, on: day, knownOn: source.knownOn) ?? [])
  }
}

extension Workspace {
  /// The rates of a file, and what is wrong in it; the day gives its month to rates that state none.
  static func rates(
    _ path: String, of day: Day?
  ) throws(FeedSourceError) -> (rates: [ExchangeRates], diagnostics: [Diagnostic]) {
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
  fileprivate static func noRate(_ portfolio: Portfolio, on day: Day, known: [Currency]) -> Diagnostic {
    let code = portfolio.city.currency.code
    let file = portfolio.items.first?.place.file ?? portfolio.city.id
    let near = nearest(to: code, among: known.map(\.code)).map { "did you mean '\($0)'? else " } ?? ""
    return Diagnostic(
      .warning, id: "no-exchange-rate", at: Place(file: file),
      "no rate of \(code) on or before \(day) is at hand: what is paid in euro cannot be counted",
      suggestion: near + "ingest the rates of the ECB, or name a file of rates by --rates")
  }
}
