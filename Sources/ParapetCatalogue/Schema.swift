import GRDB

/// The tables of the catalogue, in migrations that are only ever added to.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 readings, records and versions") { db in
      try db.execute(sql: tables)
    }
    migrator.registerMigration("funded projects and rates of exchange") { db in
      try db.execute(sql: reference)
    }
    migrator.registerMigration("what is missing") { db in
      try db.execute(sql: memory)
    }
    migrator.registerMigration("what is remembered of fetched addresses") { db in
      try db.execute(sql: fetches)
    }
    migrator.registerMigration("readings that can be repeated") { db in
      try db.execute(sql: repetition)
    }
    migrator.registerMigration("which reading is remembered of a fetched address") { db in
      // What was remembered before does not say since when, so it is fetched once more.
      try db.execute(
        sql: "DELETE FROM fetch; ALTER TABLE fetch ADD COLUMN reading INTEGER REFERENCES reading (id)")
    }
    migrator.registerMigration("what the texts of records say") { db in
      try db.execute(sql: gists)
    }
    return migrator
  }

  /// Makes the tables that are not there yet.
  ///
  /// Another program may be at the same work: then a step fails because the other has done it, and what is left is
  /// looked up again. A step is a transaction, so it is done whole by one of them; a step that fails for another
  /// reason fails again.
  static func bringUpToDate(_ queue: DatabaseQueue) throws {
    var attempts = 0
    while true {
      do {
        // A look at a catalogue that is up to date must not wait for somebody who is writing to it.
        if try !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
        return
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_ERROR && attempts < 2 * migrator.migrations.count
      {
        attempts += 1
      }
    }
  }

  /// What a catalogue says it is in the header of its file, so that no other program's database is taken for one:
  /// "PRPT" in four bytes.
  static let applicationID = 0x5052_5054

  /// Whether a database is a catalogue or empty; the first catalogues did not say so and are known by their tables.
  static func isCatalogue(_ db: Database) throws -> Bool {
    let stated = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard stated == 0 else { return stated == applicationID }
    let tables = try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    // A catalogue that another program is making has no more than the list of its steps.
    return tables.isSubset(of: ["grdb_migrations"])
      || tables.isSuperset(of: ["grdb_migrations", "reading", "record", "version"])
  }

  /// `closes_on` is the last day on which somebody new can apply, so that a list of what is open need not bring
  /// back what is long closed; it is derived from the body and never read for anything else.
  private static let tables = """
    CREATE TABLE reading (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL,
      read_on TEXT NOT NULL
    );
    CREATE TABLE record (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      dialect TEXT NOT NULL
    );
    CREATE TABLE version (
      id INTEGER PRIMARY KEY,
      record INTEGER NOT NULL REFERENCES record (id),
      reading INTEGER NOT NULL REFERENCES reading (id),
      read_on TEXT NOT NULL,
      hash TEXT NOT NULL,
      identifier TEXT NOT NULL,
      title TEXT NOT NULL,
      closes_on TEXT,
      body BLOB NOT NULL
    );
    CREATE INDEX version_of_record ON version (record, read_on, id);
    CREATE INDEX version_by_identifier ON version (identifier);
    """

  /// Projects in every version, with the topics and calls that each was funded under, in small letters; rates by
  /// currency and day, in every version that their publisher gave them.
  private static let reference = """
    CREATE TABLE project (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL,
      read_on TEXT NOT NULL,
      source TEXT NOT NULL,
      body BLOB NOT NULL
    );
    CREATE INDEX project_by_number ON project (number, read_on, id);
    CREATE TABLE project_topic (
      name TEXT NOT NULL,
      project INTEGER NOT NULL REFERENCES project (id),
      PRIMARY KEY (name, project)
    ) WITHOUT ROWID;
    CREATE TABLE exchange_rate (
      currency TEXT NOT NULL,
      day TEXT NOT NULL,
      publisher TEXT NOT NULL,
      read_on TEXT NOT NULL,
      rate TEXT NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (currency, day, publisher, read_on)
    ) WITHOUT ROWID;
    """

  /// Every reading keeps its counts, and says by which program it was read. A feed is what is compared with itself
  /// over time; `complete` has each reading that was the whole list of a feed, and `absence` how long a record of
  /// a feed was on none of its whole lists.
  private static let memory = """
    PRAGMA application_id = \(applicationID);
    ALTER TABLE version ADD COLUMN program TEXT;
    ALTER TABLE reading ADD COLUMN dialect TEXT;
    ALTER TABLE reading ADD COLUMN program TEXT;
    ALTER TABLE reading ADD COLUMN records INTEGER;
    ALTER TABLE reading ADD COLUMN created INTEGER;
    ALTER TABLE reading ADD COLUMN changed INTEGER;
    ALTER TABLE reading ADD COLUMN missing INTEGER;
    ALTER TABLE reading ADD COLUMN returned INTEGER;
    ALTER TABLE reading ADD COLUMN withdrawn INTEGER;
    CREATE TABLE membership (
      feed TEXT NOT NULL,
      record INTEGER NOT NULL REFERENCES record (id),
      PRIMARY KEY (feed, record)
    ) WITHOUT ROWID;
    INSERT INTO membership (feed, record) SELECT dialect, id FROM record;
    CREATE TABLE complete (
      feed TEXT NOT NULL,
      read_on TEXT NOT NULL,
      reading INTEGER NOT NULL REFERENCES reading (id),
      records INTEGER NOT NULL,
      PRIMARY KEY (feed, read_on, reading)
    ) WITHOUT ROWID;
    CREATE TABLE absence (
      id INTEGER PRIMARY KEY,
      record INTEGER NOT NULL REFERENCES record (id),
      feed TEXT NOT NULL,
      missing_in INTEGER NOT NULL REFERENCES reading (id),
      missing_on TEXT NOT NULL,
      returned_in INTEGER REFERENCES reading (id),
      returned_on TEXT,
      withdrawn_in INTEGER REFERENCES reading (id),
      withdrawn_on TEXT
    );
    CREATE INDEX absence_of_record ON absence (record, missing_on);
    CREATE INDEX open_absence ON absence (feed) WHERE returned_on IS NULL;
    """

  /// An address stands here while its last reading went through without an error; its secrets never do.
  private static let fetches = """
    CREATE TABLE fetch (
      address TEXT PRIMARY KEY,
      tag TEXT,
      last_modified TEXT,
      hash TEXT NOT NULL,
      read_on TEXT NOT NULL,
      dialect TEXT,
      records INTEGER NOT NULL,
      program TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  /// The digest stands only with a reading that had nothing to tell; a repetition of it tells nothing either.
  private static let repetition = """
    ALTER TABLE reading ADD COLUMN feed TEXT;
    ALTER TABLE reading ADD COLUMN doubled INTEGER;
    ALTER TABLE reading ADD COLUMN digest TEXT;
    CREATE INDEX reading_by_digest ON reading (digest) WHERE digest IS NOT NULL;
    CREATE INDEX version_of_reading ON version (reading);
    """

  /// What was read out of a version's texts, and by whom; it can be made again from the version at any time.
  private static let gists = """
    CREATE TABLE gist (
      version INTEGER PRIMARY KEY REFERENCES version (id),
      maker TEXT NOT NULL,
      body BLOB NOT NULL
    );
    """
}
