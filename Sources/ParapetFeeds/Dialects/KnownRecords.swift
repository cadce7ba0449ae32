import ParapetModel

/// Records whose very bytes were read before, by the same program and without a remark: a reader passes them over, since to
/// take them apart again tells nothing.
///
/// It is an object because a reader notes in it what it met, and whoever gave it takes that out again.
public final class KnownRecords {
  private let names: Set<String>
  private var met: [String] = []

  /// Records by their dialects and the hashes of their bytes (`FeedRecord.hash`), as `sedia-search|6b86…`.
  public init(_ names: Set<String>) { self.names = names }

  /// Whether a reader of a dialect looks at bytes before it takes them apart.
  public static func concerns(_ dialect: String) -> Bool {
    [Dialect.sediaSearch, .sediaTopic, .sediaBulk].contains { $0.rawValue == dialect }
  }

  /// Those that were met since they were last taken, in the order of the input.
  public func takeMet() -> [String] {
    guard !met.isEmpty else { return [] }
    defer { met.removeAll(keepingCapacity: true) }
    return met
  }

  /// Whether a record is known; it is noted if so.
  func meets(_ name: String) -> Bool {
    guard names.contains(name) else { return false }
    met.append(name)
    return true
  }
}
