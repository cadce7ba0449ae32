import ParapetModel

/// The directions of words and concepts, ready to be added up (see `TermDirections`).
struct Directions: Sendable {
  /// How many components a direction has.
  let size: Int
  /// The language whose words have one.
  let language: Int
  private let components: [Float]
  private var words = NumberTable(capacity: 1 << 13)
  private var concepts: [Lexicon.Concept: Int32] = [:]

  init(_ found: TermDirections, language: Int, concepts names: [String: Lexicon.Concept]) {
    size = found.size
    self.language = language
    var components: [Float] = []
    components.reserveCapacity((found.words.count + found.concepts.count) * size)
    var next: Int32 = 0
    func append(_ direction: TermDirections.Direction) -> Int32 {
      let step = Float(direction.step) / 1_000_000
      for component in direction.components { components.append(Float(component) * step) }
      next += 1
      return next - 1
    }
    for word in found.words {
      let number = append(word)
      _ = words.number(of: Words.number(ofStem: word.term[...]), orNext: Int(number))
    }
    for concept in found.concepts {
      let number = append(concept)
      if let name = names[concept.term] { concepts[name] = number }
    }
    self.components = components
  }

  /// The place of a word among the directions, or nothing where it has none.
  func place(ofWord word: UInt64) -> Int? { words[word].map(Int.init) }

  /// The place of a concept.
  func place(of concept: Lexicon.Concept) -> Int? { concepts[concept].map(Int.init) }

  /// Adds a share of a direction to a sum.
  func add(_ share: Float, of place: Int, to sum: inout [Float], from start: Int = 0) {
    let first = place * size
    for component in 0..<size { sum[start + component] += share * components[first + component] }
  }

  /// Gives a sum the length one; a sum of nothing stays nothing.
  func normalise(_ sum: inout [Float], from start: Int = 0) {
    var square: Float = 0
    for component in start..<start + size { square += sum[component] * sum[component] }
    guard square > 0 else { return }
    let factor = 1 / square.squareRoot()
    for component in start..<start + size { sum[component] *= factor }
  }
}
