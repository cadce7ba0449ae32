import Foundation
import GRDB
public import ParapetModel

/// Up to which night somebody was told of a city.
public struct ToldMark: Hashable, Sendable {
  /// The night.
  public var night: StoredNight
  /// The day of the last mail, or of the night from which on there is something to tell.
  public var mailedOn: Day
}

/// A mail that waits, or did, to be handed over.
public struct StoredMail: Hashable, Sendable {
  /// How far it is.
  public enum State: String, Hashable, Sendable {
    /// It is to be handed over.
    case spooled
    /// It was handed over, and the person counts as told.
    case handed
    /// It could not be handed over; a later night tells it.
    case failed
  }

  /// The person, by name.
  public var person: String
  /// The city.
  public var city: String
  /// Its identifier, without the angle brackets.
  public var message: String
  /// How far it is.
  public var state: State
  /// Its bytes.
  public var bytes: [UInt8]

  /// A mail that waits.
  public init(to person: String, about city: String, message: String, bytes: [UInt8]) {
    self.person = person
    self.city = city
    self.message = message
    self.bytes = bytes
    state = .spooled
  }
}

/// A part of a night that is done.
public struct FinishedPart: Hashable, Sendable {
  /// The part.
  public var part: NightPart
  /// What it came to.
  public var body: [UInt8]
  /// Who is told by it without a mail.
  public var told: [String]
  /// The mails that wait.
  public var mails: [StoredMail]

  /// A part with what it came to.
  public init(_ part: NightPart, body: [UInt8] = [], told: [String] = [], mails: [StoredMail] = []) {
    self.part = part
    self.body = body
    self.told = told
    self.mails = mails
  }
}

extension Catalogue {
  /// Up to which night a person was told of a city; the city's own reports are of nobody, whose name is empty.
  public func told(_ person: String, of city: String, by batch: String) throws(CatalogueError) -> ToldMark? {
    try look { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT night.id, night.batch, night.name, night.as_of, night.read_on, night.state, told.mailed_on
            FROM told JOIN night ON night.id = told.night
            WHERE told.batch = ? AND told.person = ? AND told.city = ?
            """), arguments: [batch, person, city]
      ).flatMap { row in
        guard let night = StoredNight(row), let day = Day(row[6] as String) else { return nil }
        return ToldMark(night: night, mailedOn: day)
      }
    }
  }

  /// Says that parts of a night are done, who is told without a mail, and which mails wait, in one transaction.
  public func finish(_ parts: [FinishedPart], of night: StoredNight) throws(CatalogueError) {
    guard !parts.isEmpty else { return }
    try perform { db in
      for finished in parts {
        for person in finished.told { try Catalogue.tell(person, of: finished.part.subject, up: night, db) }
        for mail in finished.mails {
          try db.execute(
            sql: """
              INSERT OR REPLACE INTO outbox (night, person, city, message, state, body) VALUES (?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              night.id, mail.person, mail.city, mail.message, mail.state.rawValue, Data(mail.bytes),
            ])
        }
        try Catalogue.finish(finished.part, of: night, with: finished.body, db)
      }
    }
  }

  private static func tell(
    _ person: String, of city: String, up night: StoredNight, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO told (batch, person, city, night, mailed_on) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [night.batch, person, city, night.id, night.asOf.description])
  }

  /// The mails of a night, in the order of cities and people.
  public func mails(of night: StoredNight) throws(CatalogueError) -> [StoredMail] {
    try look { db in
      try Row.fetchAll(
        db,
        sql: "SELECT person, city, message, state, body FROM outbox WHERE night = ? ORDER BY city, person",
        arguments: [night.id]
      ).map { row in
        var mail = StoredMail(
          to: row[0], about: row[1], message: row[2], bytes: [UInt8](row[4] as Data))
        mail.state = StoredMail.State(rawValue: row[3]) ?? .spooled
        return mail
      }
    }
  }

  /// Says what became of a mail; of one that was handed over the person counts as told, in one transaction.
  public func settle(
    _ mail: StoredMail, of night: StoredNight, as state: StoredMail.State
  ) throws(CatalogueError) {
    try perform { db in
      try db.execute(
        sql: "UPDATE outbox SET state = ? WHERE night = ? AND person = ? AND city = ?",
        arguments: [state.rawValue, night.id, mail.person, mail.city])
      if state == .handed { try Catalogue.tell(mail.person, of: mail.city, up: night, db) }
    }
  }
}
