import GRDB

/// The tables of the catalogue, in one form: whatever it holds can be read anew from the feeds.
enum Schema {
  /// The form of the tables and of what is archived in them; a change of either needs the next number.
  static let form = 12

  /// What a catalogue says it is in the header of its file, so that no other program's database is taken for one:
  /// "PRPT" in four bytes.
  static let applicationID = 0x5052_5054

  /// What a database is to us.
  enum Standing {
    /// It has no tables, or is one that another program is making.
    case empty
    case current
    /// It is a catalogue that an earlier or a later program made.
    case otherForm
    case foreign
  }

  /// What a database says it is; the first catalogues did not say so and are known by their tables.
  static func standing(of db: Database) throws -> Standing {
    // The tables before the number: another program may be making both between the two looks.
    let tables = try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    let stated = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if stated == applicationID {
      return try Int.fetchOne(db, sql: "PRAGMA user_version") == form ? .current : .otherForm
    }
    guard stated == 0, !tables.isEmpty else { return stated == 0 ? .empty : .foreign }
    return tables.isSuperset(of: ["grdb_migrations", "reading", "record", "version"]) ? .otherForm : .foreign
  }

  /// Makes the tables where there are none.
  static func make(in database: some DatabaseWriter) throws {
    // A look at a catalogue must not wait for somebody who is writing to it.
    guard try database.read(standing) == .empty else { return }
    try database.write { db in
      // Another program may have been at the same work.
      if try standing(of: db) == .empty { try db.execute(sql: tables + reference + memory + gists + nights) }
    }
  }

  /// `closes_on` is the last day on which somebody new can apply, so that a list of what is open need not bring
  /// back what is long closed; it is derived from the body and never read for anything else. The digest stands only
  /// with a reading that had nothing to tell; a repetition of it tells nothing either. `record_bytes` has the bytes in which
  /// a version was last read without a remark: a portal touches records without saying anything new, so that they are not
  /// always those of the version itself.
  private static let tables = """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(form);
    CREATE TABLE reading (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL,
      read_on TEXT NOT NULL,
      dialect TEXT,
      program TEXT,
      records INTEGER,
      created INTEGER,
      changed INTEGER,
      missing INTEGER,
      returned INTEGER,
      withdrawn INTEGER,
      feed TEXT,
      doubled INTEGER,
      digest TEXT
    );
    CREATE INDEX reading_by_digest ON reading (digest) WHERE digest IS NOT NULL;
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
      body BLOB NOT NULL,
      program TEXT
    );
    CREATE TABLE record_bytes (
      record INTEGER PRIMARY KEY REFERENCES record (id),
      version INTEGER NOT NULL REFERENCES version (id),
      hash TEXT NOT NULL,
      program TEXT NOT NULL,
      fields INTEGER NOT NULL,
      indexed TEXT NOT NULL,
      bytes INTEGER NOT NULL
    );
    CREATE INDEX version_of_record ON version (record, read_on, id);
    CREATE INDEX version_by_identifier ON version (identifier);
    CREATE INDEX version_of_reading ON version (reading);
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

  /// A feed is what is compared with itself over time; `complete` has each reading that was the whole list of a feed, and `absence` how long a record of
  /// a feed was on none of its whole lists. An address stands in `fetch` while its last reading went through without
  /// an error; its secrets never do.
  private static let memory = """
    CREATE TABLE membership (
      feed TEXT NOT NULL,
      record INTEGER NOT NULL REFERENCES record (id),
      PRIMARY KEY (feed, record)
    ) WITHOUT ROWID;
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
    CREATE TABLE fetch (
      address TEXT PRIMARY KEY,
      tag TEXT,
      last_modified TEXT,
      hash TEXT NOT NULL,
      read_on TEXT NOT NULL,
      dialect TEXT,
      records INTEGER NOT NULL,
      program TEXT NOT NULL,
      reading INTEGER REFERENCES reading (id)
    ) WITHOUT ROWID;
    """

  /// What was read out of a version's texts, and by whom; it can be made again from the version at any time.
  private static let gists = """
    CREATE TABLE gist (
      version INTEGER PRIMARY KEY REFERENCES version (id),
      maker TEXT NOT NULL,
      body BLOB NOT NULL
    );
    """

  /// Call documents by the digest of their bytes, and what people decided about clauses, which no feed can bring back. They
  /// are made by the first who keeps one, so that a catalogue without them is of the same form.
  static let documents = """
    CREATE TABLE IF NOT EXISTS document (
      id INTEGER PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE,
      read_on TEXT NOT NULL,
      reader TEXT NOT NULL,
      body BLOB NOT NULL
    );
    CREATE TABLE IF NOT EXISTS decision (
      id INTEGER PRIMARY KEY,
      topic TEXT NOT NULL,
      clause TEXT NOT NULL,
      quote TEXT NOT NULL,
      accepted INTEGER NOT NULL,
      decided_by TEXT NOT NULL,
      decided_on TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS decision_of_topic ON decision (topic, clause);
    """

  /// Reports that cities handed in, which no feed can bring back; made by the first who keeps one, as documents are.
  static let reports = """
    CREATE TABLE IF NOT EXISTS report (
      city TEXT NOT NULL,
      as_of TEXT NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (city, as_of)
    ) WITHOUT ROWID;
    """
}
