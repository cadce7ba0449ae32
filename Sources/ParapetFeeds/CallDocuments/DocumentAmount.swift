import ParapetModel

/// Amounts in the sentences of documents: `EUR 4.00 million`, `EUR 10 000 000`, `€ 5,500,000.00`,
/// `between EUR 3.00 and 4.00 million`, `4.5 million euro`, `€4.5m`.
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
      // `4.50 million EUR`: the currency stands behind.
      isOpen = isOpen || isMarked(behind: index, in: tokens)
      guard isOpen, token.first?.isNumber ?? false else {
        // `EUR 3.00 and 4.00 million`: the second figure stands without a currency.
        if !joints.contains(token.lowercased()) { isOpen = false }
        index += 1
        continue
      }
      var digits = token
      index += 1
      var isGrouped = false
      while index < tokens.count, let group = group(tokens[index], isGrouped: isGrouped),
        digits.last?.isNumber ?? false, !digits.contains(".") && !digits.contains(",")
      {
        digits += group
        isGrouped = true
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

  /// Three figures of a grouped number; behind the first group also with the number of a footnote stuck to them, as in
  /// `EUR 4 500 00032`.
  private static func group(_ token: String, isGrouped: Bool) -> String? {
    guard token.allSatisfy({ $0.isNumber && $0.isASCII }) else { return nil }
    if token.count == 3 { return token }
    return isGrouped && (4...6).contains(token.count) ? String(token.prefix(3)) : nil
  }

  /// Whether a figure has its currency behind it, with or without a unit in between, and none before it.
  private static func isMarked(behind index: Int, in tokens: [String]) -> Bool {
    guard tokens[index].first?.isNumber ?? false else { return false }
    var next = index + 1
    while next < tokens.count, tokens[next].count == 3, tokens[next].allSatisfy(\.isNumber) { next += 1 }
    if next < tokens.count, units[tokens[next].lowercased()] != nil { next += 1 }
    guard next < tokens.count, marks.contains(tokens[next]) else { return false }
    // `in 2026 EUR 4 million`: the currency is that of the figure behind it.
    return next + 1 == tokens.count || !(tokens[next + 1].first?.isNumber ?? false)
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
      tokens += parts(of: String(word))
    }
    return tokens
  }

  /// `4.5m` and `4million` in two; a unit without the number of a footnote that stuck to it: `million32`.
  private static func parts(of word: String) -> [String] {
    let figures = word.prefix { $0.isNumber || $0 == "." || $0 == "," }
    let rest = word.dropFirst(figures.count)
    let unit = rest.prefix { $0.isLetter }
    let mark = rest.dropFirst(unit.count)
    guard units[unit.lowercased()] != nil, mark.count <= 3, mark.allSatisfy(\.isNumber) else {
      return word.isEmpty ? [] : [word]
    }
    return figures.isEmpty ? [String(unit)] : [String(figures), String(unit)]
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
