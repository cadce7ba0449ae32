import CXlsxWriter
import Foundation
import ParapetModel

/// Writes one table as a sheet: figures and days as such, words as words, ready to be printed.
struct SheetWriter {
  let sheet: DocumentWorkbook.Sheet
  let page: UnsafeMutablePointer<lxw_worksheet>
  let formats: CellFormats

  /// The most characters of a cell, by the file format.
  private static let longestText = 32_767
  /// The most hundredths that a spreadsheet counts exactly, which has fifteen digits.
  private static let exact: Int64 = 999_999_999_999_999
  /// The most lines of a row: no row is higher than 409 points.
  private static let mostLines = 27
  /// With so many columns those of prose are wide.
  private static let fewColumns = 5
  /// The most columns that one page's width has room for.
  private static let mostColumns = 12
  /// The longest address that Excel follows.
  private static let longestAddress = 2_000

  /// Writes the head, the rows, and how the sheet is shown and printed.
  func write(under title: String) {
    let widths = sheet.columns.indices.map { width(of: $0) }
    for (column, heading) in sheet.columns.enumerated() {
      worksheet_write_string(
        page, 0, lxw_col_t(column), SheetWriter.cell(heading.heading),
        heading.kind == .figure ? formats.figureHead : formats.head)
      let place = lxw_col_t(column)
      worksheet_set_column(page, place, place, Double(widths[column]), nil)
    }
    let lines = zip(sheet.columns, widths).map { Wrap.lines($0.heading, width: $1 - 1).count }.max() ?? 1
    if lines > 1 { worksheet_set_row(page, 0, Double(min(lines, SheetWriter.mostLines)) * 15, nil) }
    for (number, row) in sheet.rows.enumerated() {
      for (column, cell) in row.cells.enumerated() {
        write(cell, of: row, lxw_row_t(number + 1), lxw_col_t(column))
      }
      // Not every program makes room for wrapped lines when it opens a file.
      let lines =
        row.cells.indices.map { lineCount(of: row.cells[$0], in: widths[$0], isWrapped: isProse($0)) }.max()
        ?? 1
      if lines > 1 {
        worksheet_set_row(page, lxw_row_t(number + 1), Double(min(lines, SheetWriter.mostLines)) * 15, nil)
      }
    }
    let (lastRow, lastColumn) = (lxw_row_t(sheet.rows.count), lxw_col_t(max(0, sheet.columns.count - 1)))
    worksheet_freeze_panes(page, 1, 0)
    if sheet.columns.count > 1, !sheet.rows.isEmpty {
      worksheet_autofilter(page, 0, 0, lastRow, lastColumn)
    }
    prepareForPrint(title)
  }

  /// Puts a mark below the rows and at the head of every printed page.
  func mark(_ text: String) {
    worksheet_write_string(
      page, lxw_row_t(sheet.rows.count + 2), 0, SheetWriter.cell(text), formats.mark)
    let head = SheetWriter.cell(text.replacing("&", with: "&&"), limit: 200)
    worksheet_set_header(page, "&C&\"-,Bold\"\(head)")
    worksheet_set_tab_color(page, 0xA8201A)
  }

  private func prepareForPrint(_ title: String) {
    worksheet_set_paper(page, 9)  // A4
    if sheet.columns.count > 4 { worksheet_set_landscape(page) }
    worksheet_repeat_rows(page, 0, 0)
    // More columns would be too small to be read on one page's width.
    if sheet.columns.count > SheetWriter.mostColumns {
      worksheet_repeat_columns(page, 0, 0)
    } else {
      worksheet_fit_to_pages(page, 1, 0)
    }
    // An ampersand begins a command of a footer, whose text has 255 characters at most.
    let name = SheetWriter.cell(title.replacing("&", with: "&&"), limit: 120)
    worksheet_set_footer(page, "&L&8\(name)&R&8&P / &N")
  }

  private func write(_ cell: Cell, of row: DocumentWorkbook.Row, _ line: lxw_row_t, _ column: lxw_col_t) {
    let isTotal = row.sumOf != nil
    func number(_ value: Double, _ format: CellFormats.Format) {
      worksheet_write_number(page, line, column, value, format)
    }
    switch cell {
    case .empty:
      // The line above a total goes through.
      if isTotal { worksheet_write_blank(page, line, column, formats.total) }
    case .text(let text): write(text, isTotal, line, column)
    case .link(let text, let url):
      if WebAddress.isSafe(url), url.utf8.count <= SheetWriter.longestAddress {
        worksheet_write_url(page, line, column, url, nil)
      }
      write(text, isTotal, line, column)
    case .verdict, .phrase: write(cell.plain ?? "", isTotal, line, column)
    case .number(let value): number(Double(value), isTotal ? formats.wholeSum : formats.whole)
    case .year(let value): number(Double(value), formats.year)
    case .hundredths(let value): number(Double(value) / 100, formats.hundredths)
    case .quantity(let value): number(Double(value) / 10_000, formats.quantity)
    case .rate(let rate): number(Double(rate.millionths) / 1_000_000, formats.rate)
    case .day(let day): write(day, line, column)
    case .money(let amount): write(amount, of: row, line, column)
    }
  }

