extension Lexicon {
  /// So many function words at least tell a language.
  private static let leastWords = 4

  /// The language that texts are written in, by its tag; nothing where their words do not tell it from every other.
  public func languageTag(of texts: [String]) -> String? {
    var counts = [Int](repeating: 0, count: tongues.count)
    for text in texts {
      for (language, count) in functionWords(in: text).enumerated() { counts[language] += count }
    }
    let order = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
    guard let first = order.first, counts[first] >= Lexicon.leastWords else { return nil }
    // Neighbouring languages share some of their function words.
    guard order.count < 2 || counts[first] * 4 >= counts[order[1]] * 5 else { return nil }
    return tongues[first].tag
  }
}
