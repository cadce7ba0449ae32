/// Where a table of a portfolio was found: a file of CSV, or a sheet of a workbook.
enum InputSource {
  /// The bytes of a file of CSV.
  case csv([UInt8], file: String)
  /// A sheet of a workbook.
  case sheet(Sheet, file: String)

  /// The table, as a reader reads it.
  func table(_ reader: CSVReader) -> InputTable {
    switch self {
    case .csv(let bytes, let file): reader.read(bytes, file: file)
    case .sheet(let sheet, let file): reader.read(sheet, file: file)
    }
  }
}

/// A sheet of a workbook: its name and its rows, with what the workbook says each value is.
struct Sheet: Hashable {
  /// The name that its tab shows.
  var name: String
  /// The rows that hold anything, in their order; each has a cell for each column up to its last.
  var rows: [InputRow]
}
