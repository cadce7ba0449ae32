/// A workbook as its tables show it: sheets of rows of typed cells, with formulas by the values that were saved.
package struct Workbook: Hashable, Sendable {
  /// What a cell holds.
  package enum Value: Hashable, Sendable {
    /// Nothing.
    case blank
    /// Words.
    case text(String)
    /// A number in plain decimals, as exact as spreadsheets keep one: to fifteen figures.
    case number(String)
    /// A day, `YYYY-MM-DD`.
    case day(String)
    /// What could not be worked out, such as `#REF!`; empty where a formula was saved without a value.
    case fault(String)
  }

  /// A row that holds anything.
  package struct Row: Hashable, Sendable {
    /// Its number, from 1.
    package var number: Int
    /// Its cells from the first column on.
    package var cells: [Value]
  }

  /// One sheet.
  package struct Sheet: Hashable, Sendable {
    /// The name that its tab shows.
    package var name: String
    /// Whether it is hidden.
    package var isHidden: Bool
    /// The rows that hold anything.
    package var rows: [Row]
  }

  /// The sheets, in the order of their tabs.
  package var sheets: [Sheet]

  /// Reads the bytes of a workbook, as Excel (Office Open XML) or LibreOffice (OpenDocument) writes it.
  package init(_ bytes: [UInt8]) throws(WorkbookFault) {
    // The mark of the compound files that protected and old workbooks are.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .protectedOrOld }
    let archive = try ZIPArchive(bytes)
    var room = Room()
    if try archive.entry("content.xml") != nil {
      sheets = try OpenDocumentReader.sheets(of: archive, room: &room)
    } else {
      sheets = try OfficeOpenReader.sheets(of: archive, room: &room)
    }
  }

  /// How much more may be read.
  struct Room {
    private var cells = WorkbookLimits.cells
    private var text = WorkbookLimits.text

    /// Makes room for a value; there is an end to it, also where one text is used a million times.
    mutating func take(_ value: Value) throws(WorkbookFault) {
      switch value {
      case .blank: return
      case .text(let words), .number(let words), .day(let words), .fault(let words): text -= words.utf8.count
      }
      cells -= 1
      guard cells >= 0, text >= 0 else { throw .tooLarge }
    }
  }
}
