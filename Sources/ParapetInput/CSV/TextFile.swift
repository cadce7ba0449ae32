import ParapetModel

/// A text file that a person wrote, as UTF-8 bytes with its lines, so that findings can quote them.
struct TextFile {
  /// The file, as the person named it.
  let file: String
  /// The sheet, where the file is a workbook and the lines and columns are those of the sheet.
  let sheet: String?
  /// Its text in UTF-8, without a byte order mark.
  let bytes: [UInt8]
  private let lineStarts: [Int]

  /// The longest line that is quoted; what is longer is no help to a reader.
  static let longestExcerpt = 1_000

  /// A file from UTF-8 bytes.
  init(file: String, utf8 bytes: [UInt8]) {
    self.file = file
    self.sheet = nil
    self.bytes = bytes
    var starts = [0]
    for (position, byte) in bytes.enumerated() {
      let loneReturn =
        byte == .carriageReturn && (position + 1 == bytes.count || bytes[position + 1] != .lineFeed)
      if byte == .lineFeed || loneReturn { starts.append(position + 1) }
    }
    lineStarts = starts
  }

  /// A workbook, or a sheet of one, which has no lines of text.
  init(workbook file: String, sheet: String?) {
    self.file = file
    self.sheet = sheet
    bytes = []
    lineStarts = [0]
  }

  /// The text as a string.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A line's text without its break, or nothing where there is no such line or it is too long to quote.
  func excerpt(ofLine line: Int) -> String? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
    guard end > start, end - start <= TextFile.longestExcerpt else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The line and column, in Unicode scalars from 1, of a byte.
  func position(ofByte offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = bytes[lineStarts[low]..<min(offset, bytes.count)].count { !$0.continuesScalar }
    return (low + 1, column + 1)
  }

  /// A finding in this file, with the line that it is about.
  func diagnostic(
    _ severity: Diagnostic.Severity, id: String, line: Int?, column: Int?, _ message: Message,
    suggestion: Message? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, id: id, at: Diagnostic.Place(file: file, line: line, column: column, sheet: sheet), message,
      suggestion: suggestion, excerpt: line.flatMap(excerpt(ofLine:)))
  }

  /// A finding about a cell.
  func diagnostic(
    _ severity: Diagnostic.Severity, id: String, at cell: InputCell, _ message: Message,
    suggestion: Message? = nil
  ) -> Diagnostic {
    diagnostic(severity, id: id, line: cell.line, column: cell.column, message, suggestion: suggestion)
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")

  /// Whether it is not the first byte of a Unicode scalar in UTF-8.
  var continuesScalar: Bool { self & 0b1100_0000 == 0b1000_0000 }

  /// Whether it is a control character that no text file needs: all but tab and line breaks.
  var isForbiddenControl: Bool {
    (self < .space && self != .tab && self != .lineFeed && self != .carriageReturn) || self == 0x7F
  }
}
