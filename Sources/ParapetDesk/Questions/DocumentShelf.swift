import ParapetCatalogue
import ParapetModel

/// Which documents were read and of which topics they speak, without their text: what a new one is compared with is
/// opened when it is needed, so that a hundred documents take no more memory than a few.
struct DocumentShelf {
  /// One document on it.
  struct Entry {
    let hash: String
    let name: String
    let series: String
    /// The topics, in small letters.
    let topics: Set<String>
  }

  private var entries: [Entry] = []

  /// The documents of a catalogue, the first reading first.
  init(_ catalogue: Catalogue) throws {
    var entries: [Entry] = []
    try catalogue.forEachDocument { stored in
      let document = stored.document
      entries.append(
        Entry(
          hash: document.hash, name: document.name, series: document.series,
          topics: Set(document.topics.map { $0.topic.lowercased() })))
    }
    self.entries = entries
  }

  /// The last document that speaks of a topic and fits a condition.
  func last(on topic: String, where fits: (Entry) -> Bool) -> Entry? {
    let topic = topic.lowercased()
    return entries.last { $0.topics.contains(topic) && fits($0) }
  }
}
