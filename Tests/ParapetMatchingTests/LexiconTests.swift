@testable import ParapetSearching
import SeededDraws
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Glossary and relevance")
struct LexiconTests {
  @Test(
    "what English and French took from one word meets in one stem",
    arguments: [
      ("resilience", "résilience"), ("security", "sécurité"), ("prevention", "préventions"),
      ("radicalisation", "radicalization"), ("public", "publiques"), ("vulnerability", "vulnérabilités"),
      ("cities", "city"), ("municipal", "municipaux"), ("planning", "plan"), ("exercises", "exercise"),
      ("protected", "protecting"), ("transformation", "transform"),
    ])
  func cognates(left: String, right: String) {
    #expect(numbers(left) == numbers(right))
  }

  @Test(
    "short words, words with digits and words of other scripts keep their endings",
    arguments: [
      ("bus", "bu"), ("nation", "n"), ("g20s", "g20"), ("sing", "s"), ("ασφάλειας", "ασφάλεια"),
    ])
  func kept(left: String, right: String) {
    #expect(numbers(left) != numbers(right))
  }

  @Test("of two terms that begin at a word the longer one is taken, and its words are not taken again")
  func longest() {
    let lexicon = Lexicon(.urban)
    #expect(found(in: "Protection of places of worship", "en", lexicon) == ["worship"])
    #expect(found(in: "a place to meet", "en", lexicon) == ["place"])
    #expect(found(in: "places, of course, and worship", "en", lexicon) == ["place"])
  }

  @Test("a term counts only in its own language")
  func language() {
    let lexicon = Lexicon(.urban)
    #expect(found(in: "formation des agents", "fr", lexicon) == ["training"])
    #expect(found(in: "rock formation", "en", lexicon) == [])
  }

  @Test(
    "an untagged text is of the language whose function words it uses; in doubt, of the first",
    arguments: [
      ("La formation des agents de la ville", "fr"), ("The training of officers", "en"), ("Drones", "en"),
      ("", "en"),
    ])
  func guessed(text: String, tag: String) {
    let lexicon = Lexicon(.urban)
    #expect(lexicon.language(of: text) == lexicon.language(of: "", tag: tag))
  }

  @Test("a French item finds an English topic through a concept, and the words are the topic's own")
  func acrossLanguages() throws {
    let item = Item.made("a", [], title: "Formation des agents", text: "Protéger les lieux de culte.")
    let words = try evidence(item, ["Training on places of worship", "Fishery"])
    #expect(words[0].hits.map(\.text) == ["Training", "places of worship"])
    #expect(words[0].isTelling)
    #expect(words[1] == .none)
  }

  @Test("a wider concept counts less than the item's own, and is no word in common by itself")
  func wider() throws {
    let item = Item.made("a", [], title: "Bollards")
    let words = try evidence(item, ["New bollards", "Better places", "Fishery"])
    #expect(words[0].points > words[1].points)
    #expect(words[1].points > 0)
    #expect(!words[1].isTelling)
    #expect(words[2] == .none)
  }

  @Test("two words that follow one another count more than the same words apart")
  func pairs() throws {
    let item = Item.made("a", [], title: "crowd panic")
    let relevance = WordSearch(
      offers: offers(["crowd panic detection", "panic detection crowd"]), lexicon: Lexicon(.urban)
    ).relevance(of: item)
    #expect(relevance[0] > relevance[1])
  }

  @Test("the same words in one sentence count more than spread over many")
  func passages() throws {
    let together = Item.made("a", [], title: "x", text: "Crowd, panic and smoke. Alpha. Bravo. Charlie.")
    let apart = Item.made("b", [], title: "x", text: "Crowd, alpha. Bravo panic. Charlie. Smoke.")
    let many = Item.made(
      "c", [], title: "x", text: "Crowd. Panic. Smoke. Alpha. Bravo. Charlie. Delta. Echo.")
    let search = WordSearch(offers: offers(["crowd panic smoke echo"]), lexicon: Lexicon(.urban))
    #expect(search.relevance(of: together)[0] >= search.relevance(of: apart)[0])
    #expect(search.relevance(of: apart)[0] > 0)
    #expect(search.relevance(of: many)[0] > 0)
  }

