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
    return migrator
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
}
