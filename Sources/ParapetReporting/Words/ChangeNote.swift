/// A remark on changes and what they open.
public enum ChangeNote: Hashable, Sendable {
  /// The title of the page of a city.
  case title(city: String)
  /// How unlocked grants are counted.
  case unlockMeaning
  /// How the worth of a question is counted.
  case questionMeaning
  /// That no single change opens anything.
  case nothingUnlocks
  /// That every item has something on offer.
  case nothingBlocked
  /// That nothing on offer is about an item.
  case noSubject
  /// What stands in the way, and of how many.
  case blocker(kind: String, count: Int)
  /// What a list of near misses holds.
  case nearMisses
}
