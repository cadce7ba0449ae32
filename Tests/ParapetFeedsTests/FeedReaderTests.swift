import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Feeds as bytes")
struct FeedReaderTests {
  @Test("a page cut into pieces of 1 to 80 bytes gives the same events", arguments: 1...80)
  func cuts(size: Int) throws {
    let bytes = try Reading.fixture("sedia-page.json")
    #expect(Reading.events(of: bytes, cutEvery: size) == Reading.events(of: bytes))
  }

  @Test("a page cut off at any byte keeps its whole records and has one fault, which is last")
  func truncations() throws {
    let bytes = try Reading.fixture("sedia-doubles.json")
    let whole = Reading.events(of: bytes).records
    let text = String(decoding: bytes, as: UTF8.self)
    let end = try #require(text.utf8.lastIndex(of: UInt8(ascii: "}")))
    var survivors = 0
    for length in 0..<text.utf8.distance(from: text.startIndex, to: end) {
      let events = Reading.events(of: Array(bytes.prefix(length)))
      let id = events.broken.first?.id
      #expect(events.broken.count == 1 && id == (length == 0 ? "empty-file" : "truncated-json"))
      guard case .broken? = events.last else {
        Issue.record("the fault is not the last event")
        return
      }
      #expect(events.records == Array(whole.prefix(events.records.count)))
      #expect(events.records.count >= survivors)
      survivors = events.records.count
    }
    #expect(survivors == whole.count)
  }

  @Test(
    "a bad record is rejected alone",
    arguments: [#"{"metadata": tru}"#, "7", #"{"metadata":[]}"#, #""\ud800""#])
  func badRecord(record: String) {
    let good = #"{"reference":"1","metadata":{"identifier":["A"]}}"#
    let events = Reading.events(of: "{\"results\":[\(good),\n\(record),\(good)]}")
    #expect(events.records.count == 2)
    #expect(events.rejected.map(\.id) == ["malformed-record"])
    #expect(events.rejected.first?.place == .init(file: "feed", line: 2, column: 1, path: "$.results[1]"))
  }

  @Test("a record that is not in UTF-8 is rejected alone")
  func badText() {
    let bytes =
      Array(#"{"results":[{"metadata":{"identifier":["A"],"title":[""#.utf8) + [0xe9]
      + Array(#""]}},{"metadata":{"identifier":["B"]}}]}"#.utf8)
    let events = Reading.events(of: bytes)
    #expect(events.rejected.map(\.id) == ["not-utf8"])
    #expect(events.records.map(\.opportunity.identifier) == ["B"])
  }

  @Test("keys that repeat, numbers beyond all bounds and odd types harm nothing")
  func oddRecord() {
    let events = Reading.events(
      of: #"{"results":[{"reference":1e999,"metadata":{"identifier":["A"],"identifier":["A"],"#
        + #""type":{"a":[]},"title":[null,1,true,"T"],"deadlineDate":[1790640000000],"budget":9e30}}]}"#)
    #expect(events.records.map(\.opportunity.identifier) == ["A"])
    #expect(events.records.first?.opportunity.deadlines.map(\.day.description) == ["2026-09-29"])
    #expect(events.remarks.map(\.id) == ["unreadable-field", "unreadable-amount"])
  }

  @Test("quirk 26: a byte order mark and white space before the page change nothing but the line")
  func byteOrderMark() {
    let page = Array(#"{"results":[{"metadata":{"identifier":["A"]}}]}"#.utf8)
    let events = Reading.events(of: [0xef, 0xbb, 0xbf, 0x0a] + page)
    #expect(events.records.first?.place.line == 2)
    #expect(events.count == 1)
    #expect(Reading.events(of: [0xef, 0xbb, 0xbf] + page, cutEvery: 1).records.first?.place.column == 13)
  }

  @Test(
    "UTF-16 is refused, with or without its mark",
    arguments: [
      [0xff, 0xfe, 0x7b, 0x00], [0xfe, 0xff, 0x00, 0x7b], [0x7b, 0x00, 0x22, 0x00], [0xff, 0xfe],
    ])
  func wideText(bytes: [UInt8]) {
    for size in [1, 80] {
      #expect(Reading.events(of: bytes, cutEvery: size).broken.map(\.id) == ["not-utf8"])
    }
  }

  @Test("an empty input is one fault", arguments: ["", " \n ", "\u{feff}"])
  func empty(text: String) {
    #expect(Reading.events(of: text).broken.map(\.id) == ["empty-file"])
  }

  @Test(
    "what is no feed is named with what is read",
    arguments: ["[]", "hello", "{}", String(repeating: " ", count: 5000)])
  func unknownDialect(text: String) throws {
    let found = Reading.events(of: text).broken
    #expect(found.map(\.id) == ["unknown-dialect"])
    #expect(try #require(found.first?.suggestion).contains("the portal's JSON, RSS"))
  }

  @Test("an object of another kind is named by its keys")
  func keys() {
    let found = Reading.events(of: #"{"date":"2030-01-01","hits":3}"#).broken
    #expect(found.first?.message.contains("'date', 'hits'") == true)
  }

  @Test("the dialect is known once the list of hits begins")
  func dialect() {
    var reader = FeedReader(file: "feed")
    Array(#"{"a":1,"results":"#.utf8).withUnsafeBytes { reader.push($0) { _ in } }
    #expect(reader.dialect == nil)
    Array("[".utf8).withUnsafeBytes { reader.push($0) { _ in } }
    #expect(reader.dialect == .sediaSearch)
  }

  @Test(
    "funded projects and rates are known by their roots, whatever the file is called",
    arguments: [("cordis-project.xml", Dialect.cordis, 1), ("ecb-days.xml", .centralBankRates, 3)])
  func reference(fixture: String, dialect: Dialect, count: Int) throws {
    let bytes = try Reading.fixture(fixture)
    var events: [FeedEvent] = []
    var reader = FeedReader(file: "feed.json")
    bytes.withUnsafeBytes { reader.push($0) { events.append($0) } }
    reader.finish { events.append($0) }
    #expect(reader.dialect == dialect)
    #expect(events.count == count)
    #expect(events.precedents.count + events.rates.count + events.remarks.count == count)
  }

  @Test("bytes after a fault, and a second end, report nothing more")
  func afterFault() {
    var events: [FeedEvent] = []
    var reader = FeedReader(file: "feed")
    Array("{]    {\"results\":[]}".utf8).withUnsafeBytes { reader.push($0) { events.append($0) } }
    reader.finish { events.append($0) }
    reader.finish { events.append($0) }
    #expect(events.broken.map(\.id) == ["malformed-json"])
    #expect(events.count == 1)
  }

  @Test("a page with bytes changed at random never traps and has one fault at most", arguments: 0..<40)
  func mutations(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var bytes = try Reading.fixture("sedia-page.json")
    for _ in 0..<20 {
      let index = Int(random.next() % UInt64(bytes.count))
      bytes[index] = UInt8(truncatingIfNeeded: random.next())
    }
    let whole = Reading.events(of: bytes)
    #expect(whole.broken.count <= 1)
    #expect(whole == Reading.events(of: bytes, cutEvery: 7))
  }
}

/// Numbers that are the same in every run (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
