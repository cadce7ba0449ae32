import CXlsxWriter
import Foundation

extension PortfolioTemplate {
  /// Why a workbook was not written.
  public struct WorkbookError: Error, Hashable, Sendable {
    /// The library's own words.
    public var reason: String
  }

  /// Writes the tables as the sheets of one workbook, with its cells ready for days, amounts and choices.
  ///
  /// libxlsxwriter writes to a path alone, and prints numbers by the locale of the thread: that is set to the one that
  /// the format asks for.
  public func writeWorkbook(to path: String) throws(WorkbookError) {
    let locale = newlocale(1 << LC_NUMERIC, "C", nil)
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    guard let book = workbook_new(path) else { throw WorkbookError(reason: "no memory") }
    let heading = workbook_add_format(book)
    format_set_bold(heading)
    format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    let day = format(book, "yyyy\\-mm\\-dd")
    let amount = format(book, "#,##0.00")
    let text = format(book, "@")
    for table in tables {
      guard let page = workbook_add_worksheet(book, table.caption) else { continue }
      worksheet_freeze_panes(page, 1, 0)
      for (number, column) in table.columns.map(\.heading).enumerated() {
        let column16 = lxw_col_t(number)
        let format: UnsafeMutablePointer<lxw_format>? =
          switch column {
          case "start", "end": day
          case "cost", "vat", "unit_cost", "amount": amount
          case "id", "item": text
          default: nil
          }
        let width = column == "title" || column == "description" || column == "name" ? 40.0 : 18.0
        worksheet_set_column(page, column16, column16, width, format)
        worksheet_write_string(page, 0, column16, column, heading)
        if column == "component" { offer(["prevention", "protection"], on: page, column16) }
      }
      for (row, cells) in table.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          worksheet_write_string(page, lxw_row_t(row + 1), lxw_col_t(column), cell.plain ?? "", nil)
        }
      }
    }
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else { throw WorkbookError(reason: String(cString: lxw_strerror(error))) }
  }

  private func format(_ book: UnsafeMutablePointer<lxw_workbook>, _ code: String)
    -> UnsafeMutablePointer<lxw_format>?
  {
    let format = workbook_add_format(book)
    format_set_num_format(format, code)
    return format
  }

  /// Offers words to choose from in a column.
  private func offer(_ words: [String], on page: UnsafeMutablePointer<lxw_worksheet>, _ column: lxw_col_t) {
    let copies = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var list: [UnsafeMutablePointer<CChar>?] = copies + [nil]
    list.withUnsafeMutableBufferPointer { buffer in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = buffer.baseAddress
      _ = worksheet_data_validation_range(page, 1, column, 1_000, column, &validation)
    }
  }
}
