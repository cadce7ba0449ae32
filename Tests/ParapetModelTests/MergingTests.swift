import ParapetModel
import Testing

@Suite("Records of one topic from several sources")
struct MergingTests {
  private func record(
    _ dialect: String, _ identifier: String = "ISF-2026-A", reference: String? = nil,
    _ adjust: (inout Opportunity) -> Void = { _ in }
  ) -> Opportunity {
    var record = Opportunity(level: .topic, identifier: identifier, origin: .feed(dialect))
    record.reference = reference
    adjust(&record)
    return record
  }

  private func days(_ days: String...) -> [Deadline] { days.compactMap { Day($0) }.map { Deadline(day: $0) } }

  private func euro(_ amount: Int64) -> Cited<Money> {
    Cited(
      Money(minorUnits: amount * 100, currency: .euro), Citation(grade: .call, source: "https://example.eu"))
  }

  @Test("the sources of a topic come in the order of their richness, whatever order they were read in")
  func order() {
    let dialects = [
      "list-rss", "portal-rss", "sedia-bulk", "canonical", "sedia-search", "sedia-topic", "other",
    ]
    let records = dialects.map { record($0) }
    let groups = Merging.groups(of: records)
    #expect(
      groups.map { $0.map { dialects[$0] } } == [
        ["canonical", "sedia-topic", "sedia-search", "sedia-bulk", "portal-rss", "list-rss", "other"]
      ])
  }

  @Test("identifiers are one in any case of letters; different ones are different topics, in their places")
  func identifiers() {
    let records = [
      record("sedia-search", "B"), record("portal-rss", "a"), record("sedia-search", "A"),
      record("list-rss", "b"),
    ]
    #expect(Merging.groups(of: records) == [[0, 3], [2, 1]])
  }

  @Test("a project that passes money on stays apart from the topic whose identifier it carries")
  func cascade() {
    let passing = record("sedia-search", reference: "13501COMPETITIVE_CALLen") {
      $0.partOf = [PartOf(level: .topic, ref: "ISF-2026-A")]
    }
    let records = [passing, record("sedia-search", reference: "1TOPICSen"), record("portal-rss"), passing]
    #expect(Merging.groups(of: records) == [[0], [1, 2], [3]])
  }

  @Test("two records that one source tells apart stay apart, and so does everybody else's")
  func ambiguous() {
    let records = [
      record("sedia-search", reference: "1en"), record("sedia-search", reference: "2en"),
      record("portal-rss"),
    ]
    #expect(Merging.groups(of: records) == [[0], [1], [2]])
  }

  @Test("a record without reference is that of the same identifier with one")
  func withoutReference() {
    let records = [record("sedia-search"), record("sedia-search", reference: "1en")]
    #expect(Merging.groups(of: records) == [[1, 0]])
  }

  @Test(
    "what the richer source states counts, what it leaves open comes from the next, and a difference is told")
  func fields() throws {
    let rich = record("sedia-topic", reference: "51000001") {
      $0.titles = [LocalizedText("Safe squares", language: "en")]
      $0.deadlines = days("2026-09-14")
      $0.funding.maximumGrant = euro(1_500_000)
      $0.notStated = ["openingDate", "minAwardAmount"]
    }
    let hit = record("sedia-search", reference: "51000001TOPICSen") {
      $0.titles = [LocalizedText("Safe squares and parks", language: "en")]
      $0.deadlines = days("2026-09-15")
      $0.openingDate = Day("2026-02-01")
      $0.statedStatus = .open
      $0.notStated = ["minAwardAmount"]
    }
    let news = record("portal-rss") {
      $0.deadlines = days("2026-09-16")
      $0.descriptions = [LocalizedText("News.", language: "en")]
      $0.statedStatus = .forthcoming
    }
    let merged = try #require(Merging.merged([rich, hit, news]))
    #expect(merged.origin == .feed("sedia-topic"))
    #expect(merged.reference == "51000001")
    #expect(merged.titles.first?.text == "Safe squares")
    #expect(merged.deadlines == days("2026-09-14"))
    #expect(merged.openingDate == Day("2026-02-01"))
    #expect(merged.statedStatus == .open)
    #expect(merged.descriptions.first?.text == "News.")
    #expect(merged.funding.maximumGrant == euro(1_500_000))
    #expect(merged.notStated.isEmpty)
    #expect(
      merged.disagreements.map { "\($0.field) \($0.value) \($0.otherValue)" } == [
        "deadline 2026-09-14 2026-09-15", "status open forthcoming", "deadline 2026-09-14 2026-09-16",
      ])
  }

  @Test("what one source alone states is no difference, nor is another wording")
  func noDifference() throws {
    let one = record("sedia-search") { $0.titles = [LocalizedText("One", language: "en")] }
    let other = record("portal-rss") {
      $0.titles = [LocalizedText("Other", language: "en")]
      $0.deadlines = days("2026-09-16")
    }
    #expect(try #require(Merging.merged([one, other])).disagreements.isEmpty)
  }

  @Test("a topic that one source still has is there")
  func presence() throws {
    func together(_ first: Presence, _ second: Presence) throws -> Presence {
      let records = [
        record("sedia-search") { $0.presence = first }, record("portal-rss") { $0.presence = second },
      ]
      return try #require(Merging.merged(records)).presence
    }
    let (early, late) = (Day("2026-03-01")!, Day("2026-03-02")!)
    #expect(try together(.missing(since: early), .present) == .present)
    #expect(try together(.missing(since: early), .missing(since: late)) == .missing(since: late))
    #expect(try together(.withdrawn(on: early), .missing(since: late)) == .missing(since: late))
    #expect(try together(.withdrawn(on: early), .withdrawn(on: late)) == .withdrawn(on: late))
  }

  @Test("a record alone is itself")
  func alone() {
    let one = record("sedia-search") { $0.deadlines = days("2026-09-16") }
    #expect(Merging.merged([one]) == one)
    #expect(Merging.merged([]) == nil)
  }
}
