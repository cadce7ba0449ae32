import Synchronization

/// What was read with before, and is read with again: it knows the words that it met.
final class Shelf<Kept: Sendable>: Sendable {
  private let kept = Mutex<[Kept]>([])

  /// What was put back last, or nothing.
  func take() -> Kept? { kept.withLock { $0.popLast() } }

  /// Keeps something for who reads next.
  func putBack(_ one: Kept) { kept.withLock { $0.append(one) } }
}

extension Reading {
  /// Whether it is worth keeping: texts of hostile length are forgotten.
  var isKept: Bool { formCount <= Reading.mostForms }

  /// Words that are remembered, in all languages.
  private static let mostForms = 200_000
}
