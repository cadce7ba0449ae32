import ParapetModel

/// Reads a part of a work programme of Horizon Europe: its topics with their conditions.
struct WorkProgrammeReader {
  private let text: PageText
  private var clauses = ClauseReader()
  private var notes: [Int: [Int: String]]

  init(_ text: PageText) {
    self.text = text
    notes = text.notes
  }

  /// Whether a document is such a part: its topics stand over tables of specific conditions.
  static func reads(_ text: PageText) -> Bool {
    text.lines.contains(where: isTable)
  }

  private static func isTable(_ line: PageLine) -> Bool {
    ["specific conditions", "specific conditions:"].contains(line.folded.lowercased())
  }

  /// What it says of each topic, in its order.
  mutating func read() -> [TopicReading] {
    let lines = text.lines
    let dates = dates()
    var found: [TopicReading] = []
    for index in lines.indices where WorkProgrammeReader.isTable(lines[index]) {
      guard let heading = heading(above: index) else { continue }
      var reading = TopicReading(topic: heading.topic, page: lines[heading.line].page)
      reading.title = heading.title
      reading.call = heading.call
      if let dates = dates[heading.topic.lowercased()] {
        reading.opening = dates.opening
        reading.deadlines = dates.deadlines
      }
      clauses.begin()
      let box = ConditionBox(lines[(index + 1)...], notes: &notes)
      read(box, into: &reading)
      found.append(reading)
    }
    return found
  }

  private mutating func read(_ box: ConditionBox, into reading: inout TopicReading) {
    for row in box.rows where !row.passage.isEmpty {
      switch row.known {
      case .budget: reading.budget = WorkProgrammeReader.figures(in: row.passage).first
      case .contribution:
        let figures = WorkProgrammeReader.figures(in: row.passage)
        reading.maximumGrant = figures.last
        if figures.count > 1 { reading.minimumGrant = figures.first }
      case .type: reading.typeOfAction = row.passage.quote(of: 0..<row.passage.words.count)
      case .eligibility: clauses.read(row.passage, in: .eligibility, under: row.label, into: &reading)
      case .admissibility, .pages:
        clauses.read(row.passage, in: .admissibility, under: row.label, into: &reading)
      case .legal: clauses.read(row.passage, in: .legal, under: row.label, into: &reading)
      case .others, nil:
        clauses.read(row.passage, in: .other, under: row.label, into: &reading)
      }
    }
    // A topic without conditions of its own has no such row (General Annexes, introduction); one without a budget and a
    // type of action has a table that was not read.
    if !box.rows.contains(where: { $0.known == .budget || $0.known == .type }) {
      reading.absent = [.eligibility]
    }
  }

