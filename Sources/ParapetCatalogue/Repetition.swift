import GRDB
public import ParapetModel

/// A reading of the same bytes as the last one, which therefore has the same records.
public struct Repetition: Hashable, Sendable {
  /// What became of the records: all are unchanged.
  public var counts: IntakeCounts
  /// The dialect of the source.
  public var dialect: String?
}

extension Catalogue {
  /// Repeats the last reading of the same bytes without looking at them; nothing where that would not be the same.
  ///
  /// It is not the same where the last reading had something to tell, was read by another program or as a part of
  /// another feed, or where any record has changed, come or gone since. What whole lists tell goes on: the third one
  /// without a record withdraws it, whether or not it was looked at.
  ///
  /// - Throws: `CatalogueError` of the store.
  public func repeated(_ reading: SourceReading) throws(CatalogueError) -> Repetition? {
    guard let digest = reading.digest else { return nil }
    // A look first: a catalogue that another program is writing to is not waited for in vain.
    guard try look({ db in try Catalogue.last(reading, digest, db) }) != nil else { return nil }
    return try perform { db in
      guard let last = try Catalogue.last(reading, digest, db) else { return nil }
      var counts = IntakeCounts()
      counts.unchanged = last["records"]
      counts.doubled = last["doubled"]
      try db.execute(
        sql: """
          INSERT INTO reading (source, read_on, program, records, dialect, feed, digest, doubled,
            created, changed, missing, returned, withdrawn)
          SELECT ?, ?, program, records, dialect, feed, digest, doubled, 0, 0, 0, 0, 0 FROM reading WHERE id = ?
          """, arguments: [reading.source, reading.readOn.description, last["id"] as Int64])
      let number = db.lastInsertedRowID
      if reading.isComplete {
        let lists = try Row.fetchAll(
          db, sql: "SELECT feed, records FROM complete WHERE reading = ?", arguments: [last["id"] as Int64])
        let memory = FeedMemory(database: db, reading: reading, obstacle: nil)
        for list in lists { try memory.keep(list: list[0], records: list[1], in: number, &counts) }
        counts.completeness = .complete
        try db.execute(
          sql: "UPDATE reading SET withdrawn = ? WHERE id = ?", arguments: [counts.withdrawn, number])
      }
      return Repetition(counts: counts, dialect: last["dialect"])
    }
  }

  /// The last reading of the same bytes, if nothing has happened since that a new reading would meet.
  private static func last(_ reading: SourceReading, _ digest: String, _ db: Database) throws -> Row? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT id, records, doubled, dialect FROM reading
        WHERE id = (SELECT max(id) FROM reading WHERE digest = :digest AND feed IS :feed AND program = :program)
          AND read_on <= :day
          AND NOT EXISTS (SELECT 1 FROM version WHERE version.reading > reading.id)
          AND NOT EXISTS (SELECT 1 FROM absence WHERE missing_in > reading.id OR returned_in > reading.id)
          AND NOT (:complete AND NOT EXISTS (SELECT 1 FROM complete WHERE complete.reading = reading.id))
          AND NOT EXISTS (
            SELECT 1 FROM complete AS mine JOIN complete AS later ON later.feed = mine.feed
            WHERE mine.reading = reading.id AND later.read_on > :day
          )
        """,
      arguments: [
        "digest": digest, "feed": reading.feed, "program": reading.program,
        "day": reading.readOn.description, "complete": reading.isComplete,
      ])
  }
}
