import ParapetModel

extension SpanishAmount {
  /// What an amount of an extract is.
  enum Role: Hashable {
    /// All that there is.
    case total
    /// The most and the least that one applicant gets.
    case largest, smallest
    /// What one applicant gets, such as a prize.
    case award
    /// Something else: a year's part of the whole, or a bound on the applicant's own budget.
    case other
  }

  /// The amounts of a paragraph, each with what the words beside it say that it is.
  ///
  /// An amount without a word of its own is what the one before it in the paragraph is: "la dotación es de 2.000 euros
  /// y 3.000 euros".
  static func roles(in paragraph: String) -> [(role: Role, amount: Money)] {
    var last: Role?
    return all(in: paragraph).map { found in
      let role = role(of: found) ?? last ?? .award
      // A year's part says nothing about the amount behind it.
      if role != .other { last = role }
      return (role, found.amount)
    }
  }

  private static func role(of found: Found) -> Role? {
    let after = SmallLetters(found.after)
    if isYearsPart(after) { return .other }
    let before = SmallLetters(found.before)
    let bound = bound(in: before) ?? bound(in: after.prefix(30))
    if totals.contains(where: before.contains), !each.contains(where: before.contains) {
      return bound == .smallest ? .other : .total
    }
    return bound
  }

  /// The bound that the last word for one names: `mínima`, `máximo`.
  private static func bound(in words: SmallLetters) -> Role? {
    let smallest = smallestWords.compactMap(words.lastPlace).max() ?? -1
    let largest = largestWords.compactMap(words.lastPlace).max() ?? -1
    return smallest == largest ? nil : smallest > largest ? .smallest : .largest
  }

  /// Whether an amount is one year's: `para 2026`, `en el ejercicio 2027`, `con cargo a la anualidad 2026`.
  private static func isYearsPart(_ after: SmallLetters) -> Bool {
    let words = after.words(8)
    guard let first = words.first, yearsPart.contains(first) else { return false }
    let year = words.prefix(4).contains { $0.utf8.count == 4 && Int($0).map((2000...2098).contains) == true }
    return year || words.contains("anualidad") || words.contains("ejercicio")
  }

  private static let totals = ["total", "global", "crédito", "presupuest", "dotación", "conjunto"]
    .map(SmallLetters.init)
  /// Words by which an amount is one applicant's, whatever else stands beside it.
  private static let each = [
    "por beneficiari", "por entidad", "por municipio", "por proyecto", "por solicit", "cada",
  ].map(SmallLetters.init)
  private static let smallestWords = ["mínim", "minim"].map(SmallLetters.init)
  private static let largestWords = ["máxim", "maxim"].map(SmallLetters.init)
  private static let yearsPart: Set = ["para", "en", "con", "del", "de", "correspondientes", "al"]
}

/// A text in small letters as its bytes, among which a word is found many times faster than among characters.
private struct SmallLetters {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.lowercased().utf8) }
  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  func prefix(_ count: Int) -> SmallLetters { SmallLetters(bytes.prefix(count)) }

  func contains(_ word: SmallLetters) -> Bool { lastPlace(of: word) != nil }

  /// The byte at which a word stands last.
  func lastPlace(of word: SmallLetters) -> Int? {
    guard let first = word.bytes.first, bytes.count >= word.bytes.count else { return nil }
    var place = bytes.count - word.bytes.count
    while place >= 0 {
      if bytes[place] == first, bytes[place..<(place + word.bytes.count)].elementsEqual(word.bytes) {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// The first words, of their letters and figures alone.
  func words(_ count: Int) -> [String] {
    bytes.split(separator: UInt8(ascii: " "), maxSplits: count).prefix(count).map { word in
      String(decoding: word, as: UTF8.self).filter { $0.isLetter || $0.isNumber }
    }
  }
}
