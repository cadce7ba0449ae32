import Foundation
import GRDB
public import ParapetModel

extension Catalogue {
  /// Keeps what a city was answered on a night, and says that the city is matched, in one transaction.
  ///
  /// - Parameter folder: where the city's portfolio is, by which it is known where it cannot be read.
  public func keep(
    _ state: KeptState, of city: String, in folder: String, on night: StoredNight
  ) throws(CatalogueError) {
    try perform { db in
      try Catalogue.keep(answers: state.answers, of: city, on: night, db)
      for (name, offer) in state.offers.sorted(by: { $0.key < $1.key }) {
        try Catalogue.keep(offer, named: name, on: night, db)
      }
      try Catalogue.keep(state.city, of: city, on: night, db)
      try Catalogue.finish(NightPart(.match, city), of: night, with: Array(folder.utf8), db)
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

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }

  static func keep(_ kept: KeptCity, of city: String, on night: StoredNight, _ db: Database) throws {
    let body = try encoder.encode(kept)
    let last = try Row.fetchOne(
      db, sql: "SELECT id, body FROM kept_city WHERE batch = ? AND city = ? AND until IS NULL",
      arguments: [night.batch, city])
    if last?[1] as Data? == body { return }
    if let last {
      try db.execute(
        sql: "UPDATE kept_city SET until = ? WHERE id = ?", arguments: [night.id, last[0] as Int64])
    }
    try db.execute(
      sql: "INSERT INTO kept_city (batch, city, since, body) VALUES (?, ?, ?, ?)",
      arguments: [night.batch, city, night.id, body])
  }

  private static func keep(
    answers: [KeptAnswer.Key: KeptAnswer], of city: String, on night: StoredNight, _ db: Database
  ) throws {
    var rest = answers
    let end = try db.makeStatement(sql: "UPDATE answer SET until = ? WHERE id = ?")
    let rows = try Row.fetchAll(
      db, sql: "\(answerColumns) WHERE batch = ? AND city = ? AND until IS NULL",
      arguments: [night.batch, city])
    for row in rows {
      let kept = KeptAnswer(row)
      if rest[kept.key] == kept {
        rest[kept.key] = nil
      } else {
        try end.execute(arguments: [night.id, row[0] as Int64])
      }
    }
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO answer (batch, city, since, item, opportunity, verdict, standing, status, rank, fit, deadline,
          deadline_time, grant_amount, grant_currency, planned_amount, planned_currency, open)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for answer in rest.values.sorted(by: { $0.key < $1.key }) {
      try insert.execute(arguments: [night.batch, city, night.id] + answer.columns)
    }
  }

  fileprivate static let answerColumns = """
    SELECT id, item, opportunity, verdict, standing, status, rank, fit, deadline, deadline_time, grant_amount,
      grant_currency, planned_amount, planned_currency, open FROM answer
    """

  private static func keep(
    _ offer: KeptOffer, named name: String, on night: StoredNight, _ db: Database
  ) throws {
    var archive = ByteWriter()
    archive.write(offer.opportunity)
    let body = Data(archive.bytes)
    let rules = Int64(bitPattern: offer.rules)
    let presence = offer.opportunity.presence
    let (missing, withdrawn) = (presence.missingSince?.description, presence.withdrawnOn?.description)
    let last = try Row.fetchOne(
      db,
      sql: """
        SELECT id, rules, missing_since, withdrawn_on, body FROM kept_offer
        WHERE batch = ? AND name = ? AND until IS NULL
        """, arguments: [night.batch, name])
    if let last {
      if last[1] as Int64 == rules, last[2] as String? == missing, last[3] as String? == withdrawn,
        last[4] as Data == body
      {
        return
      }
      try db.execute(
        sql: "UPDATE kept_offer SET until = ? WHERE id = ?", arguments: [night.id, last[0] as Int64])
    }
    try db.execute(
      sql: """
        INSERT INTO kept_offer (batch, name, since, rules, missing_since, withdrawn_on, source, read_on, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
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
  static let holds = "batch = :batch AND since <= :night AND (until IS NULL OR until > :night)"

  /// What was known of a city on a night, without the opportunities.
  static func answers(of city: String, on night: StoredNight, _ db: Database) throws -> KeptState? {
    let arguments: StatementArguments = ["batch": night.batch, "night": night.id, "city": city]
    guard
      let body = try Data.fetchOne(
        db, sql: "SELECT body FROM kept_city WHERE \(holds) AND city = :city", arguments: arguments)
    else { return nil }
    let kept = try JSONDecoder().decode(KeptCity.self, from: body)
    var state = KeptState(asOf: night.asOf, readOn: night.readOn, city: kept)
    for row in try Row.fetchAll(
      db, sql: "\(answerColumns) WHERE \(holds) AND city = :city", arguments: arguments)
    {
      let answer = KeptAnswer(row)
      state.answers[answer.key] = answer
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
          WHERE \(holds) AND name = :name
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

extension KeptAnswer {
  fileprivate init(_ row: Row) {
    func money(_ amount: Int, _ currency: Int) -> Money? {
      guard let units = row[amount] as Int64?, let code = row[currency] as String?, let known = Currency(code)
      else { return nil }
      return Money(minorUnits: units, currency: known)
    }
    let open: String = row[14]
    self.init(
      Key(item: row[1], offer: row[2]), verdict: row[3], standing: row[4], status: row[5], rank: row[6],
      fit: row[7],
      deadline: (row[8] as String?).flatMap { Day($0) }.map { Deadline(day: $0, time: row[9]) },
      grant: money(10, 11), planned: money(12, 13),
      open: open.isEmpty ? [] : open.components(separatedBy: "|"))
  }

  fileprivate var columns: StatementArguments {
    [
      key.item, key.offer, verdict, standing, status, rank, fit, deadline?.day.description, deadline?.time,
      grant?.minorUnits, grant?.currency.code, planned?.minorUnits, planned?.currency.code,
      open.joined(separator: "|"),
    ]
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
