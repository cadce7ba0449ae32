import Foundation
import ParapetModel
import Testing

@testable import ParapetCatalogue

@Suite("The catalogue")
struct CatalogueTests {
  private let folder: TemporaryFolder
  private let catalogue: Catalogue

  init() throws {
    folder = try TemporaryFolder()
    catalogue = try Catalogue(path: folder.file("catalogue.sqlite"), creating: true)
  }

  @Test("a record that was not known is created, and read again it is unchanged")
  func idempotent() throws {
    let records = [makeRecord(makeTopic("ISF-1"), reference: "1en", hash: "a")]
    #expect(try catalogue.take(records, on: "2026-03-14").created == 1)
    let again = try catalogue.take(records, on: "2026-03-15")
    #expect(again.created == 0)
    #expect(again.changed == 0)
    #expect(again.unchanged == 1)
    #expect(try catalogue.versions(of: "sedia-search|1en").count == 1)
  }

  @Test("a record with other content becomes a new version, and the old one stays")
  func versions() throws {
    let old = makeTopic("ISF-1", deadline: "2026-06-15")
    let new = makeTopic("ISF-1", deadline: "2026-07-15")
    try catalogue.take([makeRecord(old, reference: "1en", hash: "a")], on: "2026-03-14", source: "march")
    let counts = try catalogue.take(
      [makeRecord(new, reference: "1en", hash: "b")], on: "2026-04-14", source: "april")
    #expect(counts.changed == 1)
    let versions = try catalogue.versions(of: "sedia-search|1en")
    #expect(versions.map(\.version.source) == ["march", "april"])
    #expect(versions.map(\.version.hash) == ["a", "b"])
    #expect(versions.map { $0.opportunity.deadlines.first?.day.description } == ["2026-06-15", "2026-07-15"])
  }

  @Test("other bytes that say the same are no change")
  func sameContent() throws {
    try catalogue.take([makeRecord(makeTopic("ISF-1"), reference: "1en", hash: "a")], on: "2026-03-14")
    let counts = try catalogue.take(
      [makeRecord(makeTopic("ISF-1"), reference: "1en", hash: "b")], on: "2026-03-15")
    #expect(counts.unchanged == 1)
    #expect(counts.changed == 0)
  }

  @Test("what was known on a day is what had been read by then")
  func knownOn() throws {
    let first = makeTopic("ISF-1", title: "Before")
    let second = makeTopic("ISF-1", title: "After")
    try catalogue.take([makeRecord(first, reference: "1en", hash: "a")], on: "2026-03-14")
    try catalogue.take([makeRecord(second, reference: "1en", hash: "b")], on: "2026-04-14")
    func title(_ day: String?) throws -> String? {
      try catalogue.opportunities(knownOn: day.flatMap { Day($0) }).first?.opportunity.titles.first?.text
    }
    #expect(try title("2026-03-13") == nil)
    #expect(try title("2026-03-14") == "Before")
    #expect(try title("2026-04-13") == "Before")
    #expect(try title("2026-04-14") == "After")
    #expect(try title(nil) == "After")
  }

  @Test("of two doubles in one reading the richer counts, whichever comes first", arguments: [false, true])
  func doubles(reversed: Bool) throws {
    var records = [
      makeRecord(makeTopic("ISF-1", title: "Stub"), reference: "1en", hash: "a", fields: 3),
      makeRecord(makeTopic("ISF-1", title: "Whole"), reference: "1en", hash: "b", fields: 20),
    ]
    if reversed { records.reverse() }
    let counts = try catalogue.take(records, on: "2026-03-14")
    #expect(counts.created == 1)
    #expect(counts.doubled == 1)
    #expect(try catalogue.opportunities().first?.opportunity.titles.first?.text == "Whole")
  }

  @Test("of two equally rich doubles the one indexed later counts")
  func laterDouble() throws {
    let records = [
      makeRecord(makeTopic("X", title: "Later"), reference: "1en", hash: "a", indexed: "2026-03-02"),
      makeRecord(makeTopic("X", title: "Earlier"), reference: "1en", hash: "b", indexed: "2026-03-01"),
    ]
    try catalogue.take(records, on: "2026-03-14")
    #expect(try catalogue.opportunities().first?.opportunity.titles.first?.text == "Later")
  }

  @Test("records that share an identifier but not a reference stay apart")
  func sharedIdentifier() throws {
    let records = [
      makeRecord(makeTopic("SMP-COSME-1"), reference: "13501en", hash: "a"),
      makeRecord(makeTopic("SMP-COSME-1"), reference: "13382en", hash: "b"),
    ]
    #expect(try catalogue.take(records, on: "2026-03-14").created == 2)
    #expect(try catalogue.find("SMP-COSME-1").count == 2)
    #expect(try catalogue.find("13382en").count == 1)
  }

