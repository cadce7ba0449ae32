import ParapetCatalogue
import ParapetModel

extension NightRun {
  /// How many days a feed may go unread before somebody is told.
  private static let patience = 3

  /// The feeds that are old on a day, with the last day on which each was read.
  func staleFeeds(on day: Day) throws -> [String: String] {
    let fresh = Dictionary(
      try catalogue.freshness().map { ($0.feed, $0.readOn) }, uniquingKeysWith: { first, _ in first })
    var stale: [String: String] = [:]
    for feed in order.feeds {
      guard let readOn = fresh[feed.name] else {
        stale[feed.name] = ""
        continue
      }
      if readOn.days(until: day) >= NightRun.patience { stale[feed.name] = readOn.description }
    }
    return stale
  }
}
