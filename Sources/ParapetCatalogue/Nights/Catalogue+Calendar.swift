import Foundation
import GRDB
public import ParapetModel

extension Catalogue {
  /// The events that nights have put into a city's calendar, those of one order or of all.
  public func events(of city: String, by batch: String? = nil) throws(CatalogueError) -> [DatedEvent] {
    try look { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT body, max(sequence), stamped_on FROM calendar_event
          WHERE city = :city AND (:batch IS NULL OR batch = :batch) GROUP BY uid ORDER BY uid
          """, arguments: ["city": city, "batch": batch]
      ).compactMap { row in
        guard let day = Day(row[2] as String),
          let event = try? JSONDecoder().decode(CalendarEvent.self, from: row[0] as Data)
        else { return nil }
        return DatedEvent(event, sequence: row[1], stampedOn: day)
      }
    }
  }

  /// Keeps the events of a city's calendar, and says that it is made, in one transaction.
  public func keep(
    _ events: [DatedEvent], of city: String, finishing part: NightPart, of night: StoredNight,
    with body: [UInt8]
  ) throws(CatalogueError) {
    try perform { db in
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for dated in events {
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO calendar_event (batch, city, uid, sequence, stamped_on, body)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            night.batch, city, dated.event.uid, dated.sequence, dated.stampedOn.description,
            try encoder.encode(dated.event),
          ])
      }
      try Catalogue.finish(part, of: night, with: body, db)
    }
  }
}
