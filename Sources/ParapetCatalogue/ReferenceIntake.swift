import Foundation
import GRDB
import ParapetModel

/// What a reading brings beside opportunities: funded projects and rates of exchange.
///
/// Both are staged like records. A project that says something else is a new version of it, and the last one read by
/// a day is what was known then; a rate that a publisher corrects likewise. Neither is ever missing from a source: a
/// project stays funded, and a day's rate stays published.
struct ReferenceIntake {
  private let database: Database
  private let insertProject: Statement
  private let insertRate: Statement
  private var taken = 0

  init(_ database: Database) throws {
    self.database = database
    try database.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS staged_project (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS staged_rate (
          publisher TEXT, day TEXT, currency TEXT, rate TEXT, PRIMARY KEY (publisher, day, currency)
        ) WITHOUT ROWID;
        DELETE FROM staged_project;
        DELETE FROM staged_rate;
        """)
    // Of two files about one project the fuller counts, and of two of one size the first.
    insertProject = try database.makeStatement(
      sql: """
        INSERT INTO staged_project VALUES (?, ?)
        ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE length(excluded.body) > length(body)
        """)
    insertRate = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO staged_rate VALUES (?, ?, ?, ?)")
  }

  /// Takes a funded project in.
  mutating func add(_ precedent: Precedent) throws {
    var archive = ByteWriter()
    archive.write(precedent)
    try insertProject.execute(arguments: [precedent.id, Data(archive.bytes)])
    taken += 1
  }

  /// Takes the rates of a day in.
  mutating func add(_ rates: ExchangeRates) throws {
    for (currency, rate) in rates.rates.sorted(by: { $0.key < $1.key }) {
      try insertRate.execute(arguments: [
        rates.publisher.rawValue, rates.day.description, currency.code, rate.description,
      ])
    }
    taken += 1
  }

  /// Stores what was staged; a project counts as one, and so do the rates of a day.
  func finish(source: String, readOn: Day) throws -> IntakeCounts {
    guard taken > 0 else { return IntakeCounts() }
    let projects = try storeProjects(source: source, readOn: readOn)
    let rates = try storeRates(source: source, readOn: readOn)
    var counts = IntakeCounts()
    counts.created = projects.created + rates.created
    counts.changed = projects.changed + rates.changed
    counts.unchanged = projects.staged + rates.staged - counts.created - counts.changed
    counts.doubled = taken - projects.staged - rates.staged
    return counts
  }
}

extension ReferenceIntake {
  private typealias Stored = (staged: Int, created: Int, changed: Int)

  private func storeProjects(source: String, readOn: Day) throws -> Stored {
    var stored: Stored = (0, 0, 0)
    let known = try database.makeStatement(
      sql: """
        SELECT body FROM project WHERE number = ? AND read_on <= ? ORDER BY read_on DESC, id DESC LIMIT 1
        """)
    let insert = try database.makeStatement(
      sql: "INSERT INTO project (number, read_on, source, body) VALUES (?, ?, ?, ?)")
    let name = try database.makeStatement(sql: "INSERT OR IGNORE INTO project_topic VALUES (?, ?)")
    let ever = try database.makeStatement(sql: "SELECT 1 FROM project WHERE number = ? LIMIT 1")
    let staged = try Row.fetchCursor(database, sql: "SELECT id, body FROM staged_project ORDER BY id")
    while let row = try staged.next() {
      let number: String = row[0]
      let body: Data = row[1]
      stored.staged += 1
      let last = try Data.fetchOne(known, arguments: [number, readOn.description])
      guard last != body else { continue }
      if try Int.fetchOne(ever, arguments: [number]) == nil {
        stored.created += 1
      } else {
        stored.changed += 1
      }
      try insert.execute(arguments: [number, readOn.description, source, body])
      let version = database.lastInsertedRowID
      for topic in try Catalogue.precedent(body, number: number).names {
        try name.execute(arguments: [topic, version])
      }
    }
    return stored
  }

  private func storeRates(source: String, readOn: Day) throws -> Stored {
    let day = readOn.description
    // What was known on the day of each staged rate.
    let known = """
      SELECT rate FROM exchange_rate AS stored
      WHERE stored.currency = staged_rate.currency AND stored.day = staged_rate.day
        AND stored.publisher = staged_rate.publisher AND stored.read_on <= :read
      ORDER BY stored.read_on DESC LIMIT 1
      """
    func count(_ condition: String, _ arguments: StatementArguments = StatementArguments()) throws -> Int {
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM (SELECT DISTINCT publisher, day FROM staged_rate WHERE \(condition))",
        arguments: arguments) ?? 0
    }
    let staged = try count("TRUE")
    let isNew = """
      NOT EXISTS (
        SELECT 1 FROM exchange_rate AS stored
        WHERE stored.day = staged_rate.day AND stored.publisher = staged_rate.publisher
      )
      """
    let created = try count(isNew)
    let differs = "rate IS NOT (\(known))"
    let written = try count(differs, ["read": day])
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO exchange_rate (currency, day, publisher, read_on, rate, source)
        SELECT currency, day, publisher, :read, rate, :source FROM staged_rate WHERE \(differs)
        """, arguments: ["read": day, "source": source])
    return (staged, created, written - created)
  }
}

extension Precedent {
  /// The names under which it is found: its topics and calls, each once.
  fileprivate var names: [String] { Set((topics + calls).map { $0.lowercased() }).sorted() }
}
