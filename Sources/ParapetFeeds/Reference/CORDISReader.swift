import ParapetModel

/// Reads a project of CORDIS, the Commission's register of funded research, as it arrives.
///
/// One document is one project (`https://cordis.europa.eu/project/id/101073945?format=xml`). A figure or participant
/// that cannot be used is left out with a remark; a project without number is rejected.
struct CORDISReader {
  /// The namespace of documents of one project; those of the whole register's archives have none.
  static let namespace = "http://cordis.europa.eu"

  private let file: String
  private let parser: XMLPushParser
  private var root: XMLElement?
  private var parts: [XMLElement] = []
  private var isRefused = false
  private var isBroken = false

  /// The elements of a project that mean something here; the others, results and reports, are let go of at once.
  private static let known: Set<String> = [
    "id", "acronym", "title", "language", "totalCost", "ecMaxContribution", "startDate", "endDate",
    "fundingScheme", "relations",
  ]

  /// A reader of one document, named as diagnostics shall name it.
  init(file: String) {
    self.file = file
    parser = XMLPushParser(file: file)
  }

  /// Whether the document was found to be of this format.
  var hasFoundRoot: Bool { root != nil }

  /// Takes the next bytes, cut anywhere.
  mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    for event in parser.events(of: bytes) { read(event, emit) }
  }

  /// Says that the document ends here and reports the project.
  mutating func finish(_ emit: (FeedEvent) -> Void) {
    for event in parser.lastEvents() { read(event, emit) }
    guard let root, !isRefused, !isBroken else { return }
    var builder = PrecedentBuilder(file: file)
    let precedent = builder.build(root, parts)
    let rejection = builder.findings.diagnostics.firstIndex { $0.severity == .error }
    for (index, finding) in builder.findings.diagnostics.enumerated() {
      emit(index == rejection ? .rejected(finding) : .remark(finding))
    }
    if rejection == nil, let precedent { emit(.precedent(precedent)) }
  }
}

extension CORDISReader {
  private mutating func read(_ event: XMLEvent, _ emit: (FeedEvent) -> Void) {
    guard !isRefused else { return }
    switch event {
    case .root(let root, let namespace):
      guard root.name == "project", namespace == nil || namespace == CORDISReader.namespace else {
        isRefused = true
        return emit(.broken(.noProject(root, at: root.place(in: file))))
      }
      self.root = root
    case .opened: break
    case .record(let part, _):
      guard part.foreignNamespace == nil, CORDISReader.known.contains(part.name) else { return }
      parts.append(part)
    case .rejected(let diagnostic):
      // The document is one project, so that a part beyond the limits is the whole.
      if !isRefused { emit(.rejected(diagnostic)) }
      isRefused = true
    case .broken(let diagnostic):
      isBroken = true
      emit(.broken(diagnostic))
    }
  }
}

extension CORDISReader: DialectReader {
  var dialect: Dialect? { hasFoundRoot ? .cordis : nil }
}

extension Diagnostic {
  fileprivate static func noProject(_ root: XMLElement, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-root", at: place,
      Message(
        en: "the root is '\(root.name)', not a project of CORDIS",
        fr: "la racine est « \(root.name) », et non un projet de CORDIS"))
  }
}
