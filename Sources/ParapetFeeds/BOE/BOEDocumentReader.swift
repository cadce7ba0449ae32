import ParapetModel

/// Reads one announcement of Spain's official gazette, the BOE, as it arrives.
///
/// One document is one announcement, so that it is read whole or not at all. Facts in its prose are of the grade
/// `read-from-text`: they inform and rank, and never exclude.
struct BOEDocumentReader: DialectReader {
  private(set) var dialect: Dialect?

  private let file: String
  private let parser: XMLPushParser
  private var root: XMLElement?
  private var parts: [String: XMLElement] = [:]
  private var bytes = 0
  private var isOver = false

  init(file: String) {
    self.file = file
    parser = XMLPushParser(file: file, limits: Self.limits)
  }

  mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    for event in parser.events(of: bytes) { read(event, emit) }
  }

  mutating func finish(_ emit: (FeedEvent) -> Void) {
    for event in parser.lastEvents() { read(event, emit) }
    guard let root, !isOver else { return }
    isOver = true
    report(root, emit)
  }

  /// An announcement has a head, an analysis and a text.
  private static let limits: XMLLimits = {
    var limits = XMLLimits()
    limits.records = 64
    return limits
  }()
}

extension BOEDocumentReader {
  private mutating func read(_ event: XMLEvent, _ emit: (FeedEvent) -> Void) {
    guard !isOver else { return }
    switch event {
    case .root(let root, _):
      self.root = root
      dialect = .boeDocument
    case .opened: break
    case .record(let part, let bytes):
      guard ["metadatos", "analisis", "texto"].contains(part.name), parts[part.name] == nil else { return }
      parts[part.name] = part
      self.bytes += bytes
    case .rejected(let diagnostic):
      // The document is one record, so that a part beyond the limits is the whole.
      isOver = true
      emit(.rejected(diagnostic))
    case .broken(let diagnostic):
      isOver = true
      emit(.broken(diagnostic))
    }
  }

  private func report(_ root: XMLElement, _ emit: (FeedEvent) -> Void) {
    let place = root.place(in: file)
    guard let head = parts["metadatos"], let identifier = head.own("identificador") else {
      return emit(.rejected(.unnamedAnnouncement(at: place)))
    }
    let extract = BOEExtract(paragraphs: parts["texto"]?.children.map(\.wholeText) ?? [])
    let title = head.own("titulo") ?? ""
    guard title.hasPrefix(BOEExtract.heading) || extract.bdns != nil else {
      return emit(
        .remark(
          .passedOver(1, .announcement, file: file)))
    }
    var opportunity = BOEExtract.opportunity(
      identifier, title: title, department: head.own("departamento"), in: .boeDocument)
    opportunity.publicationDate = head.own("fecha_publicacion").flatMap { Day(digits: $0) }
    opportunity.documents = BOEExtract.documents(pdf: head.own("url_pdf"))
    extract.complete(&opportunity)
    opportunity.notStated = BOEExtract.silences(of: opportunity)
    emit(
      .record(
        FeedRecord(
          opportunity: opportunity, dialect: Dialect.boeDocument.rawValue, hash: hash,
          richness: FeedRecord.Richness(
            fields: opportunity.statedFacts, indexed: root["fecha_actualizacion"] ?? "", bytes: bytes),
          place: place)))
  }

  /// The hash of what the document says; the moment of its last printing, on the root, is no part of that.
  private var hash: String {
    XMLElement.contentHash(of: "documento", containing: parts.sorted { $0.key < $1.key }.map(\.value))
  }
}
