import ParapetModel

/// Amounts of euro in Spanish prose: `8.000 euros`, `1.200.000,50 €`, `2,5 millones de euros`.
///
/// In Spanish points group thousands and a comma is the decimal mark, so that here `8.000` can only be eight
/// thousand; elsewhere such an amount is refused.
enum SpanishAmount {
  /// An amount with the words around it.
  struct Found: Hashable {
    var amount: Money
    /// The words of its sentence before it, since the amount before.
    var before: String
    /// The next words of its sentence, up to the next amount.
    var after: String
  }

  /// The amounts of a text in order, each with the words around it in its sentence.
  static func all(in text: String) -> [Found] {
    // Most paragraphs have no figure at all.
    guard text.utf8.contains(where: isDigit) else { return [] }
    let words = text.words
    var found: [Found] = []
    /// Where the words at hand begin: behind the last amount, or with their sentence.
    var start = 0
    /// Whether they still follow the last amount within its sentence.
    var follows = false
    var index = 0
    while index < words.count, found.count < limit {
      if let (amount, used) = amount(words[index], followedBy: words[(index + 1)...].prefix(4)) {
        let before = words[start..<index].suffix(sentence).joined(separator: " ")
        found.append(Found(amount: amount, before: before, after: ""))
        index += used
        follows = !endsSentence(words[index])
        start = index + 1
      } else {
        if follows, let last = found.indices.last, found[last].after.utf8.count < 120 {
          found[last].after += (found[last].after.isEmpty ? "" : " ") + words[index]
        }
        // What a sentence before this one says is not about the amount.
        if endsSentence(words[index]) { (start, follows) = (index + 1, false) }
      }
      index += 1
    }
    return found
  }

  private static func endsSentence(_ word: Substring) -> Bool {
    word.utf8.last == UInt8(ascii: ".") || word.utf8.last == UInt8(ascii: ";")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// More amounts than any text names, and the words of a sentence that are looked at.
  private static let limit = 200
  private static let sentence = 40
}

extension SpanishAmount {
  /// The amount that a word and those behind it write, and how many of those it takes.
  private static func amount(
    _ word: Substring, followedBy next: ArraySlice<Substring>
  ) -> (Money, Int)? {
    // Of the words of an extract one in thirty has a figure.
    guard word.utf8.contains(where: isDigit) else { return nil }
    // `60.000€.` and `100.000,00.- €`: marks of the sentence and of the merchant are none of the number.
    let bare = word.dropLast(word.reversed().prefix { ".,;)".contains($0) }.count)
    let isGlued = bare.last == "€"
    guard let number = plain(isGlued ? bare.dropLast() : word) else { return nil }
    if isGlued { return amount(number, times: 1).map { ($0, 0) } }
    // A merchant's stroke may stand alone.
    let stroke = next.first.map { [".-", "-", "—", "–"].contains($0) } == true ? 1 : 0
    let following = next.dropFirst(stroke).map {
      String($0.drop { $0 == "(" }.prefix { $0.isLetter || $0 == "€" }).lowercased()
    }
    if let unit = following.first, isEuro(unit) { return amount(number, times: 1).map { ($0, 1 + stroke) } }
    guard following.count >= 2, following[0].hasPrefix("millon") || following[0] == "millón" else {
      return nil
    }
    if isEuro(following[1]) { return amount(number, times: 1_000_000).map { ($0, 2 + stroke) } }
    guard following.count >= 3, following[1] == "de", isEuro(following[2]) else { return nil }
    return amount(number, times: 1_000_000).map { ($0, 3 + stroke) }
  }

  private static func isEuro(_ word: String) -> Bool { ["euro", "euros", "eur", "€"].contains(word) }

  private static func amount(_ number: String, times factor: Int64) -> Money? {
    guard let money = Money(decimal: number) else { return nil }
    let (units, overflow) = money.minorUnits.multipliedReportingOverflow(by: factor)
    return overflow || units <= 0 || units > Money.limit ? nil : Money(minorUnits: units)
  }

  /// `1.200.000,50` as `1200000,50`, or nothing where the points do not group thousands.
  private static func plain(_ word: Substring) -> String? {
    var text = word.drop { $0 == "(" }
    if text.hasSuffix(".-") { text = text.dropLast(2) }
    if text.hasSuffix("-") { text = text.dropLast() }
    // In handwriting and old type the decimal mark is an apostrophe: `300.000'00`.
    let parts = text.split(omittingEmptySubsequences: false) { ",'’´".contains($0) }
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return nil
    }
    guard groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    else {
      return nil
    }
    return parts.count == 2 ? groups.joined() + "," + parts[1] : groups.joined()
  }
}

extension String {
  /// The words between white space. Scalars are walked, which finds the same ones several times faster than
  /// characters.
  var words: [Substring] {
    unicodeScalars.split { scalar in
      scalar.value < 0x80
        ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
    }.map { Substring($0) }
  }
}
