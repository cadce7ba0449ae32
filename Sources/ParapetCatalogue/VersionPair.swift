import Foundation
import GRDB
import ParapetModel

/// A version of a record beside the one before it.
struct VersionPair {
  let key: String
  let source: String
  let readOn: Day
  let before: Opportunity?
  let after: Opportunity

  /// Every version with the one before it; to be narrowed by a condition on `version` and `former`.
  static let query = """
    SELECT record.key, reading.source, version.read_on, version.body, former.body
    FROM version
    JOIN record ON record.id = version.record
    JOIN reading ON reading.id = version.reading
    LEFT JOIN version AS former ON former.id = (
      SELECT earlier.id FROM version AS earlier
      WHERE earlier.record = version.record
        AND (earlier.read_on, earlier.id) < (version.read_on, version.id)
      ORDER BY earlier.read_on DESC, earlier.id DESC LIMIT 1
    )
    """

  /// - Throws: `CatalogueError.damagedRecord` where one of them cannot be brought back.
  init(_ row: Row) throws {
    key = row[0]
    source = row[1]
    guard let day = Day(row[2] as String), let opportunity = try Opportunity(row, 3) else {
      throw CatalogueError.damagedRecord(key: key)
    }
    readOn = day
    after = opportunity
    before = try Opportunity(row, 4)
    if before == nil, row.hasNonNull(4) { throw CatalogueError.damagedRecord(key: key) }
  }

  /// What the later says otherwise; nothing where there is no earlier one.
  var fields: [FieldChange] { before.map { after.changes(from: $0, readOn: readOn) } ?? [] }
}

extension Row {
  /// Whether something stands in a column.
  fileprivate func hasNonNull(_ index: Int) -> Bool { !(self[index] as DatabaseValue).isNull }
}

extension Opportunity {
  /// The opportunity that is archived in a column, or nothing where the column is empty or its bytes are damaged.
  init?(_ row: Row, _ index: Int) throws {
    let opportunity = try row.withUnsafeData(atIndex: index) { data in
      data?.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Opportunity? in
        var reader = ByteReader(bytes)
        return try? reader.value(Opportunity.self)
      }
    }
    guard let opportunity else { return nil }
    self = opportunity
  }
}
