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
        let key = KeptOfferMemory.Key(night: night.id, name: name)
        if let known = memory.known[key] {
          state.offers[name] = known
        } else if let kept = try Catalogue.offer(name, on: night, db) {
          memory.known[key] = kept
          state.offers[name] = kept
        }
      }
      return state
    }
  }
}