  private func write(_ text: String, _ isTotal: Bool, _ line: lxw_row_t, _ column: lxw_col_t) {
    let format =
      isTotal
      ? formats.total
      : isProse(Int(column))
        ? formats.prose : sheet.columns[Int(column)].kind == .figure ? formats.figure : formats.token
    worksheet_write_string(page, line, column, SheetWriter.cell(text), format)
  }

  /// Whether the texts of a column are broken into lines.
  private func isProse(_ column: Int) -> Bool {
    sheet.columns[column].kind == .prose || sheet.columns.count == 1
  }

  /// A sum is a formula with its value beside it, since not every program works formulas out when it opens a file.
  private func write(_ amount: Money, of row: DocumentWorkbook.Row, _ line: lxw_row_t, _ column: lxw_col_t) {
    guard amount.minorUnits.magnitude <= SheetWriter.exact.magnitude else {
      return write(amount.decimal, row.sumOf != nil, line, column)
    }
    let value = Double(amount.minorUnits) / 100
    let format = formats.money(amount.currency, isTotal: row.sumOf != nil)
    guard let rows = row.sumOf, !rows.isEmpty, isSum(amount, of: rows, Int(column)) else {
      worksheet_write_number(page, line, column, value, format)
      return
    }
    let name = SheetWriter.name(ofColumn: Int(column))
    let formula = "=SUM(\(name)\(rows.lowerBound + 2):\(name)\(rows.upperBound + 1))"
    worksheet_write_formula_num(page, line, column, formula, format, value)
  }

  /// Whether an amount is the sum of those above it; what a total leaves out must not be summed by a formula.
  private func isSum(_ amount: Money, of rows: Range<Int>, _ column: Int) -> Bool {
    var sum: Int64 = 0
    for row in rows {
      switch sheet.rows[row].cells[column] {
      case .empty: continue
      case .money(let part) where part.currency == amount.currency:
        let (next, isOver) = sum.addingReportingOverflow(part.minorUnits)
        guard !isOver else { return false }
        sum = next
      case .money, .text, .link, .phrase, .number, .year, .hundredths, .quantity, .rate, .day, .verdict:
        return false
      }
    }
    return sum == amount.minorUnits
  }

  private func write(_ day: Day, _ line: lxw_row_t, _ column: lxw_col_t) {
    let (year, month, number) = day.components
    // A spreadsheet counts its days from 1900.
    guard (1900...9999).contains(year) else { return write(day.description, false, line, column) }
    var moment = lxw_datetime()
    moment.year = Int32(year)
    moment.month = Int32(month)
    moment.day = Int32(number)
    worksheet_write_datetime(page, line, column, &moment, formats.day)
  }

  /// How many lines a text takes in a column, where it is broken at all.
  private func lineCount(of cell: Cell, in width: Int, isWrapped: Bool) -> Int {
    guard isWrapped, let text = cell.plain, !text.isEmpty else { return 1 }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + Wrap.lines(String($1), width: width - 2).count }
  }

  /// As wide as what stands in it, within what can be read on a screen.
  private func width(of column: Int) -> Int {
    let widest =
      sheet.rows.prefix(2_000).map { row in
        DisplayWidth.of(row.cells[column].plain ?? "") + row.cells[column].room
      }.max() ?? 0
    let heading = sheet.columns[column].heading
    let word = heading.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
    let prose = sheet.columns.count > SheetWriter.fewColumns ? 28 : 48
    let most = sheet.columns.count == 1 ? 68 : sheet.columns[column].kind == .prose ? prose : 30
    return min(most, max(8, max(widest, word + 2) + 2))
  }

  /// The letters of a column.
  private static func name(ofColumn number: Int) -> String {
    var name = ""
    var rest = number
    repeat {
      guard let letter = UnicodeScalar(UInt8(65 + rest % 26)).description.first else { return name }
      name = String(letter) + name
      rest = rest / 26 - 1
    } while rest >= 0
    return name
  }

  /// A text as a cell takes it: without controls, and cut with a mark where it is too long; what the file format
  /// would take for the number of a character is written so that it stays what it is.
  static func cell(_ text: String, limit: Int = longestText) -> String {
    var safe = Plain.safe(text, keepingLines: true)
    if safe.contains("_x") { safe = safe.replacing(#/_x(?=[0-9A-Fa-f]{4}_)/#, with: "_x005F_x") }
    guard safe.utf16.count > limit else { return safe }
    var cut = ""
    var count = 1
    for scalar in safe.unicodeScalars {
      count += scalar.utf16.count
      guard count <= limit else { break }
      cut.unicodeScalars.append(scalar)
    }
    return cut + "…"
  }
}

extension Cell {
  /// The signs that a figure or day takes beyond those of its plain form.
  fileprivate var room: Int {
    switch self {
    case .money(let amount): 4 + amount.decimal.utf8.count / 3
    case .day: 7
    case .number, .hundredths, .quantity, .rate: 2
    case .year: 0
    case .empty, .text, .link, .phrase, .verdict: 0
    }
  }
}
