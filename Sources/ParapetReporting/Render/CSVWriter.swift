import ParapetMatching
import ParapetModel

/// A flavour of CSV.
public enum CSVProfile: String, Hashable, Sendable, CaseIterable {
  /// What a French Excel opens by a double click: semicolons, decimal commas.
  case excelFrench = "excel-fr"
  /// What an English Excel opens by a double click: commas, decimal points.
  case excelEnglish = "excel-en"
  /// RFC 4180, for machines: no byte order mark.
  case rfc4180

  var delimiter: Unicode.Scalar { self == .excelFrench ? ";" : "," }
  var decimalMark: String { self == .excelFrench ? "," : "." }
  /// Excel takes a file without the mark for the code page of the machine.
  var byteOrderMark: String { self == .rfc4180 ? "" : "\u{FEFF}" }
}

/// Writes tables as CSV that no spreadsheet takes for formulas.
public struct CSVWriter: Sendable {
  private let profile: CSVProfile
  /// What says codes to people; nothing where programs read them.
  private let words: (any Sentences)?

  /// A writer of a flavour.
  ///
  /// - Parameter words: what says the codes of columns where a spreadsheet opens the file; RFC 4180 has the codes.
  public init(_ profile: CSVProfile, words: (any Sentences)? = nil) {
    self.profile = profile
    self.words = profile == .rfc4180 ? nil : words
  }

  /// The text of a table: its headings and rows, each line ended by carriage return and line feed.
  public func render(_ table: Table) -> String {
    String(decoding: head(of: table) + rows(of: table), as: UTF8.self)
  }

  /// The bytes of the headings, with which a file begins.
  public func head(of table: Table) -> [UInt8] {
    var bytes = Array(profile.byteOrderMark.utf8)
    var table = words?.worded(table) ?? table
    if table.partialRows != nil {
      // The same in every flavour and language, since people and programs look for it.
      table.columns.append(Table.Column("partial"))
    }
    append(table.columns.map { Cell.text($0.heading) }, to: &bytes)
    return bytes
  }

  /// The bytes of the rows.
  public func rows(of table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    let table = words?.worded(table) ?? table
    guard let partial = table.partialRows else {
      for row in table.rows { append(row, to: &bytes) }
      return bytes
    }
    for (number, row) in table.rows.enumerated() {
      append(row + [.text(partial.contains(number) ? "yes" : "")], to: &bytes)
    }
    return bytes
  }

  private func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      append(cell, to: &bytes)
    }
    bytes.append(0x0d)
    bytes.append(0x0a)
  }

  private var delimiter: UInt8 { UInt8(ascii: profile.delimiter) }

  private func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .text(let text), .link(let text, _): append(text, to: &bytes)
    case .phrase: append(cell.plain ?? "", to: &bytes)
    case .hundredths, .quantity, .rate, .money: bytes += decimal(cell.plain ?? "").utf8
    case .empty, .number, .year, .day, .verdict: bytes += (cell.plain ?? "").utf8
    }
  }

  private func decimal(_ text: String) -> String {
    profile.decimalMark == "." ? text : text.split(separator: ".").joined(separator: profile.decimalMark)
  }

  /// Nearly every text is written as it is or between quotes, which a look at its bytes tells.
  private func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    let isWritten = text.withUTF8 { utf8 in
      guard let needsQuotes = CSVWriter.needsQuotes(utf8, delimiter: delimiter) else { return false }
      if needsQuotes {
        bytes.append(0x22)
        var rest = utf8[...]
        while let quote = rest.firstIndex(of: 0x22) {
          bytes.append(contentsOf: rest[...quote])
          bytes.append(0x22)
          rest = rest[(quote + 1)...]
        }
        bytes.append(contentsOf: rest)
        bytes.append(0x22)
      } else {
        bytes.append(contentsOf: utf8)
      }
      return true
    }
    if !isWritten { bytes += field(text).utf8 }
  }

  /// Whether a text that begins with a letter or a digit, and holds nothing that is guarded or replaced, is quoted;
  /// nothing of any other text.
  private static func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Bool? {
    guard let first = utf8.first, let last = utf8.last else { return false }
    guard isLetterOrDigit(first), last != 0x20 else { return nil }
    var needsQuotes = false
    for (index, byte) in utf8.enumerated() {
      switch byte {
      case 0x22, delimiter: needsQuotes = true
      case 0..<0x20, 0x7f: return nil
      // Controls, breaks and marks of direction begin with these; so do quotation marks, dashes and the euro sign.
      case 0xc2, 0xef:
        return nil
      case 0xe2:
        guard index + 2 < utf8.count, isPunctuation(utf8[index + 1], utf8[index + 2]) else { return nil }
      default: break
      }
    }
    return needsQuotes
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  /// Whether bytes after 0xe2 are dashes, quotation marks, an ellipsis or the euro sign.
  private static func isPunctuation(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && ((0x90...0xa7).contains(third) || (0xaf...0xbf).contains(third)))
      || (second == 0x82 && third == 0xac)
  }

  private func field(_ text: String) -> String {
    let guarded = FormulaGuard.guarded(Plain.safe(text, keepingLines: true))
    let needsQuotes = guarded.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\r" || scalar == "\n" || scalar == profile.delimiter
    }
    let ends = [guarded.unicodeScalars.first, guarded.unicodeScalars.last]
    guard needsQuotes || ends.contains(" ") else { return guarded }
    // By scalars: a quote with a combining mark after it is no quote as a character, but one to a spreadsheet.
    var quoted = "\"".unicodeScalars
    for scalar in guarded.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
