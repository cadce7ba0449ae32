public import ParapetModel

/// A reader of any feed that Parapet knows, fed with bytes as they arrive.
///
/// The dialect is recognised by the content, never by the name. The events are the same however the bytes are
/// cut, and at most one of them is `broken`, which is then the last.
public struct FeedReader {
  /// The dialect, once it is known.
  public private(set) var dialect: Dialect?
  /// How much of a list was read, once the input is over; nothing where it does not say how long it is.
  public private(set) var list: ListCount?

  private let file: String
  private let citationRequired: Bool
  private let known: KnownRecords?
  private var state = State.opening
  private var opening: [UInt8] = []

  /// The most white space that may stand before the content begins.
  static let openingLimit = 4096

  /// A reader of a file or address, as the person named it.
  ///
  /// - Parameters:
  ///   - citationRequired: whether rules in canonical XML are held to those of our own data.
  ///   - known: records that are passed over where their bytes are met again.
  public init(file: String, citationRequired: Bool = false, known: KnownRecords? = nil) {
    self.file = file
    self.known = known
    self.citationRequired = citationRequired
  }

  /// Takes the next bytes and reports what they complete.
  public mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    var rest = bytes[...]
    if case .opening = state {
      let taken = rest.prefix(Self.openingLimit - opening.count)
      opening.append(contentsOf: taken)
      rest = rest.dropFirst(taken.count)
      // Four bytes tell UTF-16 from UTF-8, so that fewer decide nothing yet.
      if opening.count >= 4 { recognise(isWhole: opening.count == Self.openingLimit, emit) }
    }
    forward(UnsafeRawBufferPointer(rebasing: rest), emit)
  }

  /// Ends the input and reports what is missing from it.
  public mutating func finish(_ emit: (FeedEvent) -> Void) {
    if case .opening = state { recognise(isWhole: true, emit) }
    if case .probing(var probe) = state {
      probe.finish()
      leave(probe, emit)
    }
    if case .reading(var reader) = state {
      reader.finish { Self.doubt($0, emit) }
      dialect = reader.dialect
      list = reader.list
    }
    state = .over
  }
}

extension FeedReader {
  private enum State {
    case opening
    case probing(XMLProbe)
    case reading(any DialectReader)
    case over
  }

  private mutating func forward(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    guard !bytes.isEmpty else { return }
    // What changes is moved out of the state, so that its buffer is not copied.
    switch state {
    case .probing(var probe):
      state = .over
      let rest = probe.push(bytes[...])
      leave(probe, emit)
      forward(UnsafeRawBufferPointer(rebasing: rest), emit)
    case .reading(var reader):
      state = .over
      reader.push(bytes) { Self.doubt($0, emit) }
      dialect = reader.dialect
      state = .reading(reader)
    case .opening, .over: break
    }
  }

  /// Decides by the first sign what the input is; nothing but white space decides nothing before it is whole.
  private mutating func recognise(isWhole: Bool, _ emit: (FeedEvent) -> Void) {
    if let found = Self.strangers.first(where: { opening.starts(with: $0.mark) }) {
      return stop(
        found.isPacked ? .packedFile(file, found.name) : .unknownDialect(file: file, found: found.name), emit)
    }
    let marks: [[UInt8]] = [[0xfe, 0xff], [0xff, 0xfe]]
    // XML names its own encoding, and libxml2 reads UTF-16; JSON is UTF-8 alone (RFC 8259, section 8.1).
    if Self.wideXML.contains(where: opening.starts(with:)) {
      return open(.probing(XMLProbe()), opening, emit)
    }
    if opening.prefix(4).contains(0) || marks.contains(where: opening.starts(with:)) {
      return stop(.notUTF8(at: Diagnostic.Place(file: file)), emit)
    }
    let content = opening.starts(with: Self.byteOrderMark) ? opening.dropFirst(3) : opening[...]
    switch content.first(where: { !Self.spaces.contains($0) }) {
    case UInt8(ascii: "{"): open(.reading(SEDIAReader(file: file, known: known)), Array(content), emit)
    case UInt8(ascii: "["): stop(.unknownDialect(file: file, found: .jsonList), emit)
    case UInt8(ascii: "<"): open(.probing(XMLProbe()), opening, emit)
    case nil where !isWhole: break
    case nil where opening.count < Self.openingLimit: stop(.emptyFile(file), emit)
    case nil: stop(.unknownDialect(file: file, found: .whiteSpace), emit)
    case .some: stop(.unknownDialect(file: file, found: .otherText), emit)
    }
  }

