import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

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
    // Four calls of the portal close before they open.
    #expect(events.remarks.map(\.id) == Array(repeating: "opening-after-deadline", count: 4))
    #expect(events.count == records.count + 4)
  }

  @Test("every own budget row of a day is found, and its deadlines are never out of order")
  func money() throws {
    let records = try SharedFeeds.read("sedia-days/2026-03-14").records
    let opportunities = records.map(\.opportunity)
    #expect(opportunities.count { !$0.funding.available.isEmpty } > 700)
    #expect(opportunities.allSatisfy { $0.deadlines == $0.deadlines.sorted() && !$0.deadlines.isEmpty })
  }

  @Test(
    "every hit of every page is a record, a double or a remark: the counts add up",
    arguments: ["sedia", "sedia-all"])
  func counts(folder: String) throws {
    let hits = try SharedFeeds.hits(in: folder)
    let events = try SharedFeeds.read(folder)
    #expect(hits > 0)
    #expect(events.records.count == hits)
    #expect(events.rejected.isEmpty)
    #expect(events.broken.isEmpty)
  }

  @Test(
    "every hit of the recorded days is a record", arguments: ["03-14", "04-14", "04-15", "05-28", "05-29"])
  func dayCounts(day: String) throws {
    let events = try SharedFeeds.read("sedia-days/2026-" + day)
    #expect(events.records.count == (try SharedFeeds.hits(in: "sedia-days/2026-" + day)))
    #expect(events.rejected.isEmpty && events.broken.isEmpty)
  }

  @Test("the gazette's samples are read: one extract of three announcements, and its document")
  func gazette() throws {
    let events = try SharedFeeds.read("boe")
    #expect(events.rejected.isEmpty && events.broken.isEmpty)
    #expect(
      events.remarks.map(\.message) == ["2 announcements that are no extracts of calls are passed over"])
    #expect(events.records.map(\.dialect) == ["boe-document", "boe-summary"])
    #expect(Set(events.opportunities.map(\.identifier)) == ["BOE-B-2024-3994"])
    let call = try #require(events.opportunities.first)
    #expect(call.otherIdentifiers == [Identifier(scheme: "bdns", value: "742455")])
    #expect(call.deadlines == [Deadline(day: try #require(Day("2024-04-25")), time: "14:00")])
    #expect(call.openingDate?.description == "2024-02-07")
    #expect(call.funding.maximumGrant?.value.decimal == "8000.00")
  }

  @Test("the samples of RSS are read: an item of the portal, an item of a list page")
  func rss() throws {
    let events = try SharedFeeds.read("rss")
    #expect(events.map(\.diagnosticID) == [nil, nil])
    #expect(events.records.map(\.dialect) == ["list-rss", "portal-rss"])
    #expect(events.opportunities.last?.identifier == "RENEWFM-2025-INVEST-MULTI")
    #expect(events.opportunities.last?.deadlines.map(\.day.description) == ["2024-09-26"])
  }

  @Test("the example of the draft, brought into our namespace, is read whole")
  func draft() throws {
    let path = SharedFeeds.folder + "/canonical/example.ISF-2026-TF2-AG-CORRUPT.xml"
    let draft = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let events = Reading.events(of: Draft.converted(draft))
    #expect(events.map(\.diagnosticID) == [nil])
    let topic = try #require(events.opportunities.first)
    #expect(topic.identifier == "ISF-2026-TF2-AG-CORRUPT")
    #expect(topic.reference == "51176412TOPICSen")
    #expect(topic.programme?.code == "ISF_2021")
    #expect(topic.statedStatus == .open)
    #expect(topic.deadlines.map(\.day.description) == ["2026-09-24"])
    #expect(topic.funding.available.map(\.amount.decimal) == ["5000000.00"])
    #expect(topic.documents.count == 1)
    #expect(topic.notStated.count == 7)
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

  /// How many hits the pages of a folder have, by another reader of JSON.
  static func hits(in folder: String) throws -> Int {
    let path = Self.folder + "/" + folder
    let pages = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".json") }
    return try pages.reduce(0) { sum, page in
      let data = try Data(contentsOf: URL(filePath: path + "/" + page))
      let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      return sum + ((object?["results"] as? [Any])?.count ?? 0)
    }
  }

  static func read(_ path: String) throws -> [FeedEvent] {
    var events: [FeedEvent] = []
    try FeedSource.read(folder + "/" + path) { events.append($0) }
    return events
  }
}
