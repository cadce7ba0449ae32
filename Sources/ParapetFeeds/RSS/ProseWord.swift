import ParapetModel

/// One word of a line of prose, as it is looked at for dates.
struct ProseWord: Hashable {
  /// In small letters, without the marks around it.
  let text: String
  /// Whether a comma or semicolon stands behind it.
  let endsPart: Bool
  /// Whether a bracket opens before it.
  let opensBracket: Bool
  /// Whether a bracket closes behind it.
  let closesBracket: Bool

  /// The words of a line, of which no more than any line needs are looked at.
  static func words(of line: some StringProtocol) -> [ProseWord] {
    line.split(whereSeparator: \.isWhitespace).prefix(limit).map { ProseWord(String($0)) }
  }

  private init(_ word: String) {
    text = word.lowercased().trimming(Self.marks)
    endsPart = word.last.map { ",;".contains($0) } ?? false
    opensBracket = word.first == "(" || word.first == "["
    closesBracket = word.contains { ")]".contains($0) }
  }

  /// The day of a month that it counts: `3`, `03`, `3rd`.
  var dayOfMonth: Int? {
    var digits = text[...]
    for suffix in ["st", "nd", "rd", "th"] where digits.hasSuffix(suffix) { digits = digits.dropLast(2) }
    return Self.number(digits, of: 1...2).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// The month that it names, whole or cut to three letters or more.
  var month: Int? {
    guard text.utf8.count >= 3, text.allSatisfy(\.isLetter) else { return nil }
    return (FeedDate.months.firstIndex { $0.hasPrefix(text) } ?? (text == "sept" ? 8 : nil)).map { $0 + 1 }
  }

  /// The year that it writes in four digits.
  var year: Int? { Self.number(text[...], of: 4...4) }

  /// A number in so many digits.
  static func number(_ digits: Substring, of length: ClosedRange<Int>) -> Int? {
    guard length.contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  private static let limit = 400
  private static let marks: Set<Character> = [
    ",", ".", ";", ":", "(", ")", "[", "]", "«", "»", "\"", "“", "”", "'", "*", "•",
  ]
}

extension String {
  /// The text without these marks around it.
  func trimming(_ marks: Set<Character>) -> String {
    let start = drop(while: marks.contains)
    guard let last = start.lastIndex(where: { !marks.contains($0) }) else { return "" }
    return String(start[...last])
  }
}
