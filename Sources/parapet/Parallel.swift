import Dispatch
import Foundation

/// Work on all cores of the machine.
enum Parallel {
  /// The results for the elements of a list, in its order, whichever is done first.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard elements.count > 1 else { return elements.map(transform) }
    let results = Results<Result>(count: elements.count)
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      results.set(transform(elements[index]), at: index)
    }
    return results.all
  }

  /// Results as they come; every access holds the lock, so any thread may make it.
  private final class Results<Result: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [Result?]

    init(count: Int) { results = Array(repeating: nil, count: count) }

    func set(_ result: Result, at index: Int) { lock.withLock { results[index] = result } }

    var all: [Result] { lock.withLock { results.compactMap(\.self) } }
  }
}
