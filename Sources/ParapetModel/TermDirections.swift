/// A direction for each word and concept of a search: words that calls use together point the same way.
///
/// Worked out once over many calls by latent semantic analysis (Deerwester and others, 1990), from the counts alone: of a
/// topic that says *hydrogen* and an item that says *electrolysis* it tells that they may be of one subject.
public struct TermDirections: Hashable, Sendable {
  /// The direction of one word or concept.
  public struct Direction: Hashable, Sendable {
    /// The folded word, or the concept's name.
    public var term: String
    /// What a step of the components comes to, in millionths.
    public var step: Int
    /// The components, each from -31 to 31.
    public var components: [Int8]

    /// A direction from its parts.
    public init(term: String, step: Int, components: [Int8]) {
      self.term = term
      self.step = step
      self.components = components
    }
  }

  /// The largest component.
  public static let largest: Int8 = 31

  /// The language that the words are in.
  public var language: String
  /// How many components each direction has.
  public var size: Int
  /// The words, by their folded stems.
  public var words: [Direction] = []
  /// The concepts, by their names.
  public var concepts: [Direction] = []

  /// Directions of so many components, none yet.
  public init(language: String, size: Int) {
    self.language = language
    self.size = size
  }
}
