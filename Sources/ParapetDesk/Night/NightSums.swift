import ParapetCatalogue
import ParapetModel

/// What a night asks of all its cities at one look, once they are matched: city by city it would be the most of a night on
/// which little changed.
final class NightSums {
  /// What tells which cities heard of something since a night.
  struct Since {
    /// The cities that were answered otherwise.
    var cities: Set<String>
    /// What the answers tell of each city; nothing where the names of what changed do not tell it.
    var standings: [String: CityStanding]?
  }

  private var since: [Int64: Since] = [:]
  private var watched: [String: CityStanding]?
  private var bytes: [String: [UInt8]] = [:]

  /// What changed since a night, found out once.
  func since(_ night: StoredNight, _ find: () throws -> Since) rethrows -> Since {
    if let known = since[night.id] { return known }
    let found = try find()
    since[night.id] = found
    watched = watched ?? found.standings
    return found
  }

  /// How many opportunities the lists of a city have.
  func watched(_ city: String, of batch: String, in catalogue: Catalogue) throws -> Int {
    let standings = try watched ?? catalogue.standings(of: batch, about: [])
    watched = standings
    return standings[city]?.watched ?? 0
  }

  /// The bytes of a comparison that many cities share, by what tells it from others.
  func bytes(_ name: String, _ make: () throws -> [UInt8]) rethrows -> [UInt8] {
    if let known = bytes[name] { return known }
    let made = try make()
    bytes[name] = made
    return made
  }
}
