/// What each kind of evidence counts when a text is held against an item; chosen by measurement and kept as data.
public struct RelevanceWeights: Hashable, Sendable {
  /// One of the weights, by its name in `data/weights.xml`.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// What a word counts in each field of the opportunity; the sum over the fields is what BM25 saturates.
    case fieldTitle = "field-title"
    case fieldKeywords = "field-keywords"
    case fieldCall = "field-call"
    case fieldInstrument = "field-instrument"
    case fieldDescription = "field-description"
    /// The words of the item, and its concepts.
    case words
    case concepts
    /// Two words that follow one another in the item and in the title.
    case pairs
    /// The share of the title's words that the item uses.
    case coverage
    /// How alike the two titles are.
    case titles
    /// The title's words in the three sentences of the item that have most of them, and its concepts likewise.
    case passagesWords = "passages-words"
    case passagesConcepts = "passages-concepts"
    /// How near the words stand to those of the item in what all calls use together.
    case nearness
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
    /// The least relevance by the item’s own words and concepts with which an opportunity speaks of it.
    case ownFloor = "own-floor"
  }

  private var values: [Name: Double]

  /// Every kind of evidence counts one, and BM25 as its authors' usual settings have it.
  public init() {
    values = [
      .saturation: 1, .length: 0.6, .repetition: 8, .itemTitle: 2, .broader: 0.4, .points: 6, .ownFloor: 0,
    ]
  }

  /// The weight of a kind of evidence.
  public subscript(name: Name) -> Double {
    get { values[name] ?? 1 }
    set { values[name] = newValue }
  }
}
