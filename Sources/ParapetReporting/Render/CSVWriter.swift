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

  /// A writer of a flavour.
  public init(_ profile: CSVProfile) { self.profile = profile }

  /// The text of a table: its headings and rows, each line ended by carriage return and line feed.
  public func render(_ table: Table) -> String {
    var text = profile.byteOrderMark
    append(table.columns.map { field($0.heading) }, to: &text)
    for row in table.rows { append(row.map(field), to: &text) }
    return text
  }

  private func append(_ fields: [String], to text: inout String) {
    text += fields.joined(separator: String(Character(profile.delimiter)))
    text += "\r\n"
  }

  private func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .link(let text, _): field(text)
    case .hundredths, .quantity, .rate, .money: decimal(cell.plain ?? "")
    case .empty, .number, .day, .verdict: cell.plain ?? ""
    }
  }

  private func decimal(_ text: String) -> String {
    text.split(separator: ".").joined(separator: profile.decimalMark)
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
