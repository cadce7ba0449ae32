import ParapetModel
import Testing

@testable import ParapetSearching

@Suite("An item as an index is asked about it")
struct SubjectQueryTests {
  @Test(
    "sentences end at lines, and at full stops and their like before a space",
    arguments: [
      ("", [""]), ("One. Two", ["One.", " Two"]), ("Art. 5.2 holds", ["Art.", " 5.2 holds"]),
      ("Wie?\nSo!\tGenau", ["Wie?", "\nSo!", "\tGenau"]), ("été : fête; fin.", ["été :", " fête;", " fin."]),
      ("one\r\ntwo", ["one\r", "\ntwo"]), ("no end", ["no end"]),
    ])
  func sentences(_ text: String, _ parts: [String]) {
    // By bytes: a carriage return and the line feed after it are one character.
    #expect(SubjectQuery.sentences(of: text).map { Array($0.utf8) } == parts.map { Array($0.utf8) })
  }

  @Test("a memory that met other items asks as a new one does")
  func memory() {
    var glossary = Glossary()
    for (language, words) in [("en", ["the", "of"]), ("fr", ["la", "des"])] {
      var wording = Glossary.Wording(language: language)
      wording.functionWords = words
      glossary.languages.append(wording)
    }
    let documents = ["The protection of squares", "La protection des places", "Cameras of the square"].map {
      title in
      var opportunity = Opportunity(level: .topic, identifier: title, origin: .feed("canonical"))
      opportunity.titles = [LocalizedText(title, language: title.hasPrefix("La") ? "fr" : "en")]
      return SearchedTexts(opportunity, below: nil)
    }
    let index = SubjectIndex(documents, lexicon: Lexicon(glossary)) { _ in nil }
    let items = [
      ("Protection of the squares", "Cameras. Squares and cameras of the square."),
      ("La protection des places", "Les places: la protection"), ("", ""),
      ("Cameras", "The protection of cameras"),
    ].map { title, text in
      var item = Item(id: title, title: title)
      item.text = text
      return item
    }
    var old = QueryMemory()
    for item in items + items.reversed() {
      var new = QueryMemory()
      let (known, fresh) = (SubjectQuery(item, in: index, by: &old), SubjectQuery(item, in: index, by: &new))
      #expect(known.terms.map(\.number) == fresh.terms.map(\.number))
      #expect(known.terms.map(\.weight) == fresh.terms.map(\.weight))
      #expect(known.sentences.map(\.words) == fresh.sentences.map(\.words))
      #expect(known.title == fresh.title)
    }
    let query = SubjectQuery(items[0], in: index, by: &old)
    #expect(query.sentences.allSatisfy { Set($0.words).count == $0.words.count })
    #expect(query.sentences.contains { !$0.words.isEmpty })
  }

  @Test("an item of more words than are counted is searched for by all of them")
  func manyWords() {
    var opportunity = Opportunity(level: .topic, identifier: "T", origin: .feed("canonical"))
    let words = (0..<70_000).map { "w\($0)x" }
    opportunity.titles = [LocalizedText("Last words w69999x", language: "en")]
    opportunity.descriptions = [LocalizedText(words.joined(separator: " "), language: "en")]
    let index = SubjectIndex([SearchedTexts(opportunity, below: nil)], lexicon: Lexicon()) { _ in nil }
    var item = Item(id: "a", title: "Many")
    item.text = words.joined(separator: " ")
    var memory = QueryMemory()
    let all = SubjectScores(SubjectQuery(item, in: index, by: &memory), in: index)
    item.text = words.dropLast().joined(separator: " ")
    let fewer = SubjectScores(SubjectQuery(item, in: index, by: &memory), in: index)
    #expect(all.relevance[0] > fewer.relevance[0])
    #expect(all.counts[0].ownTerms == SubjectScores.Counts.mostTerms)
  }
}
