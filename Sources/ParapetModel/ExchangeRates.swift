/// What one euro was worth in other currencies on a day, as one publisher stated it.
public struct ExchangeRates: Hashable, Sendable {
  /// Who publishes rates that a grant can be counted by.
  public enum Publisher: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The Council of the Union, which fixes the rate of a currency for ever when it becomes the euro.
    case council
    /// The European Central Bank: reference rates of each working day.
    case centralBank = "ecb"
    /// The Commission's accounting rates, InforEuro: one for each month, valid from its first day.
    case inforEuro = "inforeuro"

    /// The order in which they are preferred for the same day.
    public static func < (left: Publisher, right: Publisher) -> Bool { left.rawValue < right.rawValue }
  }

  /// Who published them.
  public var publisher: Publisher
  /// The day that they are of; of a month the first.
  public var day: Day
  /// What one euro is worth, by currency.
  public var rates: [Currency: ExchangeRate]

  /// The rates of a day.
  public init(publisher: Publisher, day: Day, rates: [Currency: ExchangeRate]) {
    self.publisher = publisher
    self.day = day
    self.rates = rates
  }
}

/// How much of a currency one euro is worth, exactly as it was published.
public struct ExchangeRate: Hashable, Sendable, CustomStringConvertible {
  /// The figure without its decimal point: 74 604 for 7.4604.
  public let units: Int64
  /// How many of its digits stand behind the point.
  public let decimals: Int

  /// The most digits behind the point; no publisher gives more, zeros aside.
  public static let mostDecimals = 6
  /// What one euro is worth at most, and a ten-thousandth of it at least, so that no product leaves 128 bits.
  static let largest: Int64 = 10_000_000

  /// The rate written in plain decimals, such as `7.4604`, or nothing for any other text.
  ///
  /// Refused are zero, signs, exponents, grouping, and what lies outside a ten-thousandth to ten million.
  public init?(_ text: some StringProtocol) {
    let parts = String(text).split(
      separator: "." as Character, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.map({ String($0) }), !whole.isEmpty, whole.utf8.count <= 8 else {
      return nil
    }
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    while fraction.utf8.count > ExchangeRate.mostDecimals, fraction.last == "0" { fraction.removeLast() }
    let digits = whole + fraction
    guard fraction.utf8.count <= ExchangeRate.mostDecimals,
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let units = Int64(digits)
    else { return nil }
    let one = ExchangeRate.power(fraction.utf8.count)
    guard units > 0, units <= ExchangeRate.largest * one, units >= max(1, one / 10_000) else { return nil }
    self.units = units
    decimals = fraction.utf8.count
  }

  /// One euro in euro.
  static let one = ExchangeRate(units: 1, decimals: 0)

  private init(units: Int64, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  /// The figure as it was published, such as `7.4604`.
  public var description: String {
    guard decimals > 0 else { return String(units) }
    let digits = units.digits(atLeast: decimals + 1)
    return digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }

  /// Ten to the power of the decimals.
  var scale: Int64 { ExchangeRate.power(decimals) }

  private static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

extension Diagnostic {
  /// A rate that is none, whoever states it; it costs itself alone.
  package static func noRate(_ code: String, _ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, id: "unreadable-rate", at: place,
      Message(
        en: "'\(text.prefix(80))' of '\(code.prefix(80))' is no rate of a currency and is left out",
        fr:
          "« \(text.prefix(80)) » pour « \(code.prefix(80)) » n’est pas le taux d’une monnaie et n’est pas repris"
      ),
      suggestion: Message(
        en:
          "a rate has three capital letters and a plain number with at most \(ExchangeRate.mostDecimals) decimals",
        fr: "un taux a trois capitales et un nombre simple de \(ExchangeRate.mostDecimals) décimales au plus")
    )
  }
}
