/// The words, numbers and signs of a sentence, in small letters.
struct ProseTokens {
  /// A sentence of 600 bytes has no more words than this.
  private(set) var tokens: [String] = []

  init(_ sentence: String) {
    var current = ""
    var isNumber = false
    let scalars = Array(sentence.lowercased().unicodeScalars)
    func flush() {
      if !current.isEmpty { tokens.append(current) }
      current = ""
    }
    for (index, scalar) in scalars.enumerated() {
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit || scalar.properties.isAlphabetic {
        if !current.isEmpty, isNumber != isDigit { flush() }
        isNumber = isDigit
        current.unicodeScalars.append(scalar)
        continue
      }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if isNumber, !current.isEmpty, scalar == "." || scalar == ",", ("0"..."9").contains(next) {
        current.unicodeScalars.append(scalar)
        continue
      }
      flush()
      if scalar == "%" || scalar == "€" || scalar == "-" || scalar == "–" {
        tokens.append(String(scalar))
      }
    }
    flush()
  }

  var count: Int { tokens.count }

  subscript(index: Int) -> String { tokens.indices.contains(index) ? tokens[index] : "" }

  func contains(_ words: Set<String>) -> Bool { tokens.contains(where: words.contains) }

  /// Whether one of some words stands among the few before a place.
  func has(_ words: Set<String>, within reach: Int, before index: Int) -> Bool {
    tokens[max(0, index - reach)..<min(index, tokens.count)].contains(where: words.contains)
  }

  /// A small number in digits or letters.
  func number(at index: Int) -> Int? {
    let token = self[index]
    if let number = ProseTokens.numbers[token] { return number }
    return token.utf8.count <= 3 ? Int(token) : nil
  }

  private static let numbers: [String: Int] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "eighteen": 18, "twenty": 20, "vingt": 20,
    "thirty": 30,
  ]

  /// An amount of euro.
  struct Amount {
    /// In cents where a scale or a sign says how much the number is, else as it stands.
    var cents: Int64
    var hasSign: Bool
    var hasScale: Bool
    /// The number before it is scaled, in hundredths.
    var hundredths: Int64
    var end: Int
  }

  /// The amount that begins at a place: `EUR 2 000 000`, `€1.5 million`, `500.000 euros`, `2 millions d'euros`.
  func amount(at index: Int) -> Amount? {
    var place = index
    var hasSign = ProseTokens.signs.contains(self[place])
    if hasSign { place += 1 }
    guard var text = ProseTokens.plain(self[place]) else { return nil }
    place += 1
    while !text.contains("."), text.utf8.count <= 12, self[place].utf8.count == 3,
      Int(self[place]) != nil
    {
      text += self[place]
      place += 1
    }
    guard let hundredths = ProseTokens.hundredths(text) else { return nil }
    var scale: Int64 = 1
    if ["million", "millions", "m", "mio"].contains(self[place]) { scale = 1_000_000 }
    if scale > 1 { place += 1 }
    if self[place] == "d" || self[place] == "de" {
      place += ProseTokens.signs.contains(self[place + 1]) ? 1 : 0
    }
    if ProseTokens.signs.contains(self[place]) {
      hasSign = true
      place += 1
    }
    // Digits that go on belong to a number that is written wrongly.
    guard self[place].utf8.first.map({ !(0x30...0x39).contains($0) }) ?? true else { return nil }
    let (cents, overflow) = hundredths.multipliedReportingOverflow(by: scale)
    guard !overflow, cents > 0, cents < 1_000_000_000_000 else { return nil }
    return Amount(
      cents: cents, hasSign: hasSign, hasScale: scale > 1, hundredths: hundredths, end: place)
  }

  private static let signs: Set<String> = ["eur", "euro", "euros", "€"]

  /// A number whose separators group thousands, or with decimals, as `1234.5`.
  private static func plain(_ token: String) -> String? {
    guard let first = token.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let parts = token.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count > 1 else { return token.utf8.count <= 12 ? token : nil }
    if parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }), parts[0].utf8.count <= 3 {
      return parts.joined()
    }
    return parts.count == 2 && parts[1].utf8.count <= 2 ? parts.joined(separator: ".") : nil
  }

  private static func hundredths(_ text: String) -> Int64? {
    let parts = text.split(separator: ".")
    guard let whole = parts.first.flatMap({ Int64($0) }), whole < 1_000_000_000_000 else {
      return nil
    }
    let decimals = parts.count > 1 ? String((parts[1] + "0").prefix(2)) : "0"
    return Int64(decimals).map { whole * 100 + $0 }
  }
}
