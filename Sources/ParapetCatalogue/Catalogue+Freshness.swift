import GRDB
public import ParapetModel

extension Catalogue {
  /// When each feed was last read, in the order of their names.
  ///
  /// A feed goes by the name that its readings were given, else by its dialect; what brought neither opportunities nor
  /// a name, such as rates of exchange, by its source.
  ///
  /// - Parameter knownOn: the last day of reading that counts; nothing for all.
  /// - Throws: `CatalogueError` of the store.
  public func freshness(knownOn: Day? = nil) throws(CatalogueError) -> [FeedFreshness] {
    try look { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT coalesce(feed, dialect, source) AS name, max(read_on) FROM reading
          WHERE :known IS NULL OR read_on <= :known
          GROUP BY name ORDER BY name
          """, arguments: ["known": knownOn?.description]
      ).compactMap { row in
        (row[1] as String?).flatMap { Day($0) }.map { FeedFreshness(feed: row[0], readOn: $0) }
      }
    }
  }

  /// Keeps that a source was asked on a day and had nothing new.
  ///
  /// - Throws: `CatalogueError` of the store.
  public func keepUnmodified(_ reading: SourceReading) throws(CatalogueError) {
    try perform { db in
      try db.execute(
        sql: """
          INSERT INTO reading (source, read_on, program, records, dialect, feed, doubled, created, changed, missing,
            returned, withdrawn)
          SELECT source, :day, program, records, dialect, feed, 0, 0, 0, 0, 0, 0 FROM reading
          WHERE source = :source ORDER BY id DESC LIMIT 1
          """, arguments: ["source": reading.source, "day": reading.readOn.description])
      // What is remembered of the address is of this reading now.
      try db.execute(
        sql: "UPDATE fetch SET reading = :number WHERE address = :source AND :changed > 0",
        arguments: ["number": db.lastInsertedRowID, "source": reading.source, "changed": db.changesCount])
    }
  }
}
