import ParapetModel

/// Reads the daily summary of Spain's official gazette, the BOE, as it arrives.
///
/// The summary names each announcement of the day and says no more; what an extract of a call states is in the
/// announcement's own document (`BOEDocumentReader`). Both are called by the announcement's identifier, so that
/// they meet as one opportunity.
struct BOESummaryReader: DialectReader {
  private(set) var dialect: Dialect?

  private let file: String
  private let parser: XMLPushParser
  private var published: Day?
  private var department: String?
  private var others = 0
  private var isBroken = false

  init(file: String) {
    self.file = file
    parser = XMLPushParser(
      file: file, limits: RSSReader.limits, records: .named(["item", "fecha_publicacion", "sumario_diario"]))
  }

  mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    for event in parser.events(of: bytes) { read(event, emit) }
  }

  mutating func finish(_ emit: (FeedEvent) -> Void) {
    for event in parser.lastEvents() { read(event, emit) }
    guard !isBroken else { return }
    reportOthers(emit)
    if dialect == nil {
      emit(.broken(.unknownDialect(file: file, found: .noSummary)))
    }
  }
}

extension BOESummaryReader {
  private mutating func read(_ event: XMLEvent, _ emit: (FeedEvent) -> Void) {
    switch event {
    case .root(let element, _), .opened(let element): open(element)
    case .record(let element, let bytes):
      switch element.name {
      case "fecha_publicacion": published = Day(digits: element.text)
      case "item": read(item: element, bytes: bytes, emit)
      default: break
      }
    case .rejected(let diagnostic): emit(.rejected(diagnostic))
    case .broken(let diagnostic):
      isBroken = true
      reportOthers(emit)
      emit(.broken(diagnostic))
    }
  }

  /// Notes what the announcements that follow stand under.
  private mutating func open(_ element: XMLElement) {
    switch element.name {
    case "sumario": dialect = .boeSummary
    case "seccion": department = nil
    case "departamento": department = element["nombre"]?.folded.stated
    default: break
    }
  }

  private mutating func read(item: XMLElement, bytes: Int, _ emit: (FeedEvent) -> Void) {
    let place = item.place(in: file)
    let title = item.own("titulo") ?? ""
    // Law has the calls published as extracts (Ley 38/2003, Art. 17.3.b and 20.8.a), and so they are headed.
    guard title.hasPrefix(BOEExtract.heading) else {
      others += 1
      return
    }
    guard let identifier = item.own("identificador") ?? item["id"]?.stated else {
      return emit(.rejected(.unnamedAnnouncement(at: place)))
    }
    var opportunity = BOEExtract.opportunity(
      identifier, title: title, department: department, in: .boeSummary)
    opportunity.publicationDate = published
    opportunity.documents = BOEExtract.documents(pdf: item.own("url_pdf"))
    opportunity.notStated = BOEExtract.silences(of: opportunity)
    emit(
      .record(
        FeedRecord(
          opportunity: opportunity, dialect: Dialect.boeSummary.rawValue, hash: item.contentHash,
          richness: FeedRecord.Richness(
            fields: opportunity.statedFacts, indexed: published?.description ?? "", bytes: bytes),
          place: place)))
  }

  private mutating func reportOthers(_ emit: (FeedEvent) -> Void) {
    guard others > 0 else { return }
    emit(
      .remark(
        .passedOver(others, .announcement, file: file)))
    others = 0
  }
}

extension Diagnostic {
  /// An announcement without the gazette's identifier.
  static func unnamedAnnouncement(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-identifier", at: place,
      Message(
        en: "the announcement has no identifier of the BOE", fr: "l’annonce n’a pas d’identifiant du BOE"))
  }
}

extension Day {
  /// The day of eight digits, such as `20240206`.
  init?(digits text: String) {
    let digits = Array(text)
    guard digits.count == 8 else { return nil }
    self.init(String(digits[..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6...]))
  }
}

extension Message {
  fileprivate static let noSummary = Message(
    en: "a 'response' without a 'sumario'", fr: "un élément « response » sans « sumario »")
}
