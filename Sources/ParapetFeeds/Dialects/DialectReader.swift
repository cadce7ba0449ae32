import ParapetModel

/// What reads the feeds of one family of dialects, fed with bytes as they arrive.
///
/// The events are the same however the bytes are cut, and nothing follows one that is `broken`.
protocol DialectReader {
  /// The dialect, once the content has shown it.
  var dialect: Dialect? { get }
  /// How much of a list was read; nothing where the input does not say how long it is.
  var list: ListCount? { get }

  /// Takes the next bytes and reports what they complete.
  mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void)
  /// Ends the input and reports what is missing from it.
  mutating func finish(_ emit: (FeedEvent) -> Void)
}

extension DialectReader {
  var list: ListCount? { nil }
}
