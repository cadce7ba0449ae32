import Foundation
import GRDB
public import ParapetModel

// What is asked of a city for which nothing may have changed, without bringing its answers back.
extension Catalogue {
  /// What was known of a city as a whole on a night.
  public func city(_ city: String, on night: StoredNight) throws(CatalogueError) -> KeptCity? {
    try look { db in try Catalogue.city(city, on: night, db) }
  }

  static func city(_ city: String, on night: StoredNight, _ db: Database) throws -> KeptCity? {
    let body = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT body FROM kept_city WHERE \(subject) AND \(holds)"),
      arguments: ["batch": night.batch, "night": night.id, "city": city])
    return try body?.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      return try KeptCity(from: &reader)
    }
  }

  /// What the answers that hold tell of the cities of an order at one look.
  ///
  /// - Parameter names: the opportunities of which it is asked whose answers are about them.
  public func standings(
    of batch: String, about names: Set<String>
  ) throws(CatalogueError) -> [String: CityStanding] {
    try look { db in
      var numbers: Set<UInt64> = []
      let known = try db.cachedStatement(sql: "SELECT id FROM kept_word WHERE word = ?")
      for name in names {
        if let number = try Int64.fetchOne(known, arguments: [name]) { numbers.insert(UInt64(number)) }
      }
      let subjects = try Row.fetchAll(
        db, sql: "SELECT id, city FROM kept_subject WHERE batch = ?", arguments: [batch])
      let cities = Dictionary(
        subjects.map { ($0[0] as Int64, $0[1] as String) }, uniquingKeysWith: { first, _ in first })
      let rows = try Row.fetchCursor(
        db, sql: "SELECT subject, item, body FROM kept_list WHERE until IS NULL ORDER BY subject")
      var standings: [String: CityStanding] = [:]
      standings.reserveCapacity(cities.count)
      var heads: [AnswerHead] = []
      var items: [String] = []
      var at: Int64?
      func close() {
        if let city = at.flatMap({ cities[$0] }) { standings[city] = CityStanding(heads, about: items) }
        heads.removeAll(keepingCapacity: true)
        items.removeAll(keepingCapacity: true)
      }
      while let row = try rows.next() {
        let subject: Int64 = row[0]
        if subject != at {
          close()
          at = subject
        }
        let head = try row.withUnsafeData(atIndex: 2) { body in
          try (body ?? Data()).withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            return try AnswerHead(from: &reader)
          }
        }
        if !numbers.isEmpty, head.offers.contains(where: numbers.contains) { items.append(row[1]) }
        heads.append(head)
      }
      close()
      return standings
    }
  }

  /// Which cities of an order were answered otherwise since a night, or are known otherwise as a whole.
  public func citiesChanged(since night: StoredNight) throws(CatalogueError) -> Set<String> {
    try look { db in
      try Set(
        String.fetchAll(
          db,
          sql: """
            SELECT city FROM kept_subject WHERE batch = :batch AND id IN (
              SELECT subject FROM kept_city WHERE since > :night OR until > :night
              UNION SELECT subject FROM kept_list WHERE since > :night OR until > :night
            )
            """, arguments: ["batch": night.batch, "night": night.id]))
    }
  }

  /// The names of the opportunities that an order's nights keep otherwise since one of them.
  public func offersChanged(since night: StoredNight) throws(CatalogueError) -> Set<String> {
    try look { db in
      try Set(
        String.fetchAll(
          db, sql: "SELECT DISTINCT name FROM kept_offer WHERE batch = ? AND (since > ? OR until > ?)",
          arguments: [night.batch, night.id, night.id]))
    }
  }
}

/// What the answers of a city come to where nothing may have changed for it.
public struct CityStanding: Hashable, Sendable {
  /// How many opportunities its lists have.
  public var watched = 0
  /// The items with an answer about one of those that were asked for.
  public var about: [String] = []
  /// The next deadlines of what is planned for it, or stands first without a plan.
  public var deadlines: [Day] = []

  /// A city without an answer.
  public init() {}

  init(_ heads: [AnswerHead], about items: [String]) {
    var offers: Set<UInt64> = []
    for head in heads { offers.formUnion(head.offers) }
    watched = offers.count
    about = items
    let hasPlan = heads.contains(where: \.hasPlan)
    deadlines = hasPlan ? heads.flatMap(\.planned) : heads.compactMap(\.first)
  }
}
