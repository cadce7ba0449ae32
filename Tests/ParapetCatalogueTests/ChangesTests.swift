import ParapetModel
import Testing

@testable import ParapetCatalogue

@Suite("Changes of a catalogue")
struct ChangesTests {
  private let folder: TemporaryFolder
  private let catalogue: Catalogue

  init() throws {
    folder = try TemporaryFolder()
    catalogue = try Catalogue(path: folder.file("catalogue.sqlite"), creating: true)
  }

  private func list(_ topics: Opportunity...) -> [FeedRecord] {
    topics.map {
      makeRecord($0, reference: "\($0.identifier)-ref", hash: "\($0.identifier) \($0.titles) \($0.deadlines)")
    }
  }

  private func changes(since day: String? = nil, knownOn known: String? = nil) throws -> [String] {
    try catalogue.changes(since: day.flatMap { Day($0) }, knownOn: known.flatMap { Day($0) }).map(\.change)
      .map { change in
        "\(change.readOn) \(change.kind) \(change.opportunity)"
          + change.fields.map { " \($0.field) \($0.severity)" }.joined()
      }
  }

  @Test("new, changed, missing, returned and withdrawn are told by severity, day and identifier")
  func kinds() throws {
    let old = makeTopic("B", deadline: "2026-09-01")
    try catalogue.takeAll(list(makeTopic("A"), old, makeTopic("C"), makeTopic("D")), on: "2026-03-01")
    let new = makeTopic("B", deadline: "2026-08-01")
    try catalogue.takeAll(list(new, makeTopic("C", title: "Renamed"), makeTopic("D")), on: "2026-03-02")
    try catalogue.takeAll(list(new, makeTopic("C", title: "Renamed"), makeTopic("D")), on: "2026-03-03")
    try catalogue.takeAll(list(new, makeTopic("C", title: "Renamed"), makeTopic("E")), on: "2026-03-04")
    try catalogue.takeAll(
      list(new, makeTopic("C", title: "Renamed"), makeTopic("D"), makeTopic("E")), on: "2026-03-05")
    #expect(
      try changes(since: "2026-03-02") == [
        "2026-03-02 changed B deadline red", "2026-03-04 withdrawn A",
        "2026-03-02 missing A", "2026-03-04 missing D", "2026-03-05 returned D",
        "2026-03-02 changed C title grey", "2026-03-04 created E",
      ])
    #expect(try changes(since: "2026-03-05") == ["2026-03-05 returned D"])
    #expect(try changes(since: "2026-03-04", knownOn: "2026-03-04").count == 3)
    #expect(try changes().count == 11)
  }

  @Test("a renamed record is one record with another identifier")
  func renamed() throws {
    try catalogue.takeAll([makeRecord(makeTopic("OLD-NAME"), reference: "7en", hash: "a")], on: "2026-03-01")
    let counts = try catalogue.takeAll(
      [makeRecord(makeTopic("NEW-NAME"), reference: "7en", hash: "b")], on: "2026-03-02")
    #expect(counts.created == 0)
    #expect(counts.changed == 1)
    #expect(try changes(since: "2026-03-02") == ["2026-03-02 changed NEW-NAME identifier amber"])
  }

  @Test("of all records only those are brought back for their names that share one")
  func namesakes() throws {
    try catalogue.takeAll(
      [
        makeRecord(makeTopic("CASCADE"), reference: "1en", hash: "a"),
        makeRecord(makeTopic("CASCADE"), reference: "2en", hash: "b"),
        makeRecord(makeTopic("ALONE"), reference: "3en", hash: "c"),
      ], on: "2026-03-01")
    #expect(try catalogue.namesakes().map(\.opportunity.identifier) == ["CASCADE", "CASCADE"])
    #expect(Set(try catalogue.changes { $0.change.opportunity }) == ["CASCADE", "ALONE"])
  }

  @Test("a version that says the same in other words is kept and is no change")
  func sameInOtherForm() throws {
    var topic = makeTopic("A", deadline: "2026-09-01")
    try catalogue.take([makeRecord(topic, hash: "a")], on: "2026-03-01")
    topic.deadlines[0].time = "17:00"
    let counts = try catalogue.take([makeRecord(topic, hash: "b")], on: "2026-03-02")
    #expect(counts.changed == 0)
    #expect(counts.unchanged == 1)
    #expect(try catalogue.versions(of: "sedia-search|A").count == 2)
    #expect(try changes(since: "2026-03-02").isEmpty)
  }

  @Test("a newer program that understands the same bytes better changes no record")
  func betterReader() throws {
    let poor = makeTopic("A")
    let rich = makeTopic("A", deadline: "2026-09-01")
    try catalogue.take([makeRecord(poor, hash: "a")], on: "2026-03-01") { $0.program = "1" }
    let same = try catalogue.take([makeRecord(rich, hash: "a")], on: "2026-03-02") { $0.program = "1" }
    #expect(same.unchanged == 1)
    #expect(try catalogue.opportunities().first?.opportunity.deadlines.isEmpty == true)
    let newer = try catalogue.take([makeRecord(rich, hash: "a")], on: "2026-03-03") { $0.program = "2" }
    #expect(newer.unchanged == 1)
    #expect(try catalogue.opportunities().first?.opportunity.deadlines.count == 1)
    #expect(try catalogue.versions(of: "sedia-search|A").count == 1)
    #expect(try changes(since: "2026-03-02").isEmpty)
  }

  @Test("what its source says is withdrawn is a withdrawal with its field")
  func statedWithdrawal() throws {
    var topic = makeTopic("A", deadline: "2026-09-01")
    topic.statedStatus = .open
    try catalogue.take([makeRecord(topic, hash: "a")], on: "2026-03-01")
    topic.statedStatus = .withdrawn
    try catalogue.take([makeRecord(topic, hash: "b")], on: "2026-03-02")
    #expect(try changes(since: "2026-03-02") == ["2026-03-02 withdrawn A status red"])
  }

  @Test("a reading of the past puts changes where they belong")
  func replay() throws {
    try catalogue.take([makeRecord(makeTopic("A", title: "April"), hash: "b")], on: "2026-04-14")
    try catalogue.take([makeRecord(makeTopic("A", title: "March"), hash: "a")], on: "2026-03-14")
    #expect(try changes() == ["2026-03-14 created A", "2026-04-14 changed A title grey"])
  }
}
