import ParapetModel
import Testing

@testable import ParapetSearching

@Suite("The language of a city's texts")
struct LanguageTests {
  private static let words = FunctionWords(
    of: [
      ("en", ["the", "of", "and", "on"]), ("fr", ["le", "la", "des", "sur", "et"]),
      ("es", ["la", "de", "y", "los"]),
    ].map { language, words in
      var wording = Glossary.Wording(language: language)
      wording.functionWords = words
      return wording
    })

  @Test("is told by the words that texts share with one language and no other")
  func told() {
    #expect(Self.words.languageTag(of: ["Lamps on the quay", "Guards of the square and the park"]) == "en")
    #expect(Self.words.languageTag(of: ["Éclairage des quais", "Garde sur la place", "et le parc"]) == "fr")
  }

  @Test("is not told by few words, nor where two languages have as many")
  func untold() {
    #expect(Self.words.languageTag(of: ["Lamps on the quay"]) == nil)
    #expect(Self.words.languageTag(of: ["la la la la la la"]) == nil)
    #expect(Self.words.languageTag(of: []) == nil)
  }
}
