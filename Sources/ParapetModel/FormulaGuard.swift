/// Keeps a spreadsheet from running a text as a formula, and takes the guard off again where the text is read.
///
/// Excel, LibreOffice and Google Sheets run what begins with `=`, `+`, `-` or `@`, some after white space or quotes and
/// some in full-width form (OWASP, CSV Injection).
package enum FormulaGuard {
  /// A text that a spreadsheet would run, after an apostrophe; any other as it is.
  package static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  /// The text that was guarded; a text that needed no guard keeps its apostrophe.
  package static func unguarded(_ text: String) -> String {
    guard text.unicodeScalars.first == "'" else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return isFormula(rest) ? rest : text
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" { return true }
    guard let start = text.unicodeScalars.first(where: { !isSkipped($0) }) else { return false }
    return "=+-@＝＋－＠".unicodeScalars.contains(start)
  }

  private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
      || "\"'‘’“”".unicodeScalars.contains(scalar)
  }
}
