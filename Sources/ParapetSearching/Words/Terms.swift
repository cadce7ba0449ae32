/// Words, or some words in a row, that stand for a code, whatever their endings, capitals and accents.
package struct Terms: Sendable {
  /// The numbers of the stems of each term, by that of its first; most words of a text begin none.
  private var beginning: [UInt64: [[UInt64]]] = [:]
  private let memories = Shelf<StemMemory>()

  /// The terms of lists, each joined by `;`.
  package init(_ lists: [String]) {
    for term in lists.flatMap({ $0.split(separator: ";") }) {
      var stems: [UInt64] = []
      Words.forEachWritten(in: String(term)) { stems.append($0.stem) }
      guard let first = stems.first else { continue }
      beginning[first, default: []].append(stems)
    }
  }

  package var isEmpty: Bool { beginning.isEmpty }

  /// The first words of a text that are one of the terms, as they are written there.
  package func first(in text: String) -> String? {
    guard !isEmpty, !text.isEmpty else { return nil }
    var memory = memories.take() ?? StemMemory()
    defer { if memory.isKept { memories.putBack(memory) } }
    var words: [(stem: UInt64, mayBegin: Bool, start: Int32, end: Int32)] = []
    Words.forEachWritten(in: text) { word in
      let (stem, mayBegin) = memory.stem(of: word) { beginning[$0] != nil }
      words.append((stem, mayBegin, word.start, word.end))
    }
    for start in words.indices where words[start].mayBegin {
      for stems in beginning[words[start].stem] ?? [] where stems.count <= words.count - start {
        let end = start + stems.count
        guard words[start..<end].map(\.stem) == stems else { continue }
        let bytes = Array(text.utf8)[Int(words[start].start)..<Int(words[end - 1].end)]
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    return nil
  }
}

/// The stems of words as they were met: the items of cities use the same words again and again.
private struct StemMemory {
  private var numbers = NumberTable()
  private var stems: [(stem: UInt64, mayBegin: Bool)] = []

  /// The stem of a word, and whether a term begins with it.
  mutating func stem(of word: Words.Written, mayBegin: (UInt64) -> Bool) -> (UInt64, Bool) {
    let number = Int(numbers.number(of: word.number, orNext: stems.count))
    if number == stems.count {
      let stem = word.stem
      stems.append((stem, mayBegin(stem)))
    }
    return stems[number]
  }

  /// Whether it is worth keeping: words of hostile number are forgotten.
  var isKept: Bool { stems.count <= StemMemory.mostWords }

  private static let mostWords = 200_000
}
