import Foundation
import ParapetHashing
public import ParapetModel

/// A reader of the JSON of the Commission's Funding & Tenders Portal, fed with bytes as they arrive.
///
/// It reads pages of the search, the file of a topic, and the file of all grants and tenders. Each record is
/// read on its own: a bad one is rejected and its neighbours survive. Memory is that of one record, whatever the
/// size of the file. Invitations to tender are no grants: they are counted and passed over with one remark.
public struct SEDIAReader {
  private let file: String
  private var scanner: JSONRecordScanner
  private let decoder = JSONDecoder()
  private var tenders = 0
  private var conditions = ConditionReader()
  private let known: KnownRecords?

  /// A reader of a file or address, as the person named it.
  ///
  /// - Parameter known: records that are passed over where their bytes are met again.
  public init(file: String, known: KnownRecords? = nil) {
    self.init(file: file, known: known, limits: JSONRecordScanner.Limits())
  }

  init(file: String, known: KnownRecords? = nil, limits: JSONRecordScanner.Limits) {
    self.file = file
    self.known = known
    scanner = JSONRecordScanner(
      places: Self.places.map(\.place), noting: [Self.totalKey], limits: limits)
  }

  /// Takes the next bytes, in UTF-8 without byte order mark, and reports what they complete.
  public mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    var passed = tenders
    // It is taken out and put back, so that what it knows is never copied.
    var reader = ConditionReader()
    swap(&reader, &conditions)
    let (file, decoder, known) = (file, decoder, known)
    scanner.push(bytes) {
      Self.report($0, file: file, known, decoder: decoder, tenders: &passed, conditions: &reader, emit)
    }
    tenders = passed
    swap(&reader, &conditions)
  }

  /// Ends the input and reports what is missing from it.
  public mutating func finish(_ emit: (FeedEvent) -> Void) {
    if scanner.isComplete {
      if scanner.found == nil {
        emit(.broken(.unknownDialect(file: file, found: Self.words(for: scanner.keys))))
      } else {
        Self.reportTenders(&tenders, file: file, emit)
      }
    }
    var passed = tenders
    let (file, decoder, known) = (file, decoder, known)
    scanner.finish {
      Self.report($0, file: file, known, decoder: decoder, tenders: &passed, conditions: &conditions, emit)
    }
    tenders = passed
  }
}

extension SEDIAReader: DialectReader {
  /// The dialect, once records have been met.
  var dialect: Dialect? {
    Self.places.first { $0.place == scanner.found }?.dialect
  }

  /// How many hits of the search were read, of how many that there are.
  var list: ListCount? {
    guard dialect == .sediaSearch else { return nil }
    let total = scanner.notes[Self.totalKey].flatMap { Int($0.trimming(["\""])) }
    return ListCount(stated: total.flatMap { $0 >= 0 ? $0 : nil }, read: scanner.count)
  }

  /// Under which each page of the search says how many hits there are on all.
  private static let totalKey = "totalResults"

  private static let places: [(place: JSONPlace, dialect: Dialect)] = [
    (JSONPlace(keys: ["results"]), .sediaSearch),
    (JSONPlace(keys: ["TopicDetails"], isList: false), .sediaTopic),
    (JSONPlace(keys: ["fundingData", "GrantTenderObj"]), .sediaBulk),
  ]
}

