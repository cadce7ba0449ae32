import GRDB
public import ParapetModel

/// A change with the record before and after it.
public struct StoredChange: Sendable {
  /// What tells the record from all others.
  public var key: String
  /// What happened.
  public var change: RecordChange
  /// The record before, or nothing where it was not known.
  public var before: Opportunity?
  /// The record after; of one that is missing or withdrawn, as it was last read.
  public var after: Opportunity
}

extension Catalogue {
  /// What happened to the records, most urgent first.
  ///
  /// - Parameters:
  ///   - since: the first day of reading that counts; nothing for all.
  ///   - knownOn: the last day of reading that counts; nothing for all.
  ///   - damaged: takes the key of each record that cannot be brought back, whose changes are left out.
  /// - Throws: `CatalogueError`; `damagedRecord` only where nobody takes the key.
  public func changes(
    since: Day? = nil, knownOn: Day? = nil, damaged: ((String) -> Void)? = nil
  ) throws(CatalogueError) -> [StoredChange] {
    try changes(since: since, knownOn: knownOn, damaged: damaged) { $0 }
      .sorted { RecordChange.precedes($0.change, $1.change) }
  }

  /// What happened to the records, in no order, of which is kept what the caller makes of it.
  ///
  /// A change has the whole record before and after, which are gigabytes where hundred thousands were read.
  public func changes<Kept>(
    since: Day? = nil, knownOn: Day? = nil, damaged: ((String) -> Void)? = nil,
    keeping keep: (StoredChange) -> Kept
  ) throws(CatalogueError) -> [Kept] {
    var lost: [String] = []
    let pass = { (error: any Error) throws in
      guard damaged != nil, case CatalogueError.damagedRecord(let key) = error else { throw error }
      lost.append(key)
    }
    let changes = try look { db in
      var kept: [Kept] = []
      try Catalogue.versionChanges(db, since, knownOn, pass) { kept.append(keep($0)) }
      try Catalogue.presenceChanges(db, since, knownOn, pass) { kept.append(keep($0)) }
      return kept
    }
    note(damaged: lost)
    if let damaged { lost.forEach(damaged) }
    return changes
  }

  private static func versionChanges(
    _ db: Database, _ since: Day?, _ knownOn: Day?, _ pass: (any Error) throws -> Void,
    _ take: (StoredChange) -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: VersionPair.query + """
         WHERE (:since IS NULL OR version.read_on >= :since) AND (:known IS NULL OR version.read_on <= :known)
        """, arguments: ["since": since?.description, "known": knownOn?.description])
    while let row = try rows.next() {
      let pair: VersionPair
      do { pair = try VersionPair(row) } catch {
        try pass(error)
        continue
      }
      let fields = pair.fields
      guard pair.before == nil || !fields.isEmpty else { continue }
      let isWithdrawn = pair.after.statedStatus == .withdrawn && pair.before?.statedStatus != .withdrawn
      let kind: RecordChange.Kind = isWithdrawn ? .withdrawn : pair.before == nil ? .created : .changed
      take(
        StoredChange(
          key: pair.key,
          change: RecordChange(
            kind, of: pair.after, source: pair.source, readOn: pair.readOn, fields: fields),
          before: pair.before, after: pair.after))
    }
  }

  /// What whole lists tell: each absence has a beginning, perhaps a withdrawal, perhaps an end.
  private static func presenceChanges(
    _ db: Database, _ since: Day?, _ knownOn: Day?, _ pass: (any Error) throws -> Void,
    _ take: (StoredChange) -> Void
  ) throws {
    for (kind, column) in [
      (RecordChange.Kind.missing, "missing"), (.returned, "returned"), (.withdrawn, "withdrawn"),
    ] {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT record.key, reading.source, absence.\(column)_on, version.body
          FROM absence
          JOIN record ON record.id = absence.record
          JOIN reading ON reading.id = absence.\(column)_in
          JOIN version ON version.id = (
            SELECT newest.id FROM version AS newest
            WHERE newest.record = absence.record AND newest.read_on <= absence.\(column)_on
            ORDER BY newest.read_on DESC, newest.id DESC LIMIT 1
          )
          WHERE (:since IS NULL OR absence.\(column)_on >= :since)
            AND (:known IS NULL OR absence.\(column)_on <= :known)
          """, arguments: ["since": since?.description, "known": knownOn?.description])
      while let row = try rows.next() {
        guard let day = Day(row[2] as String), let opportunity = try Opportunity(row, 3) else {
          try pass(CatalogueError.damagedRecord(key: row[0]))
          continue
        }
        let change = RecordChange(kind, of: opportunity, source: row[1], readOn: day)
        take(StoredChange(key: row[0], change: change, before: opportunity, after: opportunity))
      }
    }
  }
}
