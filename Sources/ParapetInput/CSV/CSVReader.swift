import ParapetModel

/// A CSV file as a table: rows that can be asked by column name, and the ids of rows that were refused.
struct CSVTable {
  /// The file, for diagnostics.
  var source: TextFile
  /// Where each known column stands.
  var columns: [String: Int] = [:]
  /// The rows that fit the header.
  var rows: [CSVRecord] = []
  /// The rows that were refused, as far as they could be read.
  var refused: [CSVRecord] = []
  /// What was found wrong so far.
  var diagnostics: [Diagnostic] = []

  /// A cell of a row with its text trimmed, or nothing where it is empty or the file has no such column.
  func cell(_ name: String, of row: CSVRecord) -> CSVCell? {
    guard let index = columns[name], index < row.cells.count else { return nil }
    var cell = row.cells[index]
    let scalars = cell.text.unicodeScalars
    let trimmed = scalars.drop { $0.properties.isWhitespace }
    cell.column += scalars.distance(from: scalars.startIndex, to: trimmed.startIndex)
    var end = trimmed.endIndex
    while end > trimmed.startIndex, scalars[scalars.index(before: end)].properties.isWhitespace {
      end = scalars.index(before: end)
    }
    cell.text = String(trimmed[..<end])
    return cell.text.isEmpty ? nil : cell
  }
}

