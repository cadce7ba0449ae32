import Foundation
import GRDB
import ParapetModel
import Testing

@testable import ParapetCatalogue

/// Databases that are not ours, catalogues of old, full disks.
@Suite("A catalogue in hard times")
struct HardTimesTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("catalogue.sqlite")
  }

  private func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test(
    "another program's database is refused and not a byte of it changes",
    arguments: [
      "CREATE TABLE places (url TEXT); PRAGMA user_version = 7", "PRAGMA application_id = 252006674",
      "CREATE TABLE record (id INTEGER); CREATE TABLE version (id INTEGER)",
    ])
  func foreign(_ sql: String) throws {
    try execute(sql)
    let before = try Data(contentsOf: URL(filePath: path))
    for creating in [false, true] {
      #expect(throws: CatalogueError.foreign(path: path)) {
        _ = try Catalogue(path: path, creating: creating)
      }
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test("a new catalogue says what it is")
  func applicationID() throws {
    _ = try Catalogue(path: path, creating: true)
    let header = try Data(contentsOf: URL(filePath: path)).prefix(72).suffix(4)
    #expect(String(decoding: header, as: UTF8.self) == "PRPT")
  }

  @Test(
    "a catalogue of another form is refused, and not a byte of it changes",
    arguments: [
      "CREATE TABLE grdb_migrations (identifier TEXT); CREATE TABLE reading (id INTEGER); "
        + "CREATE TABLE record (id INTEGER); CREATE TABLE version (id INTEGER)",
      "PRAGMA application_id = \(Schema.applicationID); CREATE TABLE reading (id INTEGER)",
      "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.form - 1)",
      "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.form + 1)",
    ])
  func otherForm(_ sql: String) throws {
    try execute(sql)
    let before = try Data(contentsOf: URL(filePath: path))
    for creating in [false, true] {
      #expect(throws: CatalogueError.otherForm(path: path)) {
        _ = try Catalogue(path: path, creating: creating)
      }
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test("who looks does not wait for who writes, and sees what was there before")
  func lookingWhileWriting() throws {
    let catalogue = try Catalogue(path: path, creating: true)
    try catalogue.take([makeRecord(makeTopic("A"), hash: "a")], on: "2026-03-01")
    let day = try #require(Day("2026-03-02"))
    _ = try catalogue.ingest(SourceReading(source: "page", readOn: day)) { (intake) throws(any Error) in
      try intake.add(makeRecord(makeTopic("B"), hash: "b"))
      #expect(try catalogue.opportunities().map(\.opportunity.identifier) == ["A"])
    }
    #expect(try catalogue.opportunities().map(\.opportunity.identifier) == ["A", "B"])
  }

  @Test("a full disk is an error, loses nothing, and is over when there is room again")
  func fullDisk() throws {
    let catalogue = try Catalogue(path: path, creating: true)
    try catalogue.take([makeRecord(makeTopic("A"), hash: "a")], on: "2026-03-01")
    let many = (0..<500).map { number in
      makeRecord(
        makeTopic("B\(number)", title: String(repeating: "long ", count: 200)), hash: "\(number)")
    }
    try catalogue.perform { try $0.execute(sql: "PRAGMA max_page_count = 60") }
    #expect {
      try catalogue.take(many, on: "2026-03-02")
    } throws: { error in
      if case CatalogueError.unwritable = error { true } else { false }
    }
    #expect(try catalogue.opportunities().map(\.opportunity.identifier) == ["A"])
    #expect(try catalogue.look { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    try catalogue.perform { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
    #expect(try catalogue.take(many, on: "2026-03-02").created == 500)
  }

  @Test("two programs that read at once both end, one after the other, and nothing is lost")
  func together() async throws {
    _ = try Catalogue(path: path, creating: true)
    let path = path
    let created = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<4 {
        group.addTask {
          let catalogue = try Catalogue(path: path, creating: false)
          let records = (0..<50).map { makeRecord(makeTopic("\(number)-\($0)"), hash: "\(number)-\($0)") }
          do {
            return try catalogue.take(records, on: "2026-03-01", source: "\(number)").created
          } catch CatalogueError.busy {
            // Who has waited in vain is told so, and has stored nothing.
            return 0
          }
        }
      }
      return try await group.reduce(0, +)
    }
    let catalogue = try Catalogue(path: path, creating: false)
    #expect(try catalogue.opportunities().count == created)
    #expect(created >= 50 && created.isMultiple(of: 50))
    #expect(try catalogue.look { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
  }
}
