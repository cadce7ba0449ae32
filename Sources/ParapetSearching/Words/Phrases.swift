/// The terms of one language, found in one pass over a text; of several that begin at a word, the longest.
struct Phrases {
  /// What a sequence of words is: a term, the beginning of one, or both.
  private struct Node {
    var isTerm = false
    var leadsOn = false
  }

  private var numbers = NumberTable(capacity: 1 << 12)
  private var nodes: [Node] = []
  /// The concepts of each node; beside the nodes, since a search meets many and wants the concepts of few.
  private var concepts: [[Lexicon.Concept]] = []
  private var firstWords = NumberFilter()

  /// Adds a term for a concept; a term may stand for several.
  mutating func add(_ words: [UInt64], _ concept: Lexicon.Concept) {
    guard let first = words.first else { return }
    firstWords.insert(first)
    var key: UInt64 = 0
    for (index, word) in words.enumerated() {
      key = Phrases.key(key, word)
      let node = Int(numbers.number(of: key, orNext: nodes.count))
      if node == nodes.count {
        nodes.append(Node())
        concepts.append([])
      }
      if index < words.count - 1 {
        nodes[node].leadsOn = true
      } else if !concepts[node].contains(concept) {
        nodes[node].isTerm = true
        concepts[node].append(concept)
      }
    }
  }

  /// The concepts for which a word stands by itself; nothing where it is no term.
  func concepts(ofWord word: UInt64) -> [Lexicon.Concept]? {
    guard let node = numbers[Phrases.key(0, word)].map(Int.init), nodes[node].isTerm else { return nil }
    return concepts[node]
  }

  /// Whether a term may begin with a word; where it says no, none does.
  func mayBegin(with word: UInt64) -> Bool { firstWords.mayContain(word) }

  /// Finds terms that do not overlap, and marks their words.
  func search(_ reading: inout Reading) {
    var start = 0
    while start < reading.words.count {
      guard reading.words[start].mayBeginTerm else {
        reading.addCompound(at: start)
        start += 1
        continue
      }
      var key = Phrases.key(0, reading.words[start].hash)
      var end = start
      var longest: (end: Int, node: Int)?
      while let node = numbers[key].map(Int.init) {
        if nodes[node].isTerm { longest = (end, node) }
        end += 1
        guard nodes[node].leadsOn, end < reading.words.count else { break }
        key = Phrases.key(key, reading.words[end].hash)
      }
      guard let longest else {
        reading.addCompound(at: start)
        start += 1
        continue
      }
      reading.add(concepts[longest.node], from: start, to: longest.end)
      start = longest.end + 1
    }
  }

  /// The number of a sequence from that of its beginning and the next word's.
  static func key(_ beginning: UInt64, _ word: UInt64) -> UInt64 {
    (beginning &* 0x9e37_79b9_7f4a_7c15 &+ word) ^ (word >> 29)
  }
}
