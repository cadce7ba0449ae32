import ParapetModel

/// Reads canonical XML as it arrives and reports one event for each opportunity.
///
/// A record that cannot be used is rejected with its place and reason and leaves its neighbours alone. Where the
/// document itself breaks, the whole records before the break count, and one diagnostic says where it is. A reader
/// is for one document; its copies share the parser.
struct CanonicalReader {
  /// The namespace of the format.
  static let namespace = "urn:parapet:funding:1"
  /// The name of the dialect in records and statistics.
  static let dialect = "canonical"

  private let file: String
  private let isCurated: Bool
  private let citationRequired: Bool
  private let parser: XMLPushParser
  private var language = ""
  private var isRefused = false
  /// Whether the document was found to be of this format.
  private(set) var hasFoundRoot = false

  /// A reader of one document.
  ///
  /// - Parameters:
  ///   - file: The document's name in diagnostics.
  ///   - isCurated: Whether it is a file of `data/`, so that each opportunity names its line as its origin.
  ///   - citationRequired: Whether a statement without grade, source, validity or examples is refused; else a
  ///     criterion without them is only remarked upon.
  init(file: String, isCurated: Bool = false, citationRequired: Bool = false) {
    self.init(file: file, isCurated: isCurated, citationRequired: citationRequired, limits: XMLLimits())
  }

  init(file: String, isCurated: Bool, citationRequired: Bool, limits: XMLLimits) {
    self.file = file
    self.isCurated = isCurated
    self.citationRequired = citationRequired
    parser = XMLPushParser(file: file, limits: limits)
  }

  /// Takes the next bytes, cut anywhere, and reports what they complete.
  mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    for event in parser.events(of: bytes) { read(event, emit) }
  }

  /// Says that the document ends here and reports what is left.
  mutating func finish(_ emit: (FeedEvent) -> Void) {
    for event in parser.lastEvents() { read(event, emit) }
  }
}

extension CanonicalReader {
  private mutating func read(_ event: XMLEvent, _ emit: (FeedEvent) -> Void) {
    guard !isRefused else { return }
    switch event {
    case .root(let root, let namespace):
      language = root["xml:lang"] ?? ""
      guard let refusal = root.refusal(expecting: "fundingOpportunities", namespace, in: file) else {
        hasFoundRoot = true
        return
      }
      isRefused = true
      emit(.broken(refusal))
    case .opened: break
    case .record(let record, let bytes): read(record, bytes: bytes, emit)
    case .rejected(let diagnostic): emit(.rejected(diagnostic))
    case .broken(let diagnostic): emit(.broken(diagnostic))
    }
  }

  private func read(_ record: XMLElement, bytes: Int, _ emit: (FeedEvent) -> Void) {
    let place = record.place(in: file)
    guard record.name == "opportunity", record.foreignNamespace == nil else {
      var findings = XMLFindings(file: file)
      findings.refuse(record, inElementNamed: "fundingOpportunities", known: ["opportunity"])
      for diagnostic in findings.diagnostics { emit(.rejected(diagnostic)) }
      return
    }
    var builder = OpportunityBuilder(
      file: file, language: record["xml:lang"] ?? language,
      origin: isCurated ? .curated(place) : .feed(CanonicalReader.dialect), citationRequired: citationRequired
    )
    let opportunity = builder.build(record)
    report(builder.findings.diagnostics, emit)
    guard let opportunity else { return }
    emit(
      .record(
        FeedRecord(
          opportunity: opportunity, dialect: CanonicalReader.dialect, hash: record.contentHash,
          richness: FeedRecord.Richness(
            fields: builder.fields, indexed: opportunity.lastModified?.description ?? "", bytes: bytes),
          place: place)))
  }

  /// Reports findings in the order of the file: the first error rejects the record, the rest are remarks.
  private func report(_ diagnostics: [Diagnostic], _ emit: (FeedEvent) -> Void) {
    guard !diagnostics.isEmpty else { return }
    let sorted = diagnostics.enumerated().sorted { left, right in
      (left.element.place.line ?? 0, left.element.place.column ?? 0, left.offset)
        < (right.element.place.line ?? 0, right.element.place.column ?? 0, right.offset)
    }.map(\.element)
    let reason = sorted.firstIndex { $0.severity == .error }
    for (index, diagnostic) in sorted.enumerated() {
      emit(index == reason ? .rejected(diagnostic) : .remark(diagnostic))
    }
  }
}

extension XMLElement {
  /// Why a document with this root is not of the format, or nothing where it is.
  func refusal(expecting name: String, _ namespace: String?, in file: String) -> Diagnostic? {
    let place = place(in: file)
    guard self.name == name else {
      return Diagnostic(
        .error, id: "unknown-root", at: place,
        Message(
          en: "the root is '\(self.name)', not '\(name)'",
          fr: "la racine est « \(self.name) », et non « \(name) »"),
        suggestion: Diagnostic.nearest(to: self.name, among: [name]).map { .didYouMean($0) })
    }
    guard namespace == CanonicalReader.namespace else {
      return Diagnostic(
        .error, id: "unknown-namespace", at: place,
        namespace.map { Message(en: "the namespace is '\($0)'", fr: "l’espace de noms est « \($0) »") }
          ?? Message(en: "the root has no namespace", fr: "la racine n’a pas d’espace de noms"),
        suggestion: .write("xmlns=\"\(CanonicalReader.namespace)\""))
    }
    guard self["version"] == "1" else {
      return Diagnostic(
        .error, id: "unknown-version", at: place,
        self["version"].map {
          Message(en: "version '\($0)' is not known", fr: "la version « \($0) » n’est pas connue")
        } ?? Message(en: "the root states no version", fr: "la racine n’indique pas de version"),
        suggestion: .write("version=\"1\""))
    }
    return nil
  }
}

extension CanonicalReader: DialectReader {
  var dialect: Dialect? { hasFoundRoot ? .canonical : nil }
}
