import ParapetModel
import Testing

@testable import ParapetSearching

@Suite("The language of a city's texts")
struct LanguageTests {
  private static func lexicon() -> Lexicon {
    var glossary = Glossary()
    for (language, words) in [
      ("en", ["the", "of", "and", "on"]), ("fr", ["le", "la", "des", "sur", "et"]),
      ("es", ["la", "de", "y", "los"]),
    ] {
      var wording = Glossary.Wording(language: language)
      wording.functionWords = words
      glossary.languages.append(wording)
    }
    return Lexicon(glossary)
  }

  @Test("is told by the words that texts share with one language and no other")
  func told() {
    let lexicon = Self.lexicon()
    #expect(lexicon.languageTag(of: ["Lamps on the quay", "Guards of the square and the park"]) == "en")
    #expect(lexicon.languageTag(of: ["Éclairage des quais", "Garde sur la place", "et le parc"]) == "fr")
  }

  @Test("is not told by few words, nor where two languages have as many")
  func untold() {
    let lexicon = Self.lexicon()
    #expect(lexicon.languageTag(of: ["Lamps on the quay"]) == nil)
    #expect(lexicon.languageTag(of: ["la la la la la la"]) == nil)
    #expect(lexicon.languageTag(of: []) == nil)
  }
}
