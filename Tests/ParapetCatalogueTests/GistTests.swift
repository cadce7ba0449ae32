import GRDB
import ParapetModel
import Testing

@testable import ParapetCatalogue

@Suite("What the catalogue keeps of texts")
struct GistTests {
  private let folder: TemporaryFolder
  private let catalogue: Catalogue

  init() throws {
    folder = try TemporaryFolder()
    catalogue = try Catalogue(path: folder.file("c.sqlite"), creating: true)
  }

  @Test("a reading keeps the gist of each record it brings, and readers find it beside the record")
  func kept() throws {
    try take([
      makeRecord(makeTopic("A", title: "One"), hash: "1"),
      makeRecord(makeTopic("B", title: "Two"), hash: "2"),
    ])
    #expect(try gists() == ["A": "a:One", "B": "a:Two"])
  }

  @Test("a new version replaces the gist, and the former version keeps none")
  func replaced() throws {
    try take([makeRecord(makeTopic("A", title: "One"), hash: "1")])
    try take([makeRecord(makeTopic("A", title: "Two"), hash: "2")], on: "2026-03-15")
    #expect(try gists() == ["A": "a:Two"])
    #expect(try catalogue.opportunities(knownOn: Day("2026-03-14")).map(\.gist) == [[]])
    #expect(try count() == 1)
  }

  @Test("other bytes that say the same have their texts read no second time")
  func touched() throws {
    try take([makeRecord(makeTopic("A", title: "One"), hash: "1")])
    var reading = SourceReading(source: "page.json", readOn: try #require(Day("2026-03-15")))
    reading.program = "1"
    let noReader = RecordGist(name: "a") { _ in
      Issue.record("the text was read before")
      return []
    }
    _ = try catalogue.ingest(reading, keeping: noReader) { (intake) throws(any Error) in
      try intake.add(makeRecord(makeTopic("A", title: "One"), hash: "2"))
    }
    #expect(try gists() == ["A": "a:One"])
    #expect(try catalogue.opportunities().map(\.version.hash) == ["1"], "nothing new was said")
  }

  @Test("a newer program's better understanding of the same bytes is kept anew")
  func understoodBetter() throws {
    try take([makeRecord(makeTopic("A", title: "One"), hash: "1")])
    try take([makeRecord(makeTopic("A", title: "One more"), hash: "1")], program: "2")
    #expect(try gists() == ["A": "a:One more"])
  }

  @Test("a reading of an earlier day leaves the newest version its gist, and gives its own none")
  func earlierDay() throws {
    try take([makeRecord(makeTopic("A", title: "Now"), hash: "2")], on: "2026-03-15")
    try take([makeRecord(makeTopic("A", title: "Before"), hash: "1")], on: "2026-03-14")
    #expect(try gists() == ["A": "a:Now"])
    #expect(try count() == 1)
  }

  @Test("of a record that a source holds twice the gist is of the richer one, whichever comes first")
  func twice() throws {
    for (reference, richFirst) in [("10TOPICSen", true), ("20TOPICSen", false)] {
      let rich = makeRecord(makeTopic("A", title: "Rich"), reference: reference, hash: "1", fields: 9)
      let poor = makeRecord(makeTopic("A", title: "Poor"), reference: reference, hash: "2", fields: 3)
      try take(richFirst ? [rich, poor] : [poor, rich])
    }
    let kept = try catalogue.opportunities().map {
      [$0.opportunity.titles[0].text, String(decoding: $0.gist, as: UTF8.self)]
    }
    #expect(kept == [["Rich", "a:Rich"], ["Rich", "a:Rich"]])
    #expect(try count() == 2)
  }

  @Test("a reading that fails keeps no gist of what it undid")
  func undone() throws {
    #expect(throws: ByteFault.self) {
      let reading = SourceReading(source: "page.json", readOn: try #require(Day("2026-03-14")))
      _ = try catalogue.ingest(reading, keeping: gist("a")) { (intake) throws(any Error) in
        try intake.add(makeRecord(makeTopic("A"), hash: "1"))
        throw ByteFault()
      }
    }
    #expect(try count() == 0)
  }

  @Test("what is wanting or of another name is made again, and nothing else")
  func caughtUp() throws {
    try catalogue.take([makeRecord(makeTopic("A", title: "One"), hash: "1")], on: "2026-03-14")
    #expect(try gists() == ["A": ""])
    try catalogue.keep(gist("a"))
    try take([makeRecord(makeTopic("B", title: "Two"), hash: "2")])
    #expect(try gists() == ["A": "a:One", "B": "a:Two"])
    try catalogue.keep(gist("b"))
    #expect(try gists() == ["A": "b:One", "B": "b:Two"])
    try catalogue.keep(
      RecordGist(name: "b") { _ in
        Issue.record("nothing is wanting")
        return []
      })
  }

  private func gist(_ name: String) -> RecordGist {
    RecordGist(name: name) { Array("\(name):\($0.titles[0].text)".utf8) }
  }

  private func take(_ records: [FeedRecord], on day: String = "2026-03-14", program: String = "1") throws {
    var reading = SourceReading(source: "page.json", readOn: try #require(Day(day)))
    reading.program = program
    _ = try catalogue.ingest(reading, keeping: gist("a")) { (intake) throws(any Error) in
      for record in records { try intake.add(record) }
    }
  }

  private func gists() throws -> [String: String] {
    let stored = try catalogue.opportunities()
    return Dictionary(
      uniqueKeysWithValues: stored.map {
        ($0.opportunity.identifier, String(decoding: $0.gist, as: UTF8.self))
      })
  }

  private func count() throws -> Int? {
    try catalogue.look { try Int.fetchOne($0, sql: "SELECT count(*) FROM gist") }
  }
}
