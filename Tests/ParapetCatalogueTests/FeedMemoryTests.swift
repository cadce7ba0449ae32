import ParapetModel
import Testing

@testable import ParapetCatalogue

/// What whole lists tell of the records that are not in them.
@Suite("What is missing")
struct FeedMemoryTests {
  private let folder: TemporaryFolder
  private let catalogue: Catalogue

  init() throws {
    folder = try TemporaryFolder()
    catalogue = try Catalogue(path: folder.file("catalogue.sqlite"), creating: true)
  }

  private static let stays = ["S1", "S2", "S3", "S4", "S5"]

  /// Records that all days have, and some more.
  private func list(_ more: String...) -> [FeedRecord] {
    (Self.stays + more).map {
      makeRecord(makeTopic($0, deadline: "2026-12-31"), reference: "\($0)en", hash: $0)
    }
  }

  private func presence(_ identifier: String, knownOn day: String? = nil) throws -> Presence? {
    try catalogue.opportunities(knownOn: day.flatMap { Day($0) })
      .first { $0.opportunity.identifier == identifier }?.opportunity.presence
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("what a whole list no longer has is missing since its day, and is not gone")
  func missing() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01")
    let counts = try catalogue.takeAll(list(), on: "2026-03-02")
    #expect(counts.missing == 1)
    #expect(counts.unchanged == 5)
    #expect(counts.completeness == .complete)
    #expect(try presence("A") == .missing(since: try day("2026-03-02")))
    #expect(try presence("A", knownOn: "2026-03-01") == .present)
    #expect(try presence("S1") == .present)
  }

