import ParapetModel

/// Reads the reference rates of the European Central Bank as they arrive: of a day, or of many.
///
/// `eurofxref-daily.xml` holds one day, `eurofxref-hist-90d.xml` and `eurofxref-hist.xml` hold many, each as an
/// element `Cube` with the day, around one `Cube` a currency. A rate that cannot be read is left out with a remark.
struct ECBReader {
  /// The namespace of the envelope.
  static let namespace = "http://www.gesmes.org/xml/2002-08-01"
  /// The namespace of the rates.
  static let ratesNamespace = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref"

  /// All days of a file are one element to the parser; all days since 1999 have 8 MB and 250,000 elements.
  static let limits = {
    var limits = XMLLimits()
    limits.recordBytes = 32 << 20
    limits.recordElements = 1_000_000
    return limits
  }()

  private let file: String
  private let parser: XMLPushParser
  private var isRefused = false
  private var hasRates = false
  /// Whether the document was found to be of this format.
  private(set) var hasFoundRoot = false

  /// A reader of one document, named as diagnostics shall name it.
  init(file: String) {
    self.file = file
    parser = XMLPushParser(file: file, limits: ECBReader.limits)
  }

  /// Takes the next bytes, cut anywhere, and reports what they complete.
  mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    for event in parser.events(of: bytes) { read(event, emit) }
  }

  /// Says that the document ends here and reports what is left.
  mutating func finish(_ emit: (FeedEvent) -> Void) {
    for event in parser.lastEvents() { read(event, emit) }
    if hasFoundRoot, !isRefused, !hasRates { emit(.rejected(.noRates(file))) }
  }
}

extension ECBReader {
  private mutating func read(_ event: XMLEvent, _ emit: (FeedEvent) -> Void) {
    guard !isRefused else { return }
    switch event {
    case .root(let root, let namespace):
      guard root.name == "Envelope", namespace == ECBReader.namespace else {
        isRefused = true
        return emit(.broken(.noEnvelope(root, at: root.place(in: file))))
      }
      hasFoundRoot = true
    case .opened: break
    case .record(let record, _):
      guard record.name == "Cube", record.foreignNamespace == ECBReader.ratesNamespace else { return }
      hasRates = true
      for day in record.children(named: "Cube") { read(day, emit) }
    case .rejected(let diagnostic):
      hasRates = true
      emit(.rejected(diagnostic))
    case .broken(let diagnostic):
      isRefused = true
      emit(.broken(diagnostic))
    }
  }

  /// The rates of one day.
  private func read(_ element: XMLElement, _ emit: (FeedEvent) -> Void) {
    let place = element.place(in: file)
    guard let time = element["time"], let day = Day(time) else {
      return emit(.rejected(.noDay(element["time"], at: place)))
    }
    var rates: [Currency: ExchangeRate] = [:]
    for cube in element.children(named: "Cube") {
      let code = cube["currency"] ?? ""
      let text = cube["rate"] ?? ""
      guard let currency = Currency(code), currency != .euro, let rate = ExchangeRate(text) else {
        emit(.remark(.noRate(code, text, at: cube.place(in: file))))
        continue
      }
      rates[currency] = rate
    }
    guard !rates.isEmpty else { return emit(.rejected(.emptyDay(day, at: place))) }
    emit(.rates(ExchangeRates(publisher: .centralBank, day: day, rates: rates)))
  }
}

extension ECBReader: DialectReader {
  var dialect: Dialect? { hasFoundRoot ? .centralBankRates : nil }
}

extension Diagnostic {
  fileprivate static func noEnvelope(_ root: XMLElement, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-root", at: place,
      Message(
        en: "the root is '\(root.name)', not the envelope of the ECB's rates",
        fr: "la racine est « \(root.name) », et non l’enveloppe des taux de la BCE"))
  }

  fileprivate static func noRates(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-rates", at: Place(file: file),
      Message(en: "the envelope holds no rates ('Cube')", fr: "l’enveloppe ne contient aucun taux (« Cube »)")
    )
  }

  fileprivate static func noDay(_ text: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "impossible-date", at: place,
      text.map {
        Message(
          en: "'\($0.prefix(80))' is no date, so that these rates have no day",
          fr: "« \($0.prefix(80)) » n’est pas une date : ces taux n’ont donc pas de jour")
      }
        ?? Message(
          en: "these rates do not say of which day they are ('time')",
          fr: "ces taux ne disent pas de quel jour ils sont (« time »)"))
  }

  fileprivate static func emptyDay(_ day: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-rates", at: place,
      Message(en: "\(day) has no rate that can be read", fr: "\(day) n’a aucun taux lisible"))
  }
}
