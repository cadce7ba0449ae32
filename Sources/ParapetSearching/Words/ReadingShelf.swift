import Synchronization

/// What was read with before, and is read with again: it knows the words that it met.
final class ReadingShelf: Sendable {
  private let readings = Mutex<[Reading]>([])

  /// Words that are remembered, in all languages; texts of hostile length are forgotten.
  private static let mostForms = 200_000

  func take() -> Reading { readings.withLock { $0.popLast() } ?? Reading() }

  func putBack(_ reading: Reading) {
    guard reading.formCount <= ReadingShelf.mostForms else { return }
    readings.withLock { $0.append(reading) }
  }
}
