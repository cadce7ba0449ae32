/// The terms of one language, found in one pass over a text; of several that begin at a word, the longest.
struct Phrases {
  /// A term, or the beginning of one.
  private struct Node {
    var concepts: [Lexicon.Concept] = []
    var leadsOn = false
  }

  private var numbers = NumberTable(capacity: 1 << 12)
  private var nodes: [Node] = []
  private var firstWords = Filter()

  /// Adds a term for a concept; a term may stand for several.
  mutating func add(_ words: [UInt64], _ concept: Lexicon.Concept) {
    guard let first = words.first else { return }
    firstWords.insert(first)
    var key: UInt64 = 0
    for (index, word) in words.enumerated() {
      key = Phrases.key(key, word)
      let node = Int(numbers.number(of: key, orNext: nodes.count))
      if node == nodes.count { nodes.append(Node()) }
      if index < words.count - 1 {
        nodes[node].leadsOn = true
      } else if !nodes[node].concepts.contains(concept) {
        nodes[node].concepts.append(concept)
      }
    }
  }

  /// Finds terms that do not overlap, and marks their words.
  func search(_ reading: inout Reading) {
    var start = 0
    while start < reading.words.count {
      let first = reading.words[start].hash
      guard firstWords.mayContain(first) else {
        start += 1
        continue
      }
      var key = Phrases.key(0, first)
      var end = start
      var longest: (end: Int, node: Int)?
      while let node = numbers[key].map(Int.init) {
        if !nodes[node].concepts.isEmpty { longest = (end, node) }
        end += 1
        guard nodes[node].leadsOn, end < reading.words.count else { break }
        key = Phrases.key(key, reading.words[end].hash)
      }
      guard let longest else {
        start += 1
        continue
      }
      reading.add(nodes[longest.node].concepts, from: start, to: longest.end)
      start = longest.end + 1
    }
  }

  /// The number of a sequence from that of its beginning and the next word's.
  static func key(_ beginning: UInt64, _ word: UInt64) -> UInt64 {
    (beginning &* 0x9e37_79b9_7f4a_7c15 &+ word) ^ (word >> 29)
  }

  /// A set of numbers that answers "surely not" from one word of memory, for the many words not looked for.
  private struct Filter {
    private var bits = [UInt64](repeating: 0, count: 1024)

    mutating func insert(_ hash: UInt64) { bits[Int(hash >> 54)] |= 1 << (hash >> 48 & 63) }
    func mayContain(_ hash: UInt64) -> Bool { bits[Int(hash >> 54)] >> (hash >> 48 & 63) & 1 == 1 }
  }
}
