public import ParapetModel

/// Writes diagnostics for people, in English, as compilers do: the place, the words, and the line with a mark.
public struct DiagnosticsText: Sendable {
  private let limit: Int
  /// Excerpts longer than this are cut around their mark.
  private static let longestExcerpt = 100

  /// A writer that shows at most so many.
  public init(limit: Int = 50) { self.limit = limit }

  /// The text of diagnostics in their order, each line ended.
  ///
  /// - Parameter unkept: how many more there were that nobody kept.
  public func render(_ diagnostics: [Diagnostic], unkept: Int = 0) -> String {
    var lines = diagnostics.prefix(limit).flatMap(lines)
    let more = max(0, diagnostics.count - limit) + unkept
    if more > 0 { lines.append("… and \(more) more") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(_ diagnostic: Diagnostic) -> [String] {
    let place = diagnostic.place
    var start = Plain.safe(place.file)
    if let line = place.line { start += ":\(line)" + (place.column.map { ":\($0)" } ?? "") }
    if let path = place.path { start += (start.isEmpty ? "" : " ") + Plain.safe(path) }
    if !start.isEmpty { start += ": " }
    let head =
      "\(start)\(diagnostic.severity.rawValue): \(Plain.safe(diagnostic.message)) [\(diagnostic.id)]"
    var lines = [head]
    if let excerpt = diagnostic.excerpt, let line = place.line {
      lines += DiagnosticsText.excerpt(excerpt, line: line, column: place.column)
    }
    if let suggestion = diagnostic.suggestion { lines.append("  " + Plain.safe(suggestion)) }
    return lines
  }

  private static func excerpt(_ text: String, line: Int, column: Int?) -> [String] {
    let gutter = String(line)
    let blank = String(repeating: " ", count: gutter.utf8.count)
    var scalars = Array(Plain.safe(text).unicodeScalars)
    // A reader's slip in a column must not trap here.
    var mark = column.flatMap { $0 >= 1 && $0 <= scalars.count + 1 ? $0 - 1 : nil }
    if scalars.count > longestExcerpt {
      let start = max(0, min((mark ?? 0) - longestExcerpt / 2, scalars.count - longestExcerpt))
      let end = min(scalars.count, start + longestExcerpt)
      let isCut = end < scalars.count
      scalars = (start > 0 ? ["…"] : []) + scalars[start..<end] + (isCut ? ["…"] : [])
      mark = mark.map { $0 - start + (start > 0 ? 1 : 0) }
    }
    var lines = ["  \(gutter) | " + String(String.UnicodeScalarView(scalars))]
    if let mark {
      let before = DisplayWidth.of(String(String.UnicodeScalarView(scalars[..<mark])))
      lines.append("  \(blank) | " + String(repeating: " ", count: before) + "^")
    }
    return lines
  }
}

/// A diagnostic as JSON.
struct DiagnosticPart: Encodable {
  var id: String
  var severity: String
  var file: String
  @OrNull var line: Int?
  @OrNull var column: Int?
  @OrNull var path: String?
  var message: String
  @OrNull var suggestion: String?

  init(_ diagnostic: Diagnostic) {
    id = diagnostic.id
    severity = diagnostic.severity.rawValue
    file = diagnostic.place.file
    _line = OrNull(wrappedValue: diagnostic.place.line)
    _column = OrNull(wrappedValue: diagnostic.place.column)
    _path = OrNull(wrappedValue: diagnostic.place.path)
    message = diagnostic.message
    _suggestion = OrNull(wrappedValue: diagnostic.suggestion)
  }
}
