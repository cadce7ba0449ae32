/// What each kind of evidence counts when a text is held against an item; chosen by measurement and kept as data.
public struct RelevanceWeights: Hashable, Sendable {
  /// One of the weights, by its name in `data/weights.xml`.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// A word of the item in a field of the opportunity.
    case wordsTitle = "words-title"
    case wordsKeywords = "words-keywords"
    case wordsCall = "words-call"
    case wordsInstrument = "words-instrument"
    case wordsDescription = "words-description"
    /// A concept of the item in a field of the opportunity.
    case conceptsTitle = "concepts-title"
    case conceptsKeywords = "concepts-keywords"
    case conceptsCall = "concepts-call"
    case conceptsInstrument = "concepts-instrument"
    case conceptsDescription = "concepts-description"
    /// Two words that follow one another in the item and in the title.
    case pairs
    /// The share of the title's words that the item uses.
    case coverage
    /// The title's words in the three sentences of the item that have most of them, and its concepts likewise.
    case passagesWords = "passages-words"
    case passagesConcepts = "passages-concepts"
    /// The terms of the item's measures.
    case measures
    /// A wider concept, beside the one that the item names.
    case broader
    /// A word of the item's title, beside one of its description.
    case itemTitle = "item-title"
    /// BM25: how soon a further mention adds little; how far length discounts; the same of the item's own words.
    case saturation
    case length
    case repetition
    /// Points of a fit for each unit of relevance.
    case points
  }

  private var values: [Name: Double]

  /// Every kind of evidence counts one, and BM25 as its authors' usual settings have it.
  public init() {
    values = [.saturation: 1.2, .length: 0.5, .repetition: 8, .itemTitle: 2, .broader: 0.4, .points: 15]
  }

  /// The weight of a kind of evidence.
  public subscript(name: Name) -> Double {
    get { values[name] ?? 1 }
    set { values[name] = newValue }
  }
}
