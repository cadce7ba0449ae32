import ParapetModel

/// How costs were converted, as JSON: the two currencies, and each rate with its day, publisher and source.
struct ConversionPart: Encodable {
  var from: String
  var to: String
  var rates: [RatePart]

  init(_ conversion: Conversion) {
    from = conversion.from.code
    to = conversion.to.code
    rates = conversion.quotes.map(RatePart.init)
  }

  /// What one euro is worth, as it was published.
  struct RatePart: Encodable {
    var currency: String
    var perEuro: String
    var day: String
    var publisher: String
    var source: String
    var grade: String

    init(_ quote: Exchange.Quote) {
      currency = quote.currency.code
      perEuro = quote.rate.description
      day = quote.day.description
      publisher = quote.publisher.rawValue
      source = quote.citation.source
      grade = quote.citation.grade.rawValue
    }
  }
}
