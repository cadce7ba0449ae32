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
    var found: [Found] = []
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    var before: [Substring] = []
    /// Whether the words at hand still follow the last amount within its sentence.
    var follows = false
    while let word = words.popFirst(), found.count < limit {
      if let (amount, used) = amount(word, followedBy: words.prefix(4)) {
        found.append(Found(amount: amount, before: before.joined(separator: " "), after: ""))
        let last = words.prefix(used).last ?? word
        words = words.dropFirst(used)
        before = []
        follows = !endsSentence(last)
      } else {
        if follows, let index = found.indices.last, found[index].after.utf8.count < 120 {
          found[index].after += (found[index].after.isEmpty ? "" : " ") + word
        }
        // What a sentence before this one says is not about the amount.
        if endsSentence(word) {
          (before, follows) = ([], false)
        } else {
          before.append(word)
        }
        if before.count > sentence { before.removeFirst() }
      }
    }
    return found
  }

  private static func endsSentence(_ word: Substring) -> Bool { word.last == "." || word.last == ";" }

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
    guard word.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
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
