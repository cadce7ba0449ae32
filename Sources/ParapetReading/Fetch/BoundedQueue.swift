import Foundation

/// A serial queue that makes whoever fills it wait while there is too much on it.
///
/// The system's session puts each piece that arrives on its delegate's queue and goes on reading, so that a server
/// faster than the disk would fill the memory: 1.6 GB were measured for an endless answer cut off at 512 MB. Here
/// the session waits, and so does the server. No wait is longer than `patience`, and none happens once the queue
/// is opened, since whoever cancels a task needs the thread that waits.
///
/// It is `Sendable` because what changes is touched under the condition's lock only.
final class BoundedQueue: OperationQueue, @unchecked Sendable {
  /// How many pieces may wait; each has some 16 KB.
  static let room = 64
  /// The longest wait in seconds.
  static let patience = 1.0

  private let condition = NSCondition()
  private var waiting = 0
  private var isOpen = false

  override init() {
    super.init()
    maxConcurrentOperationCount = 1
  }

  /// Whether nobody has to wait.
  func setOpen(_ isOpen: Bool) {
    condition.withLock {
      self.isOpen = isOpen
      condition.broadcast()
    }
  }

  override func addOperation(_ block: @escaping @Sendable () -> Void) {
    condition.withLock {
      let latest = Date(timeIntervalSinceNow: BoundedQueue.patience)
      while waiting >= BoundedQueue.room, !isOpen, condition.wait(until: latest) {}
      waiting += 1
    }
    super.addOperation {
      block()
      self.condition.withLock {
        self.waiting -= 1
        self.condition.signal()
      }
    }
  }
}
