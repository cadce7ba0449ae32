import ParapetModel

/// An amount as a person wrote it: grouped or not, beside a currency or not, in full or in thousands and millions.
struct AmountText: Hashable {
  /// The amount.
  var money: Money
  /// Whether it is written as the contract writes amounts, so that there is nothing to remark.
  var isPlain: Bool

  /// The amount of a text, zero or more.
  static func read(_ text: String, currency: Currency) throws(AmountFault) -> AmountText {
    if let money = Money(decimal: text, currency: currency), money.minorUnits >= 0 {
      // Three digits behind the only mark have two readings even where a third decimal would be refused anyway.
      return AmountText(money: money, isPlain: true)
    }
    let parts = Parts(text)
    guard let parts else { throw .notANumber(likely: nil) }
    if parts.isNegative { throw .negative }
    if parts.isPercent { throw .percent(parts.number) }
    if parts.isMixed { throw .twoCurrencies }
    if !parts.currencies.isEmpty, !parts.currencies.contains(currency.code) {
      throw .otherCurrency(parts.currencies[0], currency)
    }
    guard let powers = parts.powers else {
      throw .notANumber(likely: parts.isAbout ? likely(WrittenNumber.read(parts.number), currency) : nil)
    }
    if parts.isAbout { throw .notANumber(likely: likely(WrittenNumber.read(parts.number), currency)) }
    if parts.isOpen { throw .openMark(likely(WrittenNumber.read(parts.number), currency)) }
    return AmountText(money: try money(parts.number, powers: powers, currency: currency), isPlain: false)
  }

  /// The amount of a number that a workbook holds, rounded half up to the cent; nothing below zero or above the limit.
  static func read(number text: String, currency: Currency) throws(AmountFault) -> AmountText {
    guard !text.hasPrefix("-") || text.allSatisfy({ "-0.".contains($0) }) else { throw .negative }
    let halves = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    let number = WrittenNumber(
      whole: String(halves.first ?? ""), decimals: halves.count == 2 ? String(halves[1]) : "")
    return AmountText(money: try money(number, currency), isPlain: number.precision <= 2)
  }

  private static func money(
    _ text: String, powers: [Int], currency: Currency
  ) throws(AmountFault) -> Money {
    let readings: [WrittenNumber]
    switch WrittenNumber.read(text) {
    case .one(let number): readings = [number]
    case .two(let grouped, let parted): readings = [grouped, parted]
    case .none(let number):
      let isExponent = text.contains { $0 == "E" || $0 == "e" }
      throw isExponent
        ? .exponent(number.flatMap { plain($0, currency) })
        : .notANumber(likely: number.flatMap { plain($0, currency) })
    }
    let meant = readings.flatMap { reading in powers.map { reading.shifted(by: $0) } }
    if meant.count > 1, let first = meant.first, let second = meant.dropFirst().first {
      guard let one = plain(first, currency), let other = plain(second, currency) else { throw .tooLarge }
      throw .ambiguous(one, other)
    }
    guard let number = meant.first else { throw .notANumber(likely: nil) }
    guard number.precision <= 2 else { throw .tooManyDecimals(plain(number, currency)) }
    return try money(number, currency)
  }

  private static func money(_ number: WrittenNumber, _ currency: Currency) throws(AmountFault) -> Money {
    guard let hundredths = number.scaled(decimals: 2, atMost: Money.limit) else { throw .tooLarge }
    return Money(minorUnits: hundredths, currency: currency)
  }

  /// A number as one would write it, to the cent.
  private static func plain(_ number: WrittenNumber, _ currency: Currency) -> String? {
    number.scaled(decimals: 2, atMost: Money.limit).map {
      AmountText.plain(Money(minorUnits: $0, currency: currency))
    }
  }

  private static func likely(_ outcome: WrittenNumber.Outcome, _ currency: Currency) -> String? {
    guard case .one(let number) = outcome else { return nil }
    return plain(number, currency)
  }

  /// An amount as one would write it: without cents where it has none.
  static func plain(_ money: Money) -> String {
    money.decimal.hasSuffix(".00") ? String(money.decimal.dropLast(3)) : money.decimal
  }
}

extension AmountText {
  /// What stands around the digits of an amount.
  private struct Parts {
    var number: String
    var currencies: [String] = []
    /// The powers of ten that are meant, or nothing where a word is none of them.
    var powers: [Int]?
    var isNegative = false
    var isPercent = false
    /// Whether a word says that the figure is rough.
    var isAbout = false
    /// Whether it names two currencies.
    var isMixed = false
    /// Whether it ends with a decimal mark and no decimals.
    var isOpen = false

    private static let about: Set = [
      "env", "env.", "environ", "ca", "ca.", "circa", "approx", "approx.", "about", "rund", "etwa",
      "ongeveer", "ok.",
      "około", "aprox.", "unos", "~", "≈", "±",
    ]

    init?(_ text: String) {
      func isDigit(_ character: Character) -> Bool { character.isFigure }
      guard let first = text.firstIndex(where: isDigit), let last = text.lastIndex(where: isDigit) else {
        return nil
      }
      number = String(text[first...last])
      var before = String(text[..<first]).trimmed
      var after = String(text[text.index(after: last)...]).trimmed
      if before.hasPrefix("("), after.hasSuffix(")") { isNegative = true }
      for sign in ["-", "−", "–"] where before.hasSuffix(sign) || before.hasPrefix(sign) { isNegative = true }
      if isNegative { return }
      if before == "+" { before = "" }
      for dashes in [",--", ".--", ",-", ".-", ",–", ".–", ",—", ".—"] where after.hasPrefix(dashes) {
        after = String(after.dropFirst(dashes.count)).trimmed
        break
      }
      if after.hasPrefix("%") { isPercent = true }
      if after == "." || after == "," {
        isOpen = true
        after = ""
      }
      if Parts.about.contains(before.lowercased()) {
        isAbout = true
        before = ""
      }
      if !before.isEmpty {
        guard let codes = CurrencyMark.whole(before) else { return }
        currencies = codes
      }
      if let (rest, codes) = CurrencyMark.atEnd(of: after) {
        currencies = currencies.isEmpty ? codes : currencies.filter(codes.contains)
        isMixed = currencies.isEmpty
        if isMixed { return }
        after = rest
      }
      // Between two figures another currency may stand: `5000 EUR 3000 USD`.
      let between = number.filter { $0.isLetter || $0.isCurrencySymbol }
      if !currencies.isEmpty, let codes = CurrencyMark.whole(between) {
        isMixed = !currencies.contains(where: codes.contains)
      }
      powers = Magnitude.powers(of: after, besideCurrency: !currencies.isEmpty)
    }
  }
}
