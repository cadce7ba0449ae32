import ParapetModel

/// Titles of other languages than the page's, which a page marks wherever they stand, so that they are read aloud in their
/// own language (WCAG 3.1.2).
public struct ForeignTitles: Hashable, Sendable {
  private var languages: [String: String] = [:]
  /// The titles of several words by their first bytes.
  private var starts: [UInt32: [Title]] = [:]

  private struct Title: Hashable, Sendable {
    var bytes: [UInt8]
    var language: String
  }

  /// How many bytes a title is looked up by.
  private static let startLength = 4
  /// So many bytes of a title tell that it is one that was cut.
  private static let leastCut = 12
  private static let cutMark = Array("…".utf8)

  /// No title.
  public init() {}

  /// Adds a title with the tag of its language (BCP 47).
  mutating func add(_ title: String, _ language: String) {
    guard !title.isEmpty, !language.isEmpty, languages.updateValue(language, forKey: title) == nil else {
      return
    }
    let bytes = Array(title.utf8)
    // A single word may be another word of the page's language: it is marked only where it is the whole.
    guard bytes.contains(0x20), let start = ForeignTitles.start(of: bytes, at: 0) else { return }
    starts[start, default: []].append(Title(bytes: bytes, language: language))
  }

  /// The titles of both.
  func merging(_ others: ForeignTitles) -> ForeignTitles {
    guard !languages.isEmpty else { return others }
    var both = self
    for (title, language) in others.languages where both.languages[title] == nil { both.add(title, language) }
    return both
  }

  /// Those of other languages than one.
  func without(_ language: Language) -> ForeignTitles {
    guard languages.values.contains(language.rawValue) else { return self }
    var others = ForeignTitles()
    for (title, own) in languages where own != language.rawValue { others.add(title, own) }
    return others
  }

  /// A text as parts, each title in it marked, whole or cut with a mark.
  func marked(_ text: String) -> [Phrase.Run] {
    guard !languages.isEmpty else { return [.plain(text)] }
    if let language = languages[text] { return [.foreign(text, language: language)] }
    let bytes = Array(text.utf8)
    var runs: [Phrase.Run] = []
    var (told, place) = (0, 0)
    while let start = ForeignTitles.start(of: bytes, at: place) {
      guard let found = starts[start].flatMap({ ForeignTitles.longest(of: $0, in: bytes, at: place) }) else {
        place += 1
        continue
      }
      if told < place { runs.append(.plain(String(decoding: bytes[told..<place], as: UTF8.self))) }
      let end = place + found.count
      runs.append(.foreign(String(decoding: bytes[place..<end], as: UTF8.self), language: found.language))
      (told, place) = (end, end)
    }
    if told < bytes.count || runs.isEmpty {
      runs.append(.plain(String(decoding: bytes[told...], as: UTF8.self)))
    }
    return runs
  }

  private static func start(of bytes: [UInt8], at place: Int) -> UInt32? {
    guard place + startLength <= bytes.count else { return nil }
    return bytes[place..<(place + startLength)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The longest of titles that stands at a place, with how many bytes of it do.
  private static func longest(
    of titles: [Title], in bytes: [UInt8], at place: Int
  ) -> (count: Int, language: String)? {
    var best: (count: Int, language: String)?
    for title in titles {
      let same = zip(title.bytes, bytes[place...]).prefix { $0 == $1 }.count
      let isCut = same >= leastCut && bytes[(place + same)...].starts(with: cutMark)
      guard same == title.bytes.count || isCut, same > best?.count ?? 0 else { continue }
      best = (same, title.language)
    }
    return best
  }
}

extension Sentences {
  /// The titles that are of another language than the page's, of things that have several.
  func foreign(titles: some Sequence<[LocalizedText]>) -> ForeignTitles {
    var foreign = ForeignTitles()
    for texts in titles {
      guard let title = texts.text(in: language),
        let own = texts.first(where: { $0.text == title })?.language, own != language.rawValue
      else { continue }
      foreign.add(title, own)
    }
    return foreign
  }

  /// The titles of opportunities that are of another language than the page's.
  func foreign(_ opportunities: some Sequence<Opportunity>) -> ForeignTitles {
    var titles = ForeignTitles()
    for opportunity in opportunities {
      let title = title(of: opportunity)
      guard let own = opportunity.titles.first(where: { $0.text == title })?.language,
        own != language.rawValue
      else { continue }
      titles.add(title, own)
    }
    return titles
  }
}
