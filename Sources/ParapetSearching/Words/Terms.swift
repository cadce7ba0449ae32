/// Words, or some words in a row, that stand for a code, whatever their endings, capitals and accents.
package struct Terms: Sendable {
  /// The numbers of the stems of each term, by that of its first; most words of a text begin none.
  private var beginning: [UInt64: [[UInt64]]] = [:]

  /// The terms of lists, each joined by `;`.
  package init(_ lists: [String]) {
    for term in lists.flatMap({ $0.split(separator: ";") }) {
      var stems: [UInt64] = []
      Words.forEach(in: String(term)) { stems.append($0.hash) }
      guard let first = stems.first else { continue }
      beginning[first, default: []].append(stems)
    }
  }

  package var isEmpty: Bool { beginning.isEmpty }

  /// The first words of a text that are one of the terms, as they are written there.
  package func first(in text: String) -> String? {
    guard !isEmpty, !text.isEmpty else { return nil }
    var tokens: [Words.Token] = []
    Words.forEach(in: text) { tokens.append($0) }
    for start in tokens.indices {
      for stems in beginning[tokens[start].hash] ?? [] where stems.count <= tokens.count - start {
        let end = start + stems.count
        guard tokens[start..<end].map(\.hash) == stems else { continue }
        let bytes = Array(text.utf8)[Int(tokens[start].start)..<Int(tokens[end - 1].end)]
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    return nil
  }
}
