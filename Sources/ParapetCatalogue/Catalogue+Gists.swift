import Foundation
import GRDB
public import ParapetModel

/// What a later stage reads out of a record's texts, kept so that it need not be read at every run.
public struct RecordGist: Sendable {
  /// What tells these gists from those of another glossary or another way of reading.
  public var name: String
  /// The bytes for an opportunity.
  public var make: @Sendable (Opportunity) -> [UInt8]

  /// Gists of a name, and how they are made.
  public init(name: String, make: @escaping @Sendable (Opportunity) -> [UInt8]) {
    self.name = name
    self.make = make
  }
}

extension Catalogue {
  /// Makes the gists that are wanting or of another name, of the newest version of every record.
  public func keep(_ gist: RecordGist) throws(CatalogueError) {
    // A look first: where nothing is to be done nobody is waited for.
    guard try look({ db in try gist.isWanting(in: db) }) else { return }
    try perform { db in try gist.keep(in: db) }
  }
}

extension RecordGist {
  /// The newest version of every record.
  private static let newest = """
    FROM record JOIN version ON version.id = (
      SELECT newest.id FROM version AS newest WHERE newest.record = record.id
      ORDER BY newest.read_on DESC, newest.id DESC LIMIT 1
    )
    """

  /// Those of which no gist of this name is kept.
  private static let wanting =
    "\(newest) LEFT JOIN gist ON gist.version = version.id WHERE gist.maker IS NOT ?"

  fileprivate func isWanting(in db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 \(RecordGist.wanting))", arguments: [name]) ?? false
  }

  /// Makes what is wanting.
  fileprivate func keep(in db: Database) throws {
    try remake(
      Int64.fetchAll(db, sql: "SELECT version.id \(RecordGist.wanting)", arguments: [name]), in: db)
  }

  /// Keeps those of the records that are staged.
  func keepStaged(in db: Database) throws {
    // Older versions are looked at too seldom to keep what can be read again.
    try db.execute(
      sql: """
        DELETE FROM gist WHERE version IN (
          SELECT version.id FROM staged JOIN record ON record.key = staged.key
          JOIN version ON version.record = record.id WHERE staged.body IS NOT NULL
        )
        """)
    try db.execute(
      sql: """
        INSERT INTO gist (version, maker, body)
        SELECT version.id, ?, staged.gist \(RecordGist.newest) JOIN staged ON staged.key = record.key
        WHERE staged.body IS NOT NULL AND staged.hash = version.hash
        """, arguments: [name])
    // What was read is not the newest version where the reading is of an earlier day.
    try remake(
      Int64.fetchAll(
        db,
        sql: """
          SELECT version.id \(RecordGist.wanting)
            AND record.key IN (SELECT key FROM staged WHERE body IS NOT NULL)
          """,
        arguments: [name]), in: db)
  }

  private func remake(_ versions: [Int64], in db: Database) throws {
    let body = try db.makeStatement(sql: "SELECT body FROM version WHERE id = ?")
    let insert = try db.makeStatement(
      sql: "INSERT OR REPLACE INTO gist (version, maker, body) VALUES (?, ?, ?)")
    let forget = try db.makeStatement(
      sql: """
        DELETE FROM gist WHERE version IN (
          SELECT other.id FROM version AS one JOIN version AS other ON other.record = one.record
          WHERE one.id = ? AND other.id <> one.id
        )
        """)
    for version in versions {
      // A version that cannot be brought back is told of where it is asked for.
      guard let row = try Row.fetchOne(body, arguments: [version]), let opportunity = try Opportunity(row, 0)
      else { continue }
      try forget.execute(arguments: [version])
      try insert.execute(arguments: [version, name, Data(make(opportunity))])
    }
  }
}
