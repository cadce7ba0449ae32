import CXlsxWriter
import Foundation
import ParapetModel

/// Writes workbooks as files of Office Open XML.
///
/// libxlsxwriter writes to a path alone, and prints numbers by the locale of the thread: that is set to the one that the
/// format asks for. Nothing in the file tells when it was written.
public enum WorkbookFile {
  /// Why a workbook was not written.
  public struct WritingError: Error, Hashable, Sendable {
    /// The library's own words.
    public var reason: String
  }

  /// Writes a workbook to a path.
  public static func write(_ workbook: DocumentWorkbook, to path: String) throws(WritingError) {
    let locale = newlocale(1 << LC_NUMERIC, "C", nil)
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    guard let book = workbook_new(path) else { throw WritingError(reason: "no memory") }
    describe(workbook, book)
    let formats = CellFormats(book, workbook)
    for sheet in workbook.sheets {
      guard let page = workbook_add_worksheet(book, sheet.name) else { continue }
      let writer = SheetWriter(sheet: sheet, page: page, formats: formats)
      writer.write(under: workbook.title)
      if let mark = workbook.mark { writer.mark(mark) }
    }
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else { throw WritingError(reason: String(cString: lxw_strerror(error))) }
  }

  private static func describe(_ workbook: DocumentWorkbook, _ book: UnsafeMutablePointer<lxw_workbook>) {
    let (title, author) = (strdup(SheetWriter.cell(workbook.title, limit: 255)), strdup("Parapet"))
    defer {
      free(title)
      free(author)
    }
    var properties = lxw_doc_properties()
    properties.title = title
    properties.author = author
    properties.created = time_t(workbook.day.daysOfUnix) * 86_400
    workbook_set_properties(book, &properties)
  }
}

extension Day {
  /// How many days it comes after the first of 1970.
  fileprivate var daysOfUnix: Int {
    guard let start = Day(year: 1970, month: 1, day: 1) else { return 0 }
    return start.days(until: self)
  }
}
