import GRDB
public import ParapetModel

extension Catalogue {
  /// What is remembered of an address, or nothing where its last reading is not to be relied on: where it had an
  /// error, or where another source has told of the same records since, so that the same bytes are news again.
  ///
  /// - Parameter address: the address as it is shown, without its secrets.
  public func fetchMark(of address: String) throws(CatalogueError) -> FetchMark? {
    try look { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT tag, last_modified, hash, read_on, dialect, records, program FROM fetch
            WHERE address = ? AND NOT EXISTS (
              SELECT 1 FROM reading
              WHERE reading.id > fetch.reading AND reading.source <> fetch.address
                AND reading.dialect IS fetch.dialect
            )
            """, arguments: [address]), let readOn = Day(row[3] as String)
      else { return nil }
      return FetchMark(
        tag: row[0], lastModified: row[1], hash: row[2], readOn: readOn, dialect: row[4], records: row[5],
        program: row[6])
    }
  }
}

extension FetchMark {
  /// Replaces what is remembered of an address; where there is nothing to remember, forgets it.
  static func replace(
    _ mark: FetchMark?, of address: String, in reading: Int64, _ database: Database
  ) throws {
    try database.execute(sql: "DELETE FROM fetch WHERE address = ?", arguments: [address])
    guard let mark else { return }
    try database.execute(
      sql: """
        INSERT INTO fetch (address, tag, last_modified, hash, read_on, dialect, records, program, reading)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        address, mark.tag, mark.lastModified, mark.hash, mark.readOn.description, mark.dialect, mark.records,
        mark.program, reading,
      ])
  }
}
