@testable import ParapetSearching
import ParapetModel
import Testing

@testable import ParapetMatching
@testable import Training

@Suite("Which words calls use together, as it is counted")
struct DirectionTests {
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
    glossary.frequencies = SubjectIndexBuilder.frequencies(of: offers, lexicon: Lexicon(glossary))
    return Lexicon(glossary)
  }()

  @Test("the same calls give the same directions, and words of few calls have none")
  func repeatable() {
    let once = SubjectIndexBuilder.directions(of: Self.offers, lexicon: Self.lexicon, components: 2)
    #expect(once == SubjectIndexBuilder.directions(of: Self.offers, lexicon: Self.lexicon, components: 2))
    #expect(once.words.map(\.term).contains("hydrogen"))
    #expect(!once.words.map(\.term).contains("7"))
    #expect(once.words.allSatisfy { $0.components.count == once.size })
  }

  @Test("a word is counted once for each call, and those of one call alone are left out")
  func counts() {
    let counted = SubjectIndexBuilder.frequencies(of: Self.offers, lexicon: Lexicon())
    #expect(counted.documents == 32)
    #expect(counted.words.first { $0.words.contains("hydrogen") }?.count == 16)
    #expect(!counted.words.contains { $0.count < 2 })
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
    var call = Opportunity(level: .call, identifier: title, origin: .feed("test"))
    call.titles = [LocalizedText(title, language: "en")]
    call.descriptions = [LocalizedText(text, language: "en")]
    return InstrumentBook(instruments: [], calls: []).offer(call)
  }
}
