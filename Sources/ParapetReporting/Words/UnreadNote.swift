public import ParapetModel

/// A remark about what was written and could not be read, or was not written and is asked for.
public enum UnreadNote: Hashable, Sendable {
  /// How many cells or rows could not be read.
  case title(Int)
  /// What that means for the figures, and the sign of those that rest on it.
  case meaning(mark: String)
  /// Where one stands.
  case place(Diagnostic.Place)
  /// How many more there are.
  case more(Int)
  /// That a value was written and could not be read.
  case notRead
  /// The question for the measure of an item that states none, or none that could be read.
  case measure(isRefused: Bool, suggested: [String])
}
