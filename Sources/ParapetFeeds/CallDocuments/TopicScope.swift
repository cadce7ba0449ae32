/// How a document's topics are called in its text, and which of them words restrict what follows to: `For topic 1:`,
/// `Under Topic II,`, `Topics 1 and 3 (…):`, a topic's identifier, its title.
struct TopicScope {
  /// What words begin with.
  struct Head: Hashable {
    /// The topics that are named; none means all of them.
    var topics: [String]
    /// How many words it takes, the mark behind it among them.
    var length: Int

    /// Whether what follows is about a topic.
    func holds(for topic: String) -> Bool {
      topics.isEmpty || topics.contains { $0.lowercased() == topic.lowercased() }
    }
  }

  /// The topics, by whose order "topic 1" is known.
  let topics: [String]
  /// Their titles in small letters, where they are known.
  private let titles: [[String]?]

  init(_ topics: [String], titles: [String?]) {
    self.topics = topics
    self.titles = titles.map { title in title.map { TopicScope.words(of: $0.lowercased()) } }
  }

  /// The words of a line or sentence, the mark of an item left out.
  static func words(of text: String) -> [String] {
    var words = text.split(separator: " ").map(String.init)
    if let first = words.first, Passage.bullets.contains(first) { words.removeFirst() }
    return words
  }

  /// What words begin with; nothing where they name no topic, or where there is one topic alone.
  func head(of text: String) -> Head? {
    let words = TopicScope.words(of: text)
    let lower = words.map { $0.lowercased() }
    if lower.starts(with: ["all", "topics:"]) { return Head(topics: [], length: 2) }
    if ["all", "both"].contains(where: { lower.prefix(3).map(TopicScope.core) == ["for", $0, "topics"] }) {
      return Head(topics: [], length: 3)
    }
    guard topics.count > 1 else { return nil }
    return numbered(words, lower) ?? named(words, lower) ?? titled(lower)
  }

  /// Whether words name topics and say nothing more.
  func isHead(_ text: String) -> Bool {
    head(of: text).map { $0.length >= TopicScope.words(of: text).count } ?? false
  }

  // MARK: kinds

  /// `For topic 1 (…):`, `Topics 1 and 3,`.
  private func numbered(_ words: [String], _ lower: [String]) -> Head? {
    var index = 0
    if let first = lower.first, TopicScope.leads.contains(first) { index = 1 }
    guard index < lower.count, lower[index] == "topic" || lower[index] == "topics" else { return nil }
    index += 1
    var found: [String] = []
    while index < words.count {
      let core = TopicScope.core(words[index])
      if let topic = topic(called: core) {
        found.append(topic)
      } else if found.isEmpty || !["and", "&", "or"].contains(core.lowercased()) {
        break
      }
      index += 1
      if let last = words[index - 1].last, last == ":" || (last == "," && !goesOn(words, at: index)) {
        return found.isEmpty ? nil : Head(topics: found, length: index)
      }
    }
    guard !found.isEmpty else { return nil }
    let end = end(words, lower, behind: index)
    // `Topic 1 is open to …`: the topic is what the sentence is about.
    return Head(
      topics: found, length: lower[0].hasPrefix("topic") && end == index && end < words.count ? 0 : end)
  }

  /// A topic's identifier with a mark behind it.
  private func named(_ words: [String], _ lower: [String]) -> Head? {
    guard let first = words.first, let topic = topic(called: TopicScope.core(first)), first.contains("-")
    else {
      return nil
    }
    if first.last == ":" { return Head(topics: [topic], length: 1) }
    let end = end(words, lower, behind: 1)
    return end > 1 ? Head(topics: [topic], length: end) : nil
  }

  /// A topic's title with a colon behind it, or alone.
  private func titled(_ lower: [String]) -> Head? {
    for (topic, title) in zip(topics, titles) {
      guard let title, title.count > 1, lower.count >= title.count,
        lower.prefix(title.count - 1).elementsEqual(title.dropLast())
      else { continue }
      let last = lower[title.count - 1]
      if last == title[title.count - 1] + ":"
        || (last == title[title.count - 1] && lower.count == title.count)
      {
        return Head(topics: [topic], length: title.count)
      }
    }
    return nil
  }

  // MARK: words

  private static let leads: Set<String> = ["for", "under", "in", "within", "regarding", "concerning"]
  private static let numerals = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8]
  /// The words of a title or bracket behind the number of a topic at most.
  private static let longestTail = 24

  private static func core(_ word: String) -> String {
    var word = word[...]
    while let last = word.last, ".,;:)–—".contains(last) { word.removeLast() }
    while let first = word.first, first == "(" { word.removeFirst() }
    return String(word)
  }

  private func topic(called word: String) -> String? {
    if let number = Int(word) ?? TopicScope.numerals[word.lowercased()] {
      return (1...topics.count).contains(number) ? topics[number - 1] : nil
    }
    return topics.first { $0.lowercased() == word.lowercased() }
  }

  private func goesOn(_ words: [String], at index: Int) -> Bool {
    guard index < words.count else { return false }
    let core = TopicScope.core(words[index])
    return core.lowercased() == "and" || topic(called: core) != nil
  }

  /// Where the head ends: behind the bracket or title that follows, with its colon, else where it stands.
  ///
  /// What obliges is no part of a head: `For topic 1 – proposals must include:`.
  private func end(_ words: [String], _ lower: [String], behind index: Int) -> Int {
    guard index < words.count else { return index }
    let tail = words[index..<min(words.count, index + TopicScope.longestTail)]
    var end: Int?
    if words[index].hasPrefix("(") {
      end = tail.firstIndex { TopicScope.closes($0) }.map { $0 + 1 }
    } else if ["–", "—", "-"].contains(words[index]) {
      // `For topic 1 — Safer squares` may be alone on its line.
      end = titles.contains(Array(lower[(index + 1)...])) ? words.count : nil
      end = end ?? tail.firstIndex { $0.hasSuffix(":") }.map { $0 + 1 }
    }
    guard let end, TopicScope.verbs.isDisjoint(with: lower[index..<end]) else { return index }
    return end
  }

  private static let verbs: Set<String> = [
    "must", "shall", "should", "can", "may", "will", "only",
  ]

  private static func closes(_ word: String) -> Bool {
    [")", "):", "),"].contains { word.hasSuffix($0) }
  }
}
