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

  /// Some opportunities as answers name them; one that no answer was ever about is left out.
  public func listed(_ names: Set<String>) throws(CatalogueError) -> ListedOffers {
    try look { db in
      let known = try db.cachedStatement(sql: "SELECT id FROM kept_word WHERE word = ?")
      let numbers = try names.compactMap { try Int64.fetchOne(known, arguments: [$0]).map { UInt64($0) } }
      return ListedOffers(numbers: Set(numbers))
    }
  }

  /// What the answers that hold tell of a city of an order.
  ///
  /// - Parameter offers: the opportunities of which it is asked which items have answers about them.
  public func standing(
    of city: String, by batch: String, about offers: ListedOffers = ListedOffers()
  ) throws(CatalogueError) -> CityStanding {
    try look { db in try Catalogue.standing(of: city, by: batch, about: offers, db) }
  }

  static func standing(
    of city: String, by batch: String, about asked: ListedOffers, _ db: Database
  ) throws -> CityStanding {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT item, body FROM kept_list WHERE \(subject) AND until IS NULL ORDER BY item"),
      arguments: ["batch": batch, "city": city])
    var heads: [AnswerHead] = []
    var items: [String] = []
    while let row = try rows.next() {
      let head = try row.withUnsafeData(atIndex: 1) { body in
        try (body ?? Data()).withUnsafeBytes { bytes in
          var reader = ByteReader(bytes)
          return try AnswerHead(from: &reader)
        }
      }
      if !asked.numbers.isEmpty, head.offers.contains(where: asked.numbers.contains) { items.append(row[0]) }
      heads.append(head)
    }
    return CityStanding(heads, about: items)
  }

  /// Whether a city of an order was answered otherwise since a night, or is known otherwise as a whole.
  public func isChanged(_ city: String, since night: StoredNight) throws(CatalogueError) -> Bool {
    try look { db in
      try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM kept_city WHERE \(Catalogue.subject) AND (since > :night OR until > :night))
              OR EXISTS (SELECT 1 FROM kept_list WHERE \(Catalogue.subject) AND (since > :night OR until > :night))
            """), arguments: ["batch": night.batch, "night": night.id, "city": city]) ?? true
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

/// Some opportunities by the numbers that answers name them with.
public struct ListedOffers: Hashable, Sendable {
  var numbers: Set<UInt64> = []

  /// None.
  public init() {}

  init(numbers: Set<UInt64>) { self.numbers = numbers }
}

/// What the answers of a city come to where nothing may have changed for it.
public struct CityStanding: Hashable, Sendable {
  /// The items with an answer about one of the opportunities that were asked for.
  public var about: [String]
  /// The next deadlines of what is planned for it, or stands first without a plan.
  public var deadlines: [Day]
  /// The numbers of the opportunities that its lists have, in rising order.
  let offers: [UInt64]

  /// How many opportunities its lists have.
  public var watched: Int { offers.count }

  init(_ heads: [AnswerHead], about items: [String]) {
    about = items
    let hasPlan = heads.contains(where: \.hasPlan)
    deadlines = hasPlan ? heads.flatMap(\.planned) : heads.compactMap(\.first)
    var offers = heads.flatMap(\.offers)
    offers.sort()
    var last: UInt64?
    offers.removeAll { number in
      defer { last = number }
      return number == last
    }
    self.offers = offers
  }
}
