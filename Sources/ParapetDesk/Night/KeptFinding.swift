import ParapetModel

/// What is wrong in an input, in a form that a night can keep and tell again.
struct KeptFinding: Codable {
  private var severity: String
  private var id: String
  private var file: String
  private var line: Int?
  private var column: Int?
  private var path: String?
  private var sheet: String?
  private var said: [String]
  private var advice: [String]?
  private var excerpt: String?

  init(_ finding: Diagnostic) {
    severity = finding.severity.rawValue
    id = finding.id
    file = finding.place.file
    line = finding.place.line
    column = finding.place.column
    path = finding.place.path
    sheet = finding.place.sheet
    said = [finding.said.english, finding.said.french]
    advice = finding.advice.map { [$0.english, $0.french] }
    excerpt = finding.excerpt
  }

  /// The bytes of some findings; none of none.
  static func bytes(of findings: [Diagnostic]) throws -> [UInt8] {
    findings.isEmpty ? [] : try KeptBytes.encoded(findings.map { KeptFinding($0) })
  }

  /// The findings that were kept as bytes.
  static func findings(in bytes: [UInt8]) throws -> [Diagnostic] {
    bytes.isEmpty ? [] : try KeptBytes.decoded([KeptFinding].self, bytes).map(\.finding)
  }

  /// The finding that was kept.
  var finding: Diagnostic {
    Diagnostic(
      Diagnostic.Severity(rawValue: severity) ?? .error, id: id,
      at: Diagnostic.Place(file: file, line: line, column: column, path: path, sheet: sheet),
      Message(en: said.first ?? "", fr: said.last ?? ""),
      suggestion: advice.map { Message(en: $0.first ?? "", fr: $0.last ?? "") }, excerpt: excerpt)
  }
}
