import ParapetFeeds
import ParapetModel
import ParapetSearching
import Testing

@testable import ParapetMatching

@Suite("Whether a call is on the safety of people and places at all")
struct FieldShareTests {
  private static let ships = String(
    repeating:
      "Crews of cargo vessels need skills for cleaner engines, and yards share what they learn about hulls. ",
    count: 8)

  @Test("training is not enough: a call that says at length that it is on ships is none for wardens")
  func otherField() {
    #expect(!Self.isOfField("Training of crews", Self.ships, for: "Training of wardens for a police patrol"))
  }

  @Test("a call with the field in its title, or often in its text, is on it")
  func field() {
    #expect(
      Self.isOfField("Training of police", Self.ships + "Police and police.", for: "Training of wardens"))
    #expect(
      Self.isOfField(
        "Training of crews", Self.ships + String(repeating: "police crisis ", count: 6),
        for: "Training of wardens"))
  }

  @Test("one word that other fields share, in passing, is not")
  func sharedWord() {
    #expect(!Self.isOfField("Crisis of hulls", Self.ships, for: "Training of a police patrol"))
  }

  @Test("a call of which we have the title alone may be on anything")
  func titleAlone() {
    #expect(Self.isOfField("Training of crews", "", for: "Training of wardens"))
  }

  @Test("for what is done in this field alone, a title without a word of it is not enough")
  func measureOfTheField() {
    #expect(!Self.isOfField("Training of crews", "", for: "Our plan", measure: "barriers"))
    #expect(Self.isOfField("Police and crews", "", for: "Our plan", measure: "barriers"))
    #expect(Self.isOfField("Training of crews", "", for: "Our plan", measure: "training"))
  }

  @Test("the words in which every call is written are none of the field")
  func boilerplate() throws {
    let calls = """
      The action supports project officers and supporters in the preparation and exploitation of results; it deals with
      the integrity and bias of data, the regeneration of forests, tissue therapy, energy security, food safety and the
      readiness of technology. Recruiters, planters and temples of learning relieve the disorder of radical innovation.
      """
    var call = Opportunity.made(.topic, "T", title: "Technology readiness and energy security")
    call.descriptions = [LocalizedText(String(repeating: calls + " ", count: 4), language: "en")]
    let item = Item.made("t", ["barriers"], title: "Bollards")
    let search = WordSearch(offers: [InstrumentBook.offer(call)], lexicon: try ShippedData.lexicon.get())
    #expect(!search.evidence(for: [item])[0][0].isOfField)
  }

  @Test("an item that does not say so, or is itself on something else at length, is not held to the field")
  func otherItem() {
    #expect(Self.isOfField("Training of crews", Self.ships, for: "Training"))
    #expect(
      Self.isOfField(
        "Training of crews", Self.ships, for: "Training of crews", about: Self.ships + "A crisis."))
    #expect(Self.isOfField("Training of crews", Self.ships, for: "Training", about: Self.ships))
  }

  @Test(
    "of what the portal has, calls on ships, farms and medicine are none for wardens, calls on security are",
    .enabled(if: ShippedData.hasPortal))
  func portal() throws {
    var topics: [Opportunity] = []
    try FeedSource.read(ShippedData.portal) { event in
      if case .record(let record) = event, record.opportunity.level == .topic {
        topics.append(record.opportunity)
      }
    }
    let item = Item.made(
      "t", ["training"], title: "Training of municipal wardens", text: "To spot threats at crowded places.")
    let search = WordSearch(
      offers: topics.map { InstrumentBook.offer($0) }, lexicon: try ShippedData.lexicon.get())
    let within = Set(
      zip(topics, search.evidence(for: [item])[0]).filter { $1.isOfField }.map { $0.0.identifier })
    for name in ["FCT-02", "DRS-01", "DRS-04", "SSRI-02", "INFRA-01"] {
      #expect(within.contains("HORIZON-CL3-2026-01-" + name))
    }
    #expect(within.isSuperset(of: ["UCPM-2026-KAPP-EX", "ISF-2026-TF2-AG-CEEP", "JUST-2026-JCOO"]))
    for name in [
      "CL5-2027-07-D3-26", "CL6-2027-02-FARM2FORK-09", "CL6-2027-01-BIODIV-05", "MSCA-2027-CITIZENS-01-01",
    ] {
      #expect(topics.contains { $0.identifier == "HORIZON-" + name } && !within.contains("HORIZON-" + name))
    }
  }

  private static func isOfField(
    _ title: String, _ text: String, for item: String, about: String = "", measure: String = "training"
  ) -> Bool {
    var call = Opportunity.made(.topic, "T", title: title)
    call.descriptions = [LocalizedText(text, language: "en")]
    var glossary = Glossary()
    glossary.concepts = [
      Glossary.Concept(id: "police", kind: .group, field: .own),
      Glossary.Concept(id: "crisis", kind: .threat, field: .shared),
      Glossary.Concept(id: "training", kind: .measure),
      Glossary.Concept(id: "barriers", kind: .measure, field: .own),
    ]
    var wording = Glossary.Wording(language: "en")
    wording.functionWords = ["of", "for", "a", "and", "what", "they", "about"]
    wording.terms = ["police": ["police"], "crisis": ["crisis"], "training": ["training"]]
    glossary.languages = [wording]
    let asked = Item.made("t", [measure], title: item, text: about)
    var vocabulary = Vocabulary(language: .english)
    vocabulary.terms = ["barriers": ["bollard"], "training": ["course"]]
    let search = WordSearch(
      offers: [InstrumentBook.offer(call)], lexicon: Lexicon(glossary, vocabularies: [vocabulary]))
    return search.evidence(for: [asked])[0][0].isOfField
  }
}
