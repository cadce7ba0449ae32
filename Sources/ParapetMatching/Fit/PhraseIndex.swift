/// Words and phrases that are looked for, found in one pass over a text.
struct PhraseIndex {
  /// Where a phrase was found.
  struct Find: Hashable {
    /// The phrase as the text spells it.
    var text: String
    /// The weightiest field in which it stands.
    var field: WordEvidence.Field
  }

  private var numbers: [[UInt64]: Int] = [:]
  private var byFirstWord: [UInt64: [Int]] = [:]
  private var phrases: [[UInt64]] = []
  private var firstWords = Filter()

  /// How many phrases are looked for.
  var count: Int { phrases.count }

  /// Adds a phrase and returns its number, or nothing where it has no word that counts.
  mutating func add(_ text: String) -> Int? {
    var words: [UInt64] = []
    Words.forEach(in: text) { words.append($0.hash) }
    return add(words)
  }

  /// Adds each word of a text by itself and returns their numbers.
  mutating func singles(of text: String) -> [Int] {
    var words: [UInt64] = []
    Words.forEach(in: text) { words.append($0.hash) }
    return words.filter { !StopWords.contains($0) }.compactMap { add([$0]) }
  }

  private mutating func add(_ words: [UInt64]) -> Int? {
    guard let first = words.first else { return nil }
    if let known = numbers[words] { return known }
    phrases.append(words)
    numbers[words] = phrases.count - 1
    byFirstWord[first, default: []].append(phrases.count - 1)
    firstWords.insert(first)
    return phrases.count - 1
  }

  /// The phrases found in fields of a text, each once and in its weightiest field.
  func search(_ fields: [(WordEvidence.Field, String)]) -> [Int: Find] {
    var finds: [Int: Find] = [:]
    var tokens: [Words.Token] = []
    var candidates: [Int] = []
    for (field, text) in fields {
      tokens.removeAll(keepingCapacity: true)
      candidates.removeAll(keepingCapacity: true)
      // Words have six letters on average; to grow step by step costs more than all the comparing.
      tokens.reserveCapacity(text.utf8.count / 6)
      Words.forEach(in: text) { token in
        if firstWords.mayContain(token.hash) { candidates.append(tokens.count) }
        tokens.append(token)
      }
      for start in candidates {
        for phrase in byFirstWord[tokens[start].hash] ?? [] where matches(phrase, tokens, at: start) {
          if let known = finds[phrase], known.field.weight >= field.weight { continue }
          let end = tokens[start + phrases[phrase].count - 1].end
          finds[phrase] = Find(text: text.utf8Slice(tokens[start].start, end), field: field)
        }
      }
    }
    return finds
  }

  private func matches(_ phrase: Int, _ tokens: [Words.Token], at start: Int) -> Bool {
    let words = phrases[phrase]
    guard start + words.count <= tokens.count else { return false }
    for (offset, word) in words.enumerated() where tokens[start + offset].hash != word { return false }
    return true
  }

  /// A set of numbers that answers "surely not" from one word of memory, for the many words not looked for.
  private struct Filter {
    private var bits = [UInt64](repeating: 0, count: 1024)

    mutating func insert(_ hash: UInt64) { bits[Int(hash >> 54)] |= 1 << (hash >> 48 & 63) }
    func mayContain(_ hash: UInt64) -> Bool { bits[Int(hash >> 54)] >> (hash >> 48 & 63) & 1 == 1 }
  }
}

extension String {
  fileprivate func utf8Slice(_ start: Int32, _ end: Int32) -> String {
    let from = utf8.index(utf8.startIndex, offsetBy: Int(start))
    return String(self[from..<utf8.index(from, offsetBy: Int(end - start))])
  }
}