extension SEDIAReader {
  private static func report(
    _ event: JSONRecordScanner.Event, file: String, _ known: KnownRecords?, decoder: JSONDecoder,
    tenders: inout Int, conditions: inout ConditionReader, _ emit: (FeedEvent) -> Void
  ) {
    switch event {
    case .record(let bytes, let mark):
      // The path tells the dialect: no two places begin alike.
      let dialect = places.first { mark.path.hasPrefix($0.place.prefix) }?.dialect ?? .sediaSearch
      let hash = SHA256Digest.hexadecimal(of: bytes)
      if known?.meets(dialect.rawValue + "|" + hash) == true { return }
      read(
        bytes, hash, dialect, at: place(of: mark, in: file), decoder: decoder, tenders: &tenders,
        conditions: &conditions, emit)
    case .tooLarge(let mark):
      emit(.rejected(rejection("record-too-large", mark, file, .tooLargeRecord)))
    case .tooDeep(let mark):
      emit(.rejected(rejection("record-too-deep", mark, file, .tooDeepRecord)))
    case .broken(let fault):
      reportTenders(&tenders, file: file, emit)
      emit(.broken(fault.diagnostic(file: file)))
    }
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ hash: String, _ dialect: Dialect, at place: Diagnostic.Place,
    decoder: JSONDecoder, tenders: inout Int, conditions: inout ConditionReader, _ emit: (FeedEvent) -> Void
  ) {
    // The decoder looks at a text only when it is asked for it, so the encoding is judged before.
    guard String(validating: bytes, as: UTF8.self) != nil else {
      emit(.rejected(.notUTF8(at: place)))
      return
    }
    guard let hit = hit(of: Data(bytes), dialect, decoder: decoder) else {
      emit(.rejected(.malformedRecord(at: place)))
      return
    }
    guard hit.value("type") != tenderType else {
      tenders += 1
      return
    }
    let reading = SEDIAOpportunity(hit, dialect: dialect, at: place, decoder: decoder)
    guard var opportunity = reading.result else {
      emit(.rejected(.missingIdentifier(at: place)))
      return
    }
    opportunity.requirements = conditions.requirement(of: hit, as: opportunity)
    for remark in reading.remarks { emit(.remark(remark)) }
    emit(
      .record(
        FeedRecord(
          opportunity: opportunity, dialect: dialect.rawValue, hash: hash,
          richness: FeedRecord.Richness(
            fields: opportunity.statedFacts, indexed: hit.value("esDA_IngestDate") ?? "", bytes: bytes.count),
          place: place)))
  }

  private static func hit(of record: Data, _ dialect: Dialect, decoder: JSONDecoder) -> SEDIAHit? {
    switch dialect {
    case .sediaTopic, .sediaBulk: try? decoder.decode(SEDIATopic.self, from: record).hit
    default: try? decoder.decode(SEDIAHit.self, from: record)
    }
  }

  /// The portal's number for an invitation to tender.
  private static let tenderType = "0"

  private static func place(of mark: JSONRecordScanner.Mark, in file: String) -> Diagnostic.Place {
    Diagnostic.Place(file: file, line: mark.position.line, column: mark.position.column, path: mark.path)
  }

  private static func reportTenders(_ tenders: inout Int, file: String, _ emit: (FeedEvent) -> Void) {
    guard tenders > 0 else { return }
    emit(.remark(.passedOver(tenders, .tender, file: file)))
    tenders = 0
  }
}

// What is said of records and documents that cannot be used.
extension SEDIAReader {
  private static func rejection(
    _ id: String, _ mark: JSONRecordScanner.Mark, _ file: String, _ message: Message
  ) -> Diagnostic {
    Diagnostic(
      .error, id: id, at: place(of: mark, in: file), message,
      suggestion: Message(en: "look at the record", fr: "regardez la notice"))
  }

  private static func words(for keys: [String]) -> Message {
    keys.isEmpty
      ? Message(en: "an empty JSON object", fr: "un objet JSON vide")
      : Message(
        en: "a JSON object with " + keys.map { "'\($0)'" }.joined(separator: ", "),
        fr: "un objet JSON avec " + keys.map { "« \($0) »" }.joined(separator: ", "))
  }
}

extension Diagnostic {
  fileprivate static func malformedRecord(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "malformed-record", at: place,
      Message(
        en: "the record is not valid JSON, or none of the portal",
        fr: "la notice n’est pas du JSON valide, ou n’est pas du portail"),
      suggestion: Message(
        en: "fetch it again; the other records were read",
        fr: "retéléchargez-la ; les autres notices ont été lues"))
  }

  fileprivate static func missingIdentifier(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-identifier", at: place,
      Message(
        en: "the record has no identifier, and no title with a reference",
        fr: "la notice n’a ni identifiant, ni titre accompagné d’une référence"))
  }
}

extension Message {
  fileprivate static let tooLargeRecord = Message(
    en: "the record has more bytes than are read", fr: "la notice compte plus d’octets qu’il ne s’en lit")
  fileprivate static let tooDeepRecord = Message(
    en: "the record is nested deeper than is read",
    fr: "la notice est imbriquée plus profondément qu’il ne se lit")
}
