@testable import ParapetSearching
import ParapetModel

@testable import ParapetMatching

extension SubjectIndexBuilder {
  /// The directions of the words and concepts that several opportunities use: what the file of directions holds.
  static func directions(of offers: [Offer], lexicon: Lexicon, components size: Int) -> TermDirections {
    var builder = SubjectIndexBuilder(lexicon: lexicon)
    for offer in offers { builder.add(SearchedTexts(offer.opportunity, below: offer.instruments.first)) }
    let rarities = builder.rarities
    var columns: [Int32: Int] = [:]
    for (number, term) in builder.terms.enumerated() where term.documents >= TermDirections.leastUses {
      switch term.kind {
      case .word: if term.language == 0 { columns[Int32(number)] = columns.count }
      case .concept: columns[Int32(number)] = columns.count
      case .pair, .measure: break
      }
    }
    let rows = builder.documents.indices.map { document in
      builder.counts(of: document).compactMap { count -> (column: Int, value: Double)? in
        let share = Directions.share(SIMD8<Float>(count.byField))
        guard share > 0, let column = columns[count.term] else { return nil }
        return (column, Double(share * rarities[Int(count.term)]))
      }
    }
    let found = DirectionFinding(rows: rows, columns: columns.count, size: size).directions()
    var result = TermDirections(language: "en", size: size)
    let spelling = spelling(of: offers)
    for (number, column) in columns {
      let term = builder.terms[Int(number)]
      let vector = found[column * size..<(column + 1) * size].map { $0 * Double(rarities[Int(number)]) }
      let largest = vector.map(abs).max() ?? 0
      let step = (largest / Double(TermDirections.largest) * 1_000_000).rounded(.up)
      guard step >= 1 else { continue }
      let components = vector.map { Int8(($0 * 1_000_000 / step).rounded()) }
      if term.kind == .concept {
        result.concepts.append(
          .init(term: lexicon.concepts[Int(term.first)], step: Int(step), components: components))
      } else if let stem = spelling[term.first] {
        result.words.append(.init(term: stem, step: Int(step), components: components))
      }
    }
    result.words.sort { $0.term < $1.term }
    result.concepts.sort { $0.term < $1.term }
    return result
  }
}

extension TermDirections {
  /// A word of fewer opportunities says little of what it stands with.
  fileprivate static let leastUses = 4
}