  @Test("a record without reference is known by its identifier")
  func withoutReference() throws {
    try catalogue.take([makeRecord(makeTopic("HORIZON-1"), hash: "a")], on: "2026-03-14")
    #expect(try catalogue.find("horizon-1").map(\.version.key) == ["sedia-search|HORIZON-1"])
  }

  @Test("what closed before a day can be left out; what states no deadline cannot")
  func notClosed() throws {
    let records = [
      makeRecord(makeTopic("CLOSED", deadline: "2026-03-14"), hash: "a"),
      makeRecord(makeTopic("LAST-DAY", deadline: "2026-03-15"), hash: "b"),
      makeRecord(makeTopic("SILENT"), hash: "c"),
    ]
    try catalogue.take(records, on: "2026-03-01")
    let open = try catalogue.opportunities(notClosedOn: Day("2026-03-15"))
    #expect(open.map(\.opportunity.identifier) == ["LAST-DAY", "SILENT"])
  }

  @Test("of a two-stage topic only the first deadline keeps it")
  func twoStage() throws {
    var topic = makeTopic("TWO")
    topic.deadlineModel = .twoStage
    topic.deadlines = ["2026-03-01", "2026-09-01"].compactMap { Day($0) }.map { Deadline(day: $0) }
    try catalogue.take([makeRecord(topic, hash: "a")], on: "2026-03-01")
    #expect(try catalogue.opportunities(notClosedOn: Day("2026-03-02")).isEmpty)
  }

  @Test("a reading that fails leaves the catalogue as before")
  func undone() throws {
    struct Broken: Error {}
    try catalogue.take([makeRecord(makeTopic("A"), hash: "a")], on: "2026-03-14")
    let day = try #require(Day("2026-03-15"))
    #expect(throws: Broken.self) {
      _ = try catalogue.ingest(SourceReading(source: "x", readOn: day)) { (intake) throws(any Error) in
        try intake.add(makeRecord(makeTopic("B"), hash: "b"))
        throw Broken()
      }
    }
    #expect(try catalogue.opportunities().map(\.opportunity.identifier) == ["A"])
  }

  @Test("an older reading fills the past and leaves the present")
  func replay() throws {
    let old = makeTopic("A", title: "March")
    let new = makeTopic("A", title: "April")
    try catalogue.take([makeRecord(new, hash: "b")], on: "2026-04-14")
    try catalogue.take([makeRecord(old, hash: "a")], on: "2026-03-14")
    #expect(try catalogue.opportunities().first?.opportunity.titles.first?.text == "April")
    #expect(
      try catalogue.opportunities(knownOn: Day("2026-03-20")).first?.opportunity.titles.first?.text == "March"
    )
  }

  @Test("the order of records is that of their keys, whatever order they came in")
  func order() throws {
    let records = ["C", "A", "B"].map { makeRecord(makeTopic($0), hash: $0) }
    try catalogue.take(records, on: "2026-03-14")
    #expect(try catalogue.opportunities().map(\.opportunity.identifier) == ["A", "B", "C"])
  }

  @Test("a reading of nothing new is counted and leaves no trace")
  func empty() throws {
    #expect(try catalogue.take([], on: "2026-03-14") == IntakeCounts())
  }

  @Test("a name with a quote or a wildcard finds nothing and harms nothing")
  func hostileName() throws {
    try catalogue.take([makeRecord(makeTopic("A"), hash: "a")], on: "2026-03-14")
    for name in ["'; DROP TABLE record; --", "%", "_", ""] {
      #expect(try catalogue.find(name).isEmpty)
    }
    #expect(try catalogue.opportunities().count == 1)
  }
}

@Suite("Opening a catalogue")
struct OpeningTests {
  @Test("one that is not there is not made unless asked")
  func notThere() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("none.sqlite")
    #expect(throws: CatalogueError.notThere(path: path)) { _ = try Catalogue(path: path, creating: false) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("the folder it is to stand in is made")
  func folderMade() throws {
    let folder = try TemporaryFolder()
    _ = try Catalogue(path: folder.file("deep/er/catalogue.sqlite"), creating: true)
    #expect(FileManager.default.fileExists(atPath: folder.file("deep/er/catalogue.sqlite")))
  }

  @Test("a file that is no catalogue is refused and left alone")
  func noCatalogue() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("letter.txt")
    let text = String(repeating: "Dear mayor, this is not a database. ", count: 40)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect {
      _ = try Catalogue(path: path, creating: false)
    } throws: { error in
      if case CatalogueError.unreadable = error { true } else { false }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test("a folder in the place of the file cannot be opened")
  func folderInPlace() throws {
    let folder = try TemporaryFolder()
    #expect(throws: CatalogueError.self) { _ = try Catalogue(path: folder.path, creating: true) }
  }
}
