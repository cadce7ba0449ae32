import GRDB
import ParapetModel
import Testing

@testable import ParapetCatalogue

/// Readings of the same bytes, which need not be looked at again.
@Suite("Repeated readings")
struct RepetitionTests {
  private let folder: TemporaryFolder
  private let catalogue: Catalogue

  init() throws {
    folder = try TemporaryFolder()
    catalogue = try Catalogue(path: folder.file("catalogue.sqlite"), creating: true)
  }

  private func list(_ names: String...) -> [FeedRecord] {
    names.map { makeRecord(makeTopic($0, deadline: "2026-12-31"), reference: "\($0)en", hash: $0) }
  }

  private func reading(_ digest: String, on day: String, complete: Bool = true) throws -> SourceReading {
    var reading = SourceReading(source: "again", readOn: try #require(Day(day)))
    reading.digest = digest
    reading.isComplete = complete
    return reading
  }

  private func take(_ records: [FeedRecord], _ digest: String, on day: String, complete: Bool = true) throws {
    let reading = try reading(digest, on: day, complete: complete)
    _ = try catalogue.ingest(reading) { (intake) throws(any Error) in
      for record in records { try intake.add(record) }
    }
  }

  @Test("the same bytes again are so many unchanged records, and a reading that is kept")
  func again() throws {
    try take(list("A", "B"), "x", on: "2026-03-01")
    let repetition = try #require(try catalogue.repeated(reading("x", on: "2026-03-02")))
    #expect(repetition.counts.unchanged == 2)
    #expect(repetition.counts.created == 0)
    #expect(repetition.dialect == "sedia-search")
    let readings = try catalogue.look {
      try Row.fetchAll(
        $0,
        sql:
          "SELECT reading.records, complete.feed FROM reading JOIN complete ON complete.reading = reading.id")
    }
    #expect(readings.map { $0[0] as Int } == [2, 2])
  }

  @Test("other bytes, another program or feed, or an earlier day have to be looked at")
  func other() throws {
    try take(list("A", "B"), "x", on: "2026-03-02")
    #expect(try catalogue.repeated(reading("y", on: "2026-03-03")) == nil)
    #expect(try catalogue.repeated(reading("x", on: "2026-03-01")) == nil)
    var other = try reading("x", on: "2026-03-03")
    other.program = "2"
    #expect(try catalogue.repeated(other) == nil)
    other.program = ""
    other.feed = "security"
    #expect(try catalogue.repeated(other) == nil)
  }

  @Test("a whole list is not repeated from a part")
  func part() throws {
    try take(list("A", "B"), "x", on: "2026-03-01", complete: false)
    #expect(try catalogue.repeated(reading("x", on: "2026-03-02")) == nil)
    #expect(try catalogue.repeated(reading("x", on: "2026-03-02", complete: false)) != nil)
  }

  @Test("once something has changed since, the same bytes are news again")
  func back() throws {
    try take(list("A", "B"), "x", on: "2026-03-01")
    let renamed = makeRecord(makeTopic("A", title: "Other"), reference: "Aen", hash: "other")
    try catalogue.takeAll([renamed] + list("B"), on: "2026-03-02")
    #expect(try catalogue.repeated(reading("x", on: "2026-03-03")) == nil)
    let missing = list("A", "B", "C")
    try catalogue.takeAll(missing, on: "2026-03-04")
    try take(list("A", "B"), "z", on: "2026-03-05")
    try catalogue.takeAll(missing, on: "2026-03-06")
    #expect(try catalogue.repeated(reading("z", on: "2026-03-07")) == nil)
  }

  @Test("a reading that had something to tell is looked at each time")
  func remarks() throws {
    _ = try catalogue.ingest(try reading("x", on: "2026-03-01")) { (intake) throws(any Error) in
      for record in list("A") { try intake.add(record) }
      intake.markRemarkable()
    }
    #expect(try catalogue.repeated(reading("x", on: "2026-03-02")) == nil)
  }

  @Test("repeated whole lists count towards a withdrawal as any others")
  func withdrawal() throws {
    try take(list("A", "B", "C"), "w", on: "2026-03-01")
    try take(list("A", "B"), "x", on: "2026-03-02")
    #expect(try #require(try catalogue.repeated(reading("x", on: "2026-03-03"))).counts.withdrawn == 0)
    #expect(try #require(try catalogue.repeated(reading("x", on: "2026-03-04"))).counts.withdrawn == 1)
  }
}
