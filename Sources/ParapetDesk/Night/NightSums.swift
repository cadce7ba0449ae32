import ParapetCatalogue
import ParapetModel

/// What a night finds out once for all its cities.
final class NightSums {
  private var since: [Int64: ListedOffers?] = [:]
  private var bytes: [String: [UInt8]] = [:]

  /// What changed since a night, found out once.
  func since(_ night: StoredNight, _ find: () throws -> ListedOffers?) rethrows -> ListedOffers? {
    if let known = since[night.id] { return known }
    let found = try find()
    since[night.id] = .some(found)
    return found
  }

  /// The bytes of a comparison that many cities share, by what tells it from others.
  func bytes(_ name: String, _ make: () throws -> [UInt8]) rethrows -> [UInt8] {
    if let known = bytes[name] { return known }
    let made = try make()
    bytes[name] = made
    return made
  }
}