/// Reads CSV as spreadsheets write it: its delimiter and encoding are found by themselves, each cell has a place.
struct CSVReader {
  /// The most rows of a file.
  static let mostRows = 200_000
  /// The delimiters that are tried, in this order.
  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab]

  /// The columns that mean something, in the order in which people write them.
  var known: [String]
  /// The columns without which no row can be used.
  var required: [String]

  /// Reads the bytes of a file.
  func read(_ raw: [UInt8], file: String) -> CSVTable {
    var table: CSVTable
    switch TextEncoding(of: raw) {
    case .utf8:
      table = CSVTable(source: TextFile(file: file, utf8: TextEncoding.withoutMark(raw)))
    case .windows1252(let offset):
      table = CSVTable(source: TextFile(file: file, utf8: TextEncoding.utf8(fromWindows1252: raw)))
      let before = TextEncoding.utf8(fromWindows1252: Array(raw[..<offset])).count
      let place = table.source.position(ofByte: before)
      table.diagnostics.append(table.source.notUTF8(line: place.line, column: place.column))
    case .utf16:
      table = CSVTable(source: TextFile(file: file, utf8: []))
      table.diagnostics.append(table.source.isUTF16())
      return table
    }
    var scanner = CSVScanner(utf8: table.source.bytes, delimiter: delimiter(of: table.source.bytes))
    guard let header = nextRecord(of: &scanner), readHeader(header, into: &table) else {
      if table.columns.isEmpty, !table.diagnostics.contains(where: { $0.severity == .error }) {
        table.diagnostics.append(table.source.isEmpty(columns: known))
      }
      return table
    }
    while let record = nextRecord(of: &scanner) {
      guard table.rows.count + table.refused.count < CSVReader.mostRows else {
        table.diagnostics.append(table.source.tooManyRows(line: record.line))
        break
      }
      take(record, columns: header.cells.count, into: &table)
    }
    return table
  }

  /// The delimiter by which the header has most known names; of equals the first.
  private func delimiter(of bytes: [UInt8]) -> UInt8 {
    var best = (delimiter: CSVReader.delimiters[0], names: -1)
    for delimiter in CSVReader.delimiters {
      var scanner = CSVScanner(utf8: bytes, delimiter: delimiter)
      let names = nextRecord(of: &scanner)?.cells.count { known.contains($0.text) } ?? 0
      if names > best.names { best = (delimiter, names) }
    }
    return best.delimiter
  }

  private func nextRecord(of scanner: inout CSVScanner) -> CSVRecord? {
    while let record = scanner.next() {
      if !record.isBlank { return record }
    }
    return nil
  }

  /// Whether the header has the columns that are required.
  private func readHeader(_ header: CSVRecord, into table: inout CSVTable) -> Bool {
    for fault in header.faults {
      table.diagnostics.append(table.source.wrong(fault))
    }
    for (index, cell) in header.cells.enumerated() {
      if !known.contains(cell.text) {
        // Spreadsheets leave nameless columns at the end; they carry nothing that could be missed.
        if cell.text.isEmpty { continue }
        table.diagnostics.append(table.source.unknownColumn(cell, known: known))
      } else if table.columns[cell.text] != nil {
        table.diagnostics.append(table.source.doubledColumn(cell))
      } else {
        table.columns[cell.text] = index
      }
    }
    let missing = required.filter { table.columns[$0] == nil }
    if !missing.isEmpty {
      table.diagnostics.append(table.source.missingColumns(missing, line: header.line))
    }
    return missing.isEmpty
  }

  private func take(_ record: CSVRecord, columns: Int, into table: inout CSVTable) {
    guard record.faults.isEmpty else {
      for fault in record.faults {
        table.diagnostics.append(table.source.wrong(fault))
      }
      table.refused.append(record)
      return
    }
    guard record.cells.count == columns else {
      table.diagnostics.append(table.source.raggedRow(record, columns: columns))
      table.refused.append(record)
      return
    }
    table.rows.append(record)
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func notUTF8(line: Int, column: Int) -> Diagnostic {
    diagnostic(
      .warning, id: "not-utf8-csv", line: line, column: column,
      "the file is not UTF-8 and was read as Windows-1252",
      suggestion: "check the accents, and save it as “CSV UTF-8”")
  }

  fileprivate func isUTF16() -> Diagnostic {
    diagnostic(
      .error, id: "not-utf8-csv", line: nil, column: nil, "the file is UTF-16 and was not read",
      suggestion: "save it as “CSV UTF-8”")
  }

  fileprivate func isEmpty(columns: [String]) -> Diagnostic {
    diagnostic(
      .error, id: "empty-csv", line: nil, column: nil, "the file has no header",
      suggestion: "the first line names the columns: " + columns.joined(separator: ","))
  }

  fileprivate func tooManyRows(line: Int) -> Diagnostic {
    diagnostic(
      .error, id: "too-many-rows", line: line, column: nil,
      "the file has more than \(CSVReader.mostRows) rows; this one and the following were not read")
  }

  fileprivate func unknownColumn(_ cell: CSVCell, known: [String]) -> Diagnostic {
    diagnostic(
      .warning, id: "unknown-column", line: cell.line, column: cell.column,
      "unknown column '\(cell.text.prefix(80))', which is not used",
      suggestion: Diagnostic.nearest(to: cell.text, among: known).map { "did you mean '\($0)'?" })
  }

  fileprivate func doubledColumn(_ cell: CSVCell) -> Diagnostic {
    diagnostic(
      .error, id: "doubled-column", line: cell.line, column: cell.column,
      "the column '\(cell.text)' stands twice; the first one counts")
  }

  fileprivate func missingColumns(_ names: [String], line: Int) -> Diagnostic {
    diagnostic(
      .error, id: "missing-column", line: line, column: 1,
      "the header lacks " + names.map { "'\($0)'" }.joined(separator: ", ") + ", so no row can be read",
      suggestion: "the first line names the columns, split by comma, semicolon or tab")
  }

  fileprivate func raggedRow(_ record: CSVRecord, columns: Int) -> Diagnostic {
    let count = record.cells.count
    let place = count > columns ? record.cells[columns] : record.cells.last
    return diagnostic(
      .error, id: "ragged-row", line: record.line, column: place?.line == record.line ? place?.column : nil,
      "the row has \(count) cells where the header has \(columns); it was not read",
      suggestion: count > columns
        ? "a text or an amount that holds the delimiter stands in quotes: \"1,5\""
        : "an empty cell still needs its delimiter")
  }

  fileprivate func wrong(_ fault: CSVRecord.Fault) -> Diagnostic {
    let (line, column) = (fault.line, fault.column)
    return switch fault.kind {
    case .unclosedQuote:
      diagnostic(
        .error, id: "unclosed-quote", line: line, column: column,
        "the quote that opens here is never closed; the row was not read",
        suggestion: "close it, or double it where it is part of the text: \"\"")
    case .textAfterQuote:
      diagnostic(
        .error, id: "text-after-quote", line: line, column: column,
        "text follows a closing quote; the row was not read",
        suggestion: "double the quotes that are part of the text: \"\"")
    case .controlCharacter:
      diagnostic(
        .error, id: "control-character", line: line, column: column,
        "a control character stands here; the row was not read", suggestion: "delete it")
    case .cellTooLong:
      diagnostic(
        .error, id: "cell-too-long", line: line, column: column,
        "the cell is longer than \(CSVScanner.longestCell) bytes; the row was not read")
    case .tooManyColumns:
      diagnostic(
        .error, id: "too-many-columns", line: line, column: column,
        "the row has more than \(CSVScanner.mostColumns) cells; it was not read")
    }
  }
}
