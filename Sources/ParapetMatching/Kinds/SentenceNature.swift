/// What a sentence of conditions is of.
public enum SentenceNature: String, Hashable, Sendable, CaseIterable {
  /// What the proposal must contain.
  case proposal
  /// A rule that stands in another document.
  case document
  /// What was not understood.
  case open
}
