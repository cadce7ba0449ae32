/// A word or some words in a row that stand for a code, whatever their endings, capitals and accents.
package struct Term: Hashable, Sendable {
  /// The numbers of the stems.
  private let stems: [UInt64]

  private init?(_ text: Substring) {
    var stems: [UInt64] = []
    Words.forEach(in: String(text)) { stems.append($0.hash) }
    guard !stems.isEmpty else { return nil }
    self.stems = stems
  }

  /// The terms of a list joined by `;`.
  package static func list(_ text: String) -> [Term] { text.split(separator: ";").compactMap { Term($0) } }

  /// The first words of a text that are one of some terms, as they are written there.
  package static func first(of terms: [Term], in text: String) -> String? {
    guard !terms.isEmpty, !text.isEmpty else { return nil }
    var tokens: [Words.Token] = []
    Words.forEach(in: text) { tokens.append($0) }
    for start in tokens.indices {
      for term in terms
      where term.stems.count <= tokens.count - start && term.stems[0] == tokens[start].hash {
        let end = start + term.stems.count
        guard tokens[start..<end].map(\.hash) == term.stems else { continue }
        let bytes = Array(text.utf8)[Int(tokens[start].start)..<Int(tokens[end - 1].end)]
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    return nil
  }
}
