/// The terms inside a word that is written together of several, as German and Dutch do: *Schulwegsicherheit* speaks of
/// schools and of safety though no list has it.
enum Compounds {
  /// A shorter part is too often a part of nothing.
  private static let shortestPart = 4

  /// The concepts of the longest parts of a word that are terms: two that make up the whole word, else the one at its
  /// end, which says what the thing is, else the one at its beginning.
  ///
  /// - Parameter term: the concepts of folded letters that are a term by themselves.
  static func concepts(in letters: [UInt8], term: ([UInt8]) -> [Lexicon.Concept]?) -> [Lexicon.Concept] {
    guard letters.count >= 2 * shortestPart else { return [] }
    var head: [Lexicon.Concept]?
    var tail: [Lexicon.Concept]?
    for place in shortestPart...letters.count - shortestPart {
      let before = term(Array(letters[..<place]))
      let after = term(Array(letters[place...]))
      if let before, let after { return before + after.filter { !before.contains($0) } }
      head = before ?? head
      tail = tail ?? after
    }
    return tail ?? head ?? []
  }
}
