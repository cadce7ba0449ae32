import ParapetModel

/// What keeps a text from being an amount, each with advice of its own.
enum AmountFault: Error, Hashable {
  /// Thousands are grouped: `1.234,50`, `1 234`; with the amount that was most likely meant.
  case grouped(String)
  /// Three digits after the only mark: `1.234` is 1234 to one reader and 1.234 to the next.
  case ambiguous(whole: String, rounded: String)
  /// More than two decimals.
  case tooManyDecimals
  /// A sign or code of currency.
  case currencySign
  /// Below zero.
  case negative
  /// Above the limit of any amount.
  case tooLarge
  /// Anything else.
  case notANumber

  /// The amount of a text, zero or more.
  static func amount(of text: String, currency: Currency) throws(AmountFault) -> Money {
    if let money = Money(decimal: text, currency: currency) {
      guard money.minorUnits >= 0 else { throw .negative }
      return money
    }
    throw fault(of: text)
  }

  private static func fault(of text: String) -> AmountFault {
    let scalars = text.unicodeScalars
    if scalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) { return .currencySign }
    let bare = text.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
    let digits = bare.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard bare.utf8.allSatisfy({ isDigitOrMark($0) }), digits > 0, bare.first?.isNumber == true else {
      let letters = text.suffix(3)
      return Currency(letters) != nil && text.count > 3 ? .currencySign : .notANumber
    }
    let parts = bare.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let decimals = parts.last?.count ?? 0
    if parts.count == 1 || (parts.count == 2 && decimals <= 2) {
      return bare == text ? .tooLarge : .grouped(bare)
    }
    if parts.count == 2 {
      guard decimals == 3, bare == text else { return .tooManyDecimals }
      return .ambiguous(whole: parts.joined(), rounded: "\(parts[0]).\(parts[1].prefix(2))")
    }
    guard parts.dropFirst().dropLast().allSatisfy({ $0.count == 3 }) else { return .notANumber }
    return decimals == 3
      ? .grouped(parts.joined()) : .grouped(parts.dropLast().joined() + "." + (parts.last ?? ""))
  }

  private static func isDigitOrMark(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ",")
  }

  /// The finding about a text that is no amount.
  func diagnostic(_ text: String, in source: TextFile, line: Int, column: Int) -> Diagnostic {
    let shown = "'\(text.prefix(80))'"
    let (message, suggestion): (String, String)
    switch self {
    case .grouped(let meant):
      (message, suggestion) = (
        "\(shown) groups its thousands, which is read differently in each country",
        "write \(meant)"
      )
    case .ambiguous(let whole, let rounded):
      (message, suggestion) = (
        "\(shown) is \(whole) to one reader and about \(rounded) to the next",
        "write \(whole) or \(rounded)"
      )
    case .tooManyDecimals:
      (message, suggestion) = ("\(shown) has more than two decimals", "round it to the cent")
    case .currencySign:
      (message, suggestion) = (
        "\(shown) carries a currency", "write the number alone; city.yaml states the currency"
      )
    case .negative:
      return source.diagnostic(
        .error, id: "negative-amount", line: line, column: column, "\(shown) is below zero",
        suggestion: "costs are zero or more; income is not read here")
    case .tooLarge:
      (message, suggestion) = (
        "\(shown) is above any amount we read",
        "amounts go up to \(Money(minorUnits: Money.limit).decimal)"
      )
    case .notANumber:
      (message, suggestion) = (
        "\(shown) is not an amount",
        "write digits with at most two decimals, such as 1234.50; leave the cell empty where it is unknown"
      )
    }
    return source.diagnostic(
      .error, id: "bad-amount", line: line, column: column, message, suggestion: suggestion)
  }
}