  /// The amounts of the first sentence that states any.
  private static func figures(in passage: Passage) -> [StatedFigure] {
    for part in passage.parts {
      for (sentence, words) in passage.sentences(of: part) {
        var amounts = DocumentAmount.amounts(in: sentence.text)
        // `the total indicative budget for the topic is 20 million`: the row is of euro alone.
        if amounts.isEmpty {
          let stated = sentence.text.replacing(#/ ([0-9][0-9.,]*) million/#) { " EUR \($0.output.1) million" }
          amounts = DocumentAmount.amounts(in: stated)
        }
        guard !amounts.isEmpty else { continue }
        let (quote, page) = (passage.quote(of: words), passage.pages(of: words).first)
        return amounts.map { StatedFigure(amount: $0, quote: quote, page: page) }
      }
    }
    return []
  }

  // MARK: headings

  /// The lines of a heading above its table at most.
  private static let longestHeading = 12

  /// The topic whose table begins below a line: the nearest identifier that begins a line and has a title behind it.
  /// A topic that is named inside of a text hijacks nobody.
  private func heading(above index: Int) -> (topic: String, title: String, call: String?, line: Int)? {
    let lines = text.lines
    var call: String?
    for place in stride(from: index - 1, through: max(0, index - WorkProgrammeReader.longestHeading), by: -1)
    {
      let line = lines[place].folded
      if line.hasPrefix("Call:") {
        call = String(line.dropFirst(5)).trimmed
        continue
      }
      // `HORIZON-MISS-2026-04-CIT-` over `03: …`: a narrow page breaks an identifier at its hyphen.
      let broken = lines[place + 1].folded.split(
        separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      let whole = broken.first.flatMap { LineBreak.joined(line, String($0)) }
      let heading = whole.map { $0 + " " + (broken.count > 1 ? String(broken[1]) : "") }
      guard let (topic, rest) = TopicIdentifier.leading(heading ?? line) else { continue }
      var title = rest
      var next = place + (heading == nil ? 1 : 2)
      while next < index, !lines[next].followsBlank, !lines[next].folded.hasPrefix("Call:") {
        title += " " + lines[next].folded
        next += 1
      }
      return (topic, title.folded, call, place)
    }
    return nil
  }

  // MARK: dates

  /// The days of the overview tables: those above a topic's row are the topic's.
  ///
  /// A part may have several such tables, some of them behind topics: those of a call that another body runs.
  private func dates() -> [String: (opening: Day?, deadlines: [Day])] {
    var dates: [String: (opening: Day?, deadlines: [Day])] = [:]
    var opening: Day?
    var deadlines: [Day] = []
    for (index, line) in text.lines.enumerated() {
      let words = line.folded
      if words.hasPrefix("Opening:") {
        opening = DocumentDays.days(in: words).first
        deadlines = []
      } else if words.hasPrefix("Deadline") {
        deadlines = DocumentDays.days(in: words)
      } else if !deadlines.isEmpty, let topic = row(at: index), dates[topic.lowercased()] == nil {
        dates[topic.lowercased()] = (opening, deadlines)
      } else if WorkProgrammeReader.isTable(line) {
        // Below here are topics, and what they name is no row.
        deadlines = []
      }
    }
    return dates
  }

  /// The topic whose row a line begins, its identifier whole or broken in the narrow column: `…-ECCC-` over `01:Approaches`.
  private func row(at index: Int) -> String? {
    let words = text.lines[index].folded
    if let (topic, _) = TopicIdentifier.leading(words) { return topic }
    guard let first = words.split(separator: " ").first, index + 1 < text.lines.count else { return nil }
    let next = text.lines[index + 1].folded
    guard let colon = next.firstIndex(of: ":"),
      let whole = LineBreak.joined(String(first), String(next[..<colon]))
    else { return nil }
    return TopicIdentifier.whole(whole)
  }
}

/// Identifiers of topics in running text.
enum TopicIdentifier {
  /// The identifier that begins a line, with what stands behind its colon; nothing where none does.
  static func leading(_ line: String) -> (topic: String, rest: String)? {
    guard let first = line.split(separator: " ", maxSplits: 1).first else { return nil }
    guard first.hasSuffix(":"), let topic = whole(String(first.dropLast())) else { return nil }
    return (topic, String(line.dropFirst(first.count)).trimmed)
  }

  /// A word that is an identifier: groups of capitals and figures joined by hyphens, a year among them.
  static func whole(_ word: String) -> String? {
    var word = word
    while let last = word.last, ".,;:)".contains(last) { word.removeLast() }
    while let first = word.first, first == "(" || first == "[" { word.removeFirst() }
    let groups = word.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count >= 3, word.utf8.count <= 80,
      groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }),
      groups[0].first?.isUppercase ?? false, groups[0].allSatisfy({ $0.isUppercase || $0.isNumber }),
      groups.contains(where: { $0.count == 4 && $0.hasPrefix("20") && $0.allSatisfy(\.isNumber) })
    else { return nil }
    return word
  }

  /// The identifiers of a line, those that a line break or a blank has cut joined: `HORIZON-HLTH- 2026`, `-01- two-stage`.
  static func all(in line: String) -> [String] {
    var words: [String] = []
    for word in line.folded.split(whereSeparator: { $0 == " " || $0 == "/" || $0 == "," }).map(String.init) {
      // `ISF-2026-AG- Proposals` in a table is an identifier beside its column.
      if let last = words.last, last.hasSuffix("-"), last.count > 1,
        word.hasSuffix("-stage") || !word.contains(where: \.isLowercase)
      {
        words[words.count - 1] = last + word
      } else {
        words.append(word)
      }
    }
    return words.compactMap(whole)
  }
}

/// Days in running text: `5 November 2026`, `05 Nov 2026`, `23/09/2026`.
enum DocumentDays {
  /// The days of a line in their order.
  static func days(in line: String) -> [Day] {
    let words = line.replacing(",", with: " ").replacing("(", with: " ").replacing(")", with: " ")
      .split(separator: " ").map(String.init)
    var found: [Day] = []
    var index = 0
    while index < words.count {
      if let day = day(words[index]) {
        found.append(day)
        index += 1
      } else if index + 2 < words.count,
        case .day(let deadline) = FeedDate(words[index...index + 2].joined(separator: " "))
      {
        found.append(deadline.day)
        index += 3
      } else {
        index += 1
      }
    }
    return found
  }

  /// `2026-09-23`, `23/09/2026` or `23.09.2026`, the day before the month as the Commission writes it.
  private static func day(_ word: String) -> Day? {
    if word.contains("-"), case .day(let deadline) = FeedDate(word) { return deadline.day }
    let parts = word.split { $0 == "/" || $0 == "." }.compactMap { Int($0) }
    guard parts.count == 3, FeedDate.years.contains(parts[2]) else { return nil }
    return Day(year: parts[2], month: parts[1], day: parts[0])
  }
}
