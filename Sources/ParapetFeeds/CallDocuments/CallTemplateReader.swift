import Foundation
import ParapetModel

/// Reads the document of a call in the Commission's template: thirteen numbered sections, the same in every programme.
struct CallTemplateReader {
  let text: PageText
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

  /// What it says of a topic.
  ///
  /// - Parameter names: how all topics of the document are called.
  mutating func read(_ topic: String, among names: TopicScope, call: String?) -> TopicReading {
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
      read(section, as: part, of: topic, among: names, by: &clauses, into: &reading)
    }
    if let budget = sections.last(where: { $0.number == 3 }) {
      readBudget(budget, of: topic, among: names.topics, &reading)
    }
    if let timetable = sections.last(where: { $0.number == 4 }) { readDates(timetable, &reading) }
    return reading
  }

  // MARK: sections

  private mutating func read(
    _ section: CallSection, as part: ClauseSection, of topic: String, among names: TopicScope,
    by clauses: inout ClauseReader, into reading: inout TopicReading
  ) {
    var heading = section.title
    var passage = Passage()
    var scope = TopicScope.Head(topics: [], length: 0)
    var row: TopicRow?
    let lines = text.lines[section.lines]
    let width = lines.map(\.text.count).max() ?? 0
    func flush() {
      if !passage.isEmpty {
        clauses.read(passage, in: part, under: heading, of: (topic: topic, names: names), into: &reading)
      }
      passage = Passage()
    }
    var previous: PageLine?
    var next = lines.startIndex
    while next < lines.endIndex {
      let index = next
      let line = lines[index]
      next += 1
      if let found = CallSection.heading(line.folded, of: section.number) {
        flush()
        (heading, scope, row, previous) = (found, TopicScope.Head(topics: [], length: 0), nil, nil)
        continue
      }
      let begun = TopicRow(at: index, of: text.lines, topics: names.topics)
      if begun != nil {
        flush()
        (row, previous) = (begun, nil)
      }
      if let open = row {
        // What stands in a row of a table is about the topic at its left, whatever rows are beside it.
        if let value = open.value(of: line, begins: begun != nil) {
          if open.topic.lowercased() == topic.lowercased(), !value.isEmpty {
            append(value, of: line, after: previous, width, to: &passage)
            previous = PageLine(page: line.page, text: value, followsBlank: false)
          }
          continue
        }
        flush()
        (row, previous) = (nil, nil)
      }
      let words = line.folded
      if let head = names.head(of: words), head.length > 0 {
        let isBroken = next < lines.endIndex && names.isHead(words + " " + lines[next].folded)
        if isBroken || names.isHead(words) {
          // A line of its own: what follows is about these topics until another says otherwise.
          flush()
          (scope, previous) = (head, nil)
          if isBroken { next += 1 }
          continue
        }
        // `For topic 1: proposals must …` holds for its paragraph, which the reader of clauses heeds.
        scope = TopicScope.Head(topics: [], length: 0)
        append(words, of: line, after: nil, width, to: &passage)
        previous = line
        continue
      }
      guard scope.holds(for: topic) else { continue }
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

  /// How topics are called in the document.
  func names(of topics: [String]) -> TopicScope { TopicScope(topics, titles: topics.map { title(of: $0) }) }

  /// How many lines of its sections that bind are read for each topic.
  var bindingLines: Int {
    sections.filter { [5, 6, 10].contains($0.number) }.map(\.lines.count).reduce(0, +)
  }

  /// The most lines that are read for all topics of a document together: some ten times those of the longest call.
  static let mostLines = 40_000

  private func title(of topic: String) -> String? {
    // Topics are listed in the introduction.
    for line in text.lines.prefix(2_000) where !line.text.contains("....") {
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
    var row: TopicRow?
    for (index, line) in zip(section.lines, text.lines[section.lines]) {
      let begun = TopicRow(at: index, of: text.lines, topics: topics)
      row = begun ?? row
      if row?.value(of: line, begins: begun != nil) == nil { row = nil }
      let words = line.folded
      let amounts = DocumentAmount.amounts(in: words)
      guard let amount = amounts.first else { continue }
      var named = topics.filter { words.lowercased().contains($0.lowercased()) }
      if named.isEmpty, let row { named = [row.topic] }
      let isOwn = named.contains { $0.lowercased() == topic.lowercased() }
      let isOnly = topics.count <= 1 && words.lowercased().contains("budget")
      if isOwn || (isOnly && reading.budget == nil)
        || (index == section.lines.lowerBound && topics.count <= 1)
      {
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
