import Foundation
import GRDB
public import ParapetModel

/// How many records a reading brought, by what became of them.
public struct IntakeCounts: Hashable, Sendable {
  /// Records that were not known.
  public var created = 0
  /// Records of which a new version was stored.
  public var changed = 0
  /// Records that are as they were.
  public var unchanged = 0
  /// Records that were doubles of another of the same reading and gave way to it.
  public var doubled = 0

  /// Nothing read yet.
  public init() {}

  static func + (left: IntakeCounts, right: IntakeCounts) -> IntakeCounts {
    var sum = left
    sum.created += right.created
    sum.changed += right.changed
    sum.unchanged += right.unchanged
    sum.doubled += right.doubled
    return sum
  }
}

/// One reading of a source: records are staged as they come and stored at its end.
///
/// A source may hold the same record twice, pages apart; the richer counts. What is staged lies in a temporary
/// table and not in memory, so a reading may be of any size.
public struct Intake {
  private let insert: Statement
  private let database: Database
  private var counts = IntakeCounts()
  private var reference: ReferenceIntake

  init(_ database: Database) throws {
    self.database = database
    reference = try ReferenceIntake(database)
    try database.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS staged (
          key TEXT PRIMARY KEY, dialect TEXT, fields INTEGER, indexed TEXT, bytes INTEGER,
          hash TEXT, identifier TEXT, title TEXT, closes_on TEXT, body BLOB
        ) WITHOUT ROWID;
        DELETE FROM staged;
        """)
    insert = try database.makeStatement(
      sql: """
        INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET
          fields = excluded.fields, indexed = excluded.indexed, bytes = excluded.bytes,
          hash = excluded.hash, identifier = excluded.identifier, title = excluded.title,
          closes_on = excluded.closes_on, body = excluded.body
        WHERE (excluded.fields, excluded.indexed, excluded.bytes) > (fields, indexed, bytes)
        """)
  }

  /// Takes a record in.
  public mutating func add(_ record: FeedRecord) throws {
    var archive = Archive()
    archive.write(record.opportunity)
    try insert.execute(arguments: [
      record.key, record.dialect, record.richness.fields, record.richness.indexed, record.richness.bytes,
      record.hash, record.opportunity.identifier, record.opportunity.titles.text(in: .english) ?? "",
      Intake.closing(record.opportunity)?.description, Data(archive.bytes),
    ])
    counts.created += 1
  }

  /// Takes a funded project in.
  public mutating func add(_ precedent: Precedent) throws { try reference.add(precedent) }

  /// Takes the rates of a day in.
  public mutating func add(_ rates: ExchangeRates) throws { try reference.add(rates) }

  /// The last day on which somebody new can apply, or nothing where the dates leave it open.
  private static func closing(_ opportunity: Opportunity) -> Day? {
    if let last = opportunity.entryDeadlines.last { return last.day }
    return nil
  }

  /// Stores what was staged: a new record, a new version where the content differs from the last one known on
  /// the day, or nothing.
  func finish(source: String, readOn: Day) throws -> IntakeCounts {
    var result = IntakeCounts()
    let staged = try Int.fetchOne(database, sql: "SELECT count(*) FROM staged") ?? 0
    result.doubled = counts.created - staged
    try database.execute(
      sql: "INSERT INTO reading (source, read_on) VALUES (?, ?)", arguments: [source, readOn.description])
    let reading = database.lastInsertedRowID
    try database.execute(
      sql: """
        INSERT INTO record (key, dialect)
        SELECT key, dialect FROM staged WHERE key NOT IN (SELECT key FROM record) ORDER BY key
        """)
    result.created = database.changesCount
    try database.execute(
      sql: """
        INSERT INTO version (record, reading, read_on, hash, identifier, title, closes_on, body)
        SELECT record.id, :reading, :day, staged.hash, staged.identifier, staged.title, staged.closes_on,
          staged.body
        FROM staged
        JOIN record ON record.key = staged.key
        LEFT JOIN version AS last ON last.id = (
          SELECT newest.id FROM version AS newest
          WHERE newest.record = record.id AND newest.read_on <= :day
          ORDER BY newest.read_on DESC, newest.id DESC LIMIT 1
        )
        WHERE last.id IS NULL OR (last.hash <> staged.hash AND last.body <> staged.body)
        ORDER BY staged.key
        """, arguments: ["reading": reading, "day": readOn.description])
    result.changed = database.changesCount - result.created
    result.unchanged = staged - result.created - result.changed
    // A reading that brought nothing new leaves no trace but its absence of versions.
    if result.created + result.changed == 0 {
      try database.execute(sql: "DELETE FROM reading WHERE id = ?", arguments: [reading])
    }
    return result + (try reference.finish(source: source, readOn: readOn))
  }
}

extension Catalogue {
  /// Reads a source in one transaction.
  ///
  /// - Parameters:
  ///   - source: how the source is called, kept with each version.
  ///   - readOn: the day of the reading.
  ///   - read: hands each record to the intake; what it throws undoes the whole reading.
  public func ingest<Failure: Error>(
    source: String, readOn: Day, _ read: (inout Intake) throws(Failure) -> Void
  ) throws -> IntakeCounts {
    var failure: Failure?
    do {
      return try perform { db in
        var intake = try Intake(db)
        do throws(Failure) {
          try read(&intake)
        } catch {
          failure = error
          throw error
        }
        return try intake.finish(source: source, readOn: readOn)
      }
    } catch {
      // An error of the store met while adding has been turned into ours already.
      if let failure, !(failure is DatabaseError) { throw failure }
      throw error
    }
  }
}
