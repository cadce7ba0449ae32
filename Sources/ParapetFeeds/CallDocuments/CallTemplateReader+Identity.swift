import ParapetModel

/// What a call document says of itself: its call, its version and its topics.
extension CallTemplateReader {
  /// The identifier of the call, and the version that the document states of itself.
  var call: (identifier: String?, version: String?) {
    var identifier: String?
    var version: String?
    // Real documents repeat the call at the head of every page, and have it in brackets on their cover.
    let cover = text.heads + text.lines.prefix(120).map(\.folded)
    for words in cover {
      if identifier == nil, words.contains("Call:") || words.hasPrefix("Call ID") || words.contains("Call "),
        let found = TopicIdentifier.all(in: words).first
      {
        identifier = found
      }
      if version == nil, let mark = words.split(separator: " ").first(where: CallTemplateReader.isVersion) {
        version = String(mark.dropFirst())
      }
    }
    // The table of versions has the last one at its foot.
    let history = text.lines.prefix(160).filter {
      CallTemplateReader.isNumber($0.folded.split(separator: " ").first)
    }
    if version == nil, let last = history.last, DocumentDays.days(in: last.folded).count == 1 {
      version = last.folded.split(separator: " ").first.map(String.init)
    }
    return (identifier ?? CallTemplateReader.alone(in: cover) ?? beginning, version)
  }

  /// The most topics of a call that are read; no call has half of them, and each is read through the whole document.
  private static let mostTopics = 60

  private static func isVersion(_ word: Substring) -> Bool {
    word.first == "V" && isNumber(word.dropFirst())
  }

  private static func isNumber(_ word: Substring?) -> Bool {
    guard let word else { return false }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
  }

  /// An identifier that is a line of its own: `(CERV-2031-CITIZENS)`.
  private static func alone(in lines: [String]) -> String? {
    lines.lazy.compactMap { $0.contains(" ") ? nil : TopicIdentifier.whole($0) }.first
  }

  /// The identifier with which another one begins.
  private var beginning: String? {
    let identifiers = text.lines.lazy.flatMap { TopicIdentifier.all(in: $0.folded) }
    let all = Array(identifiers.prefix(CallTemplateReader.mostTopics))
    return all.first { call in all.contains { $0.hasPrefix(call + "-") } }
  }

  /// The identifiers of its topics, in the order in which they first stand there: those that begin with the call's, else
  /// those beside it.
  func topics(of call: String?) -> [String] {
    guard let call else { return [] }
    var found: [String] = []
    for line in text.lines where !line.text.contains("....") {
      for identifier in TopicIdentifier.all(in: line.folded)
      where found.count < CallTemplateReader.mostTopics && identifier.hasPrefix(call + "-")
        && !found.contains(identifier)
      {
        found.append(identifier)
      }
    }
    if found.isEmpty { found = siblings(of: call) }
    return found.isEmpty ? [call] : found
  }

  /// Topics whose identifiers do not go on with the call's, as `ISF-2026-TF2-AG-THB` of the call `ISF-2026-TF2-AG-OC`:
  /// they begin items or rows. One alone is a call that the text names.
  private func siblings(of call: String) -> [String] {
    let groups = call.split(separator: "-").dropLast()
    guard groups.count >= 3 else { return [] }
    let stem = groups.joined(separator: "-") + "-"
    var found: [String] = []
    for line in text.lines where !line.text.contains("....") {
      let words = TopicScope.words(of: line.folded)
      guard words.count > 1, let topic = words.first.flatMap(TopicIdentifier.whole), topic != call,
        topic.hasPrefix(stem), found.count < CallTemplateReader.mostTopics, !found.contains(topic)
      else { continue }
      found.append(topic)
    }
    return found.count > 1 ? found : []
  }

  /// Whether the document names a topic anywhere.
  func names(_ topic: String) -> Bool {
    let wanted = topic.lowercased()
    return text.lines.contains { line in
      line.folded.lowercased().contains(wanted)
        || TopicIdentifier.all(in: line.folded).contains { $0.lowercased() == wanted }
    }
  }
}
