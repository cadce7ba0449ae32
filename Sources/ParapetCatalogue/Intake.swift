import Foundation
import GRDB
public import ParapetModel

/// One reading of a source: records that nobody has seen yet are stored as they come, the others are staged and stored
/// at its end.
///
/// A source may hold the same record twice, pages apart; the richer counts. What is staged lies in a temporary
/// table and not in memory, so a reading may be of any size.
public struct Intake {
  /// What to remember of the address that the source was fetched from; nothing for files, and where the next
  /// reading should bring everything again. Its count of records is set by the intake.
  public var fetchMark: FetchMark?

  let database: Database
  let reading: SourceReading
  /// The number of the reading.
  private let number: Int64
  private let stage: Statement
  private let insertRecord: Statement
  private let insertVersion: Statement
  private let replaceVersion: Statement
  private let insertGist: Statement
  private let saysTheSame: Statement
  private var reference: ReferenceIntake
  private let known: Statement
  private let namesakes: Statement
  private let gist: RecordGist?
  /// What was read before in these very bytes, by their hash; nothing until somebody asks.
  private var repeated: [String: RepeatedRecord] = [:]
  /// The keys of those of them that nothing of this reading has, and that no other record parts from its own.
  private var lonely: Set<String> = []
  private var taken = 0
  private var created = 0
  private var obstacle: IntakeCounts.Completeness?
  private var isRepeatable = true

