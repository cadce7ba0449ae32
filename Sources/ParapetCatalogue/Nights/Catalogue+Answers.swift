import Foundation
import GRDB
public import ParapetModel

/// What a city was answered on a night, ready to be kept.
public struct AnsweredCity: Sendable {
  /// The city.
  public var city: String
  /// Where its portfolio is, by which it is known where it cannot be read.
  public var folder: String
  /// What is known of it as a whole.
  public var kept: KeptCity
  /// Its answers; nothing where they are those of the night before.
  public var answers: [KeptAnswer.Key: KeptAnswer]?
  /// The items that the answers are about; nothing where they are about all of them.
  public var items: Set<String>?
  /// What the search for its plan came to, for a later night; nothing where none was searched.
  public var choice: [UInt8]?

  /// A city with what it was answered.
  public init(_ city: String, in folder: String, _ kept: KeptCity, _ answers: [KeptAnswer.Key: KeptAnswer]?) {
    self.city = city
    self.folder = folder
    self.kept = kept
    self.answers = answers
  }
}

extension Catalogue {
  /// Keeps what cities were answered on a night and the opportunities that no city before them was told of, and says that
  /// the cities are matched, in one transaction.
  public func keep(
    _ cities: [AnsweredCity], offers: [String: KeptOffer], on night: StoredNight
  ) throws(CatalogueError) {
    do {
      try perform { db in
        for city in cities {
          let subject = try Catalogue.subject(city.city, of: night.batch, db)
          if let answers = city.answers { try keep(answers, about: city.items, of: subject, on: night, db) }
          try Catalogue.keep(city.kept, of: subject, on: night, db)
          if let choice = city.choice {
            try Catalogue.finish(Catalogue.choice(of: city.city), of: night, with: choice, db)
          }
          try Catalogue.finish(NightPart(.match, city.city), of: night, with: Array(city.folder.utf8), db)
        }
        for (name, offer) in offers.sorted(by: { $0.key < $1.key }) {
          try Catalogue.keep(offer, named: name, on: night, db)
        }
      }
    } catch {
      words.forget()
      throw error
    }
  }

