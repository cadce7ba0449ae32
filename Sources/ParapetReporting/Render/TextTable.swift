import ParapetMatching
import ParapetModel

/// Lays a table out in a width: figures whole and to the right, words wrapped where they must be.
struct TextTable {
  private let table: Table
  private let words: any Sentences
  private let style: TerminalStyle
  private let hasCaption: Bool
  private let cells: [[String]]
  private let widths: [Int]

  /// Columns stand two spaces apart.
  private static let gap = 2
  /// A column of words is not narrowed below this.
  private static let narrowest = 12

  init(
    _ table: Table, words: any Sentences, width: Int, style: TerminalStyle, hasCaption: Bool = true
  ) {
    self.table = table
    self.hasCaption = hasCaption
    self.words = words
    self.style = style
    let currency = table.currency
    let cells = table.rows.enumerated().map { number, row in
      let isPartial = table.partialRows?.contains(number) ?? false
      return row.map { Plain.safe(CellText.of($0, words, currency: currency, isPartial: isPartial)) }
    }
    self.cells = cells
    let headings = table.columns.map { Plain.safe($0.heading) }
    var widths = headings.map { DisplayWidth.of($0) }
    for row in cells {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
    }
    // A column of prose keeps its longest word whole, as far as words are of a usual length.
    let least = widths.indices.map { column in
      let texts = [headings[column]] + cells.map { $0[column] }
      return min(18, texts.flatMap { $0.split(separator: " ") }.map { DisplayWidth.of($0) }.max() ?? 0)
    }
    self.widths = TextTable.narrowed(widths, least: least, columns: table.columns, to: width)
  }

  /// Takes what is too much from the widest column of prose, again and again, then of single words.
  private static func narrowed(
    _ widths: [Int], least: [Int], columns: [Table.Column], to width: Int
  ) -> [Int] {
    var widths = widths
    var excess = widths.reduce(0, +) + gap * (widths.count - 1) - width
    while excess > 0 {
      func widest(_ kind: Table.Column.Kind, keeping least: [Int]) -> Int? {
        widths.indices.filter { columns[$0].kind == kind && widths[$0] > max(8, least[$0]) }
          .max { widths[$0] < widths[$1] }
      }
      let tokens = widths.map { _ in narrowest }
      guard let widest = widest(.prose, keeping: least) ?? widest(.token, keeping: tokens) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  var lines: [String] {
    let caption = hasCaption ? table.caption(in: words) : table.currency.map { "(\($0.code))" } ?? ""
    var lines = caption.isEmpty ? [] : Wrap.lines(Plain.safe(caption), width: 1000)
    lines += row(table.columns.map { Plain.safe($0.heading) }, verdicts: []).map { style.strong($0) }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    lines.append(rule)
    for (index, cells) in cells.enumerated() {
      if table.totals > 0, index == self.cells.count - table.totals { lines.append(rule) }
      lines += row(cells, verdicts: table.rows[index])
    }
    return lines
  }

  private func row(_ texts: [String], verdicts: [Cell]) -> [String] {
    let broken = texts.enumerated().map { Wrap.lines($1, width: widths[$0]) }
    let height = broken.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var text = ""
      for column in widths.indices {
        let part = line < broken[column].count ? broken[column][line] : ""
        let space = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(part)))
        var shown = part
        if verdicts.indices.contains(column), case .verdict(let verdict) = verdicts[column], !part.isEmpty {
          shown = style.colour(part, as: verdict)
        }
        text += table.columns[column].kind == .figure ? space + shown : shown + space
        if column < widths.count - 1 { text += String(repeating: " ", count: TextTable.gap) }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}

/// A cell as people read it, in a language.
enum CellText {
  /// The text of a cell; an amount of the table's one currency goes without it, since the caption says it.
  static func of(
    _ cell: Cell, _ words: any Sentences, currency: Currency? = nil, isPartial: Bool = false
  ) -> String {
    switch cell {
    case .empty: ""
    case .text(let text), .link(let text, _): text
    case .phrase(let phrase): phrase.plain(in: words)
    case .number(let number): words.number(number)
    case .year(let year): String(year)
    case .hundredths(let number): words.hundredths(number)
    case .quantity(let number): words.quantity(number)
    case .rate(let rate): words.percent(rate)
    case .money(let amount):
      (amount.currency == currency ? words.hundredths(Int(amount.minorUnits)) : words.money(amount))
        + (isPartial ? Table.mark : "")
    case .day(let day): words.date(day)
    case .verdict(let verdict): words.word(verdict)
    }
  }
}
