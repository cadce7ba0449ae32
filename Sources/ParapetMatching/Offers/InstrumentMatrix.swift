public import ParapetModel

/// Which instrument pays for which measure on a day, made from the criteria of our own files.
public struct InstrumentMatrix: Sendable {
  /// The instruments that say something of some measure, by identifier.
  public let offers: [Offer]
  /// The measures, in the order of the taxonomy.
  public let measures: [String]
  /// The day on which criteria are in force.
  public let day: Day

  /// The matrix of a book.
  public init(_ book: InstrumentBook, measures: [String], on day: Day) {
    self.measures = measures
    self.day = day
    offers = book.allInstruments.filter { offer in
      measures.contains { offer.coverage(of: $0, on: day).answer != .unknown }
    }
  }

  /// The cell of an instrument and a measure.
  public func cell(_ offer: Offer, _ measure: String) -> Coverage { offer.coverage(of: measure, on: day) }

  /// The cells that differ from what is usually expected, in the order of the instruments.
  public func departures(from expectations: [UsualReading]) -> [Departure] {
    offers.flatMap { offer in
      expectations.compactMap { expected -> Departure? in
        guard expected.instrument == offer.opportunity.identifier else { return nil }
        let found = cell(offer, expected.measure)
        guard found.answer.rawValue != expected.answer.rawValue else { return nil }
        return Departure(offer: offer, expected: expected, found: found)
      }
    }
  }

  /// A cell in which our files say something else than the usual reading.
  public struct Departure: Sendable {
    /// The instrument.
    public var offer: Offer
    /// What is usually expected.
    public var expected: UsualReading
    /// What our files say.
    public var found: Coverage
  }
}
