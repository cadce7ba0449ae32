import ParapetModel

/// Amounts in the sentences of documents: `EUR 4.00 million`, `EUR 10 000 000`, `€ 5,500,000.00`,
/// `between EUR 3.00 and 4.00 million`.
enum DocumentAmount {
  /// The amounts of a sentence in their order; a unit at the end of a range is that of both.
  static func amounts(in text: String) -> [Money] {
    let tokens = tokens(text)
    var found: [(digits: String, unit: Int64?)] = []
    var index = 0
    var isOpen = false
    while index < tokens.count {
      let token = tokens[index]
      if marks.contains(token) {
        isOpen = true
        index += 1
        continue
      }
      guard isOpen, token.first?.isNumber ?? false else {
        // `EUR 3.00 and 4.00 million`: the second figure stands without a currency.
        if !joints.contains(token.lowercased()) { isOpen = false }
        index += 1
        continue
      }
      var digits = token
      index += 1
      while index < tokens.count, tokens[index].count == 3, tokens[index].allSatisfy(\.isNumber),
        digits.last?.isNumber ?? false, !digits.contains(".") && !digits.contains(",")
      {
        digits += tokens[index]
        index += 1
      }
      var unit: Int64?
      if index < tokens.count, let known = units[tokens[index].lowercased()] {
        unit = known
        index += 1
      }
      found.append((digits, unit))
    }
    return found.indices.compactMap { place in
      let unit =
        found[place].unit
        ?? (place + 1 < found.count && !isLarge(found[place].digits) ? found[place + 1].unit : nil)
      return money(found[place].digits, unit ?? 1)
    }
  }

  private static func isLarge(_ digits: String) -> Bool { digits.count(where: \.isNumber) > 5 }

  private static let marks: Set<String> = ["EUR", "€", "euro", "Euro", "euros"]
  private static let joints: Set<String> = ["and", "to", "-", "–", "maximum"]
  private static let units: [String: Int64] = [
    "million": 1_000_000, "millions": 1_000_000, "m": 1_000_000, "billion": 1_000_000_000,
  ]

  /// Words, with a currency cut off from its figure and the mark of a sentence from its end.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    let plain = text.replacing("EUR", with: " EUR ").replacing("€", with: " € ")
    for word in plain.split(whereSeparator: \.isWhitespace) {
      var word = word
      while let last = word.last, ".,;:)".contains(last) { word.removeLast() }
      while let first = word.first, first == "(" { word.removeFirst() }
      if !word.isEmpty { tokens.append(String(word)) }
    }
    return tokens
  }

  /// A figure in the spelling of English documents, or with dots as grouping.
  private static func money(_ digits: String, _ unit: Int64) -> Money? {
    var plain = digits
    let dots = plain.count { $0 == "." }
    if plain.contains(",") {
      // `5,500,000.00`; a single comma with two figures behind it is a decimal mark.
      let parts = plain.split(separator: ",")
      if parts.count == 2, parts[1].count <= 2 {
        plain = plain.replacing(",", with: ".")
      } else {
        plain = plain.replacing(",", with: "")
      }
    } else if dots > 1 || (dots == 1 && unit == 1 && plain.split(separator: ".").last?.count == 3) {
      plain = plain.replacing(".", with: "")
    }
    guard plain.allSatisfy({ $0.isNumber && $0.isASCII || $0 == "." }), plain.utf8.count <= 15 else {
      return nil
    }
    let parts = plain.split(separator: ".")
    guard let whole = parts.first.flatMap({ Int64($0) }), parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.count <= 6 else { return nil }
    let padded = fraction.padding(to: 6)
    guard let millionths = Int64(padded) else { return nil }
    let (units, isTooLarge) = whole.multipliedReportingOverflow(by: unit * 100)
    guard !isTooLarge else { return nil }
    let cents = units + millionths * unit / 10_000
    return cents > 0 && cents < 1_000_000_000_000_00 ? Money(minorUnits: cents) : nil
  }
}

extension String {
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, length - count))
  }
}
