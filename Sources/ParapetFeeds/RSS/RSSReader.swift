import ParapetModel

/// Reads RSS 2.0 as it arrives: that of the Funding & Tenders Portal, and that of the Commission's list pages.
///
/// Each item is told by its link which of the two it is of. Both feeds are windows on what changed last, some 30
/// items, so that nothing follows from what is not in them.
struct RSSReader: DialectReader {
  private(set) var dialect: Dialect?

  private let file: String
  private let parser: XMLPushParser
  private var language = ""
  private var page: String?
  private var tenders = 0
  private var shared = SharedLinks()

  init(file: String, limits: XMLLimits = RSSReader.limits) {
    self.file = file
    // An image of the channel has a title and a link of its own, an item's belong to the item.
    parser = XMLPushParser(
      file: file, limits: limits, records: .named(["item", "language", "image", "link"]))
  }

  mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    for event in parser.events(of: bytes) { read(event, emit) }
  }

  mutating func finish(_ emit: (FeedEvent) -> Void) {
    for event in parser.lastEvents() { read(event, emit) }
    shared.release(emit)
    reportTenders(emit)
  }

  /// An item is a title and a few lines: what is larger is no item.
  static let limits: XMLLimits = {
    var limits = XMLLimits()
    limits.recordBytes = 1 << 20
    limits.textBytes = 256 << 10
    limits.recordElements = 1000
    limits.records = 100_000
    return limits
  }()
}

extension RSSReader {
  private mutating func read(_ event: XMLEvent, _ emit: (FeedEvent) -> Void) {
    switch event {
    case .root, .opened: break
    case .record(let element, let bytes):
      guard element.isOwn else { return }
      switch element.name {
      case "link": page = page ?? WebAddress.resolved(element.text, against: nil)
      case "language": language = String(element.text.prefix { $0 != "-" && $0 != "_" }).lowercased()
      case "item": read(item: element, bytes: bytes, emit)
      default: break
      }
    case .rejected(let diagnostic): shared.take(.rejected(diagnostic), emit)
    case .broken(let diagnostic):
      shared.release(emit)
      reportTenders(emit)
      emit(.broken(diagnostic))
    }
  }

  private mutating func read(item: XMLElement, bytes: Int, _ emit: (FeedEvent) -> Void) {
    var reading = RSSItem(item, language: language, base: page, file: file)
    dialect = dialect ?? reading.dialect
    guard !reading.isTender else {
      tenders += 1
      return
    }
    guard let opportunity = reading.opportunity() else {
      shared.take(.rejected(.missingIdentifier(at: item.place(in: file))), emit)
      return
    }
    for remark in reading.remarks { shared.take(.remark(remark), emit) }
    shared.take(
      .record(
        FeedRecord(
          opportunity: opportunity, dialect: reading.dialect.rawValue, hash: item.contentHash,
          richness: FeedRecord.Richness(
            fields: opportunity.statedFacts, indexed: opportunity.publicationDate?.description ?? "",
            bytes: bytes),
          place: item.place(in: file))), link: reading.sharedLink, emit)
  }

  private mutating func reportTenders(_ emit: (FeedEvent) -> Void) {
    guard tenders > 0 else { return }
    emit(.remark(.passedOver(tenders, .tender, file: file)))
    tenders = 0
  }
}

extension Diagnostic {
  fileprivate static func missingIdentifier(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-identifier", at: place,
      Message(
        en: "the item has neither an identifier nor a usable link",
        fr: "l’article n’a ni identifiant ni lien utilisable"))
  }
}
