import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension BriefReport {
  /// The most lines of a text, which fits a page of sixty.
  private static let most = 60

  private static let indent = "   "

  /// The sheet for a terminal: sixty lines at most, whatever the width; what does not fit is cut with a mark.
  public func text(by renderer: TextRenderer) -> String {
    var lines: [String] = []
    // Where there is room every sentence has it; where there is little, what is decided and voted has it before the rest.
    for (count, decided) in [(4, 4), (3, 3), (2, 2), (1, 3), (1, 2), (1, 1)] {
      lines = self.lines(by: renderer, each: count, decided: decided)
      if lines.count <= BriefReport.most { break }
    }
    return lines.prefix(BriefReport.most).map { renderer.line($0) + "\n" }.joined()
  }

  /// - Parameters:
  ///   - count: how many lines a sentence may take.
  ///   - decided: the same of what is to be decided and voted.
  private func lines(by renderer: TextRenderer, each count: Int, decided: Int) -> [String] {
    let report = whole(report, in: words)
    func wrapped(_ text: String, first: String = "", rest: String = "", into count: Int = count) -> [String] {
      var kept = [text]
      if count > 1 {
        let lines = Wrap.lines(Plain.safe(text), width: renderer.columns - rest.count)
        kept = Array(lines.prefix(count))
        if lines.count > count { kept[count - 1] = lines[(count - 1)...].joined(separator: " ") }
      }
      return kept.enumerated().map { ($0 == 0 ? first : rest) + $1 }
    }
    let rule = String(repeating: "=", count: min(renderer.columns, report.title.count))
    var lines = [report.title, rule]
    if let box = report.box { lines += wrapped("! " + box.title + " " + box.lead) }
    lines += report.notes.flatMap { wrapped($0) }
    if case .facts(let facts)? = report.blocks.first {
      lines += wrapped(
        facts.map { words.pair($0.name, $0.value.plain(in: words)) }.joined(separator: " · "),
        into: max(2, count))
    }
    lines.append("")
    for row in brief.shown {
      for (place, text) in self.lines(of: row, in: count == 1 ? renderer.columns : nil).enumerated() {
        lines += wrapped(text, first: place == 0 ? "" : BriefReport.indent, rest: BriefReport.indent)
      }
    }
    let left = brief.rows.count - brief.shown.count
    if left > 0 { lines += wrapped(words.sentence(BriefSentence.more(left))) }
    let named = [
      (words.label(BriefLabel.decideThisMonth), decisions), (words.label(BriefLabel.councilVotes), votes),
      (words.label(BriefLabel.notFunded), unfunded { BriefRowText.cut($0) }),
    ]
    let sections = named.map { name, entries in
      Section(name: name, entries: entries.map { wrapped($0, first: "- ", rest: "  ", into: decided) })
    }
    guard decided == 1 else { return lines + sections.flatMap(\.lines) }
    return lines
      + Section.fitted(sections, into: BriefReport.most - lines.count) {
        words.sentence(BriefSentence.moreLines($0))
      }
  }

  /// An item in two sentences: what, how much and when; then who does what, and what is at risk. Where each line counts they
  /// are three lines: what and by when; from which source and how much; who does what.
  ///
  /// - Parameter columns: where each line counts, its width: words are cut before any figure is.
  private func lines(of row: Brief.Row, in columns: Int?) -> [String] {
    let text = BriefRowText(row, self)
    guard let best = row.best else { return [text.item + " — " + words.label(Label.none)] }
    let grant = words.grant(best.estimate) ?? words.label(Label.notKnown)
    let source = " → " + identifiers.shown(best.offer.opportunity)
    let paid = words.pair(words.label(Label.grant), grant)
    guard let columns else {
      let own = words.pair(words.label(BriefLabel.ownCash), text.ownCash)
      return [
        text.item + [source, paid, own, deadline(text)].joined(separator: " · "),
        [text.next, text.furtherRisk, text.runnerUp].compactMap(\.self).joined(separator: " · "),
      ]
    }
    // The years stand where the council votes.
    let own = words.pair(
      words.label(BriefLabel.ownCash),
      (best.estimate?.own).map { words.money($0) } ?? words.label(Label.notKnown))
    let deadline = " · " + deadline(text)
    let room = columns - BriefReport.indent.count
    return [
      BriefReport.cut(text.item, to: columns - deadline.count) + deadline,
      [source.drop { $0 == " " }.description, paid, own].joined(separator: " · "),
      whole(text, in: room),
    ]
  }

  /// The deadline with a mark where few days are left: a terminal has no bold letters to tell it by.
  private func deadline(_ text: BriefRowText) -> String { (text.isPressing ? "! " : "") + text.deadline }

  /// The next step and what is at risk, which stands whole or not at all.
  private func whole(_ text: BriefRowText, in room: Int) -> String {
    let all = [text.next(in: room), text.furtherRisk].compactMap(\.self).joined(separator: " · ")
    return all.count <= room ? all : BriefRowText.cut(text.next(in: room), to: room)
  }

  /// A title in so many characters, of which the first dozen always stay.
  private static func cut(_ title: String, to count: Int) -> String {
    let count = max(12, count)
    return title.count <= count ? title : title.prefix(count - 1) + "…"
  }
}

/// A heading with sentences, each of a line or more.
private struct Section {
  var name: String
  var entries: [[String]]
  /// How many were left out at the end.
  private var hidden = 0

  init(name: String, entries: [[String]]) {
    self.name = name
    self.entries = entries
  }

  /// The lines, a blank one before the heading.
  var lines: [String] { ["", name] + entries.joined() }

  /// Sections in so many lines; the fullest gives way first, and how much it loses is said.
  static func fitted(_ sections: [Section], into room: Int, more: (Int) -> String) -> [String] {
    var sections = sections
    func count(_ section: Section) -> Int { section.lines.count + (section.hidden > 0 ? 1 : 0) }
    while sections.map(count).reduce(0, +) > room,
      let fullest = sections.indices.max(by: { sections[$0].entries.count < sections[$1].entries.count }),
      sections[fullest].entries.count > 1
    {
      sections[fullest].entries.removeLast()
      sections[fullest].hidden += 1
    }
    return sections.flatMap { $0.lines + ($0.hidden > 0 ? ["- " + more($0.hidden)] : []) }
  }
}