  init(_ database: Database, _ reading: SourceReading, keeping gist: RecordGist?) throws {
    self.database = database
    self.gist = gist
    reference = try ReferenceIntake(database)
    self.reading = reading
    try database.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS staged (
          key TEXT PRIMARY KEY, dialect TEXT, fields INTEGER, indexed TEXT, bytes INTEGER,
          hash TEXT, identifier TEXT, title TEXT, closes_on TEXT, body BLOB, gist BLOB, silent INTEGER
        );
        DELETE FROM staged;
        """)
    try database.execute(
      sql: "INSERT INTO reading (source, read_on, program) VALUES (?, ?, ?)",
      arguments: [reading.source, reading.readOn.description, reading.program])
    number = database.lastInsertedRowID
    stage = try database.makeStatement(
      sql: """
        INSERT INTO staged (key, dialect, fields, indexed, bytes, hash, silent, identifier, title, closes_on, body, gist)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET
          fields = excluded.fields, indexed = excluded.indexed, bytes = excluded.bytes,
          hash = excluded.hash, identifier = excluded.identifier, title = excluded.title,
          closes_on = excluded.closes_on, body = excluded.body, gist = excluded.gist, silent = excluded.silent
        WHERE (excluded.fields, excluded.indexed, excluded.bytes) > (fields, indexed, bytes)
        """)
    known = try database.makeStatement(
      sql: """
        SELECT version.hash, version.program, version.id, version.reading
        FROM record LEFT JOIN version ON version.record = record.id AND version.read_on <= ?
        WHERE record.key = ?
        ORDER BY version.read_on DESC, version.id DESC LIMIT 1
        """)
    namesakes = try database.makeStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM record WHERE key = ?), (SELECT identifier FROM staged WHERE key = ?)
        """)
    insertRecord = try database.makeStatement(sql: "INSERT INTO record (key, dialect) VALUES (?, ?)")
    insertVersion = try database.makeStatement(
      sql: """
        INSERT INTO version (record, reading, read_on, program, hash, identifier, title, closes_on, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    replaceVersion = try database.makeStatement(
      sql: """
        UPDATE version SET hash = ?, identifier = ?, title = ?, closes_on = ?, body = ?
        WHERE id = ? AND EXISTS (
          SELECT 1 FROM staged WHERE key = ? AND (?, ?, ?) > (fields, indexed, bytes)
        )
        """)
    saysTheSame = try database.makeStatement(sql: "SELECT 1 FROM version WHERE id = ? AND body = ?")
    insertGist = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO gist (version, maker, body) VALUES (?, ?, ?)")
  }

  /// The dialects and hashes of the records that need not be read again where their bytes are met: what they say is the version that is
  /// known on the day, and the same program read it.
  ///
  /// - Parameter limit: with more than so many, which would fill the memory, none is known.
  public mutating func knownRecords(limit: Int = 50_000) throws -> Set<String> {
    repeated = try RepeatedRecord.all(for: reading, limit: limit, database)
    lonely = Set(repeated.values.lazy.filter(\.isAlone).map(\.baseKey))
    return Set(repeated.keys)
  }

  /// Takes a record in whose bytes were met again.
  ///
  /// - Parameter name: one of `knownRecords`.
  /// - Returns: its dialect.
  public mutating func repeatRecord(_ name: String) throws -> String? {
    guard let known = repeated[name] else { return nil }
    let hash = String(name.dropFirst(known.dialect.utf8.count + 1))
    taken += 1
    // Nobody else can have its key, which need not be asked of the catalogue.
    let isLonely = lonely.remove(known.baseKey) != nil
    let key = isLonely ? known.baseKey : try key(known.baseKey, known.identifier)
    try stage.execute(arguments: [
      key, known.dialect, known.richness.fields, known.richness.indexed, known.richness.bytes, hash, false,
      known.identifier, nil, nil, nil, nil,
    ])
    return known.dialect
  }

  /// Takes a record in.
  ///
  /// - Parameter isSilent: whether nothing was remarked on it, and its reader passes it over where its bytes are met again.
  public mutating func add(_ record: FeedRecord, isSilent: Bool = false) throws {
    taken += 1
    let opportunity = record.opportunity
    let richness: StatementArguments = [
      record.richness.fields, record.richness.indexed, record.richness.bytes,
    ]
    let key = try key(of: record)
    let arguments = [key, record.dialect] + richness + [record.hash, isSilent]
    let nothing: StatementArguments = [opportunity.identifier, nil, nil, nil, nil]
    let last = try Row.fetchOne(known, arguments: [reading.readOn.description, key])
    // Of the same bytes, read by the same program, nothing is kept but that they were there.
    if let last, last[0] as String? == record.hash, last[1] as String? == reading.program {
      return try stage.execute(arguments: arguments + nothing)
    }
    var archive = ByteWriter()
    archive.write(opportunity)
    let content: StatementArguments = [
      opportunity.identifier, opportunity.titles.text(in: .english) ?? "",
      opportunity.entryDeadlines.last?.day.description, Data(archive.bytes),
    ]
    if let last, last[3] as Int64? != number {
      // Portals touch every record of a day without saying anything new.
      if last[1] as String? == reading.program,
        try Row.fetchOne(saysTheSame, arguments: [last[2] as Int64?, Data(archive.bytes)]) != nil
      {
        return try stage.execute(arguments: arguments + nothing)
      }
      return try stage.execute(
        arguments: arguments + content + [gist.map { Data($0.make(opportunity)) }])
    }
    if let last, let version = last[2] as Int64? {
      try replaceVersion.execute(arguments: [record.hash] + content + [version, key] + richness)
      if database.changesCount > 0 { try keepGist(of: opportunity, version) }
      return try stage.execute(arguments: arguments + nothing)
    }
    try insertRecord.execute(arguments: [key, record.dialect])
    try insertVersion.execute(
      arguments: [
        database.lastInsertedRowID, number, reading.readOn.description, reading.program, record.hash,
      ] + content)
    try keepGist(of: opportunity, database.lastInsertedRowID)
    try stage.execute(arguments: arguments + nothing)
    created += 1
  }

  /// What tells a record from all others: its key, with its identifier behind that where the source has given the same
  /// reference to two topics.
  ///
  /// An identifier whose last step is left open, such as `EuropeAid/1/DD/ACT/`, is the other written less fully.
  private mutating func key(of record: FeedRecord) throws -> String {
    lonely.remove(record.key)
    guard record.opportunity.reference != nil else { return record.key }
    return try key(record.key, record.opportunity.identifier)
  }

  private func key(_ base: String, _ identifier: String) throws -> String {
    let identifier = identifier.lowercased()
    let own = base + "|" + identifier
    let found = try Row.fetchOne(namesakes, arguments: [own, base])
    // Once apart, always apart, in whichever order they come.
    if found?[0] ?? false { return own }
    guard let staged = (found?[1] as String?)?.lowercased() else { return base }
    let (less, more) = staged.utf8.count < identifier.utf8.count ? (staged, identifier) : (identifier, staged)
    return less == more || (less.hasSuffix("/") && more.hasPrefix(less)) ? base : own
  }

  private func keepGist(of opportunity: Opportunity, _ version: Int64) throws {
    guard let gist else { return }
    try insertGist.execute(arguments: [version, gist.name, Data(gist.make(opportunity))])
  }

  /// Takes a funded project in.
  public mutating func add(_ precedent: Precedent) throws {
    isRepeatable = false
    try reference.add(precedent)
  }

  /// Takes the rates of a day in.
  public mutating func add(_ rates: ExchangeRates) throws {
    isRepeatable = false
    try reference.add(rates)
  }

  /// Says that something of the source could not be read, so that nobody knows what is missing from it.
  public mutating func markDamaged() {
    obstacle = .damaged
    isRepeatable = false
  }

  /// Says that the source shows only what changed last, so that nothing is missing from it.
  public mutating func markWindow() { obstacle = obstacle ?? .window }

  /// Says that the source has more records than were read, by its own count, so that nobody knows which are missing.
  public mutating func markShort(stated: Int, read: Int) {
    obstacle = obstacle ?? .short(stated: stated, read: read)
    isRepeatable = false
  }

  /// Says that there was something to tell of the source, which has to be told at each reading.
  public mutating func markRemarkable() { isRepeatable = false }

  /// Stores what was staged of known records: a new version where the content differs from the last one known on the
  /// day, or nothing.
  func finish() throws -> IntakeCounts {
    var counts = IntakeCounts()
    counts.created = created
    let staged = try Int.fetchOne(database, sql: "SELECT count(*) FROM staged") ?? 0
    counts.doubled = taken - staged
    let memory = FeedMemory(database: database, reading: reading, obstacle: obstacle)
    let feeds = try memory.wholeLists(&counts)
    try memory.endAbsences(in: number, &counts)
    try insertVersions(&counts)
    try gist?.keepStaged(in: database)
    try RepeatedRecord.keepStaged(of: reading, database)
    counts.unchanged = staged - counts.created - counts.changed
    try memory.remember(feeds, in: number, &counts)
    try database.execute(
      sql: """
        UPDATE reading SET records = ?, dialect = (SELECT min(dialect) FROM staged), created = ?, changed = ?,
          missing = ?, returned = ?, withdrawn = ?, doubled = ?, feed = ?, digest = ? WHERE id = ?
        """,
      arguments: [
        staged, counts.created, counts.changed, counts.missing, counts.returned, counts.withdrawn,
        counts.doubled, reading.feed, isRepeatable ? reading.digest : nil, number,
      ])
    let all = counts + (try reference.finish(source: reading.source, readOn: reading.readOn))
    var mark = fetchMark
    mark?.records = all.created + all.changed + all.unchanged
    try FetchMark.replace(mark, of: reading.source, in: number, database)
    return all
  }

  /// Stores the new versions; those that say something else than the one before count as changed.
  private func insertVersions(_ counts: inout IntakeCounts) throws {
    let day = reading.readOn.description
    let last = """
      SELECT newest.id FROM version AS newest
      WHERE newest.record = record.id AND newest.read_on <= :day
      ORDER BY newest.read_on DESC, newest.id DESC LIMIT 1
      """
    // That a newer program understands the same bytes better is no change of the record.
    try database.execute(
      sql: """
        UPDATE version SET program = :program, body = staged.body, identifier = staged.identifier,
          title = staged.title, closes_on = staged.closes_on
        FROM staged JOIN record ON record.key = staged.key
        WHERE staged.body IS NOT NULL AND version.id = (\(last)) AND version.hash = staged.hash
        """, arguments: ["program": reading.program, "day": day])
    let newest = try Int64.fetchOne(database, sql: "SELECT max(id) FROM version") ?? 0
    try database.execute(
      sql: """
        INSERT INTO version (record, reading, read_on, program, hash, identifier, title, closes_on, body)
        SELECT record.id, :reading, :day, :program, staged.hash, staged.identifier, staged.title,
          staged.closes_on, staged.body
        FROM staged
        JOIN record ON record.key = staged.key
        LEFT JOIN version AS last ON last.id = (\(last))
        WHERE staged.body IS NOT NULL
          AND (last.id IS NULL OR (last.hash <> staged.hash AND last.body <> staged.body))
        ORDER BY staged.key
        """, arguments: ["reading": number, "day": day, "program": reading.program])
    let pairs = try Row.fetchCursor(
      database, sql: VersionPair.query + " WHERE version.id > ? AND former.id IS NOT NULL",
      arguments: [newest])
    while let row = try pairs.next() {
      // A former version that cannot be brought back can only have said something else.
      guard let pair = try? VersionPair(row) else {
        counts.changed += 1
        continue
      }
      if !pair.fields.isEmpty { counts.changed += 1 }
    }
  }
}

extension Catalogue {
  /// Reads a source in one transaction.
  ///
  /// - Parameters:
  ///   - gist: what to keep beside the records; it is made in the same transaction.
  ///   - read: hands each record to the intake; what it throws undoes the whole reading.
  /// - Throws: what `read` throws; `CatalogueError.shrunk` where a whole list is too short to be believed, and
  ///   any other `CatalogueError` of the store.
  public func ingest<Failure: Error>(
    _ reading: SourceReading, keeping gist: RecordGist? = nil,
    _ read: (inout Intake) throws(Failure) -> Void
  ) throws -> IntakeCounts {
    var failure: Failure?
    do {
      return try perform { db in
        var intake = try Intake(db, reading, keeping: gist)
        do throws(Failure) {
          try read(&intake)
        } catch {
          failure = error
          throw error
        }
        return try intake.finish()
      }
    } catch {
      // An error of the store met while adding has been turned into ours already.
      if let failure, !(failure is DatabaseError) { throw failure }
      throw error
    }
  }
}
