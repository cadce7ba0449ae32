extension Schema {
  /// Nights, phase by phase; what each city was answered, from the night on which it was so to the one on which it was no
  /// longer; whom it was told, and what waits to be handed over.
  ///
  /// What holds on a night `n` has `since <= n` and `until` nothing or later, so that a night keeps only what differs
  /// from the night before. The answers about one item stand in one row (`AnswerArchive`): a first night over eleven
  /// thousand cities has six million, and most nights change those of few items. The names in them are numbers of `kept_word`.
  static let nights = """
    CREATE TABLE night (
      id INTEGER PRIMARY KEY,
      batch TEXT NOT NULL,
      name TEXT NOT NULL,
      as_of TEXT NOT NULL,
      read_on TEXT NOT NULL,
      program TEXT NOT NULL,
      state TEXT NOT NULL,
      UNIQUE (batch, name)
    );
    CREATE TABLE night_phase (
      night INTEGER NOT NULL REFERENCES night (id),
      phase TEXT NOT NULL,
      subject TEXT NOT NULL,
      state TEXT NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (night, phase, subject)
    ) WITHOUT ROWID;
    CREATE TABLE kept_word (
      id INTEGER PRIMARY KEY,
      word TEXT NOT NULL UNIQUE
    );
    CREATE TABLE kept_subject (
      id INTEGER PRIMARY KEY,
      batch TEXT NOT NULL,
      city TEXT NOT NULL,
      UNIQUE (batch, city)
    );
    CREATE TABLE kept_list (
      subject INTEGER NOT NULL REFERENCES kept_subject (id),
      item TEXT NOT NULL,
      since INTEGER NOT NULL REFERENCES night (id),
      until INTEGER REFERENCES night (id),
      body BLOB NOT NULL,
      PRIMARY KEY (subject, item, since)
    ) WITHOUT ROWID;
    CREATE TABLE kept_offer (
      id INTEGER PRIMARY KEY,
      batch TEXT NOT NULL,
      name TEXT NOT NULL,
      since INTEGER NOT NULL REFERENCES night (id),
      until INTEGER REFERENCES night (id),
      rules INTEGER NOT NULL,
      missing_since TEXT,
      withdrawn_on TEXT,
      source TEXT,
      read_on TEXT,
      body BLOB NOT NULL
    );
    CREATE INDEX kept_offer_by_name ON kept_offer (batch, name, until);
    CREATE TABLE kept_city (
      subject INTEGER NOT NULL REFERENCES kept_subject (id),
      since INTEGER NOT NULL REFERENCES night (id),
      until INTEGER REFERENCES night (id),
      body BLOB NOT NULL,
      PRIMARY KEY (subject, since)
    ) WITHOUT ROWID;
    CREATE TABLE resting (
      batch TEXT NOT NULL,
      folder TEXT NOT NULL,
      city TEXT NOT NULL,
      stamp INTEGER,
      files TEXT,
      wakes INTEGER NOT NULL,
      remarks BLOB NOT NULL,
      offers BLOB NOT NULL,
      PRIMARY KEY (batch, folder)
    ) WITHOUT ROWID;
    CREATE TABLE told (
      batch TEXT NOT NULL,
      person TEXT NOT NULL,
      city TEXT NOT NULL,
      night INTEGER NOT NULL REFERENCES night (id),
      mailed_on TEXT NOT NULL,
      PRIMARY KEY (batch, person, city)
    ) WITHOUT ROWID;
    CREATE TABLE outbox (
      night INTEGER NOT NULL REFERENCES night (id),
      person TEXT NOT NULL,
      city TEXT NOT NULL,
      message TEXT NOT NULL,
      state TEXT NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (night, person, city)
    ) WITHOUT ROWID;
    CREATE TABLE calendar_event (
      batch TEXT NOT NULL,
      city TEXT NOT NULL,
      uid TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      stamped_on TEXT NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (batch, city, uid)
    ) WITHOUT ROWID;
    """
}
