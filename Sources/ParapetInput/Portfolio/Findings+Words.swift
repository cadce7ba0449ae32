import ParapetModel

extension Findings {
  /// The word of a list that a cell writes; capitals and accents are remarked, another word is refused.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ cell: InputCell, id: String, _ what: Message, in source: TextFile, field: String
  ) -> Word? {
    if let word = Word(rawValue: cell.text) { return word }
    let folded = FoldedName.folded(cell.text)
    let words = Word.allCases.filter { FoldedName.folded($0.rawValue) == folded }
    if words.count == 1, let word = words.first {
      report(source.readAs("'\(word.rawValue)'", cell, id: "word-read"))
      return word
    }
    report(source.unknownWord(cell, id: id, what, Word.allCases.map(\.rawValue)), field: field)
    return nil
  }
}

// MARK: Messages

extension TextFile {
  /// The finding about a word that is none of a list.
  func unknownWord(_ cell: InputCell, id: String, _ what: Message, _ words: [String]) -> Diagnostic {
    let list = words.joined(separator: ", ")
    return diagnostic(
      .error, id: id, at: cell,
      Message(
        en: "unknown \(what.english) '\(cell.quoted)'", fr: "\(what.french) « \(cell.quoted) » : inconnu"),
      suggestion: Diagnostic.nearest(to: cell.text, among: words).map(Message.didYouMean)
        ?? (words.isEmpty
          ? nil : Message(en: "take one of \(list)", fr: "choisissez parmi \(list)")))
  }
}
