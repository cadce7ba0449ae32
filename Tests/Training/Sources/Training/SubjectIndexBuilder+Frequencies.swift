@testable import ParapetSearching
import ParapetModel

@testable import ParapetMatching

extension SubjectIndexBuilder {
  /// In how many opportunities each stem and each concept stands, and how long the fields are: what the file of
  /// frequencies holds.
  static func frequencies(of offers: [Offer], lexicon: Lexicon) -> WordFrequencies {
    var builder = SubjectIndexBuilder(lexicon: lexicon)
    for offer in offers { builder.add(SearchedTexts(offer.opportunity, below: offer.instruments.first)) }
    let spelling = spelling(of: offers)
    var result = WordFrequencies(documents: offers.count, language: "en")
    var words: [Int: [String]] = [:]
    var concepts: [Int: [String]] = [:]
    for term in builder.terms {
      switch term.kind {
      case .word:
        if term.language == 0, term.documents > 1, let stem = spelling[term.first] {
          words[Int(term.documents), default: []].append(stem)
        }
      case .concept, .measure:
        concepts[Int(term.documents), default: []].append(lexicon.concepts[Int(term.first)])
      case .pair: break
      }
    }
    func groups(_ found: [Int: [String]]) -> [WordFrequencies.Group] {
      found.sorted { $0.key > $1.key }.map {
        WordFrequencies.Group(count: $0.key, words: $0.value.sorted().joined(separator: " "))
      }
    }
    result.words = groups(words)
    result.concepts = groups(concepts)
    result.lengths = builder.meanLengths
    return result
  }

  /// The mean number of words of each field over all opportunities, in hundredths.
  private var meanLengths: [String: Int] {
    var means: [String: Int] = [:]
    for field in WordEvidence.Field.allCases where field != .instrument {
      let sum = documents.reduce(0) { $0 + Int($1.lengths[field.place]) }
      if sum > 0 { means[field.rawValue] = sum * 100 / documents.count }
    }
    return means
  }

  /// The folded stems of texts by their numbers.
  static func spelling(of offers: [Offer]) -> [UInt64: String] {
    var spelling: [UInt64: String] = [:]
    for offer in offers {
      for (_, text) in TextFields(SearchedTexts(offer.opportunity, below: offer.instruments.first)).texts {
        Words.forEachWritten(in: text.text) { word in
          var letters = word.letters
          Stem.reduce(&letters)
          let number = Words.number(of: letters)
          if spelling[number] == nil { spelling[number] = String(decoding: letters, as: UTF8.self) }
        }
      }
    }
    return spelling
  }
}