  @Test("missing once is told once, with the day of the first list without it")
  func missingOnce() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01")
    try catalogue.takeAll(list(), on: "2026-03-02")
    #expect(try catalogue.takeAll(list(), on: "2026-03-03").missing == 0)
    #expect(try presence("A") == .missing(since: try day("2026-03-02")))
  }

  @Test("a part of a feed takes nothing away")
  func partial() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01")
    let counts = try catalogue.take(list(), on: "2026-03-02")
    #expect(counts.missing == 0)
    #expect(counts.completeness == .partial)
    #expect(try presence("A") == .present)
  }

  @Test("what only a part brought is missing from the whole list too")
  func partialFirst() throws {
    try catalogue.take(list("A"), on: "2026-03-01")
    #expect(try catalogue.takeAll(list(), on: "2026-03-02").missing == 1)
  }

  @Test("what was missing can come back, in any source, and says so once")
  func returned() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01")
    try catalogue.takeAll(list(), on: "2026-03-02")
    let counts = try catalogue.take(list("A"), on: "2026-03-03")
    #expect(counts.returned == 1)
    #expect(counts.unchanged == 6)
    #expect(try presence("A") == .present)
    #expect(try presence("A", knownOn: "2026-03-02") == .missing(since: try day("2026-03-02")))
    #expect(try catalogue.take(list("A"), on: "2026-03-04").returned == 0)
  }

  @Test("three whole lists in a row without a record, before its deadline, make it withdrawn")
  func withdrawn() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01")
    #expect(try catalogue.takeAll(list(), on: "2026-03-02").withdrawn == 0)
    #expect(try catalogue.takeAll(list(), on: "2026-03-03").withdrawn == 0)
    #expect(try catalogue.takeAll(list(), on: "2026-03-04").withdrawn == 1)
    #expect(try catalogue.takeAll(list(), on: "2026-03-05").withdrawn == 0)
    #expect(try presence("A") == .withdrawn(on: try day("2026-03-04")))
    #expect(try presence("A", knownOn: "2026-03-03") == .missing(since: try day("2026-03-02")))
    #expect(try catalogue.takeAll(list("A"), on: "2026-03-06").returned == 1)
    #expect(try presence("A") == .present)
  }

  @Test("three lists of one day are one list")
  func sameDay() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01")
    for _ in 1...4 { try catalogue.takeAll(list(), on: "2026-03-02") }
    #expect(try presence("A") == .missing(since: try day("2026-03-02")))
  }

  @Test("a record that comes and goes is never without three in a row")
  func comesAndGoes() throws {
    for number in 1...8 {
      try catalogue.takeAll(number.isMultiple(of: 3) ? list("A") : list(), on: "2026-03-0\(number)")
    }
    #expect(try presence("A") == .missing(since: try day("2026-03-07")))
  }

  @Test("from its deadline on a record that is missing is closed and not withdrawn")
  func afterDeadline() throws {
    let old = makeRecord(makeTopic("OLD", deadline: "2026-03-04"), reference: "OLDen", hash: "old")
    try catalogue.takeAll(list() + [old], on: "2026-03-01")
    for number in 2...6 { try catalogue.takeAll(list(), on: "2026-03-0\(number)") }
    #expect(try presence("OLD") == .missing(since: try day("2026-03-02")))
  }

  @Test("lists of different feeds tell nothing of each other")
  func feeds() throws {
    let others = ["X", "Y", "Z"].map { makeRecord(makeTopic($0), reference: "\($0)en", hash: $0) }
    try catalogue.takeAll(list(), on: "2026-03-01") { $0.feed = "security" }
    let counts = try catalogue.takeAll(others, on: "2026-03-02") { $0.feed = "research" }
    #expect(counts.missing == 0)
    #expect(counts.created == 3)
    #expect(
      try catalogue.takeAll([], on: "2026-03-03") {
        $0.feed = "research"
        $0.acceptsShrinking = true
      }.missing == 3)
    #expect(try presence("S1") == .present)
  }

  @Test("the name of the source is not its feed: two folders of two days are compared")
  func folders() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01") { $0.source = "days/2026-03-01" }
    #expect(try catalogue.takeAll(list(), on: "2026-03-02") { $0.source = "other/path" }.missing == 1)
  }

  @Test("a list of which something could not be read marks nothing as missing")
  func damaged() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01")
    var reading = SourceReading(source: "cut", readOn: try day("2026-03-02"))
    reading.isComplete = true
    let counts = try catalogue.ingest(reading) { (intake) throws(any Error) in
      for record in list() { try intake.add(record) }
      intake.markDamaged()
    }
    #expect(counts.completeness == .damaged)
    #expect(counts.missing == 0)
    #expect(try presence("A") == .present)
  }

  @Test("a window on what changed last marks nothing as missing, though it was said to be whole")
  func window() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01")
    var reading = SourceReading(source: "feed.rss", readOn: try day("2026-03-02"))
    reading.isComplete = true
    let counts = try catalogue.ingest(reading) { (intake) throws(any Error) in
      for record in list() { try intake.add(record) }
      intake.markWindow()
    }
    #expect(counts.completeness == .window)
    #expect(counts.missing == 0)
    #expect(try presence("A") == .present)
  }

  @Test("a list that is older than a whole one fills the past and marks nothing")
  func outdated() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-05")
    let counts = try catalogue.takeAll(list(), on: "2026-03-02")
    #expect(counts.completeness == .outdated(by: try day("2026-03-05")))
    #expect(try presence("A") == .present)
  }

  @Test("an empty list without a name is nobody's")
  func nameless() throws {
    try catalogue.takeAll(list(), on: "2026-03-01")
    #expect(try catalogue.takeAll([], on: "2026-03-02").completeness == .nameless)
    #expect(try presence("S1") == .present)
  }

  @Test("a list that has lost more than a third is refused and leaves everything as it was")
  func shrunk() throws {
    try catalogue.takeAll(list("A"), on: "2026-03-01")
    let four = Array(list().prefix(4))
    let three = Array(list().prefix(3)) + [makeRecord(makeTopic("NEW"), hash: "new")]
    #expect(throws: CatalogueError.shrunk(feed: "sedia-search", from: 6, to: 3)) {
      try catalogue.takeAll(Array(four.prefix(3)), on: "2026-03-02")
    }
    #expect(try catalogue.opportunities().count == 6)
    #expect(try presence("A") == .present)
    // Exactly a third is not more than a third; and new records make up for those that are gone.
    #expect(try catalogue.takeAll(three, on: "2026-03-02").missing == 3)
    let accepted = try catalogue.takeAll([], on: "2026-03-03") {
      $0.acceptsShrinking = true
      $0.feed = "sedia-search"
    }
    #expect(accepted.missing == 4)
  }
}
