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
    #expect(!Self.isOfField("Training of crews", Self.ships, for: "Training"))
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
    #expect(!Self.isOfField("Crisis of hulls", Self.ships, for: "Training of wardens"))
  }

  @Test("a call of which we have the title alone may be on anything")
  func titleAlone() {
    #expect(Self.isOfField("Training of crews", "", for: "Training of wardens"))
  }

  @Test("an item that is itself on something else is not held to the field")
  func otherItem() {
    #expect(Self.isOfField("Training of crews", Self.ships, for: "Training", about: Self.ships))
  }

  private static func isOfField(
    _ title: String, _ text: String, for item: String, about: String = ""
  ) -> Bool {
    var call = Opportunity.made(.topic, "T", title: title)
    call.descriptions = [LocalizedText(text, language: "en")]
    var glossary = Glossary()
    glossary.concepts = [
      Glossary.Concept(id: "police", kind: .group, field: .own),
      Glossary.Concept(id: "crisis", kind: .threat, field: .shared),
      Glossary.Concept(id: "training", kind: .measure),
    ]
    var wording = Glossary.Wording(language: "en")
    wording.functionWords = ["of", "for", "a", "and", "what", "they", "about"]
    wording.terms = ["police": ["police"], "crisis": ["crisis"], "training": ["training"]]
    glossary.languages = [wording]
    let asked = Item.made("t", ["training"], title: item, text: about)
    let search = WordSearch(offers: [InstrumentBook.offer(call)], lexicon: Lexicon(glossary))
    return search.evidence(for: [asked])[0][0].isOfField
  }
}
