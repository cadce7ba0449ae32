import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("RSS")
struct RSSReaderTests {
  let portal: [FeedEvent]
  let list: [FeedEvent]

  init() throws {
    portal = Reading.events(of: try Reading.fixture("portal.rss"))
    list = Reading.events(of: try Reading.fixture("list.rss"))
  }

  @Test("an item of the portal is named by the call's code or the topic in its link, and told by its guid")
  func portalItems() {
    #expect(
      portal.opportunities.map(\.identifier) == [
        "ISF-2030-TF9-AG-SQUARES", "HORIZON-CL3-2030-01-FCT-01-two-stage",
      ])
    #expect(portal.records.first?.key == "portal-rss|isf-squares-1")
    #expect(portal.records.first?.place == Diagnostic.Place(file: "feed", line: 11, column: 5))
    #expect(portal.opportunities.map(\.programme?.code) == ["ISF_2021", "HORIZONEU"])
    #expect(portal.opportunities.map(\.level) == [.topic, .topic])
  }

  @Test("an item of another page is a call named by its guid, in the channel's language")
  func listItems() {
    let opportunities = list.opportunities
    #expect(
      list.records.map(\.key) == [
        "list-rss|https://agency.example.eu/node/2", "list-rss|https://agency.example.eu/node/3",
        "list-rss|node-4",
      ])
    #expect(opportunities[0].titles == [LocalizedText("Des places sûres", language: "fr")])
    #expect(opportunities[0].descriptions == [LocalizedText("Pour les villes", language: "fr")])
    #expect(opportunities.map(\.level) == [.call, .call, .call])
    #expect(opportunities.map(\.landingPage).compactMap(\.self).count == 2)
  }

  @Test("quirk 2, 4, 25: the deadline stands in the text, with the hour of Brussels; pubDate is none")
  func deadlines() throws {
    let topics = portal.opportunities
    #expect(topics[0].deadlines == [Deadline(day: try #require(Day("2030-09-26")), time: "17:00")])
    #expect(topics[0].publicationDate?.description == "2030-04-18")
    #expect(topics[1].deadlines.map(\.day.description) == ["2031-04-08", "2031-09-14"])
    #expect(topics[1].deadlines.map(\.time) == ["17:00", nil])
    #expect(topics[1].publicationDate?.description == "2030-04-19")
    #expect(list.opportunities[0].deadlines.isEmpty)
    #expect(list.opportunities[0].publicationDate?.description == "2030-08-20")
    #expect(list.opportunities[0].notStated.contains("deadline"))
  }

  @Test("a deadline read in a text is quoted, and can close nothing on its own word")
  func quotation() throws {
    let condition = try #require(portal.opportunities[0].conditions.first)
    #expect(condition.id == Condition.deadline)
    #expect(condition.texts.map(\.text) == ["Deadline: Thu, 26 Sep 2030 17:00:00 (Brussels local time)"])
    #expect(condition.citation.grade == .readFromText)
    #expect(list.opportunities[0].conditions.isEmpty)
  }

  @Test("quirk 6: a permanent call has no deadline and says so")
  func permanent() {
    #expect(list.opportunities[1].deadlineModel == .permanent)
    #expect(list.opportunities[1].deadlines.isEmpty)
  }

  @Test("quirk 15: markup is reduced, however often it was escaped")
  func escapes() {
    #expect(portal.opportunities[0].titles.map(\.text) == ["Safe squares & parks"])
    #expect(
      portal.opportunities[0].descriptions.map(\.text)
        == ["Deadline: Thu, 26 Sep 2030 17:00:00 (Brussels local time)\nType: Grant"])
    #expect(list.opportunities[1].descriptions.map(\.text) == ["escaped once more\nDeadline: permanent"])
  }

  @Test("words of an item are distinct")
  func categories() {
    #expect(portal.opportunities[0].keywords.map(\.text) == ["Security"])
  }

  @Test("tenders are counted, a nameless item is rejected alone, an unreadable date is remarked")
  func others() {
    #expect(portal.rejected.map(\.id) == ["missing-identifier"])
    #expect(portal.remarks.map(\.message) == ["1 invitation to tender is passed over"])
    #expect(list.remarks.map(\.id) == ["unreadable-date", "unreadable-date"])
    #expect(list.remarks.allSatisfy { $0.place.line == 23 })
    #expect(portal.broken.isEmpty && list.broken.isEmpty)
  }

  @Test("quirk 25: a feed of the portal may hold items of other pages, and each is told by its link")
  func mixed() throws {
    let text =
      "<rss><channel>" + item("https://ec.europa.eu/info/funding-tenders/opportunities/x;callCode=A")
      + item("https://example.eu/funding-tenders/a?callCode=B") + "</channel></rss>"
    let events = Reading.events(of: text)
    #expect(events.records.map(\.dialect) == ["portal-rss", "list-rss"])
    #expect(
      events.opportunities.map(\.identifier) == ["A", "https://example.eu/funding-tenders/a?callCode=B"])
    #expect(Dialect.portalRSS.isWindow && Dialect.listRSS.isWindow && !Dialect.sediaSearch.isWindow)
  }

  @Test("cut into pieces of 1 to 80 bytes both feeds give the same events", arguments: 1...80)
  func cuts(size: Int) throws {
    #expect(Reading.events(of: try Reading.fixture("portal.rss"), cutEvery: size) == portal)
    #expect(Reading.events(of: try Reading.fixture("list.rss"), cutEvery: size) == list)
  }

  @Test(
    "cut off at any byte, the items before survive and one fault is last",
    arguments: ["portal.rss", "list.rss"])
  func truncations(name: String) throws {
    let bytes = try Reading.fixture(name)
    let text = String(decoding: bytes, as: UTF8.self)
    let ends = text.ranges(of: "</item>").map { text.utf8.distance(from: text.startIndex, to: $0.upperBound) }
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    let whole = Reading.events(of: bytes).records
    for length in 8..<end {
      let events = Reading.events(of: Array(bytes.prefix(length)))
      #expect(events.broken.map(\.id) == ["truncated-xml"], "at byte \(length)")
      guard case .broken? = events.last else {
        Issue.record("the fault is not the last event")
        return
      }
      let items = ends.count { $0 <= length }
      let passed = events.remarks.contains { $0.id == "passed-over" } ? 1 : 0
      #expect(events.records.count + events.rejected.count + passed == items, "at byte \(length)")
      #expect(events.records == Array(whole.prefix(events.records.count)))
    }
  }

  @Test("an item that is too large is rejected alone, and too many end the reading")
  func limits() {
    let large =
      "<item><guid>L</guid><description>" + String(repeating: "x", count: 300_000) + "</description></item>"
    let events = Reading.events(of: "<rss><channel>\(item("a"))\(large)\(item("b"))</channel></rss>")
    #expect(events.opportunities.map(\.identifier) == ["a", "b"])
    #expect(events.rejected.map(\.id) == ["text-too-long"])
    var limits = RSSReader.limits
    limits.records = 3
    var reader = RSSReader(file: "feed", limits: limits)
    var found: [FeedEvent] = []
    Array("<rss><channel>\(item("a"))\(item("b"))\(item("c"))</channel></rss>".utf8).withUnsafeBytes {
      reader.push($0) { found.append($0) }
    }
    reader.finish { found.append($0) }
    #expect(found.map(\.diagnosticID) == [nil, nil, "too-many-records"])
  }

  @Test("a name longer than any is none")
  func longName() {
    let events = Reading.events(
      of: "<rss><channel>\(item(String(repeating: "n", count: 2000)))</channel></rss>")
    #expect(events.rejected.map(\.id) == ["missing-identifier"])
  }

  private func item(_ guid: String) -> String { "<item><title>T</title><guid>\(guid)</guid></item>" }
}
