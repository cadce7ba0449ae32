/// Cuts the bytes of a CSV file into records after RFC 4180, whatever they are, and never fails.
///
/// Line breaks are CR LF, LF or CR. A quote inside an unquoted cell is a letter like others.
struct CSVScanner {
  /// The most bytes of one cell.
  static let longestCell = 1 << 20
  /// The most cells of one record.
  static let mostColumns = 256
  /// How often reading starts again on the line after a quote that was never closed.
  static let mostRestarts = 8

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position = 0
  private var line = 1
  private var column = 1
  private var restarts = 0

  /// A scanner of UTF-8 bytes, which begins behind so many of them, all on the first line.
  init(utf8 bytes: [UInt8], delimiter: UInt8, after start: Int = 0) {
    self.bytes = bytes
    self.delimiter = delimiter
    while position < min(start, bytes.count) { advance() }
  }

  /// The next record, or nothing at the end.
  mutating func next() -> InputRow? {
    guard position < bytes.count else { return nil }
    var record = InputRow(line: line)
    while true {
      let start = (line: line, column: column)
      let restarted: Bool
      let cell: InputCell
      if byte == .quote {
        (cell, restarted) = quotedCell(of: &record)
      } else {
        cell = InputCell(text: plainText(of: &record, after: []), line: line, column: start.column)
        restarted = false
      }
      if record.cells.count < CSVScanner.mostColumns {
        record.cells.append(cell)
      } else if record.cells.count == CSVScanner.mostColumns, !record.has(.tooManyColumns) {
        record.faults.append(InputRow.Fault(kind: .tooManyColumns, line: start.line, column: start.column))
      }
      if restarted { return record }
      guard let byte else { return record }
      advance()
      if byte != delimiter {
        if byte == .carriageReturn, self.byte == .lineFeed { advance() }
        return record
      }
    }
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var atCellEnd: Bool {
    guard let byte else { return true }
    return byte == delimiter || byte == .lineFeed || byte == .carriageReturn
  }

  private mutating func advance() {
    let byte = bytes[position]
    position += 1
    if byte == .lineFeed || (byte == .carriageReturn && self.byte != .lineFeed) {
      line += 1
      column = 1
    } else if !byte.continuesScalar {
      column += 1
    }
  }

  /// Reads up to the end of the cell; what was read of it before comes first.
  private mutating func plainText(of record: inout InputRow, after before: [UInt8]) -> String {
    var text = before
    while true {
      takeRun(into: &text)
      if atCellEnd { break }
      take(into: &text, of: &record)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func quotedCell(of record: inout InputRow) -> (cell: InputCell, restarted: Bool) {
    let opening = (position: position, line: line, column: column)
    advance()
    let start = (line: line, column: column)
    var text: [UInt8] = []
    while true {
      takeRun(into: &text)
      guard let byte, text.count <= CSVScanner.longestCell else { break }
      if byte == .quote {
        advance()
        guard self.byte == .quote else {
          // Text after a closing quote on a later line: that quote opened another cell, and this one is unclosed.
          if !atCellEnd, line > opening.line {
            restart(after: opening, reporting: .unclosedQuote, in: &record)
            return (InputCell(text: "", line: start.line, column: start.column), true)
          }
          if !atCellEnd {
            record.faults.append(InputRow.Fault(kind: .textAfterQuote, line: line, column: column))
          }
          let whole = plainText(of: &record, after: text)
          return (InputCell(text: whole, line: start.line, column: start.column), false)
        }
        advance()
        text.append(.quote)
      } else if byte == .carriageReturn {
        advance()
        if self.byte != .lineFeed { text.append(.lineFeed) }
      } else {
        take(into: &text, of: &record)
      }
    }
    restarts += 1
    restart(after: opening, reporting: byte == nil ? .unclosedQuote : .cellTooLong, in: &record)
    return (InputCell(text: "", line: start.line, column: start.column), true)
  }

  /// Names the quote that swallowed what follows, and goes back to the line after it, so that one stray quote does
  /// not cost the rows below.
  ///
  /// What is read twice holds no quote that could open a cell over several lines again (between two such quotes all
  /// others are doubled), so the whole stays linear but for the counted cases, which run on to a limit.
  private mutating func restart(
    after opening: (position: Int, line: Int, column: Int), reporting kind: InputRow.Fault.Kind,
    in record: inout InputRow
  ) {
    record.faults = record.faults.filter { $0.line <= opening.line }
    record.faults.append(InputRow.Fault(kind: kind, line: opening.line, column: opening.column))
    guard restarts <= CSVScanner.mostRestarts,
      let lineBreak = bytes[opening.position...].firstIndex(where: {
        $0 == .lineFeed || $0 == .carriageReturn
      })
    else {
      position = bytes.count
      return
    }
    position = lineBreak
    line = opening.line
    if bytes[position] == .carriageReturn, position + 1 < bytes.count, bytes[position + 1] == .lineFeed {
      position += 1
    }
    advance()
  }

  /// Takes printable ASCII that is neither a delimiter nor a quote, as most of most files is, in one go.
  private mutating func takeRun(into text: inout [UInt8]) {
    let most = min(bytes.count, position + max(0, CSVScanner.longestCell - text.count))
    let end = bytes.withUnsafeBufferPointer { bytes in
      var end = position
      while end < most, bytes[end] &- 0x20 < 0x5F, bytes[end] != delimiter, bytes[end] != .quote { end += 1 }
      return end
    }
    text += bytes[position..<end]
    column += end - position
    position = end
  }

  private mutating func take(into text: inout [UInt8], of record: inout InputRow) {
    let byte = bytes[position]
    let upperControl =
      byte == 0xC2 && position + 1 < bytes.count && (0x80..<0xA0).contains(bytes[position + 1])
    if byte.isForbiddenControl || upperControl, !record.has(.controlCharacter) {
      record.faults.append(InputRow.Fault(kind: .controlCharacter, line: line, column: column))
    }
    if text.count <= CSVScanner.longestCell {
      text.append(byte)
    } else if !record.has(.cellTooLong) {
      record.faults.append(InputRow.Fault(kind: .cellTooLong, line: line, column: column))
    }
    advance()
  }
}

extension InputRow {
  fileprivate func has(_ kind: Fault.Kind) -> Bool { faults.contains { $0.kind == kind } }
}
