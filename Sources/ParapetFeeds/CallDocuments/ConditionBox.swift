import ParapetModel

/// The table "Specific conditions" of a topic in a work programme: a label at the left of each row.
///
/// A page cuts a table, and a label with it: what is left of a known label goes on with it.
struct ConditionBox {
  /// A row of the table.
  struct Row {
    /// The label, as written.
    var label: String
    /// The row that the label stands for.
    var known: Label?
    /// What stands at the right.
    var passage = Passage()
  }

  /// The rows of the work programmes.
  enum Label { case contribution, budget, type, admissibility, eligibility, legal, pages, others }

  private(set) var rows: [Row] = []

  /// Reads the table whose first row is in the first of some lines.
  ///
  /// A line that stands far to the right goes on with its row; one at the margin begins with the words of a label, or
  /// the table has ended.
  init(_ lines: ArraySlice<PageLine>, notes: inout [Int: [Int: String]]) {
    var next = lines.startIndex
    while next < lines.endIndex {
      let line = lines[next]
      next += 1
      guard line.indent < ConditionBox.leastGap else {
        if rows.isEmpty { return }
        append(line.folded, of: line, notes: &notes)
        continue
      }
      if let (label, value) = cells(of: line) {
        take(label)
        append(value, of: line, notes: &notes)
      } else if !rows.isEmpty, let further = ConditionBox.behindNote(line, in: lines[next...]) {
        next = further
      } else {
        return
      }
    }
  }

  /// Where a table goes on that a note at the foot of its page has cut: at the first line of the next page, when it stands
  /// in the right column.
  private static func behindNote(_ line: PageLine, in rest: ArraySlice<PageLine>) -> Int? {
    guard line.folded.first?.isNumber ?? false,
      let next = rest.firstIndex(where: { $0.page > line.page }), rest[next].page == line.page + 1,
      rest[next].indent >= leastGap
    else { return nil }
    return next
  }

  /// How far to the right the second column begins at least.
  private static let leastGap = 12

  private mutating func take(_ label: String) {
    if let last = rows.indices.last, ConditionBox.isBeginning(rows[last].label + " " + label) {
      rows[last].label += " " + label
    } else {
      rows.append(Row(label: label))
    }
    if let last = rows.indices.last { rows[last].known = ConditionBox.known(rows[last].label) }
  }

  private mutating func append(_ value: String, of line: PageLine, notes: inout [Int: [Int: String]]) {
    guard let last = rows.indices.last, !value.isEmpty else { return }
    let first = value.split(separator: " ").first.map(String.init) ?? ""
    let isItem = Passage.bullets.contains(first)
    let before = rows[last].passage.words.last?.text
    let breaks = line.followsBlank || before?.last == ":"
    let isWhole = before?.last.map { ".:;!?".contains($0) } ?? true
    var own = notes[line.page] ?? [:]
    rows[last].passage.append(
      value, page: line.page, start: isItem ? .item : breaks && isWhole ? .paragraph : .word, notes: &own)
    notes[line.page] = own
  }

  /// The words of a label that begin a line, and what stands behind them; nothing where none do.
  ///
  /// The label ends at the gap between the columns; where a justified text has closed the gap, with the last word that a
  /// label can have.
  private func cells(of line: PageLine) -> (label: String, value: String)? {
    let tokens = line.folded.split(separator: " ").map(String.init)
    // These words begin what follows the table, however its line is stretched.
    let start = line.folded.lowercased()
    guard !tokens.isEmpty, !["expected outcome", "expected impact", "scope"].contains(where: start.hasPrefix)
    else { return nil }
    let current = rows.last?.label
    func isLabel(_ count: Int) -> Bool {
      // `set-up of The rules …`: a capital begins what stands at the right.
      guard !tokens.prefix(count).contains("The") else { return false }
      let words = tokens.prefix(count).joined(separator: " ")
      return ConditionBox.isBeginning(words)
        || current.map { ConditionBox.isBeginning($0 + " " + words) } ?? false
    }
    guard let most = (1...min(8, tokens.count)).last(where: isLabel) else { return nil }
    let gap = line.text.dropFirst(line.indent).firstRange(of: "  ").map { end in
      line.text[..<end.lowerBound].split(separator: " ").count
    }
    // Running text has no gap, and nor has a label that fills its column: what stands behind it begins with a capital.
    let isFull = most >= 2 && most < tokens.count && tokens[most].first?.isUppercase ?? false
    guard gap != nil || most == tokens.count || isFull else { return nil }
    let count = gap.map { $0 <= most && isLabel($0) && isGapBehind($0, line) ? $0 : most } ?? most
    return (tokens.prefix(count).joined(separator: " "), tokens.dropFirst(count).joined(separator: " "))
  }

  /// Whether what stands behind the first gap of a line is the right column, and no second half of a stretched label.
  private func isGapBehind(_ count: Int, _ line: PageLine) -> Bool {
    let tokens = line.folded.split(separator: " ").map(String.init)
    guard count < tokens.count, tokens[count] != "The" else { return true }
    let longer = tokens.prefix(count + 1).joined(separator: " ")
    let current = rows.last?.label
    return !ConditionBox.isBeginning(longer)
      && !(current.map { ConditionBox.isBeginning($0 + " " + longer) } ?? false)
  }

  /// Whether words begin a label.
  private static func isBeginning(_ words: String) -> Bool {
    let lower = plain(words)
    return labels.contains { ($0.words + " ").hasPrefix(lower + " ") }
  }

  private static func known(_ words: String) -> Label? {
    let lower = plain(words)
    return labels.first { $0.words == lower }?.label
  }

  private static func plain(_ words: String) -> String {
    var words = words.lowercased().folded
    if words.hasSuffix(":") { words.removeLast() }
    return words
  }

  private static let labels: [(words: String, label: Label)] = [
    ("expected eu contribution per project", .contribution), ("indicative budget", .budget),
    ("type of action", .type), ("admissibility conditions", .admissibility),
    ("eligibility conditions", .eligibility),
    ("legal and financial set-up of the grant agreements", .legal),
    ("legal and financial set-up of the grant agreement", .legal),
    ("exceptional page limits to proposals/applications", .pages),
    ("exceptional page limits to proposals", .pages), ("technology readiness level", .others),
    ("award criteria", .others), ("procedure", .others), ("security sensitive topics", .others),
    ("other requirements", .others), ("other requirement", .others), ("additional information", .others),
    ("restrictions on participation", .eligibility),
  ]
}
