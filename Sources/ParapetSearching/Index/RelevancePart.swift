/// A kind of evidence that an opportunity's texts are near to an item; a relevance is the sum of what all come to.
public enum RelevancePart: String, Hashable, Sendable, CaseIterable {
  /// Single words, and concepts of the glossary, in any field.
  case words, concepts
  /// Two words that follow one another in the item and in the title.
  case pairs
  /// Terms of the item's measures.
  case measures
  /// The share of the title's words that the item uses.
  case coverage
  /// How alike the two titles are.
  case titles
  /// The title's words in the item's best sentences, and its concepts there.
  case passagesWords = "passages-words"
  case passagesConcepts = "passages-concepts"
  /// How near the words stand in what all calls use together: the cosine similarity of their directions.
  case nearness
}
