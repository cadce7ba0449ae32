import ParapetFeeds
public import ParapetMatching
public import ParapetModel

/// The instrument book: which instrument pays for which measure, and what the book is held against.
public struct InstrumentOverview: Sendable {
  /// The matrix of instruments and measures.
  public var matrix: InstrumentMatrix
  /// Every instrument.
  public var instruments: [Offer]
  /// What is usually expected of them.
  public var expectations: [UsualReading]
  /// What is only proposed.
  public var proposals: [Opportunity]
}

extension Inquiry {
  /// Which instrument pays for which measure on the day judged, made from the data folder alone.
  public func instruments() -> InstrumentOverview {
    InstrumentOverview(
      matrix: InstrumentMatrix(desk.book, measures: desk.data.measures.measures.map(\.code), on: day),
      instruments: desk.book.allInstruments, expectations: desk.data.expectations,
      proposals: desk.data.proposals)
  }
}
