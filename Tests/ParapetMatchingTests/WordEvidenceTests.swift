@testable import ParapetSearching
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Words of an item in an opportunity")
struct WordEvidenceTests {
  @Test("a French item finds an English call through the glossary of its measure")
  func glossaryAcrossLanguages() {
    let item = Item.made("b", ["barriers"], title: "Pose de bornes")
    let call = offer("Hostile vehicle mitigation in the open", about: "")
    #expect(evidence(item, [call], [.english, .french]).hits.map(\.text) == ["Hostile vehicle mitigation"])
    #expect(evidence(item, [call], []).hits.isEmpty)
  }

  @Test("a phrase of the glossary counts only where all its words stand together")
  func phrases() {
    let item = Item.made("b", ["barriers"], title: "x")
    #expect(evidence(item, [offer("Vehicle tax and hostile mitigation", about: "")], [.english]).hits.isEmpty)
  }

  @Test("a quoted word stands in the field that is named, letter by letter as the source spells it")
  func quotes() {
    let item = Item.made("d", ["counter-drone"], title: "Détection de drones malveillants", text: "caméras")
    let call = offer("DRONES above cities", about: "Caméras, cameras and drone detection for events.")
    let words = evidence(item, [call], [.english, .french])
    #expect(!words.hits.isEmpty)
    for hit in words.hits {
      let field = hit.field == .title ? call.opportunity.titles : call.opportunity.descriptions
      #expect(field.contains { $0.text.contains(hit.text) }, "\(hit)")
    }
    #expect(words.hits.first == WordEvidence.Hit(text: "DRONES", field: .title))
  }

  @Test("a word counts in the weightiest field in which it stands, once")
  func weightiestField() {
    let item = Item.made("t", [], title: "Evacuation")
    let words = evidence(item, [offer("Evacuation", about: "Evacuation, evacuation, evacuation.")], [])
    #expect(words.hits == [WordEvidence.Hit(text: "Evacuation", field: .title)])
  }

  @Test("words that every call uses are not searched for")
  func stopWords() {
    let item = Item.made(
      "t", [], title: "Projet européen pour les villes", text: "the new project of the city")
    let call = offer("New project call for the city", about: "New projects of cities")
    var glossary = Glossary()
    for (language, function, common) in [
      ("en", "the of for", "new project projects call city cities"),
      ("fr", "pour les", "projet européen ville"),
    ] {
      var wording = Glossary.Wording(language: language)
      wording.functionWords = function.split(separator: " ").map(String.init)
      wording.commonWords = common.split(separator: " ").map(String.init)
      glossary.languages.append(wording)
    }
    let found = WordSearch(offers: [call], lexicon: Lexicon(glossary)).evidence(for: [item])
    #expect(found == [[.none]])
  }

  @Test("a word that few use weighs more than one that many use")
  func rarity() {
    let item = Item.made("a", [], title: "Security evacuation")
    var offers = (0..<7).map { offer("Security \($0)", about: "") }
    offers.append(offer("Evacuation 7", about: ""))
    var glossary = Glossary()
    var letters = Array("security".utf8)
    Stem.reduce(&letters)
    var frequencies = WordFrequencies(documents: 8, language: "en")
    frequencies.words = [WordFrequencies.Group(count: 7, words: String(decoding: letters, as: UTF8.self))]
    glossary.frequencies = frequencies
    let relevance = WordSearch(offers: offers, lexicon: Lexicon(glossary)).relevance(of: item)
    #expect(relevance[7] > relevance[0])
  }

  @Test("points never pass eighty, however much is in common")
  func ceiling() {
    let text = "evacuation barrier drone camera lighting square market radicalisation victim exercise"
    let item = Item.made("a", [], title: text, text: text)
    var offers = (0..<100).map { offer("Fishery \($0)", about: "") }
    offers.append(offer(text, about: text))
    var glossary = Glossary()
    func points() -> Int {
      WordSearch(offers: offers, lexicon: Lexicon(glossary)).evidence(for: [item])[0][100].points
    }
    #expect((1..<80).contains(points()))
    glossary.weights[.points] *= 9
    #expect(points() == 80)
  }

  @Test("what is quoted of an item does not depend on the items beside it or on their order")
  func itemsDoNotMeet() {
    let square = Item.made("square", [], title: "alpha bravo charlie delta echo foxtrot golf")
    let other = Item.made("other", [], title: "golf foxtrot echo delta charlie bravo alpha")
    let offers = [offer("golf alpha delta bravo foxtrot charlie echo", about: "")]
    let search = WordSearch(offers: offers, lexicon: Lexicon())
    let alone = search.evidence(for: [square])[0]
    #expect(search.evidence(for: [other, square])[1] == alone)
    #expect(search.evidence(for: [square, other])[0] == alone)
  }

  @Test("a call's own instrument and its parent call are searched too")
  func otherFields() {
    var call = Opportunity.made(.topic, "T", title: "Topic", partOf: "I")
    call.partOf.append(
      PartOf(level: .call, ref: "C", titles: [LocalizedText("Evacuation", language: "en")]))
    call.keywords = [LocalizedText("crowds", language: "en")]
    let instrument = Opportunity.made(.instrument, "I", title: "Radicalisation fund")
    let offer = InstrumentBook(instruments: [instrument], calls: []).offer(call)
    let item = Item.made("a", [], title: "evacuation crowd radicalisation")
    let hits = evidence(item, [offer], []).hits
    #expect(Set(hits.map(\.field)) == [.call, .keywords, .instrument])
  }

  @Test("an item without words and a search without offers find nothing")
  func empty() {
    #expect(evidence(.made("a", [], title: ""), [offer("Security", about: "")], []) == .none)
    #expect(WordSearch(offers: [], lexicon: Lexicon()).evidence(for: [.made()]) == [[]])
  }

  @Test("one word of the item's own text tells nothing, two do, and so does a term of the glossary")
  func telling() {
    let item = Item.made("q", ["counter-drone"], title: "Capteurs et signaux")
    #expect(!evidence(item, [offer("Capteurs", about: "")], []).isTelling)
    #expect(evidence(item, [offer("Capteurs", about: "signaux")], []).isTelling)
    #expect(evidence(item, [offer("Drone detection", about: "")], [.english]).isTelling)
  }

  private func offer(_ title: String, about text: String) -> Offer {
    var call = Opportunity.made(.call, title, title: title)
    call.descriptions = [LocalizedText(text, language: "en")]
    return InstrumentBook.offer(call)
  }

  private func evidence(_ item: Item, _ offers: [Offer], _ vocabularies: [Vocabulary]) -> WordEvidence {
    WordSearch(offers: offers, lexicon: Lexicon(vocabularies: vocabularies)).evidence(for: [item]).first?
      .first ?? .none
  }
}

extension Vocabulary {
  /// A few English words for measures.
  static var english: Vocabulary {
    var words = Vocabulary(language: .english)
    words.terms = [
      "barriers": ["hostile vehicle mitigation", "bollard"], "counter-drone": ["drone detection"],
    ]
    return words
  }

  /// A few French words for measures.
  static var french: Vocabulary {
    var words = Vocabulary(language: .french)
    words.terms = ["barriers": ["borne escamotable"], "counter-drone": ["drone malveillant"]]
    return words
  }
}
