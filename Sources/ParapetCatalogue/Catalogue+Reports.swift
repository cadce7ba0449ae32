public import Foundation
import GRDB
public import ParapetModel

extension Catalogue {
  /// Keeps a report that a city handed in, in the form of whoever made it; one of the same day is replaced.
  public func keep(report body: Data, of city: String, on day: Day) throws(CatalogueError) {
    try perform { db in
      try db.execute(sql: Schema.reports)
      try db.execute(
        sql: "INSERT OR REPLACE INTO report (city, as_of, body) VALUES (?, ?, ?)",
        arguments: [city, day.description, body])
    }
  }

  /// The last report that a city handed in before a day; nothing where none was kept.
  public func lastReport(of city: String, before day: Day) throws(CatalogueError) -> Data? {
    try look { db in
      guard try db.tableExists("report") else { return nil }
      return try Data.fetchOne(
        db, sql: "SELECT body FROM report WHERE city = ? AND as_of < ? ORDER BY as_of DESC LIMIT 1",
        arguments: [city, day.description])
    }
  }
}
