import Synchronization

/// A value that is made when it is first asked for, and once, however many ask at a time.
final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  /// The value where it was made already.
  var made: Value? { kept.withLock { $0 } }

  /// The value; where making it fails, the next who asks tries again.
  func value<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    try kept.withLock { (made: inout Value?) throws(Failure) -> Value in
      if let made { return made }
      let value = try make()
      made = value
      return value
    }
  }
}
