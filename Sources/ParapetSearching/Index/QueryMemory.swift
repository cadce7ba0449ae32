/// What one index knows of the words of items, kept from item to item: the items of a city, and of cities, use the same words.
struct QueryMemory {
  var reading = Reading()
  private var places = NumberTable()
  private var words: [Word] = []
  /// The senses of all words, one word's after the other's.
  private(set) var senses: [Sense] = []
  /// The last sentence in which each term stood.
  private var sentences: [Int32] = []
  private var sentence: Int32 = 0

  /// What is known of a word of one language.
  struct Word {
    /// Where its senses are.
    var senses: Range<Int>
    /// Its place among the directions.
    var direction: Int?
    /// How much it tells.
    var rarity: Float
    /// Whether any call was found to use it.
    var isUsed: Bool
  }

  /// What a word is in one language.
  struct Sense {
    var language: Int
    /// What the index knows it by.
    var key: UInt64
    /// Its number, where some opportunity uses it.
    var number: Int32?
    /// Its place among the directions.
    var direction: Int?
  }

  /// Whether it is worth keeping: words of hostile number are forgotten.
  var isKept: Bool { reading.isKept && words.count < QueryMemory.mostWords }

  private static let mostWords = 200_000

  /// A word with its senses: in its own language, and in each other in which an opportunity uses it or it has a direction, in the
  /// order of the languages.
  ///
  /// The stem of a word is often the same in another language: what both took from Latin, and names. A false friend is not.
  mutating func word(_ word: UInt64, in language: Int, _ index: SubjectIndex) -> Word {
    let place = Int(
      places.number(of: SubjectIndex.key(word: word, language: language), orNext: words.count))
    if place == words.count { add(word, in: language, index) }
    return words[place]
  }

  private mutating func add(_ word: UInt64, in language: Int, _ index: SubjectIndex) {
    let lexicon = index.lexicon
    let start = senses.count
    let isFalseFriend = lexicon.isFalseFriend(word, of: language)
    for other in lexicon.languages where other == language || !isFalseFriend {
      let key = SubjectIndex.key(word: word, language: other)
      let number = index.number(of: key)
      let direction = lexicon.directions.flatMap { $0.language == other ? $0.place(ofWord: word) : nil }
      guard other == language || number != nil || direction != nil else { continue }
      senses.append(Sense(language: other, key: key, number: number, direction: direction))
    }
    words.append(
      Word(
        senses: start..<senses.count,
        direction: senses[start...].first { $0.language == language }?.direction,
        rarity: lexicon.rarity(ofWord: word), isUsed: lexicon.isUsed(word: word)))
  }

  /// Begins a sentence, in which no term stands yet.
  mutating func beginSentence(in index: SubjectIndex) {
    if sentence == .max { sentences.removeAll() }
    if sentences.isEmpty {
      sentences = [Int32](repeating: 0, count: index.rarities.count)
      sentence = 0
    }
    sentence += 1
  }

  /// Whether a term stands in the sentence for the first time.
  mutating func isFirst(_ term: Int32) -> Bool {
    defer { sentences[Int(term)] = sentence }
    return sentences[Int(term)] != sentence
  }
}
