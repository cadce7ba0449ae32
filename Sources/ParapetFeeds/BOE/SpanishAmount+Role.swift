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
    let before = found.before.lowercased()
    let after = found.after.lowercased()
    if isYearsPart(after) { return .other }
    let isTotal =
      totals.contains { before.utf8.contains($0.utf8) } && !each.contains { before.utf8.contains($0.utf8) }
    let bound = bound(in: before) ?? bound(in: String(after.prefix(30)))
    if isTotal { return bound == .smallest ? .other : .total }
    return bound
  }

  /// The bound that the last word for one names: `mínima`, `máximo`.
  private static func bound(in words: String) -> Role? {
    // Bytes are found many times faster than characters, and these are in each form of the four words.
    guard words.utf8.contains("nim".utf8) || words.utf8.contains("xim".utf8) else { return nil }
    let places = [(Role.smallest, "mínim"), (.smallest, "minim"), (.largest, "máxim"), (.largest, "maxim")]
      .compactMap { role, word in words.ranges(of: word).last.map { (role, $0.lowerBound) } }
    return places.max { $0.1 < $1.1 }?.0
  }

  /// Whether an amount is one year's: `para 2026`, `en el ejercicio 2027`, `con cargo a la anualidad 2026`.
  private static func isYearsPart(_ after: String) -> Bool {
    let words = after.split(separator: " ", maxSplits: 8).prefix(8).map {
      $0.filter { $0.isLetter || $0.isNumber }
    }
    guard let first = words.first,
      ["para", "en", "con", "del", "de", "correspondientes", "al"].contains(first)
    else {
      return false
    }
    let year = words.prefix(4).contains { $0.utf8.count == 4 && Int($0).map((2000...2098).contains) == true }
    return year || words.contains("anualidad") || words.contains("ejercicio")
  }

  private static let totals = ["total", "global", "crédito", "presupuest", "dotación", "conjunto"]
  /// Words by which an amount is one applicant's, whatever else stands beside it.
  private static let each = [
    "por beneficiari", "por entidad", "por municipio", "por proyecto", "por solicit", "cada",
  ]
}
