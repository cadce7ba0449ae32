import ParapetModel

/// Reads amounts and counts, where the portal writes 0 for "not stated".
enum SEDIAAmount {
  /// What a text says of an amount.
  enum Reading: Hashable {
    case amount(Money)
    case notStated
    case unreadable
  }

  /// The amount of `5000000`, `7999999.9`, `400000 EUR` or `EUR 10 000 000`.
  ///
  /// Spaces group digits in every language; a point or a comma before three digits is thousands to one reader
  /// and thousandths to the next, and is refused.
  static func read(_ text: String?) -> Reading {
    guard let text, text.lowercased() != "none" else { return .notStated }
    var digits = text.filter { !$0.isWhitespace }
    var currency = Currency.euro
    if let code = Currency(digits.prefix(3)) {
      currency = code
      digits = String(digits.dropFirst(3))
    } else if let code = Currency(digits.suffix(3)) {
      currency = code
      digits = String(digits.dropLast(3))
    }
    guard let money = Money(decimal: digits, currency: currency), money.minorUnits >= 0 else {
      return .unreadable
    }
    return money.minorUnits == 0 ? .notStated : .amount(money)
  }

  /// A count above 0, or nothing.
  static func count(_ text: String?) -> Int? {
    guard let count = text.flatMap({ Int($0) }), (1...1_000_000).contains(count) else { return nil }
    return count
  }
}
