import ParapetModel

/// Reads CSV as spreadsheets write it: its delimiter and encoding are found by themselves, each cell has a place.
struct CSVReader {
  /// The delimiters that are tried, in this order.
  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab]
  /// So many rows from the top the header is looked for, since people put a title above their table.
  static let rowsOfHead = 12

  /// The columns that mean something, in the order in which people write them.
  var known: [String]
  /// The columns without which no row can be used.
  var required: [String]

  /// Reads the bytes of a file.
  func read(_ raw: [UInt8], file: String) -> InputTable {
    var table: InputTable
    switch TextEncoding(of: raw) {
    case .utf8:
      table = InputTable(source: TextFile(file: file, utf8: TextEncoding.withoutMark(raw)))
    case .windows1252(let offset):
      table = InputTable(source: TextFile(file: file, utf8: TextEncoding.utf8(fromWindows1252: raw)))
      let before = TextEncoding.utf8(fromWindows1252: Array(raw[..<offset])).count
      let place = table.source.position(ofByte: before)
      table.diagnostics.append(table.source.notUTF8(line: place.line, column: place.column))
    case .utf16:
      table = InputTable(source: TextFile(file: file, utf8: []))
      table.diagnostics.append(table.source.isUTF16())
      return table
    }
    let bytes = table.source.bytes
    let stated = SeparatorLine(bytes)
    var scanner = CSVScanner(
      utf8: bytes, delimiter: stated?.delimiter ?? delimiter(of: bytes), after: stated?.length ?? 0)
    guard let header = header(of: &scanner) else {
      table.diagnostics.append(table.source.isEmpty(columns: known))
      return table
    }
    guard table.readHeader(header, known: known, required: required) else { return table }
    while let record = nextRecord(of: &scanner) {
      guard table.take(record, columns: header.cells.count) else { break }
    }
    return table
  }

  /// Reads a sheet of a workbook.
  func read(_ sheet: Sheet, file: String) -> InputTable {
    var table = InputTable(source: TextFile(workbook: file, sheet: sheet.name))
    let rows = sheet.rows.filter { !$0.isBlank }
    let head = rows.prefix(CSVReader.rowsOfHead).firstIndex(where: isHeader) ?? 0
    guard rows.indices.contains(head) else {
      table.diagnostics.append(table.source.isEmpty(columns: known))
      return table
    }
    var header = rows[head]
    // What stands in columns without a name belongs to no column.
    while header.cells.last?.text.allSatisfy(\.isWhitespace) == true { header.cells.removeLast() }
    guard table.readHeader(header, known: known, required: required) else { return table }
    for row in rows[(head + 1)...] {
      var row = row
      row.cells = Array(row.cells.prefix(header.cells.count))
      for column in row.cells.count..<max(row.cells.count, header.cells.count) {
        row.cells.append(InputCell(text: "", line: row.line, column: column + 1))
      }
      guard table.take(row, columns: header.cells.count) else { break }
    }
    return table
  }

  /// The delimiter of a file in UTF-8: that which it names in a line of its own, else that which fits its header best.
  func delimiter(used bytes: [UInt8]) -> UInt8 { SeparatorLine(bytes)?.delimiter ?? delimiter(of: bytes) }

  /// The delimiter by which one of the first rows has most known names; of equals the first.
  private func delimiter(of bytes: [UInt8]) -> UInt8 {
    var best = (delimiter: CSVReader.delimiters[0], names: -1)
    let (known, required) = (Set(known.map(InputTable.folded)), Set(required.map(InputTable.folded)))
    for delimiter in CSVReader.delimiters {
      // No row has more cells than the file has delimiters, and one.
      guard best.names < 0 || bytes.count(where: { $0 == delimiter }) >= best.names else { continue }
      var scanner = CSVScanner(utf8: bytes, delimiter: delimiter)
      var names = 0
      for _ in 0..<CSVReader.rowsOfHead {
        guard let record = nextRecord(of: &scanner) else { break }
        let cells = record.cells.map { InputTable.folded($0.text) }
        names = max(names, cells.count(where: known.contains))
        if !required.isEmpty, required.isSubset(of: cells) { break }
      }
      if names > best.names { best = (delimiter, names) }
    }
    return best.delimiter
  }

  /// The first of the rows at the top that has every required column, else the very first.
  private func header(of scanner: inout CSVScanner) -> InputRow? {
    guard let first = nextRecord(of: &scanner) else { return nil }
    if isHeader(first) { return first }
    var ahead = scanner
    for _ in 1..<CSVReader.rowsOfHead {
      guard let record = nextRecord(of: &ahead) else { break }
      if isHeader(record) {
        scanner = ahead
        return record
      }
    }
    return first
  }

  private func isHeader(_ record: InputRow) -> Bool {
    let names = Set(record.cells.map { InputTable.folded($0.text) })
    return !required.isEmpty && required.allSatisfy { names.contains(InputTable.folded($0)) }
  }

  private func nextRecord(of scanner: inout CSVScanner) -> InputRow? {
    while let record = scanner.next() {
      if !record.isBlank { return record }
    }
    return nil
  }
}

/// The line `sep=;` at the head of a file, by which Excel is told the delimiter.
struct SeparatorLine: Hashable {
  /// The delimiter that it states.
  var delimiter: UInt8
  /// Its bytes, with the line break.
  var length: Int

  /// The line at the head of the bytes, or nothing where they begin with anything else.
  init?(_ bytes: [UInt8]) {
    var line = bytes.prefix(16).prefix { $0 != .lineFeed && $0 != .carriageReturn }
    length = line.count
    if line.first == .quote, line.last == .quote, line.count == 7 { line = line.dropFirst().dropLast() }
    guard line.count == 5, line.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }),
      let last = line.last, last > .space || last == .tab, last < 0x7F, last != .quote
    else { return nil }
    delimiter = last
    if length < bytes.count, bytes[length] == .carriageReturn { length += 1 }
    if length < bytes.count, bytes[length] == .lineFeed { length += 1 }
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func notUTF8(line: Int, column: Int) -> Diagnostic {
    diagnostic(
      .warning, id: "not-utf8-csv", line: line, column: column,
      Message(
        en: "the file is not UTF-8 and was read as Windows-1252",
        fr: "le fichier n’est pas en UTF-8 et a été lu comme du Windows-1252"),
      suggestion: Message(
        en: "check the accents, and save it as “CSV UTF-8”",
        fr: "vérifiez les accents, et enregistrez-le comme « CSV UTF-8 »"))
  }

  fileprivate func isUTF16() -> Diagnostic {
    diagnostic(
      .error, id: "not-utf8-csv", line: nil, column: nil,
      Message(
        en: "the file is UTF-16 and was not read", fr: "le fichier est en UTF-16 et n’a pas été lu"),
      suggestion: Message(en: "save it as “CSV UTF-8”", fr: "enregistrez-le comme « CSV UTF-8 »"))
  }

  fileprivate func isEmpty(columns: [String]) -> Diagnostic {
    let names = columns.joined(separator: ",")
    return diagnostic(
      .error, id: "empty-csv", line: nil, column: nil,
      Message(en: "the table has no header", fr: "le tableau n’a pas d’en-tête"),
      suggestion: Message(
        en: "the first line names the columns: \(names)",
        fr: "la première ligne nomme les colonnes : \(names)"))
  }
}
