import Foundation
import GRDB
public import ParapetModel

/// A call document as it is kept, with the day on which it was read.
public struct StoredDocument: Hashable, Sendable {
  /// The document.
  public var document: CallDocument
  /// The day of the reading.
  public var readOn: Day
  /// The reader's form: what another read is read again.
  public var reader: String

  /// A document of a reading.
  public init(document: CallDocument, readOn: Day, reader: String) {
    self.document = document
    self.readOn = readOn
    self.reader = reader
  }
}

extension Catalogue {
  /// The document of some bytes, by their digest.
  public func document(hash: String) throws(CatalogueError) -> StoredDocument? {
    try documents(where: "hash = :value", ["value": hash]).last
  }

  /// Every document that was read by a day, the first reading first.
  public func documents(knownOn: Day? = nil) throws(CatalogueError) -> [StoredDocument] {
    try documents(where: ":value IS NULL OR read_on <= :value", ["value": knownOn?.description])
  }

  /// Hands over every document that was read, the first reading first, and keeps none: a hundred take no more memory than
  /// one.
  public func forEachDocument(_ body: (StoredDocument) -> Void) throws(CatalogueError) {
    try walk(where: ":value IS NULL", ["value": nil], body)
  }

  private func documents(
    where condition: String, _ arguments: [String: String?]
  ) throws(CatalogueError) -> [StoredDocument] {
    var found: [StoredDocument] = []
    try walk(where: condition, arguments) { found.append($0) }
    return found
  }

  private func walk(
    where condition: String, _ arguments: [String: String?], _ body: (StoredDocument) -> Void
  ) throws(CatalogueError) {
    try look { db in
      guard try db.tableExists("document") else { return }
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT hash, read_on, reader, body FROM document WHERE \(condition) ORDER BY read_on, id",
        arguments: StatementArguments(arguments))
      while let row = try rows.next() {
        let hash: String = row[0]
        guard let readOn = Day(row[1] as String) else { throw CatalogueError.damagedRecord(key: hash) }
        let archive: Data = row[3]
        let document: CallDocument
        do {
          document = try [UInt8](archive).withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            return try CallDocument(from: &reader)
          }
        } catch {
          throw CatalogueError.damagedRecord(key: hash)
        }
        body(StoredDocument(document: document, readOn: readOn, reader: row[2]))
      }
    }
  }

  /// Keeps a document; one of the same bytes is replaced.
  public func keep(_ stored: StoredDocument) throws(CatalogueError) {
    var archive = ByteWriter()
    archive.write(stored.document)
    try perform { db in
      try db.execute(sql: Schema.documents)
      try db.execute(sql: "DELETE FROM document WHERE hash = ?", arguments: [stored.document.hash])
      try db.execute(
        sql: "INSERT INTO document (hash, read_on, reader, body) VALUES (?, ?, ?, ?)",
        arguments: [
          stored.document.hash, stored.readOn.description, stored.reader, Data(archive.bytes),
        ])
    }
  }

  /// Keeps what a person decided about clauses.
  public func keep(_ decisions: [ClauseDecision]) throws(CatalogueError) {
    try perform { db in
      try db.execute(sql: Schema.documents)
      for decision in decisions {
        try db.execute(
          sql: """
            INSERT INTO decision (topic, clause, quote, accepted, decided_by, decided_on) VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            decision.topic.lowercased(), decision.key, decision.quote, decision.isAccepted, decision.by,
            decision.on.description,
          ])
      }
    }
  }

  /// The last decision about each clause of each topic by a day, by the topic in small letters and the clause's key.
  public func decisions(knownOn: Day? = nil) throws(CatalogueError) -> [String: [String: ClauseDecision]] {
    try look { db in
      guard try db.tableExists("decision") else { return [:] }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT topic, clause, quote, accepted, decided_by, decided_on FROM decision
          WHERE :known IS NULL OR decided_on <= :known ORDER BY decided_on, id
          """, arguments: ["known": knownOn?.description])
      var found: [String: [String: ClauseDecision]] = [:]
      while let row = try rows.next() {
        let (topic, key): (String, String) = (row[0], row[1])
        guard let on = Day(row[5] as String) else { throw CatalogueError.damagedRecord(key: topic) }
        found[topic, default: [:]][key] = ClauseDecision(
          topic: topic, key: key, quote: row[2], isAccepted: row[3], by: row[4], on: on)
      }
      return found
    }
  }

  /// Which of some identifiers a record of a feed has, in small letters.
  public func known(_ identifiers: [String]) throws(CatalogueError) -> Set<String> {
    try look { db in
      var found: Set<String> = []
      for identifier in identifiers {
        let count = try Int.fetchOne(
          db, sql: "SELECT count(*) FROM version WHERE identifier = ?", arguments: [identifier])
        if count ?? 0 > 0 { found.insert(identifier.lowercased()) }
      }
      return found
    }
  }
}
