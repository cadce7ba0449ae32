import Foundation
import GRDB
public import ParapetModel

// What is asked of a city for which nothing may have changed, without bringing its answers back.
extension Catalogue {
  /// What was known of a city as a whole on a night.
  public func city(_ city: String, on night: StoredNight) throws(CatalogueError) -> KeptCity? {
    try look { db in
      try Data.fetchOne(
        db, sql: "SELECT body FROM kept_city WHERE \(Catalogue.holds) AND city = :city",
        arguments: ["batch": night.batch, "night": night.id, "city": city]
      ).map { try JSONDecoder().decode(KeptCity.self, from: $0) }
    }
  }

  /// Says that a city is matched and that its answers are those of the night before.
  public func keep(
    _ kept: KeptCity, withAnswersOf city: String, in folder: String, on night: StoredNight
  ) throws(CatalogueError) {
    try perform { db in
      try Catalogue.keep(kept, of: city, on: night, db)
      try Catalogue.finish(NightPart(.match, city), of: night, with: Array(folder.utf8), db)
    }
  }

  /// Whether an answer of a city that holds is about one of some opportunities.
  public func answers(
    of city: String, by batch: String, areAbout names: Set<String>
  ) throws(CatalogueError) -> Bool {
    guard !names.isEmpty else { return false }
    return try look { db in
      let rows = try String.fetchCursor(
        db, sql: "SELECT opportunity FROM answer WHERE batch = ? AND city = ? AND until IS NULL",
        arguments: [batch, city])
      while let name = try rows.next() {
        if names.contains(name) { return true }
      }
      return false
    }
  }

  /// Whether the answers of a city, and what is known of it as a whole, are those of a former night of its order.
  public func isUnchanged(_ city: String, since night: StoredNight) throws(CatalogueError) -> Bool {
    try look { db in
      let arguments: StatementArguments = ["batch": night.batch, "night": night.id, "city": city]
      let changed = "batch = :batch AND city = :city AND (since > :night OR until > :night)"
      return try
        !(Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (SELECT 1 FROM kept_city WHERE \(changed)) OR EXISTS (SELECT 1 FROM answer WHERE \(changed))
            """, arguments: arguments) ?? true)
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

  /// The next deadlines of what is planned for a city, or stands first without a plan.
  public func deadlines(of city: String, by batch: String) throws(CatalogueError) -> [Day] {
    try look { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT deadline, planned_amount IS NOT NULL, standing FROM answer
          WHERE batch = ? AND city = ? AND until IS NULL AND (rank = 1 OR planned_amount IS NOT NULL)
          """, arguments: [batch, city])
      let hasPlan = rows.contains { $0[1] as Bool }
      return rows.compactMap { row in
        guard hasPlan ? row[1] as Bool : row[2] as String != "doubtful" else { return nil }
        return (row[0] as String?).flatMap { Day($0) }
      }
    }
  }

  /// How many opportunities the lists of a city have.
  public func countOfOffers(for city: String, by batch: String) throws(CatalogueError) -> Int {
    try look { db in
      try Int.fetchOne(
        db,
        sql:
          "SELECT count(DISTINCT opportunity) FROM answer WHERE batch = ? AND city = ? AND until IS NULL",
        arguments: [batch, city]) ?? 0
    }
  }
}
