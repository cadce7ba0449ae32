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

  private static let lexicon: Lexicon = {
    var glossary = Glossary()
    glossary.languages = [Glossary.Wording(language: "en")]
    glossary.frequencies = WordFrequencies(of: offers, lexicon: Lexicon(glossary))
    return Lexicon(glossary)
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
    let directions = TermDirections(of: Self.offers, lexicon: Self.lexicon, components: 2)
    let drawn = Self.search(calls, with: directions).relevance(of: item)
    #expect(drawn[1] > drawn[0])
    #expect(drawn[0] >= plain[0])
  }

  @Test("nothing is found by its direction alone")
  func alone() {
    let directions = TermDirections(of: Self.offers, lexicon: Self.lexicon, components: 2)
    let found = Self.search([Self.offer("Hydrogen valley", about: "")], with: directions)
      .relevance(of: Item.made("e", [], title: "Electrolysis"))
    #expect(found == [0])
  }

  @Test("a pair is as near alone as among others")
  func independence() {
    let directions = TermDirections(of: Self.offers, lexicon: Self.lexicon, components: 2)
    let item = Item.made("h", [], title: "Hydrogen in the park", text: "A valley of electrolysis.")
    let all = Self.search(Self.offers, with: directions).relevance(of: item)
    for (place, offer) in Self.offers.enumerated() {
      #expect(Self.search([offer], with: directions).relevance(of: item) == [all[place]])
    }
  }

  @Test("the same calls give the same directions, and words of few calls have none")
  func repeatable() {
    let once = TermDirections(of: Self.offers, lexicon: Self.lexicon, components: 2)
    #expect(once == TermDirections(of: Self.offers, lexicon: Self.lexicon, components: 2))
    #expect(once.words.map(\.term).contains("hydrogen"))
    #expect(!once.words.map(\.term).contains("7"))
    #expect(once.words.allSatisfy { $0.components.count == once.size })
  }

  @Test(
    "the leading directions are found: components of length one, at right angles, that keep what varies most")
  func leading() {
    // Two blocks of columns that never meet, the first in twice as many rows.
    let rows = (0..<12).map { row in
      (row % 3 < 2 ? [0, 1, 2] : [3, 4]).map { (column: $0, value: 1.0 + Double((row + $0) % 2)) }
    }
    let found = DirectionFinding(rows: rows, columns: 5, size: 2).directions()
    func product(_ left: Int, _ right: Int) -> Double {
      (0..<5).reduce(0) { $0 + found[$1 * 2 + left] * found[$1 * 2 + right] }
    }
    #expect(abs(product(0, 0) - 1) < 1e-9)
    #expect(abs(product(1, 1) - 1) < 1e-9)
    #expect(abs(product(0, 1)) < 1e-9)
    for column in 0..<5 {
      let (first, second) = (found[column * 2], found[column * 2 + 1])
      #expect(column < 3 ? abs(first) > 0.4 && abs(second) < 1e-6 : abs(first) < 1e-6 && abs(second) > 0.4)
    }
  }

  private static func offer(_ title: String, about text: String) -> Offer {
    var call = Opportunity.made(.call, title, title: title)
    call.descriptions = [LocalizedText(text, language: "en")]
    return InstrumentBook.offer(call)
  }
}
