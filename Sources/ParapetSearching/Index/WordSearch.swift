public import ParapetModel
import Synchronization

/// Holds many items against the texts of many opportunities.
public struct WordSearch: Sendable {
  private let documents: [SearchedTexts]
  private let index: SubjectIndex
  private let fields = FieldMemory()
  private let memories = Shelf<QueryMemory>()

  /// A search through texts; the lexicon carries an item's words from one language to another.
  ///
  /// - Parameter counts: what was counted of an opportunity's own texts before, by its place; `nil` has them counted.
  package init(_ documents: [SearchedTexts], lexicon: Lexicon, counts: (Int) -> TextCounts? = { _ in nil }) {
    self.documents = documents
    index = SubjectIndex(documents, lexicon: lexicon, counts: counts)
  }

  /// The same where another search has most of the texts.
  ///
  /// - Parameter places: the place of each opportunity in the former search; `nil` is not in it.
  package init(
    _ documents: [SearchedTexts], counts: (Int) -> TextCounts?, after former: WordSearch, at places: [Int?]
  ) {
    self.documents = documents
    index = SubjectIndex(documents, counts: counts, after: former.index, at: places)
  }

  /// What each opportunity uses of each item's words, in the order of the items and of the opportunities.
  public func evidence(for items: [Item]) -> [[WordEvidence]] {
    items.map { item in
      let found = words(of: item)
      return documents.indices.map { found[$0] }
    }
  }

  /// How near each opportunity is to an item's subject, in their order: what `evidence` rounds to points.
  public func relevance(of item: Item) -> [Float] {
    SubjectScores(query(of: item), in: index).relevance
  }

  /// What the relevance of each is the sum of, by kind of evidence.
  public func parts(of item: Item) -> [(part: RelevancePart, values: [Float])] {
    SubjectScores(query(of: item), in: index, parts: true).parts ?? []
  }

  /// The best words say what the rest repeats.
  static let quoted = 5

  /// What each opportunity uses of an item's words.
  ///
  /// - Parameter quoting: whether the words themselves are wanted beside their points.
  package func words(of item: Item, quoting: Bool = true) -> FoundWords {
    let (marks, quotes) = marked(item)
    return FoundWords(documents.indices.map { marks[$0] }, quotes: quoting ? quotes : { _ in [] })
  }

  /// What each opportunity uses of an item's words, without the words: for who keeps answers of thousands of cities.
  package func marks(of item: Item) -> WordMarks { marked(item).marks }

  private func marked(_ item: Item) -> (marks: WordMarks, quotes: (Int) -> [WordEvidence.Hit]) {
    let query = query(of: item)
    let scores = SubjectScores(query, in: index)
    let (documents, index, fields) = (documents, index, fields)
    func quotes(_ document: Int) -> [WordEvidence.Hit] {
      guard scores.relevance[document] > 0 else { return [] }
      return SubjectScores.quotes(
        query, document, in: index, fields.texts(of: document, documents[document]), count: WordSearch.quoted)
    }
    return (WordMarks(scores, query, index, quotes: quotes), quotes)
  }

  private func query(of item: Item) -> SubjectQuery {
    var memory = memories.take() ?? QueryMemory()
    defer { if memory.isKept { memories.putBack(memory) } }
    return SubjectQuery(item, in: index, by: &memory)
  }
}

/// The texts that were quoted, taken apart once for all items and cities.
private final class FieldMemory: Sendable {
  private let known = Mutex<[Int: TextFields]>([:])

  func texts(of document: Int, _ read: SearchedTexts) -> TextFields {
    if let texts = known.withLock({ $0[document] }) { return texts }
    let texts = TextFields(read)
    known.withLock { $0[document] = texts }
    return texts
  }
}

/// What opportunities use of one item's words; the words are looked up for those that are shown.
package struct FoundWords {
  /// The evidence of each opportunity, without the words themselves.
  package let unquoted: [WordEvidence]
  private let quotes: (Int) -> [WordEvidence.Hit]

  init(_ unquoted: [WordEvidence], quotes: @escaping (Int) -> [WordEvidence.Hit]) {
    self.unquoted = unquoted
    self.quotes = quotes
  }

  /// Evidence with its words.
  package init(_ evidence: [WordEvidence]) {
    self.init(evidence) { evidence[$0].hits }
  }

  /// The evidence of an opportunity, with its words.
  package subscript(place: Int) -> WordEvidence {
    var evidence = unquoted[place]
    evidence.hits = quotes(place)
    return evidence
  }
}