  /// Goes on with the reader of the root that the probe has found, if it has.
  private mutating func leave(_ probe: XMLProbe, _ emit: (FeedEvent) -> Void) {
    switch probe.finding {
    case nil: state = .probing(probe)
    case .root("html", _): stop(.webPage(file), emit)
    case .root("feed", "http://www.w3.org/2005/Atom"):
      stop(.unknownDialect(file: file, found: .atomFeed), emit)
    case .root(let name, let namespace):
      open(.reading(reader(ofRoot: name, namespace: namespace)), probe.held, emit)
    // The reader of our own XML says what is wrong with what is no XML.
    case .some(.none) where Self.isWebPage(probe.held): stop(.webPage(file), emit)
    case .some(.none): open(.reading(canonicalReader), probe.held, emit)
    case .tooFar: stop(.rootTooFar(file: file, XMLProbe.limit), emit)
    }
  }

  /// The reader of the documents with a root of that name.
  private func reader(ofRoot name: String, namespace: String?) -> any DialectReader {
    switch (name, namespace) {
    case ("project", nil), ("project", CORDISReader.namespace): CORDISReader(file: file)
    case ("Envelope", ECBReader.namespace): ECBReader(file: file)
    // Some feeds give RSS, which has no namespace, that of Atom or of its own specification.
    case ("rss", _): RSSReader(file: file)
    case ("response", nil), ("sumario", nil): BOESummaryReader(file: file)
    case ("documento", nil): BOEDocumentReader(file: file)
    // It also says of any other root that it is none that is read here.
    default: canonicalReader
    }
  }

  private var canonicalReader: CanonicalReader {
    CanonicalReader(file: file, citationRequired: citationRequired)
  }

  /// Whether text that is no XML begins as a web page does.
  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(openingLimit), as: UTF8.self).lowercased()
    return start.contains("<!doctype html") || start.contains("<html")
  }

  private mutating func open(_ next: State, _ start: [UInt8], _ emit: (FeedEvent) -> Void) {
    state = next
    opening = []
    start.withUnsafeBytes { forward($0, emit) }
  }

  private mutating func stop(_ diagnostic: Diagnostic, _ emit: (FeedEvent) -> Void) {
    emit(.broken(diagnostic))
    state = .over
  }

  /// How files begin that are no text at all.
  private static let strangers: [(mark: [UInt8], name: Message, isPacked: Bool)] = [
    ([0x1f, 0x8b], .file("a gzip file", "gzip"), true),
    (Array("PK\u{3}\u{4}".utf8), .file("a ZIP file", "ZIP"), true),
    (Array("BZh".utf8), .file("a bzip2 file", "bzip2"), true),
    ([0x28, 0xb5, 0x2f, 0xfd], .file("a Zstandard file", "Zstandard"), true),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a], .file("an XZ file", "XZ"), true),
    (Array("%PDF".utf8), .pdfDocument, false),
  ]
  private static let wideXML: [[UInt8]] = [[0xfe, 0xff, 0x00, 0x3c], [0xff, 0xfe, 0x3c, 0x00]]
  static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
  private static let spaces = Array(" \t\r\n".utf8)
}

extension Diagnostic {
  fileprivate static func webPage(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "web-page", at: Place(file: file),
      Message(en: "a web page (HTML) is no feed", fr: "une page web (HTML) n’est pas un flux"),
      suggestion: Message(
        en: "look at it in a browser, or fetch the feed again later",
        fr: "regardez-la dans un navigateur, ou retéléchargez le flux plus tard"))
  }

  fileprivate static func packedFile(_ file: String, _ name: Message) -> Diagnostic {
    Diagnostic(
      .error, id: "packed-file", at: Place(file: file),
      Message(
        en: "the file is compressed: \(name.english)", fr: "le fichier est comprimé : \(name.french)"),
      suggestion: Message(en: "unpack it first", fr: "décompressez-le d’abord"))
  }

  fileprivate static func rootTooFar(file: String, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "root-too-far", at: Place(file: file),
      Message(
        en: "the first \(limit) bytes hold no XML element",
        fr: "les \(limit) premiers octets ne contiennent aucun élément XML"),
      suggestion: Message(
        en: "remove the comments at its beginning", fr: "retirez les commentaires du début"))
  }
}

// What a file is that is no feed.
extension Message {
  fileprivate static let jsonList = Message(en: "a JSON list", fr: "une liste JSON")
  fileprivate static let whiteSpace = Message(en: "white space", fr: "du blanc")
  fileprivate static let otherText = Message(
    en: "a text that is neither JSON nor XML", fr: "un texte qui n’est ni du JSON ni du XML")
  fileprivate static let atomFeed = Message(en: "an Atom feed", fr: "un flux Atom")
  fileprivate static let pdfDocument = Message(en: "a PDF document", fr: "un document PDF")

  fileprivate static func file(_ english: String, _ format: String) -> Message {
    Message(en: english, fr: "un fichier \(format)")
  }
}
