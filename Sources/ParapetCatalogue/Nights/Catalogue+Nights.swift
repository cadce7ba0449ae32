import Foundation
import GRDB
public import ParapetModel

/// A night that was begun.
public struct StoredNight: Hashable, Sendable {
  /// Its number, which rises from night to night.
  public var id: Int64
  /// What tells the order that it follows from others.
  public var batch: String
  /// Its name: the day judged, and of further nights of one day a number.
  public var name: String
  /// The day judged.
  public var asOf: Day
  /// The day of the readings.
  public var readOn: Day
  /// Whether all of it is done.
  public var isDone: Bool
}

/// A part of a night's work, which is done once.
public struct NightPart: Hashable, Sendable {
  /// The phases, in their order.
  public enum Phase: String, Hashable, Sendable, CaseIterable {
    case read, match, compare, write
    case handOver = "hand-over"
  }

  /// The phase.
  public var phase: Phase
  /// The feed, city or person.
  public var subject: String

  /// A part of a phase.
  public init(_ phase: Phase, _ subject: String) {
    self.phase = phase
    self.subject = subject
  }
}

extension Catalogue {
  /// The last night of an order; nothing where there was none.
  public func lastNight(of batch: String) throws(CatalogueError) -> StoredNight? {
    try look { db in
      try Row.fetchOne(
        db, sql: "\(Catalogue.nightColumns) WHERE batch = ? ORDER BY id DESC LIMIT 1", arguments: [batch]
      ).flatMap(StoredNight.init)
    }
  }

  /// The last nights of an order, newest first.
  public func nights(of batch: String, last count: Int) throws(CatalogueError) -> [StoredNight] {
    try look { db in
      try Row.fetchAll(
        db, sql: "\(Catalogue.nightColumns) WHERE batch = ? ORDER BY id DESC LIMIT ?",
        arguments: [batch, count]
      ).compactMap(StoredNight.init)
    }
  }

  static let nightColumns = "SELECT id, batch, name, as_of, read_on, state FROM night"

  /// Begins a night.
  public func beginNight(
    of batch: String, asOf: Day, readOn: Day, program: String
  ) throws(CatalogueError) -> StoredNight {
    try perform { db in
      let same =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM night WHERE batch = ? AND as_of = ?",
          arguments: [batch, asOf.description]) ?? 0
      let name = same == 0 ? asOf.description : "\(asOf).\(same + 1)"
      try db.execute(
        sql: """
          INSERT INTO night (batch, name, as_of, read_on, program, state) VALUES (?, ?, ?, ?, ?, 'begun')
          """, arguments: [batch, name, asOf.description, readOn.description, program])
      return StoredNight(
        id: db.lastInsertedRowID, batch: batch, name: name, asOf: asOf, readOn: readOn, isDone: false)
    }
  }

  /// Says that a night is over: all of it is done, or a later one takes its place.
  public func end(_ night: StoredNight) throws(CatalogueError) {
    try perform { db in try Catalogue.end(night, db) }
  }

  static func end(_ night: StoredNight, _ db: Database) throws {
    try db.execute(sql: "UPDATE night SET state = 'done' WHERE id = ?", arguments: [night.id])
  }

  /// What a part of a night's work came to; nothing where it is not done.
  public func done(_ part: NightPart, of night: StoredNight) throws(CatalogueError) -> [UInt8]? {
    try look { db in
      try Data.fetchOne(
        db.cachedStatement(
          sql: "SELECT body FROM night_phase WHERE night = ? AND phase = ? AND subject = ? AND state = 'done'"
        ),
        arguments: [night.id, part.phase.rawValue, part.subject]
      ).map { [UInt8]($0) }
    }
  }

  /// The subjects of a phase of a night that are done.
  public func subjects(of phase: NightPart.Phase, doneIn night: StoredNight) throws(CatalogueError) -> Set<
    String
  > {
    try look { db in
      try Set(
        String.fetchAll(
          db, sql: "SELECT subject FROM night_phase WHERE night = ? AND phase = ? AND state = 'done'",
          arguments: [night.id, phase.rawValue]))
    }
  }

  /// Says that a part of a night's work is done, and what it came to.
  public func finish(
    _ part: NightPart, of night: StoredNight, with body: [UInt8] = []
  ) throws(CatalogueError) {
    try perform { db in try Catalogue.finish(part, of: night, with: body, db) }
  }

  static func finish(_ part: NightPart, of night: StoredNight, with body: [UInt8], _ db: Database) throws {
    try db.cachedStatement(
      sql:
        "INSERT OR REPLACE INTO night_phase (night, phase, subject, state, body) VALUES (?, ?, ?, 'done', ?)"
    ).execute(arguments: [night.id, part.phase.rawValue, part.subject, Data(body)])
  }

  /// What became of the records of a feed over all readings of a night, of which a killed one may have made several.
  ///
  /// - Parameter reading: the last reading before the night.
  public func counts(of feed: String, after reading: Int64) throws(CatalogueError) -> IntakeCounts? {
    try look { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT sum(created), sum(changed), sum(missing), sum(returned), sum(withdrawn),
              (SELECT records FROM reading WHERE feed = :feed AND id > :after ORDER BY id DESC LIMIT 1), count(*),
              (SELECT doubled FROM reading WHERE feed = :feed AND id > :after ORDER BY id DESC LIMIT 1)
            FROM reading WHERE feed = :feed AND id > :after AND records IS NOT NULL
            """, arguments: ["feed": feed, "after": reading]),
        row[6] as Int > 1
      else { return nil }
      var counts = IntakeCounts()
      counts.created = row[0] ?? 0
      counts.changed = row[1] ?? 0
      counts.missing = row[2] ?? 0
      counts.returned = row[3] ?? 0
      counts.withdrawn = row[4] ?? 0
      counts.doubled = row[7] ?? 0
      counts.unchanged = max(0, (row[5] as Int? ?? 0) - counts.created - counts.changed)
      return counts
    }
  }

  /// The number of the last reading.
  public func lastReading() throws(CatalogueError) -> Int64 {
    try look { db in try Int64.fetchOne(db, sql: "SELECT max(id) FROM reading") ?? 0 }
  }
}

extension StoredNight {
  init?(_ row: Row) {
    guard let asOf = Day(row[3] as String), let readOn = Day(row[4] as String) else { return nil }
    self.init(
      id: row[0], batch: row[1], name: row[2], asOf: asOf, readOn: readOn, isDone: row[5] as String == "done")
  }
}
