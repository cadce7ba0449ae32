import GRDB
import ParapetModel

/// A record as its bytes were last read without a remark.
struct RepeatedRecord {
  /// Its key, without the identifier that parts it from another of its reference.
  var baseKey: String
  var identifier: String
  var dialect: String
  var richness: FeedRecord.Richness
  /// Whether no other record of the catalogue has its key with an identifier behind it.
  var isAlone: Bool

  /// Those whose version is the newest that is known on the day of a reading and was read by its program, by their dialect
  /// and the hash of their bytes; none where there are more than a limit.
  static func all(
    for reading: SourceReading, limit: Int, _ db: Database
  ) throws -> [String: RepeatedRecord] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT record_bytes.hash, record.key, version.identifier, record.dialect, record_bytes.fields,
          record_bytes.indexed, record_bytes.bytes,
          NOT EXISTS (
            SELECT 1 FROM record AS other WHERE other.key > record.key || '|' AND other.key < record.key || '}'
          )
        FROM record_bytes JOIN record ON record.id = record_bytes.record
        JOIN version ON version.id = record_bytes.version
        WHERE record_bytes.program = :program AND version.id = (\(newest)) LIMIT :limit
        """,
      arguments: ["program": reading.program, "day": reading.readOn.description, "limit": limit + 1])
    var found: [String: RepeatedRecord] = [:]
    var count = 0
    while let row = try rows.next() {
      count += 1
      guard count <= limit else { return [:] }
      let (key, identifier): (String, String) = (row[1], row[2])
      let ending = "|" + identifier.lowercased()
      let hasEnding = key.hasSuffix(ending) && key.split(separator: "|").count > 2
      let dialect: String = row[3]
      found[name(dialect, row[0])] = RepeatedRecord(
        baseKey: hasEnding ? String(key.dropLast(ending.count)) : key, identifier: identifier,
        dialect: dialect, richness: FeedRecord.Richness(fields: row[4], indexed: row[5], bytes: row[6]),
        isAlone: !hasEnding && row[7])
    }
    return found
  }

  /// What tells bytes from all others: where they stand decides what they mean.
  static func name(_ dialect: String, _ hash: String) -> String { dialect + "|" + hash }

  /// Keeps the bytes of the records that are staged and were read without a remark, once their versions are stored.
  static func keepStaged(of reading: SourceReading, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO record_bytes (record, version, hash, program, fields, indexed, bytes)
        SELECT record.id, version.id, staged.hash, :program, staged.fields, staged.indexed, staged.bytes
        FROM staged JOIN record ON record.key = staged.key JOIN version ON version.id = (\(newest))
        WHERE staged.silent
        """, arguments: ["program": reading.program, "day": reading.readOn.description])
  }

  private static let newest = """
    SELECT newest.id FROM version AS newest
    WHERE newest.record = record.id AND newest.read_on <= :day
    ORDER BY newest.read_on DESC, newest.id DESC LIMIT 1
    """
}
