import ParapetModel
import Testing

@Suite("A record of a feed")
struct FeedRecordTests {
  @Test("two records of one identifier with references of their own are two records")
  func cascadeCalls() {
    #expect(record("TOPIC-1", reference: "11111").key != record("TOPIC-1", reference: "22222").key)
  }

  @Test("a renamed topic with the same reference is the same record")
  func renamed() {
    #expect(record("OLD-NAME", reference: "11111").key == record("NEW-NAME", reference: "11111").key)
  }

  @Test("without a reference the identifier is the key")
  func withoutReference() {
    #expect(record("TOPIC-1", reference: nil).key != record("TOPIC-2", reference: nil).key)
  }

  @Test("the same reference of two dialects is two records")
  func dialects() {
    let page = record("TOPIC-1", reference: "11111", dialect: "sedia-search")
    let bulk = record("TOPIC-1", reference: "11111", dialect: "portal-rss")
    #expect(page.key != bulk.key)
  }

  @Test("of two doubles the richer wins, then the later indexed, then the longer")
  func richness() {
    typealias Richness = FeedRecord.Richness
    let poorAndLate = Richness(fields: 3, indexed: "2026-03-14", bytes: 900)
    let richAndEarly = Richness(fields: 9, indexed: "2020-01-01", bytes: 10)
    let richAndLate = Richness(fields: 9, indexed: "2026-03-14", bytes: 10)
    let richLateAndLong = Richness(fields: 9, indexed: "2026-03-14", bytes: 11)
    #expect(
      [richLateAndLong, poorAndLate, richAndLate, richAndEarly].sorted()
        == [poorAndLate, richAndEarly, richAndLate, richLateAndLong])
  }

  @Test("a text is found in the language asked for, else in English, else in any")
  func languages() {
    let all = [LocalizedText("uno", language: "it"), LocalizedText("one", language: "en")]
    #expect((all + [LocalizedText("un", language: "fr")]).text(in: .french) == "un")
    #expect(all.text(in: .french) == "one")
    #expect([LocalizedText("uno", language: "it")].text(in: .french) == "uno")
    #expect([LocalizedText]().text(in: .english) == nil)
  }

  @Test("the leaves of a tree keep the order of the file, and replacing each keeps the tree's shape")
  func leaves() {
    func leaf(_ id: String) -> Requirement {
      .criterion(
        Criterion(id: id, kind: "territory", citation: Citation(grade: .law, source: "CELEX:1 Art. 1")))
    }
    let tree = Requirement.all([leaf("a"), .any([leaf("b"), .not(leaf("c"))]), leaf("d")])
    #expect(tree.criteria.map(\.id) == ["a", "b", "c", "d"])
    let renamed = tree.mapCriteria { criterion in
      var copy = criterion
      copy.id += "'"
      return copy
    }
    #expect(renamed == .all([leaf("a'"), .any([leaf("b'"), .not(leaf("c'"))]), leaf("d'")]))
  }

  private func record(_ identifier: String, reference: String?, dialect: String = "sedia-search")
    -> FeedRecord
  {
    var opportunity = Opportunity(level: .topic, identifier: identifier, origin: .feed(dialect))
    opportunity.reference = reference
    return FeedRecord(
      opportunity: opportunity, dialect: dialect, hash: "", richness: FeedRecord.Richness(fields: 0),
      place: Diagnostic.Place(file: "feed.json"))
  }
}
