import ParapetModel

// What was refused is said by every document alike.
extension Document {
  /// The page for people with what could not be read at its head, and each figure that rests on it marked.
  public func whole(_ report: Report, in words: any Sentences) -> Report {
    var report = report
    report.foreign = foreign.merging(edition.foreign).without(words.language)
    guard let gaps = edition.gaps, !gaps.unread.isEmpty else { return report }
    report.box = Box(gaps, words, most: report.layout == .sheet ? Box.mostOfSheet : Box.most)
    report.blocks = report.blocks.map { $0.marked(by: gaps) }
    return report
  }

  /// The rows for machines; where something could not be read, a last column says which rows rest on it.
  public var wholeTable: Table {
    guard let gaps = edition.gaps, !gaps.unread.isEmpty else { return table }
    return table.marked(by: gaps)
  }
}

extension Block {
  fileprivate func marked(by gaps: Gaps) -> Block {
    switch self {
    case .table(let table): .table(table.marked(by: gaps))
    case .details(let summary, let blocks): .details(summary: summary, blocks.map { $0.marked(by: gaps) })
    case .facts(let entries):
      .facts(
        entries.map { entry in
          guard entry.isAmount, gaps.isPartial(entry.item) else { return entry }
          return FactEntry(entry.name, entry.value + Table.mark)
        })
    case .heading, .paragraph, .list, .anchor, .picture: self
    }
  }
}

extension Box {
  /// The most refusals that are shown; JSON has all.
  static let most = 50

  /// The same on a page that is one sheet.
  static let mostOfSheet = 5

  fileprivate init(_ gaps: Gaps, _ words: any Sentences, most: Int) {
    title = words.note(UnreadNote.title(gaps.unread.count))
    lead = words.note(UnreadNote.meaning(mark: Table.mark))
    entries = gaps.unread.prefix(most).map { gap in
      let finding = gap.finding
      let advice = (finding.advice?[words.language]).map { " – " + $0 } ?? ""
      return words.pair(words.note(UnreadNote.place(finding.place)), finding.said[words.language] + advice)
    }
    if gaps.unread.count > most {
      entries.append(words.note(UnreadNote.more(gaps.unread.count - most)))
    }
  }
}
