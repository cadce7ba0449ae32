public import ParapetModel

/// A document as sheets of typed cells, in no file yet.
public struct DocumentWorkbook: Hashable, Sendable {
  /// The title of the document.
  public var title: String
  /// The day judged, which stands in the file as the day of its making, so that the same question gives the same bytes.
  public var day: Day
  /// The language of its words.
  public var language: Language
  /// The sheets in reading order.
  public var sheets: [Sheet]
  /// What stands on every sheet, such as that it must not leave the city.
  public var mark: String?

  /// One table with a name.
  public struct Sheet: Hashable, Sendable {
    /// Its name, as spreadsheet programs allow it.
    public var name: String
    /// Its columns.
    public var columns: [Table.Column]
    /// Its rows.
    public var rows: [Row] = []
  }

  /// One row of a sheet.
  public struct Row: Hashable, Sendable {
    /// A cell for each column.
    public var cells: [Cell]
    /// The rows that its amounts are the sums of, by their places; nothing where it is no total.
    public var sumOf: Range<Int>?
  }
}

extension Document {
  /// The document as a workbook: the tables of its page, then the rows for machines, then what else a reader must know.
  ///
  /// Tables with the same columns stand in one sheet, behind a column that says which is which. Where the page says so, what
  /// a reader must know comes first.
  public func workbook(in words: any Sentences) -> DocumentWorkbook {
    let page = whole(page, in: words)
    var collected = CollectedTables()
    collected.add(page.blocks)
    var sheets = collected.sheets(in: words)
    sheets.append(
      DocumentWorkbook.Sheet(words.label(PageLabel.data), [(nil, words.worded(wholeTable))], in: words))
    let notes = DocumentWorkbook.Sheet(notesOf: page, in: words)
    sheets = page.notesFirst ? [notes] + sheets : sheets + [notes]
    var names = SheetNames()
    for index in sheets.indices { sheets[index].name = names.unique(sheets[index].name) }
    return DocumentWorkbook(
      title: page.title, day: edition.asOf, language: words.language, sheets: sheets, mark: page.mark)
  }
}

extension DocumentWorkbook.Sheet {
  /// Tables with the same columns, one after the other.
  fileprivate init(_ name: String, _ tables: [(section: String?, table: Table)], in words: any Sentences) {
    self.name = name
    let first = tables[0].table
    let isPartial = tables.contains { $0.table.partialRows?.isEmpty == false }
    let isNamed = tables.count > 1
    columns =
      (isNamed ? [Table.Column(words.label(PageLabel.part), .prose)] : []) + first.columns
      + (isPartial ? [Table.Column(words.heading(ofColumn: "partial") ?? "partial")] : [])
    for (section, table) in tables {
      let start = rows.count
      let body = table.rows.count - table.totals
      for (number, cells) in table.rows.enumerated() {
        let mark = Cell.text(table.partialRows?.contains(number) == true ? words.label(Label.yes) : nil)
        rows.append(
          DocumentWorkbook.Row(
            cells: ((isNamed ? [.text(section)] : []) + cells + (isPartial ? [mark] : [])).map {
              $0.told(in: words)
            },
            sumOf: number < body ? nil : start..<(start + body)))
      }
    }
  }

  /// What stands on a page beside its tables: what could not be read first.
  fileprivate init(notesOf page: Report, in words: any Sentences) {
    name = words.label(Label.notes)
    columns = [Table.Column(page.title, .prose)]
    var lines = page.box.map { [$0.title, $0.lead] + $0.entries } ?? []
    lines += page.notes
    lines += page.blocks.flatMap { $0.lines(in: words) }
    rows = lines.map { DocumentWorkbook.Row(cells: [.text($0)]) }
  }
}

/// The tables of a page in reading order, those with the same columns together.
private struct CollectedTables {
  private struct Group {
    var columns: [Table.Column]
    var tables: [(section: String?, table: Table)]

    func joins(_ table: Table) -> Bool {
      columns == table.columns && !tables.contains { $0.table.hasOwnSheet }
    }
  }

  private var groups: [Group] = []
  private var heading: String?

  mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(_, let text): heading = text
      case .details(_, let blocks): add(blocks)
      case .table(let table): add(table.inWorkbook.first ?? table)
      case .paragraph, .list, .facts, .anchor, .picture: break
      }
    }
  }

  private mutating func add(_ table: Table) {
    let section = heading == table.caption ? table.caption : heading ?? table.caption
    if !table.hasOwnSheet, let place = groups.firstIndex(where: { $0.joins(table) }) {
      groups[place].tables.append((section, table))
    } else {
      groups.append(Group(columns: table.columns, tables: [(section, table)]))
    }
  }

  func sheets(in words: any Sentences) -> [DocumentWorkbook.Sheet] {
    groups.map { group in
      let captions = group.tables.map(\.table.caption)
      let name = captions.dropFirst().reduce(captions[0]) { $0.commonPrefix(with: $1) }
        .trimming { ": \u{A0}".contains($0) }
      if let tab = group.tables[0].table.tab {
        return DocumentWorkbook.Sheet(tab, group.tables, in: words)
      }
      return DocumentWorkbook.Sheet(
        name.count < 3 ? group.tables[0].section ?? captions[0] : name, group.tables, in: words)
    }
  }
}

extension String {
  /// The text without what it ends in.
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }

  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

extension Block {
  /// The block as lines of words; tables stand in sheets of their own.
  fileprivate func lines(in words: any Sentences) -> [String] {
    switch self {
    case .heading(_, let text): [text]
    case .paragraph(let phrase): [phrase.plain(in: words)]
    case .list(let entries): entries.flatMap { $0.lines(in: words) }
    case .facts(let entries): entries.map { words.pair($0.name, $0.value.plain(in: words)) }
    case .details(let summary, let blocks):
      [summary.plain(in: words)] + blocks.flatMap { $0.lines(in: words) }
    case .table, .anchor, .picture: []
    }
  }
}

extension ListEntry {
  fileprivate func lines(in words: any Sentences) -> [String] {
    let text = phrase.plain(in: words)
    let first = outcome.map { words.pair(words.word($0), text) } ?? text
    return ["– " + first] + children.flatMap { $0.lines(in: words) }
  }
}

extension Cell {
  /// The cell with words in the place of codes.
  fileprivate func told(in words: any Sentences) -> Cell {
    switch self {
    case .verdict(let verdict): .text(words.word(verdict))
    case .phrase(let phrase): .text(phrase.plain(in: words))
    case .empty, .text, .link, .number, .year, .hundredths, .quantity, .rate, .money, .day: self
    }
  }
}
