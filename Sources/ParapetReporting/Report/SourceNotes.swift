/// The sources of a page as notes at its foot, each once and by number, so that a sentence need not carry its own.
struct SourceNotes {
  private var sources: [Phrase] = []
  private var numbers: [Phrase: Int] = [:]

  /// The mark of a source, for after what rests on it.
  mutating func mark(_ source: Phrase) -> String {
    if let number = numbers[source] { return " [\(number)]" }
    sources.append(source)
    numbers[source] = sources.count
    return " [\(sources.count)]"
  }

  /// The sources in the order of their numbers.
  var entries: [ListEntry] {
    sources.enumerated().map { ListEntry(Phrase("[\($0 + 1)] ") + $1) }
  }
}