  /// The city whose portfolio was in a folder when an order's nights last read it; nothing where none did.
  public func city(in folder: String, by batch: String) throws(CatalogueError) -> String? {
    try look { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT subject FROM night_phase JOIN night ON night.id = night_phase.night
          WHERE phase = 'match' AND body = ? AND batch = ? ORDER BY night.id DESC LIMIT 1
          """, arguments: [Data(folder.utf8), batch])
    }
  }

  /// What the last search for a city's plan came to before a night; nothing where none was kept.
  public func choice(of city: String, before night: StoredNight) throws(CatalogueError) -> [UInt8]? {
    try look { db in
      try Data.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT body FROM night_phase JOIN night ON night.id = night_phase.night
            WHERE batch = ? AND night.id < ? AND phase = 'match' AND subject = ? ORDER BY night.id DESC LIMIT 1
            """), arguments: [night.batch, night.id, Catalogue.choice(of: city).subject]
      ).map { [UInt8]($0) }
    }
  }

  /// No city has a blank in its name.
  private static func choice(of city: String) -> NightPart { NightPart(.match, city + " plan") }

  /// The number of a city of an order, which gets one where it has none.
  private static func subject(_ city: String, of batch: String, _ db: Database) throws -> Int64 {
    let known = try db.cachedStatement(sql: "SELECT id FROM kept_subject WHERE batch = ? AND city = ?")
    if let number = try Int64.fetchOne(known, arguments: [batch, city]) { return number }
    try db.cachedStatement(sql: "INSERT INTO kept_subject (batch, city) VALUES (?, ?)")
      .execute(arguments: [batch, city])
    return db.lastInsertedRowID
  }

  private static func keep(_ kept: KeptCity, of subject: Int64, on night: StoredNight, _ db: Database) throws
  {
    var archive = ByteWriter()
    archive.write(kept)
    let body = Data(archive.bytes)
    let known = try db.cachedStatement(
      sql: "SELECT since, body FROM kept_city WHERE subject = ? AND until IS NULL")
    let last = try Row.fetchOne(known, arguments: [subject])
    if last?[1] as Data? == body { return }
    if let last {
      try db.cachedStatement(sql: "UPDATE kept_city SET until = ? WHERE subject = ? AND since = ?")
        .execute(arguments: [night.id, subject, last[0] as Int64])
    }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO kept_city (subject, since, body) VALUES (?, ?, ?)")
      .execute(arguments: [subject, night.id, body])
  }

  private func keep(
    _ answers: [KeptAnswer.Key: KeptAnswer], about items: Set<String>?, of subject: Int64,
    on night: StoredNight, _ db: Database
  ) throws {
    var lists: [String: [KeptAnswer]] = [:]
    for answer in answers.values { lists[answer.key.item, default: []].append(answer) }
    let archive = AnswerArchive(words: words, database: db)
    let known = try db.cachedStatement(
      sql: "SELECT item, since, body FROM kept_list WHERE subject = ? AND until IS NULL")
    let rows = try Row.fetchAll(known, arguments: [subject])
    let end = try db.cachedStatement(
      sql: "UPDATE kept_list SET until = ? WHERE subject = ? AND item = ? AND since = ?")
    var bodies: [String: Data] = [:]
    for (item, list) in lists {
      let sorted = list.sorted { ($0.rank, $0.key.offer) < ($1.rank, $1.key.offer) }
      bodies[item] = Data(try archive.bytes(of: sorted))
    }
    for row in rows {
      let item: String = row[0]
      guard items?.contains(item) ?? true else { continue }
      if bodies[item] == row[2] as Data {
        bodies[item] = nil
      } else {
        try end.execute(arguments: [night.id, subject, item, row[1] as Int64])
      }
    }
    // Two folders of one city are kept one after the other, and the later counts.
    let insert = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO kept_list (subject, item, since, body) VALUES (?, ?, ?, ?)")
    for (item, body) in bodies.sorted(by: { $0.key < $1.key }) {
      try insert.execute(arguments: [subject, item, night.id, body])
    }
  }

  private static func keep(
    _ offer: KeptOffer, named name: String, on night: StoredNight, _ db: Database
  ) throws {
    var archive = ByteWriter()
    archive.write(offer.opportunity)
    let body = Data(archive.bytes)
    let rules = Int64(bitPattern: offer.rules)
    let presence = offer.opportunity.presence
    let (missing, withdrawn) = (presence.missingSince?.description, presence.withdrawnOn?.description)
    let known = try db.cachedStatement(
      sql: """
        SELECT id, rules, missing_since, withdrawn_on, body FROM kept_offer
        WHERE batch = ? AND name = ? AND until IS NULL
        """)
    let last = try Row.fetchOne(known, arguments: [night.batch, name])
    if let last {
      if last[1] as Int64 == rules, last[2] as String? == missing, last[3] as String? == withdrawn,
        last[4] as Data == body
      {
        return
      }
      try db.execute(
        sql: "UPDATE kept_offer SET until = ? WHERE id = ?", arguments: [night.id, last[0] as Int64])
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO kept_offer (batch, name, since, rules, missing_since, withdrawn_on, source, read_on, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        night.batch, name, night.id, rules, missing, withdrawn, offer.source, offer.readOn?.description, body,
      ])
  }

  /// The last night, of whichever order, that kept what a city was answered; of a day or before it.
  public func lastNight(keeping city: String, until day: Day?) throws(CatalogueError) -> StoredNight? {
    try look { db in
      try Row.fetchOne(
        db,
        sql: """
          \(Catalogue.nightColumns) WHERE (:day IS NULL OR as_of <= :day) AND EXISTS (
            SELECT 1 FROM night_phase
            WHERE night = night.id AND phase = 'match' AND subject = :city AND state = 'done'
          ) ORDER BY as_of DESC, id DESC LIMIT 1
          """, arguments: ["day": day?.description, "city": city]
      ).flatMap(StoredNight.init)
    }
  }

  /// What holds on a night.
  static let holds = "since <= :night AND (until IS NULL OR until > :night)"
  /// The number of a city of an order.
  static let subject = "subject = (SELECT id FROM kept_subject WHERE batch = :batch AND city = :city)"

  /// What was known of a city and of some of its items on a night, without the opportunities; nothing where nothing was
  /// kept of it then.
  public func answers(
    of city: String, about items: Set<String>, on night: StoredNight
  ) throws(CatalogueError) -> KeptState? {
    try look { db in try answers(of: city, about: items, on: night, db) }
  }

  /// What was known of a city on a night, without the opportunities.
  ///
  /// - Parameter items: the items that are asked for; nothing means all.
  func answers(
    of city: String, about items: Set<String>? = nil, on night: StoredNight, _ db: Database
  ) throws -> KeptState? {
    guard let kept = try Catalogue.city(city, on: night, db) else { return nil }
    var state = KeptState(asOf: night.asOf, readOn: night.readOn, city: kept)
    let archive = AnswerArchive(words: words, database: db)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT item, body FROM kept_list WHERE \(Catalogue.subject) AND \(Catalogue.holds)"),
      arguments: ["batch": night.batch, "night": night.id, "city": city])
    var lists: [(item: String, body: Data)] = []
    while let row = try rows.next() {
      let item: String = row[0]
      if items?.contains(item) ?? true { lists.append((item, row[1])) }
    }
    for list in lists {
      for answer in try list.body.withUnsafeBytes({ try archive.answers(about: list.item, from: $0) }) {
        state.answers[answer.key] = answer
      }
    }
    return state
  }

  /// An opportunity as it was kept on a night.
  static func offer(_ name: String, on night: StoredNight, _ db: Database) throws -> KeptOffer? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT body, rules, missing_since, withdrawn_on, source, read_on FROM kept_offer
          WHERE batch = :batch AND \(holds) AND name = :name
          """, arguments: ["batch": night.batch, "night": night.id, "name": name]),
      var opportunity = try Opportunity(row, 0)
    else { return nil }
    if let day = (row[3] as String?).flatMap({ Day($0) }) {
      opportunity.presence = .withdrawn(on: day)
    } else if let day = (row[2] as String?).flatMap({ Day($0) }) {
      opportunity.presence = .missing(since: day)
    }
    return KeptOffer(
      opportunity, rules: UInt64(bitPattern: row[1] as Int64), source: row[4],
      readOn: (row[5] as String?).flatMap { Day($0) })
  }
}

extension Opportunity {
  /// A number that tells some opportunities from others with other contents: FNV-1a of what would be archived.
  public static func fingerprint(of opportunities: [Opportunity]) -> UInt64 {
    var archive = ByteWriter()
    for opportunity in opportunities { archive.write(opportunity) }
    return archive.bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
