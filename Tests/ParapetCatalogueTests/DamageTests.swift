import Foundation
import GRDB
import ParapetModel
import Testing

@testable import ParapetCatalogue

/// One record whose bytes are damaged, among others.
@Suite("A damaged record")
struct DamageTests {
  private let folder: TemporaryFolder
  private let path: String
  private let records = ["A", "B", "C"].map {
    makeRecord(makeTopic($0), reference: $0, hash: "hash of \($0)")
  }

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("catalogue.sqlite")
  }

  private func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// A catalogue whose second record is damaged.
  private func damaged() throws -> Catalogue {
    try Catalogue(path: path, creating: true).take(records, on: "2030-03-14", as: mark)
    try execute("UPDATE version SET body = x'44' || substr(body, 2) WHERE identifier = 'B'")
    return try Catalogue(path: path, creating: true)
  }

  private func mark(_ reading: inout SourceReading) {
    reading.program = "1"
    reading.digest = "d"
  }

  @Test("it is passed over by its key, and the others are there")
  func passedOver() throws {
    let catalogue = try damaged()
    var keys: [String] = []
    let found = try catalogue.opportunities { keys.append($0) }
    #expect(found.map(\.opportunity.identifier) == ["A", "C"])
    #expect(keys == ["sedia-search|B"])
    keys = []
    #expect(try catalogue.find("B") { keys.append($0) }.isEmpty)
    #expect(keys == ["sedia-search|B"])
    keys = []
    #expect(
      try catalogue.changes { keys.append($0) }.map(\.key).sorted() == ["sedia-search|A", "sedia-search|C"])
    #expect(keys == ["sedia-search|B"])
    #expect(throws: CatalogueError.damagedRecord(key: "sedia-search|B")) { try catalogue.opportunities() }
  }

  @Test("once it was met, its source is no repetition, and reading it again heals it in its place")
  func healed() throws {
    let catalogue = try damaged()
    var reading = SourceReading(source: "page.json", readOn: try #require(Day("2030-03-15")))
    mark(&reading)
    #expect(try catalogue.repeated(reading) != nil)
    _ = try catalogue.opportunities { _ in }
    #expect(try catalogue.repeated(reading) == nil)
    let counts = try catalogue.take(records, on: "2030-03-15", as: mark)
    #expect((counts.created, counts.changed, counts.unchanged) == (0, 0, 3))
    #expect(try catalogue.opportunities().count == 3)
    #expect(try catalogue.versions(of: "sedia-search|B").count == 1)
  }

  @Test("figures that nobody ever took in are damage, and end nothing")
  func figures() throws {
    var topic = makeTopic("A")
    topic.funding.maximumGrant = Cited(
      Money(minorUnits: .max / 2), Citation(grade: .call, source: "https://a.example"))
    let catalogue = try Catalogue(path: path, creating: true)
    try catalogue.take([makeRecord(topic, hash: "a"), records[1]], on: "2030-03-14")
    #expect(try catalogue.opportunities { _ in }.map(\.opportunity.identifier) == ["B"])
    var far = makeTopic("A")
    far.deadlines = [Deadline(day: Day(number: .max))]
    try catalogue.take([makeRecord(far, hash: "b")], on: "2030-03-15")
    #expect(try catalogue.opportunities { _ in }.map(\.opportunity.identifier) == ["B"])
  }

  @Test("when each feed was read last is known, also where it had nothing new, and as of a day")
  func freshness() throws {
    let catalogue = try Catalogue(path: path, creating: true)
    try catalogue.take(records, on: "2030-03-14")
    try catalogue.take(records, on: "2030-03-16", source: "named.json") { $0.feed = "portal" }
    func days(_ day: String? = nil) throws -> [String] {
      try catalogue.freshness(knownOn: day.flatMap { Day($0) }).map { "\($0.feed) \($0.readOn)" }
    }
    #expect(try days() == ["portal 2030-03-16", "sedia-search 2030-03-14"])
    try catalogue.keepUnmodified(SourceReading(source: "page.json", readOn: try #require(Day("2030-03-20"))))
    #expect(try days() == ["portal 2030-03-16", "sedia-search 2030-03-20"])
    #expect(try days("2030-03-15") == ["sedia-search 2030-03-14"])
    #expect(
      FeedFreshness(feed: "a", readOn: try #require(Day("2030-03-14"))).age(
        on: try #require(Day("2030-04-13"))) == 30)
  }

  @Test("a file that may only be read is read, and nothing is made beside it", .enabled(if: getuid() != 0))
  func readOnly() throws {
    try Catalogue(path: path, creating: true).take(records, on: "2030-03-14")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(try Catalogue(path: path, creating: false).opportunities().count == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == names)
  }

  @Test("several programs can make one catalogue at once", arguments: 1...3)
  func atOnce(_ round: Int) async throws {
    let path = path
    let records = records
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<4 {
        group.addTask {
          try Catalogue(path: path, creating: true)
            .take(records, on: "2030-03-14", source: "source \(number)").created
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(counts == 3)
  }
}

/// Two topics to which a source gave one reference.
@Suite("One reference of two topics")
struct TwinTests {
  @Test("both are kept, in whichever order they come on whichever day")
  func both() throws {
    let folder = try TemporaryFolder()
    let catalogue = try Catalogue(path: folder.file("c.sqlite"), creating: true)
    let twins = ["ISF-2030-A", "ISF-2030-B"].map {
      makeRecord(makeTopic($0), reference: "1TOPICSen", hash: $0)
    }
    let first = try catalogue.take(twins, on: "2030-03-14")
    #expect((first.created, first.doubled) == (2, 0))
    let second = try catalogue.take(twins.reversed(), on: "2030-03-15")
    #expect((second.created, second.changed, second.unchanged) == (0, 0, 2))
    #expect(try catalogue.opportunities().map(\.opportunity.identifier) == ["ISF-2030-A", "ISF-2030-B"])
    #expect(try catalogue.find("isf-2030-b").count == 1)
  }

  @Test("a topic that was renamed, or is written less fully beside, is one")
  func renamed() throws {
    let folder = try TemporaryFolder()
    let catalogue = try Catalogue(path: folder.file("c.sqlite"), creating: true)
    let names = ["EuropeAid/1/DD/ACT/BA", "europeaid/1/dd/act/"]
    let counts = try catalogue.take(
      names.map { makeRecord(makeTopic($0), reference: "1PROSPECTSEN", hash: $0) }, on: "2030-03-14")
    #expect((counts.created, counts.doubled) == (1, 1))
    let renamed = try catalogue.take(
      [makeRecord(makeTopic("OTHER"), reference: "1PROSPECTSEN", hash: "x")], on: "2030-03-15")
    #expect((renamed.created, renamed.changed) == (0, 1))
  }
}
