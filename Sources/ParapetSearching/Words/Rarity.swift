/// How much a term tells that so many of so many use, its inverse document frequency (IDF): the natural logarithm of its
/// inverse share.
enum Rarity {
  static func of(found: Int, among count: Int) -> Float {
    let ratio = (Double(count) + 1) / (Double(max(1, min(found, count))) + 0.5)
    return Float(log2(max(1, ratio)) * 0.693_147_180_559_945_3)
  }

  /// How much each of some concepts tells.
  static func ofConcepts(by frequencies: Lexicon.Frequencies?, count: Int) -> [Float] {
    guard let frequencies else { return Array(repeating: 1, count: count) }
    return frequencies.concepts.map { of(found: $0, among: frequencies.documents) }
  }

  /// How much a word tells of which nothing is known: by our choice as much as one that the square root of all calls use.
  static func average(by frequencies: Lexicon.Frequencies?) -> Float {
    guard let frequencies else { return 1 }
    return of(
      found: Int(Double(frequencies.documents).squareRoot().rounded()), among: frequencies.documents)
  }

  /// The binary logarithm from multiplications alone, so that every machine gets the same bits.
  private static func log2(_ value: Double) -> Double {
    var mantissa = value.significand
    var result = Double(value.exponent)
    var bit = 0.5
    for _ in 0..<30 {
      mantissa *= mantissa
      if mantissa >= 2 {
        mantissa /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}

extension Lexicon {
  /// How much a word tells; one that was found nowhere when words were counted, as much as one found once.
  func rarity(ofWord word: UInt64) -> Float {
    guard let frequencies else { return 1 }
    return Rarity.of(found: frequencies.words[word] ?? 1, among: frequencies.documents)
  }

  /// How much a concept tells.
  func rarity(of concept: Concept) -> Float { conceptRarities[Int(concept)] }

  /// Whether any call was found to use a word; what no call ever used none can answer to.
  func isUsed(word: UInt64) -> Bool { frequencies.map { $0.words[word] != nil } ?? true }

  /// Whether any call was found to speak of a concept.
  func isUsed(_ concept: Concept) -> Bool { frequencies.map { $0.concepts[Int(concept)] > 0 } ?? true }
}
