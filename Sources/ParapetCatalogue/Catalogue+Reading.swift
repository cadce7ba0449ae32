import Foundation
import GRDB
public import ParapetModel

extension Catalogue {
  /// Every record as it was known on a day, in the order of their keys.
  ///
  /// - Parameters:
  ///   - knownOn: the day of the knowledge; nothing for all there is.
  ///   - notClosedOn: leaves out what is closed to new applications on this day.
  ///   - identifiers: those of opportunities that are not left out all the same.
  ///   - damaged: takes the key of each record that cannot be brought back and is passed over; the next reading of
  ///     its source stores it anew.
  /// - Throws: `CatalogueError`; `damagedRecord` only where nobody takes the key.
  public func opportunities(
    knownOn: Day? = nil, notClosedOn: Day? = nil, or identifiers: [String] = [],
    damaged: ((String) -> Void)? = nil
  ) throws(CatalogueError) -> [StoredOpportunity] {
    try fetch(
      where: """
        :open IS NULL OR \(Catalogue.isOpen) OR version.identifier IN (SELECT value FROM json_each(:kept))
        """, knownOn: knownOn, damaged,
      [
        "open": notClosedOn?.description,
        "kept": String(decoding: (try? JSONEncoder().encode(identifiers)) ?? Data("[]".utf8), as: UTF8.self),
      ])
  }

  /// The records whose identifier another record has too, as they were known on a day.
  ///
  /// - Parameters:
  ///   - knownOn: the day of the knowledge; nothing for all there is.
  ///   - damaged: takes the key of each record that cannot be brought back and is passed over.
  /// - Throws: `CatalogueError`; `damagedRecord` only where nobody takes the key.
  public func namesakes(
    knownOn: Day? = nil, damaged: ((String) -> Void)? = nil
  ) throws(CatalogueError) -> [StoredOpportunity] {
    try fetch(
      where: """
        version.identifier IN (
          SELECT identifier FROM version GROUP BY identifier HAVING count(DISTINCT record) > 1
        )
        """, knownOn: knownOn, damaged, [:])
  }

  /// How many records are closed to new applications on a day.
  public func countOfClosed(on day: Day, knownOn: Day? = nil) throws(CatalogueError) -> Int {
    try look { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM record JOIN version ON version.record = record.id
          WHERE \(Catalogue.isNewest) AND NOT (\(Catalogue.isOpen))
          """, arguments: ["open": day.description, "known": knownOn?.description]) ?? 0
    }
  }

  /// Whether a version is open; a record that is closed says so of the same topic in another source, where that is silent.
  private static let isOpen = """
    version.closes_on IS NULL OR version.closes_on >= :open OR version.identifier IN (
      SELECT identifier FROM version WHERE closes_on IS NULL OR closes_on >= :open
    )
    """

  /// Whether a version is the newest of its record.
  private static let isNewest = """
    version.id = (
      SELECT newest.id FROM version AS newest
      WHERE newest.record = record.id AND (:known IS NULL OR newest.read_on <= :known)
      ORDER BY newest.read_on DESC, newest.id DESC LIMIT 1
    )
    """

  /// The records that go by a name: an identifier, or the source's own reference; either in any case.
  ///
  /// - Parameter damaged: takes the key of each record that cannot be brought back and is passed over.
  public func find(
    _ name: String, knownOn: Day? = nil, damaged: ((String) -> Void)? = nil
  ) throws(CatalogueError) -> [StoredOpportunity] {
    try fetch(
      where: """
        version.identifier = :name COLLATE NOCASE
        OR substr(record.key, instr(record.key, '|') + 1) = :name COLLATE NOCASE
        """, knownOn: knownOn, damaged, ["name": name])
  }

  /// Every version of a record that can be brought back, oldest first.
  public func versions(of key: String) throws(CatalogueError) -> [StoredOpportunity] {
    try collect({ _ in }) { db in
      try Row.fetchCursor(
        db,
        sql: Catalogue.columns + " WHERE record.key = :key ORDER BY version.read_on, version.id",
        arguments: ["key": key, "known": nil])
    }
  }

  private static let columns = """
    SELECT record.key, record.dialect, version.hash, reading.source, version.read_on, version.body,
      gone.missing_on, CASE WHEN :known IS NULL OR gone.withdrawn_on <= :known THEN gone.withdrawn_on END,
      gist.body,
      EXISTS (
        SELECT 1 FROM version AS older WHERE older.record = record.id AND older.id < version.id
      )
    FROM record
    JOIN version ON version.record = record.id
    JOIN reading ON reading.id = version.reading
    LEFT JOIN gist ON gist.version = version.id
    LEFT JOIN absence AS gone ON gone.record = record.id AND (
      CASE WHEN :known IS NULL THEN gone.returned_on IS NULL
      ELSE gone.missing_on <= :known AND (gone.returned_on IS NULL OR gone.returned_on > :known) END
    )
    """

  private func fetch(
    where condition: String, knownOn: Day?, _ damaged: ((String) -> Void)?, _ arguments: [String: String?]
  ) throws(CatalogueError) -> [StoredOpportunity] {
    let sql =
      Catalogue.columns + " WHERE \(Catalogue.isNewest) AND (\(condition)) ORDER BY record.key"
    var values = StatementArguments(arguments)
    values += ["known": knownOn?.description]
    return try collect(damaged) { db in try Row.fetchCursor(db, sql: sql, arguments: values) }
  }

  /// The records of rows, but for those that cannot be brought back, which are noted.
  private func collect(
    _ damaged: ((String) -> Void)?, _ rows: (Database) throws -> RowCursor
  ) throws(CatalogueError) -> [StoredOpportunity] {
    let (found, lost) = try look { db in
      let rows = try rows(db)
      var found: [StoredOpportunity] = []
      var lost: [String] = []
      while let row = try rows.next() {
        do {
          found.append(try Catalogue.stored(row))
        } catch CatalogueError.damagedRecord(let key) where damaged != nil {
          lost.append(key)
        }
      }
      return (found, lost)
    }
    note(damaged: lost)
    if let damaged { lost.forEach(damaged) }
    return found
  }

  private static func stored(_ row: Row) throws -> StoredOpportunity {
    let key: String = row[0]
    guard let readOn = Day(row[4] as String) else { throw CatalogueError.damagedRecord(key: key) }
    guard var opportunity = try Opportunity(row, 5) else { throw CatalogueError.damagedRecord(key: key) }
    if let day = (row[7] as String?).flatMap({ Day($0) }) {
      opportunity.presence = .withdrawn(on: day)
    } else if let day = (row[6] as String?).flatMap({ Day($0) }) {
      opportunity.presence = .missing(since: day)
    }
    if row[9] as Bool { opportunity.changedOn = readOn }
    var stored = StoredOpportunity(
      opportunity: opportunity,
      version: RecordVersion(
        key: key, dialect: row[1], hash: row[2], source: row[3], readOn: readOn))
    stored.gist = try row.withUnsafeData(atIndex: 8) { $0.map { [UInt8]($0) } } ?? []
    return stored
  }
}
