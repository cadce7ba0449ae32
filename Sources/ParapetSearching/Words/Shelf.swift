import Synchronization

/// What was worked with before, and is worked with again since it knows what it met.
final class Shelf<Kept: Sendable>: Sendable {
  private let kept = Mutex<[Kept]>([])

  /// What was put back last, or nothing.
  func take() -> Kept? { kept.withLock { $0.popLast() } }

  /// Keeps something for who reads next.
  func putBack(_ one: Kept) { kept.withLock { $0.append(one) } }
}
