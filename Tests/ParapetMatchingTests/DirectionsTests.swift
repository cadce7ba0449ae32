@testable import ParapetSearching
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Which words calls use together")
struct DirectionsTests {
  /// Two subjects: hydrogen goes with electrolysis, ivy with gardens; each word stands in several calls.
  private static let offers: [Offer] = (0..<8).flatMap { number in
    [
      offer("Hydrogen electrolysis \(number)", about: "hydrogen electrolysis valley"),
      offer("Hydrogen valley \(number)", about: "valley"),
      offer("Garden hedgerow \(number)", about: "garden hedgerow park"),
      offer("Garden park \(number)", about: "park"),
    ]
  }

  private static let directions: TermDirections = {
    var directions = TermDirections(language: "en", size: 2)
    for (words, components) in [
      (["electrolysi", "electrolysis", "hydrogen", "valley"], [31, 1]),
      (["garden", "hedgerow", "park"], [-1, 31]),
    ] as [([String], [Int8])] {
      for word in words {
        directions.words.append(TermDirections.Direction(term: word, step: 30_000, components: components))
      }
    }
    return directions
  }()

  private static func search(_ offers: [Offer], with directions: TermDirections?) -> WordSearch {
    var glossary = Glossary()
    glossary.languages = [Glossary.Wording(language: "en")]
    glossary.directions = directions
    return WordSearch(offers: offers, lexicon: Lexicon(glossary))
  }

  @Test("a word draws calls that use what it is used with, of those that have a word in common")
  func drawing() {
    let calls = [
      Self.offer("Renewal of the hedgerow", about: "garden"),
      Self.offer("Renewal of the valley", about: "hydrogen"),
    ]
    let item = Item.made("h", [], title: "Renewal for electrolysis")
    let plain = Self.search(calls, with: nil).relevance(of: item)
    #expect(plain[0] == plain[1])
    let drawn = Self.search(calls, with: Self.directions).relevance(of: item)
    #expect(drawn[1] > drawn[0])
    #expect(drawn[0] >= plain[0])
  }

  @Test("nothing is found by its direction alone")
  func alone() {
    let found = Self.search([Self.offer("Hydrogen valley", about: "")], with: Self.directions)
      .relevance(of: Item.made("e", [], title: "Electrolysis"))
    #expect(found == [0])
  }

  @Test("a pair is as near alone as among others")
  func independence() {
    let item = Item.made("h", [], title: "Hydrogen in the park", text: "A valley of electrolysis.")
    let all = Self.search(Self.offers, with: Self.directions).relevance(of: item)
    for (place, offer) in Self.offers.enumerated() {
      #expect(Self.search([offer], with: Self.directions).relevance(of: item) == [all[place]])
    }
  }

  private static func offer(_ title: String, about text: String) -> Offer {
    var call = Opportunity.made(.call, title, title: title)
    call.descriptions = [LocalizedText(text, language: "en")]
    return InstrumentBook.offer(call)
  }
}