  @Test("what a pair's relevance is does not depend on the opportunities beside it, on a random sample")
  func neighbours() {
    var generator = SeededGenerator()
    let vocabulary = (0..<60).map { "word\($0)x training bollards places" }.joined(separator: " ")
      .split(separator: " ").map(String.init)
    func text() -> String {
      (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        vocabulary.randomElement(using: &generator) ?? ""
      }.joined(separator: " ")
    }
    for _ in 0..<300 {
      let titles = (0..<6).map { _ in text() }
      let item = Item.made("a", [], title: text(), text: text() + ". " + text())
      let together = WordSearch(offers: offers(titles), lexicon: Lexicon(.urban)).relevance(of: item)
      for (index, title) in titles.enumerated() {
        let alone = WordSearch(offers: offers([title]), lexicon: Lexicon(.urban)).relevance(of: item)
        #expect(together[index] == alone[0], "\(title), seed \(generator.seed)")
      }
    }
  }

  @Test("the counted frequencies of the data folder count every concept and measure of the glossary")
  func frequenciesAreComplete() throws {
    let glossary = try ShippedData.glossary.get()
    #expect(glossary.diagnostics == [])
    let counted = try #require(glossary.glossary.frequencies)
    let names = Set(counted.concepts.flatMap { $0.words.split(separator: " ").map(String.init) })
    // A concept that no call of seven years speaks of is no slip, but many would be.
    let unused = glossary.glossary.concepts.filter { $0.kind != .form && !names.contains($0.id) }.map(\.id)
    #expect(unused.count * 20 < glossary.glossary.concepts.count, "\(unused)")
    #expect(counted.documents > 3_000)
  }

  @Test("forms of work are no part of a search: what is read with them is read as without")
  func formsOfWork() throws {
    var glossary = try ShippedData.glossary.get().glossary
    let whole = Lexicon(glossary)
    #expect(glossary.concepts.contains { $0.kind == .form })
    glossary.concepts.removeAll { $0.kind == .form }
    #expect(Lexicon(glossary).fingerprint == whole.fingerprint)
  }

  @Test("each concept has words in each of the languages")
  func glossaryIsComplete() throws {
    let glossary = try ShippedData.glossary.get().glossary
    #expect(glossary.languages.map(\.language) == ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "ro"])
    for wording in glossary.languages {
      #expect(Set(wording.terms.keys) == Set(glossary.concepts.map(\.id)))
    }
  }

  private func numbers(_ text: String) -> [UInt64] {
    var numbers: [UInt64] = []
    Words.forEachWritten(in: text) { numbers.append($0.stem) }
    return numbers
  }

  private func found(in text: String, _ tag: String, _ lexicon: Lexicon) -> [String] {
    var reading = Reading()
    lexicon.read(text, in: lexicon.language(of: text, tag: tag), into: &reading)
    return reading.finds.map { lexicon.concepts[Int($0.concept)] }
  }

  private func offers(_ titles: [String]) -> [Offer] {
    titles.enumerated().map { InstrumentBook.offer(.made(.call, "\($0)", title: $1)) }
  }

  private func evidence(_ item: Item, _ titles: [String]) throws -> [WordEvidence] {
    try #require(
      WordSearch(offers: offers(titles), lexicon: Lexicon(.urban)).evidence(for: [item]).first)
  }
}

extension Glossary {
  /// Four concepts in two languages.
  static var urban: Glossary {
    var glossary = Glossary()
    glossary.concepts = [
      Concept(id: "place", kind: .site), Concept(id: "worship", kind: .site, broader: ["place"]),
      Concept(id: "training", kind: .measure), Concept(id: "barriers", kind: .measure, broader: ["place"]),
    ]
    var english = Wording(language: "en")
    english.functionWords = ["the", "of", "on", "and", "a", "to"]
    english.terms = [
      "place": ["place"], "worship": ["places of worship"], "training": ["training"],
      "barriers": ["bollard"],
    ]
    var french = Wording(language: "fr")
    french.functionWords = ["la", "les", "de", "des", "le"]
    french.terms = [
      "place": ["place"], "worship": ["lieux de culte"], "training": ["formation"], "barriers": ["borne"],
    ]
    glossary.languages = [english, french]
    return glossary
  }
}
