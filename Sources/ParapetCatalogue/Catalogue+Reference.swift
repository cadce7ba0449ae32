import Foundation
import GRDB
public import ParapetModel

extension Catalogue {
  /// The projects funded under a topic or a call, the largest contribution first, then by number.
  ///
  /// - Parameters:
  ///   - names: identifiers of topics or calls, in any case of their letters.
  ///   - knownOn: the day of the knowledge; nothing for all there is.
  public func precedents(
    under names: [String], knownOn: Day? = nil
  ) throws(CatalogueError) -> [Precedent] {
    let found = try look { db in
      var found: [String: Precedent] = [:]
      for name in Set(names.map { $0.lowercased() }).sorted() {
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT project.number, project.body FROM project_topic
            JOIN project ON project.id = project_topic.project
            WHERE project_topic.name = :name AND project.id = (
              SELECT newest.id FROM project AS newest
              WHERE newest.number = project.number AND (:known IS NULL OR newest.read_on <= :known)
              ORDER BY newest.read_on DESC, newest.id DESC LIMIT 1
            )
            """, arguments: ["name": name, "known": knownOn?.description])
        while let row = try rows.next() {
          let number: String = row[0]
          found[number] = try Catalogue.precedent(row[1], number: number)
        }
      }
      return found
    }
    return found.values.sorted { left, right in
      let first = left.paid?.minorUnits ?? 0
      let second = right.paid?.minorUnits ?? 0
      return first == second ? left.id < right.id : first > second
    }
  }

  /// The last rate of each currency that was published on or before a day.
  ///
  /// - Parameter knownOn: the day of the knowledge; nothing for all there is.
  public func rates(
    of currencies: some Sequence<Currency>, on day: Day, knownOn: Day? = nil
  ) throws(CatalogueError) -> [ExchangeRates] {
    try look { db in
      let statement = try db.makeStatement(
        sql: """
          SELECT publisher, day, rate FROM exchange_rate
          WHERE currency = ? AND day <= ? AND read_on <= ?
          ORDER BY day DESC, publisher, read_on DESC LIMIT 1
          """)
      var sets: [ExchangeRates] = []
      for currency in Set(currencies).sorted() {
        let latest = knownOn?.description ?? "9999-12-31"
        guard
          let row = try Row.fetchOne(
            statement, arguments: [currency.code, day.description, latest])
        else { continue }
        guard let publisher = ExchangeRates.Publisher(rawValue: row[0]), let day = Day(row[1] as String),
          let rate = ExchangeRate(row[2] as String)
        else { throw CatalogueError.damagedRecord(key: "ecb|\(currency)") }
        sets.append(ExchangeRates(publisher: publisher, day: day, rates: [currency: rate]))
      }
      return sets
    }
  }

  /// A project as it was archived.
  static func precedent(_ body: Data, number: String) throws(CatalogueError) -> Precedent {
    let precedent = body.withUnsafeBytes { bytes -> Precedent? in
      var reader = ByteReader(bytes)
      return try? reader.value(Precedent.self)
    }
    guard let precedent else { throw .damagedRecord(key: "cordis|\(number)") }
    return precedent
  }
}
