import Foundation
import ParapetModel
import Testing

@testable import ParapetReading

/// Whole days of the portal, where the samples are at hand beside the repository.
@Suite("Real pages", .enabled(if: FileManager.default.fileExists(atPath: SharedFeeds.folder)))
struct SharedFeedsTests {
  @Test(
    "a day has one key per reference, and nothing is rejected",
    arguments: [("sedia-days/2026-03-14", 868), ("sedia-days/2026-05-28", 709)])
  func day(folder: String, keys: Int) throws {
    let events = try SharedFeeds.read(folder)
    #expect(Set(events.records.map(\.key)).count == keys)
    #expect(events.rejected.isEmpty)
    #expect(events.broken.isEmpty)
    #expect(events.remarks.map(\.id) == ["not-a-feed"])
  }

  @Test("all topics of a period have a key each, with or without a reference")
  func period() throws {
    let events = try SharedFeeds.read("sedia-all")
    let records = events.records
    #expect(records.count == 3_858)
    #expect(Set(records.map(\.key)).count == 3_851)
    #expect(Set(records.compactMap(\.opportunity.reference)).count == 1_056)
    #expect(Set(records.filter { $0.opportunity.reference == nil }.map(\.key)).count == 2_795)
    #expect(events.count == records.count)
  }

  @Test("every own budget row of a day is found, and its deadlines are never out of order")
  func money() throws {
    let records = try SharedFeeds.read("sedia-days/2026-03-14").records
    let opportunities = records.map(\.opportunity)
    #expect(opportunities.count { !$0.funding.available.isEmpty } > 700)
    #expect(opportunities.allSatisfy { $0.deadlines == $0.deadlines.sorted() && !$0.deadlines.isEmpty })
  }

  @Test("a real page with a cut inner text keeps its record and says so")
  func cutInnerText() throws {
    let events = try SharedFeeds.read("sedia/search-page.aarhus.excerpt.json")
    #expect(events.records.count == 3)
    #expect(events.remarks.map(\.id) == ["broken-inner-json"])
    #expect(events.remarks.first?.place.path == "$.results[0].metadata.budgetOverview")
  }
}

enum SharedFeeds {
  static let folder = URL(filePath: #filePath).appending(path: "../../../../shared/feeds").standardized.path

  static func read(_ path: String) throws -> [FeedEvent] {
    var events: [FeedEvent] = []
    try FeedSource.read(folder + "/" + path) { events.append($0) }
    return events
  }
}
