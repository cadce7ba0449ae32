import ParapetModel

/// The signs, codes and words by which people name a currency beside an amount.
enum CurrencyMark {
  /// Each mark in small letters with the currencies that it can stand for.
  private static let marks: [(mark: String, codes: [String])] =
    [
      ("€", ["EUR"]), ("euros", ["EUR"]), ("euro", ["EUR"]), ("£", ["GBP"]), ("$", ["USD"]), ("zł", ["PLN"]),
      ("zl", ["PLN"]), ("kč", ["CZK"]), ("kr.", ["DKK", "NOK", "SEK", "ISK"]),
      ("kr", ["DKK", "NOK", "SEK", "ISK"]),
      ("ft", ["HUF"]), ("lei", ["RON", "MDL"]), ("лв.", ["BGN"]), ("лв", ["BGN"]), ("sfr.", ["CHF"]),
      ("fr.", ["CHF"]), ("₴", ["UAH"]), ("грн", ["UAH"]),
    ]
    + [
      "EUR", "ALL", "BAM", "BGN", "CHF", "CZK", "DKK", "GBP", "GEL", "HUF", "ILS", "ISK", "MDL", "MKD", "NOK",
      "PLN",
      "RON", "RSD", "SEK", "TRY", "UAH", "USD",
    ].map { ($0.lowercased(), [$0]) }

  /// The rest of a text in front of a mark, and what the mark can stand for; nothing where it ends with none.
  static func atEnd(of text: String) -> (rest: String, codes: [String])? {
    let small = text.lowercased()
    let found = marks.filter { small.hasSuffix($0.mark) }.max { $0.mark.count < $1.mark.count }
    guard let found, small.count == text.count else { return nil }
    return (String(text.dropLast(found.mark.count)).trimmed, found.codes)
  }

  /// What a text stands for that is a mark and nothing else.
  static func whole(_ text: String) -> [String]? {
    guard let (rest, codes) = atEnd(of: text), rest.isEmpty else { return nil }
    return codes
  }
}

/// The words and letters by which people write thousands and millions.
enum Magnitude {
  /// The powers of ten that a word can stand for: one, or two where languages differ, or nothing where it is none.
  ///
  /// A small `m` is a thousand to some and a million to others, and so is `mil`; `T` is a thousand beside a currency.
  static func powers(of word: String, besideCurrency: Bool) -> [Int]? {
    switch word {
    case "": return [0]
    case "M": return [6]
    case "m": return [3, 6]
    case "T": return besideCurrency ? [3] : nil
    default: break
    }
    var small = word.lowercased()
    for ending in [" d'", " d’", " de", " di"] where small.hasSuffix(ending) {
      small.removeLast(ending.count)
    }
    small = small.filter { $0 != "." }.trimmed
    if thousands.contains(small) { return [3] }
    if millions.contains(small) { return [6] }
    if milliards.contains(small) { return [9] }
    return small == "mil" ? [3, 6] : nil
  }

  private static let thousands: Set = [
    "k", "tsd", "tausend", "thousand", "mille", "tys", "tysiąc", "tysiące", "tysięcy", "duizend", "mila",
    "miles",
  ]
  private static let millions: Set = [
    "mm", "mio", "mill", "mln", "mn", "million", "millions", "millionen", "miljoen", "milione", "milioni",
    "millón",
    "millones", "milion", "miliony", "milionów",
  ]
  private static let milliards: Set = [
    "md", "mds", "mrd", "mld", "bn", "milliard", "milliards", "milliarde", "milliarden", "miljard",
    "miliardo",
    "miliardi", "miliard", "miliardy", "miliardów",
  ]
}
