public import ParapetModel

/// Writes diagnostics for people, as compilers do: the place, the words, and the line with a mark.
public struct DiagnosticsText: Sendable {
  private let limit: Int
  private let language: Language
  /// Excerpts longer than this are cut around their mark.
  private static let longestExcerpt = 100

  /// A writer that shows at most so many.
  public init(limit: Int = 50, language: Language = .english) {
    self.limit = limit
    self.language = language
  }

  /// The text of diagnostics in their order, each line ended.
  ///
  /// - Parameter unkept: how many more there were that nobody kept.
  public func render(_ diagnostics: [Diagnostic], unkept: Int = 0) -> String {
    var lines = shown(diagnostics).flatMap(lines)
    let more = max(0, diagnostics.count - limit) + unkept
    if more > 0 { lines.append(Message(en: "… and \(more) more", fr: "… et \(more) de plus")[language]) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// As many as are shown, in their order; what was refused comes before what was only remarked.
  private func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > limit else { return diagnostics }
    let errors = diagnostics.count { $0.severity == .error }
    var (errorsLeft, remarksLeft) = (min(errors, limit), max(0, limit - errors))
    return diagnostics.filter { diagnostic in
      switch diagnostic.severity {
      case .error:
        errorsLeft -= 1
        return errorsLeft >= 0
      case .warning:
        remarksLeft -= 1
        return remarksLeft >= 0
      }
    }
  }

  private func word(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: Message(en: "error", fr: "erreur")[language]
    case .warning: Message(en: "warning", fr: "avertissement")[language]
    }
  }

  private func lines(_ diagnostic: Diagnostic) -> [String] {
    let place = diagnostic.place
    var start = Plain.safe(place.name)
    if place.sheet == nil, let line = place.line {
      start += ":\(line)" + (place.column.map { ":\($0)" } ?? "")
    }
    if let path = place.path { start += (start.isEmpty ? "" : " ") + Plain.safe(path) }
    if !start.isEmpty { start += ": " }
    let head =
      "\(start)\(word(diagnostic.severity)): \(Plain.safe(diagnostic.said[language])) [\(diagnostic.id)]"
    var lines = [head]
    if let excerpt = diagnostic.excerpt, let line = place.line {
      lines += DiagnosticsText.excerpt(excerpt, line: line, column: place.column)
    }
    if let suggestion = diagnostic.advice?[language] { lines.append("  " + Plain.safe(suggestion)) }
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

  init(_ diagnostic: Diagnostic, _ language: Language) {
    id = diagnostic.id
    severity = diagnostic.severity.rawValue
    file = diagnostic.place.name
    _line = OrNull(wrappedValue: diagnostic.place.line)
    _column = OrNull(wrappedValue: diagnostic.place.column)
    _path = OrNull(wrappedValue: diagnostic.place.path)
    message = diagnostic.said[language]
    _suggestion = OrNull(wrappedValue: diagnostic.advice?[language])
  }
}
