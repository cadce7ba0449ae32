import ParapetMatching
import ParapetModel

/// Renders reports for a terminal.
public struct TextRenderer: Sendable {
  /// The words of the page.
  let words: any Sentences
  private let width: Int
  private let style: TerminalStyle
  private let hasAnnex: Bool

  /// A renderer for lines of a width, plain without `colour`.
  ///
  /// - Parameter annex: whether what can be skipped is written too, and not only what it is.
  public init(words: any Sentences, width: Int = 100, colour: Bool = false, annex: Bool = false) {
    hasAnnex = annex
    self.words = words
    self.width = min(max(width, 40), 1000)
    style = TerminalStyle(isOn: colour)
  }

  /// How many columns it has.
  var columns: Int { width }

  /// A text as one line, cut with a mark where it is wider.
  func line(_ text: String) -> String {
    let safe = Plain.safe(text)
    guard DisplayWidth.of(safe) > width else { return safe }
    var line = ""
    var used = 1
    for character in safe {
      used += DisplayWidth.of(String(character))
      guard used <= width else { break }
      line.append(character)
    }
    while line.last == " " { line.removeLast() }
    return line + "…"
  }

  /// The same renderer without colour.
  var plain: TextRenderer { TextRenderer(words: words, width: width, annex: hasAnnex) }

  /// The text of a report, each line ended.
  public func render(_ report: Report) -> String {
    let mark = report.mark.map { wrapped($0, indent: 0).map { style.strong($0) } } ?? []
    var lines = mark + wrapped(report.title, indent: 0).map { style.strong($0) }
    lines.append(String(repeating: "=", count: min(width, DisplayWidth.of(Plain.safe(report.title)))))
    if let box = report.box { lines += framed(box) }
    for note in report.notes { lines += wrapped(note, indent: 0) }
    var heading: String?
    for block in report.blocks {
      // A picture is left out, and the table beside it still stands below its heading.
      if case .picture = block { continue }
      lines += render(block, indent: 0, heading: heading)
      if case .heading(_, let text) = block { heading = text } else { heading = nil }
    }
    return (lines + mark).map { $0 + "\n" }.joined()
  }

  /// A box, open to the right, so that lines of any width fit.
  private func framed(_ box: Box) -> [String] {
    let rule = String(repeating: "━", count: max(0, width - 1))
    let text =
      Wrap.lines(Plain.safe(box.title), width: width - 2).map { style.strong($0) }
      + Wrap.lines(Plain.safe(box.lead), width: width - 2)
      + box.entries.flatMap { entry in
        Wrap.lines(Plain.safe(entry), width: width - 4).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      }
    return ["┏" + rule] + text.map { "┃ " + $0 } + ["┗" + rule]
  }

  /// The text of a table alone.
  public func render(_ table: Table) -> String {
    TextTable(table, words: words, width: width, style: style).lines.map { $0 + "\n" }.joined()
  }

  /// - Parameter heading: the heading just above, which a caption need not repeat.
  private func render(_ block: Block, indent: Int, heading: String? = nil) -> [String] {
    switch block {
    case .heading(let level, let text):
      let rule = String(
        repeating: level < 3 ? "-" : ".", count: min(width, DisplayWidth.of(Plain.safe(text))))
      return ["", ""] + wrapped(text, indent: indent).map { style.strong($0) } + [pad(indent) + rule]
    case .paragraph(let phrase):
      return [""] + wrapped(phrase, first: pad(indent), rest: pad(indent))
    case .list(let entries):
      return entries.flatMap { render($0, indent: indent) }
    case .facts(let entries):
      return [""] + facts(entries, indent: indent)
    case .table(let table):
      let text = TextTable(
        table, words: words, width: width - indent, style: style, hasCaption: table.caption != heading)
      return [""] + text.lines.map { pad(indent) + $0 }
    case .anchor, .picture: return []
    case .details(let summary, let blocks):
      return [""] + wrapped(summary, first: pad(indent), rest: pad(indent + 3))
        + (hasAnnex ? blocks.flatMap { render($0, indent: indent + 3) } : [])
    }
  }

  private func render(_ entry: ListEntry, indent: Int) -> [String] {
    var first = "- "
    var phrase = entry.phrase
    if let outcome = entry.outcome {
      first = TerminalStyle.mark(of: outcome) + " "
      phrase = Phrase(words.pair(words.word(outcome), "")) + phrase
    }
    let lines = wrapped(phrase, first: pad(indent) + first, rest: pad(indent + 2))
    return lines + entry.children.flatMap { render($0, indent: indent + 2) }
  }

  private func facts(_ entries: [FactEntry], indent: Int) -> [String] {
    let names = entries.map { Plain.safe($0.name) }
    let column = names.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(names, entries).flatMap { name, entry in
      let first = pad(indent) + name + pad(column - DisplayWidth.of(name) + 2)
      return wrapped(entry.value, first: first, rest: pad(indent + column + 2))
    }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    Wrap.lines(Plain.safe(text), width: width - indent).map { pad(indent) + $0 }
  }

  private func wrapped(_ phrase: Phrase, first: String, rest: String) -> [String] {
    let plain = Plain.safe(phrase.plain(in: words))
    var verdicts: [Verdict] = []
    for case .verdict(let verdict) in phrase.runs { verdicts.append(verdict) }
    let lines = Wrap.lines(plain, width: width - max(DisplayWidth.of(first), DisplayWidth.of(rest)))
    return lines.enumerated().map { index, line in
      (index == 0 ? first : rest) + (index == 0 ? style.colour(verdicts, words: words, in: line) : line)
    }
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

/// Marks for outcomes, and colours where the terminal wants them; words always stand beside both.
struct TerminalStyle: Sendable {
  var isOn: Bool

  /// The sign of an outcome.
  static func mark(of outcome: Outcome) -> String {
    switch outcome {
    case .met: "✓"
    case .unmet: "✗"
    case .undecided: "?"
    }
  }

  func strong(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  func colour(_ text: String, as verdict: Verdict) -> String {
    guard isOn else { return text }
    let code =
      switch verdict {
      case .eligible: 32
      case .undecided: 33
      case .ineligible: 31
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// A line in which the first word of each verdict is coloured.
  func colour(_ verdicts: [Verdict], words: any Sentences, in line: String) -> String {
    guard isOn, let verdict = verdicts.first else { return line }
    let word = words.word(verdict)
    // The verdict stands after the title, which may hold the same word: the last one counts.
    for end in [",", "."] {
      guard let found = line.lastRange(of: " \(word)\(end)") else { continue }
      return line[..<found.lowerBound] + " " + colour(word, as: verdict) + end + line[found.upperBound...]
    }
    return line
  }
}

extension String {
  /// The last place at which a text occurs.
  fileprivate func lastRange(of text: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var start = startIndex
    while let range = self[start...].firstRange(of: text) {
      found = range
      start = range.upperBound
    }
    return found
  }
}
