import Foundation
public import ParapetModel

/// A reader of search pages of the Commission's Funding & Tenders Portal, fed with bytes as they arrive.
///
/// Each hit becomes a record on its own: a bad one is rejected and its neighbours survive. Memory is that of
/// one hit, whatever the size of the page.
public struct SEDIASearchReader {
  private let file: String
  private var scanner: JSONRecordScanner
  private let decoder = JSONDecoder()

  /// Whether the list of hits has been met, without which a JSON document is no page of the search.
  var hasFoundList: Bool { scanner.hasFoundList }

  /// A reader of a file or address, as the person named it.
  public init(file: String) {
    self.init(file: file, limits: JSONRecordScanner.Limits())
  }

  init(file: String, limits: JSONRecordScanner.Limits) {
    self.file = file
    scanner = JSONRecordScanner(list: "results", limits: limits)
  }

  /// Takes the next bytes, in UTF-8 without byte order mark, and reports what they complete.
  public mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    let (file, decoder) = (file, decoder)
    scanner.push(bytes) { Self.report($0, file: file, decoder: decoder, emit) }
  }

  /// Ends the input and reports what is missing from it.
  public mutating func finish(_ emit: (FeedEvent) -> Void) {
    if scanner.isComplete, !scanner.hasFoundList {
      emit(.broken(.unknownDialect(file: file, found: Self.words(for: scanner.keys))))
    }
    let (file, decoder) = (file, decoder)
    scanner.finish { Self.report($0, file: file, decoder: decoder, emit) }
  }
}

extension SEDIASearchReader {
  private static func report(
    _ event: JSONRecordScanner.Event, file: String, decoder: JSONDecoder, _ emit: (FeedEvent) -> Void
  ) {
    switch event {
    case .record(let bytes, let mark):
      read(bytes, at: place(of: mark, in: file), decoder: decoder, emit)
    case .tooLarge(let mark):
      emit(.rejected(rejection("record-too-large", mark, file, "the record has more bytes than are read")))
    case .tooDeep(let mark):
      emit(.rejected(rejection("record-too-deep", mark, file, "the record is nested deeper than is read")))
    case .broken(let fault):
      emit(.broken(fault.diagnostic(file: file)))
    }
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, at place: Diagnostic.Place, decoder: JSONDecoder,
    _ emit: (FeedEvent) -> Void
  ) {
    // The decoder looks at a text only when it is asked for it, so the encoding is judged before.
    guard String(validating: bytes, as: UTF8.self) != nil else {
      emit(.rejected(.notUTF8(at: place)))
      return
    }
    guard let hit = try? decoder.decode(SEDIAHit.self, from: Data(bytes)) else {
      emit(.rejected(.malformedRecord(at: place)))
      return
    }
    let reading = SEDIAOpportunity(hit, at: place, decoder: decoder)
    guard let opportunity = reading.result else {
      emit(.rejected(.missingIdentifier(at: place)))
      return
    }
    for remark in reading.remarks { emit(.remark(remark)) }
    let filled = hit.metadata?.values.count { !$0.values.isEmpty } ?? 0
    emit(
      .record(
        FeedRecord(
          opportunity: opportunity, dialect: Dialect.sediaSearch.rawValue,
          hash: SHA256Digest.hexadecimal(of: bytes),
          richness: FeedRecord.Richness(
            fields: filled, indexed: hit.value("esDA_IngestDate") ?? "", bytes: bytes.count),
          place: place)))
  }

  private static func place(of mark: JSONRecordScanner.Mark, in file: String) -> Diagnostic.Place {
    Diagnostic.Place(
      file: file, line: mark.position.line, column: mark.position.column, path: "$.results[\(mark.number)]")
  }
}

// What is said of records and documents that cannot be used.
extension SEDIASearchReader {
  private static func rejection(
    _ id: String, _ mark: JSONRecordScanner.Mark, _ file: String, _ message: String
  ) -> Diagnostic {
    Diagnostic(.error, id: id, at: place(of: mark, in: file), message, suggestion: "look at the record")
  }

  private static func words(for keys: [String]) -> String {
    keys.isEmpty
      ? "an empty JSON object" : "a JSON object with " + keys.map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension Diagnostic {
  fileprivate static func malformedRecord(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "malformed-record", at: place, "the record is not valid JSON, or not a hit of the search",
      suggestion: "fetch it again; the other records were read")
  }

  fileprivate static func missingIdentifier(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-identifier", at: place,
      "the record has no identifier, and no title with a reference")
  }
}
