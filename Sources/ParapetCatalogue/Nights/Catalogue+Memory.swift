import Foundation
import GRDB
public import ParapetModel

/// Opportunities as they were kept on a night, brought back once for all cities that list them.
public final class KeptOfferMemory {
  fileprivate struct Key: Hashable {
    var night: Int64
    var name: String
  }

  fileprivate var known: [Key: KeptOffer] = [:]

  /// A memory of nothing yet.
  public init() {}
}

extension Catalogue {
  /// The last night before another on which a city was matched by an order.
  public func nightMatching(
    _ city: String, before night: StoredNight
  ) throws(CatalogueError) -> StoredNight? {
    try look { db in
      try Row.fetchOne(
        db,
        sql: """
          \(Catalogue.nightColumns) WHERE batch = ? AND id < ? AND EXISTS (
            SELECT 1 FROM night_phase
            WHERE night = night.id AND phase = 'match' AND subject = ? AND state = 'done'
          ) ORDER BY id DESC LIMIT 1
          """, arguments: [night.batch, night.id, city]
      ).flatMap(StoredNight.init)
    }
  }

  /// What was known of a city on a night; nothing where nothing was kept of it then.
  ///
  /// - Parameter memory: the opportunities that were brought back before; without it they are left out.
  public func state(
    of city: String, on night: StoredNight, remembering memory: KeptOfferMemory?
  ) throws(CatalogueError) -> KeptState? {
    try look { db in
      guard var state = try answers(of: city, on: night, db) else { return nil }
      guard let memory else { return state }
      for name in Set(state.answers.keys.map(\.offer)) {
        state.offers[name] = try Catalogue.offer(name, on: night, remembering: memory, db)
      }
      return state
    }
  }

  /// What was known of a city on two nights, by the lists of those items alone that differ or were asked for, with the
  /// opportunities in them as far as some list of the city had them; nothing where nothing was kept of it on one of the
  /// nights.
  public func states(
    of city: String, from before: StoredNight, to night: StoredNight, about asked: Set<String>,
    remembering memory: KeptOfferMemory
  ) throws(CatalogueError) -> (old: KeptState, new: KeptState)? {
    try look { db in
      let changed = try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT DISTINCT item FROM kept_list WHERE \(Catalogue.subject) AND (since > :night OR until > :night)
            """), arguments: ["batch": night.batch, "night": before.id, "city": city])
      let items = asked.union(changed)
      guard var old = try answers(of: city, about: items, on: before, db),
        var new = try answers(of: city, about: items, on: night, db)
      else { return nil }
      let names = (old: Set(old.answers.keys.map(\.offer)), new: Set(new.answers.keys.map(\.offer)))
      func offers(
        of own: Set<String>, and others: Set<String>, on night: StoredNight
      ) throws -> [String: KeptOffer] {
        var found: [String: KeptOffer] = [:]
        let further = others.subtracting(own)
        let listed = further.isEmpty ? [] : try self.offers(listedIn: city, on: night, among: further, db)
        for name in own.union(listed) {
          found[name] = try Catalogue.offer(name, on: night, remembering: memory, db)
        }
        return found
      }
      old.offers = try offers(of: names.old, and: names.new, on: before)
      new.offers = try offers(of: names.new, and: names.old, on: night)
      return (old: old, new: new)
    }
  }

  /// Those of some opportunities that any list of a city had on a night.
  private func offers(
    listedIn city: String, on night: StoredNight, among names: Set<String>, _ db: Database
  ) throws -> Set<String> {
    var listed: Set<UInt64> = []
    let bodies = try Data.fetchAll(
      db.cachedStatement(
        sql: "SELECT body FROM kept_list WHERE \(Catalogue.subject) AND \(Catalogue.holds)"),
      arguments: ["batch": night.batch, "night": night.id, "city": city])
    for body in bodies {
      try body.withUnsafeBytes { bytes in
        var reader = ByteReader(bytes)
        listed.formUnion(try AnswerHead(from: &reader).offers)
      }
    }
    return try names.filter { listed.contains(try words.number(of: $0, db)) }
  }

  private static func offer(
    _ name: String, on night: StoredNight, remembering memory: KeptOfferMemory, _ db: Database
  ) throws -> KeptOffer? {
    let key = KeptOfferMemory.Key(night: night.id, name: name)
    if let known = memory.known[key] { return known }
    let kept = try offer(name, on: night, db)
    memory.known[key] = kept
    return kept
  }
}
