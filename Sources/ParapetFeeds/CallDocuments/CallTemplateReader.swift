import Foundation
import ParapetModel

/// Reads the document of a call in the Commission's template: thirteen numbered sections, the same in every programme.
struct CallTemplateReader {
  private let text: PageText
  private let sections: [CallSection]
  private var notes: [Int: [Int: String]]

  init(_ text: PageText) {
    self.text = text
    sections = CallSection.sections(of: text.lines)
    notes = text.notes
  }

  /// Whether a document is one in this template: most of its sections are there, and one of those that bind.
  static func reads(_ text: PageText) -> Bool {
    let numbers = Set(CallSection.sections(of: text.lines).map(\.number))
    return numbers.count >= 5 && !numbers.isDisjoint(with: [5, 6, 10])
  }

  /// The identifier of the call, and the version that the document states of itself.
  var call: (identifier: String?, version: String?) {
    var identifier: String?
    var version: String?
    for line in text.lines.prefix(120) {
      let words = line.folded
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
    return (identifier, version)
  }

  private static func isVersion(_ word: Substring) -> Bool {
    word.first == "V" && isNumber(word.dropFirst())
  }

  private static func isNumber(_ word: Substring?) -> Bool {
    guard let word else { return false }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
  }

  /// The identifiers of its topics, in the order in which they first stand there: those of the call.
  func topics(of call: String?) -> [String] {
    var found: [String] = []
    for line in text.lines where !line.text.contains("....") {
      for identifier in TopicIdentifier.all(in: line.folded)
      where identifier != call && !found.contains(identifier) {
        guard let call, identifier.hasPrefix(call + "-") else { continue }
        found.append(identifier)
      }
    }
    return found.isEmpty ? call.map { [$0] } ?? [] : found
  }

  /// Whether the document names a topic anywhere.
  func names(_ topic: String) -> Bool {
    let wanted = topic.lowercased()
    return text.lines.contains { line in
      line.folded.lowercased().contains(wanted)
        || TopicIdentifier.all(in: line.folded).contains { $0.lowercased() == wanted }
    }
  }

  /// What it says of a topic.
  ///
  /// - Parameter topics: all topics of the document, by whose order "topic 1" is known.
  mutating func read(_ topic: String, among topics: [String], call: String?) -> TopicReading {
    var reading = TopicReading(topic: topic, page: sections.first?.page ?? 1)
    reading.call = call
    reading.title = title(of: topic)
    var clauses = ClauseReader()
    // A footnote hangs on a word of each topic that has the word.
    notes = text.notes
    for (number, part) in [(5, ClauseSection.admissibility), (6, .eligibility), (10, .legal)] {
      guard let section = sections.last(where: { $0.number == number }) else {
        reading.absent.append(part)
        continue
      }
      read(section, as: part, of: topic, among: topics, by: &clauses, into: &reading)
    }
    if let budget = sections.last(where: { $0.number == 3 }) {
      readBudget(budget, of: topic, among: topics, &reading)
    }
    if let timetable = sections.last(where: { $0.number == 4 }) { readDates(timetable, &reading) }
    return reading
  }

  // MARK: sections

  private mutating func read(
    _ section: CallSection, as part: ClauseSection, of topic: String, among topics: [String],
    by clauses: inout ClauseReader, into reading: inout TopicReading
  ) {
    var heading = section.title
    var passage = Passage()
    var scope: [String] = []
    var width = 0
    for line in text.lines[section.lines] { width = max(width, line.text.count) }
    func flush() {
      if !passage.isEmpty { clauses.read(passage, in: part, under: heading, into: &reading) }
      passage = Passage()
    }
    var previous: PageLine?
    for line in text.lines[section.lines] {
      let words = line.folded
      if let found = CallSection.heading(words, of: section.number) {
        flush()
        heading = found
        scope = []
        previous = nil
        continue
      }
      if let named = CallTemplateReader.scope(of: words, among: topics) {
        flush()
        scope = named
        previous = nil
        // `For topic 1: proposals must …` goes on with what holds for it.
        guard let rest = CallTemplateReader.rest(of: words) else { continue }
        if scope.contains(where: { $0.lowercased() == topic.lowercased() }) {
          append(rest, of: line, after: nil, width, to: &passage)
          previous = line
        }
        continue
      }
      guard scope.isEmpty || scope.contains(where: { $0.lowercased() == topic.lowercased() }) else {
        continue
      }
      append(words, of: line, after: previous, width, to: &passage)
      previous = line
    }
    flush()
  }

  private mutating func append(
    _ words: String, of line: PageLine, after previous: PageLine?, _ width: Int, to passage: inout Passage
  ) {
    let first = words.split(separator: " ").first.map(String.init) ?? ""
    let isItem = Passage.bullets.contains(first)
    var own = notes[line.page] ?? [:]
    passage.append(
      words, page: line.page,
      start: isItem ? .item : CallTemplateReader.breaks(line, after: previous, width) ? .paragraph : .word,
      notes: &own)
    notes[line.page] = own
  }

  /// Whether a line begins a paragraph: behind a blank line or a line that ends early, unless a page cut a sentence.
  private static func breaks(_ line: PageLine, after previous: PageLine?, _ width: Int) -> Bool {
    guard let previous else { return true }
    let ending = previous.folded.last ?? "."
    let isOpen = !".:;!?".contains(ending)
    let begins = line.folded.first.map { $0.isUppercase || $0.isNumber } ?? false
    if line.page != previous.page { return !isOpen && begins }
    if line.followsBlank { return !isOpen || begins }
    return !isOpen && begins && previous.text.count * 4 < width * 3
  }

  // MARK: topics

  /// The topics that a line restricts what follows to: `For topic 1 (…):`, `Topic ISF-2026-…-PROTECT:`; an empty list
  /// where it says that what follows is for all again.
  private static func scope(of words: String, among topics: [String]) -> [String]? {
    let lower = words.lowercased()
    if lower.hasPrefix("for all topics") || lower.hasPrefix("all topics:") { return [] }
    guard lower.hasPrefix("for topic") || lower.hasPrefix("topic ") || lower.hasPrefix("under topic"),
      topics.count > 1
    else { return nil }
    let head = words.split(separator: ":", maxSplits: 1).first.map(String.init) ?? words
    let named = topics.filter { topic in
      TopicIdentifier.all(in: head).contains { $0.lowercased() == topic.lowercased() }
    }
    if !named.isEmpty { return named }
    let numbers = head.split { !$0.isNumber }.compactMap { Int($0) }.filter {
      (1...topics.count).contains($0)
    }
    return numbers.isEmpty ? nil : numbers.map { topics[$0 - 1] }
  }

  private static func rest(of words: String) -> String? {
    guard let colon = words.firstIndex(of: ":") else { return nil }
    let rest = String(words[words.index(after: colon)...]).trimmed
    return rest.split(separator: " ").count > 3 ? rest : nil
  }

  private func title(of topic: String) -> String? {
    for line in text.lines where !line.text.contains("....") {
      let words = line.folded
      guard let place = words.range(of: topic, options: .caseInsensitive) else { continue }
      let rest = words[place.upperBound...].drop { " :–—-".contains($0) }
      let title = String(rest).trimmed
      if title.split(separator: " ").count >= 2, !title.hasPrefix("("), title.first?.isLetter ?? false {
        return title
      }
    }
    return nil
  }

  // MARK: money and dates

  private func readBudget(
    _ section: CallSection, of topic: String, among topics: [String], _ reading: inout TopicReading
  ) {
    for (index, line) in text.lines[section.lines].enumerated() {
      let words = line.folded
      let amounts = DocumentAmount.amounts(in: words)
      guard let amount = amounts.first else { continue }
      let named = topics.filter { words.lowercased().contains($0.lowercased()) }
      let isOwn = named.contains { $0.lowercased() == topic.lowercased() }
      let isOnly = topics.count <= 1 && words.lowercased().contains("budget")
      if isOwn || (isOnly && reading.budget == nil) || (index == 0 && topics.count <= 1) {
        reading.budget = StatedFigure(amount: amount, quote: words, page: line.page)
        if isOwn { return }
      }
    }
  }

  private func readDates(_ section: CallSection, _ reading: inout TopicReading) {
    for line in text.lines[section.lines] {
      let words = line.folded.lowercased()
      let days = DocumentDays.days(in: line.folded)
      guard let day = days.last else { continue }
      if words.contains("opening") { reading.opening = reading.opening ?? days.first }
      if words.contains("deadline"), !reading.deadlines.contains(day) { reading.deadlines.append(day) }
    }
    reading.deadlines.sort()
  }
}
