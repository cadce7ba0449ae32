/// What a kind of thing has cost elsewhere: published figures, to be held against a city's own.
public struct Benchmark: Hashable, Sendable {
  /// What its figures are the price of.
  public enum Basis: Hashable, Sendable {
    /// One piece, named in a cost line by one of these words.
    case unit([String])
    /// A whole project of the measure.
    case project
  }

  /// One published figure, or a range where the source gives one.
  public struct Figure: Hashable, Sendable {
    /// The lower end.
    public var low: Money
    /// The upper end; the same where there is one figure.
    public var high: Money
    /// The year of the price.
    public var year: Int
    /// Where.
    public var place: String
    /// Who says so.
    public var citation: Citation

    /// A figure from its parts.
    public init(low: Money, high: Money, year: Int, place: String, citation: Citation) {
      self.low = low
      self.high = high
      self.year = year
      self.place = place
      self.citation = citation
    }
  }

  /// A name that is unique in the file.
  public var id: String
  /// The measure it belongs to.
  public var measure: String
  /// What its figures are the price of.
  public var basis: Basis
  /// The figures, all of one currency; never empty.
  public var figures: [Figure]

  /// A benchmark, or nothing without a figure or with figures of several currencies.
  public init?(id: String, measure: String, basis: Basis, figures: [Figure]) {
    let amounts = figures.flatMap { [$0.low, $0.high] }
    guard let currency = amounts.first?.currency, amounts.allSatisfy({ $0.currency == currency }) else {
      return nil
    }
    self.id = id
    self.measure = measure
    self.basis = basis
    self.figures = figures
  }
}
