import Foundation
import Synchronization

/// What differs between systems, and the one wait of the server.
enum Socket {
  #if os(Linux)
    static let stream = Int32(SOCK_STREAM.rawValue)
    static let flags = Int32(MSG_NOSIGNAL)
  #else
    static let stream = SOCK_STREAM
    static let flags: Int32 = 0
  #endif

  /// Has the system give an error instead of a signal where nobody listens any more.
  static func silenceSignal(_ connection: Int32) {
    #if !os(Linux)
      var on: Int32 = 1
      setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  /// Whether bytes can be read or written, or the connection has ended, within a time.
  static func isReady(_ connection: Int32, for events: Int32, milliseconds: Int) -> Bool {
    var entry = pollfd(fd: connection, events: Int16(events), revents: 0)
    return poll(&entry, 1, Int32(milliseconds)) > 0
  }
}

/// A value that several threads share.
final class Locked<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }

  /// Works on the value alone.
  func with<Result: Sendable>(_ work: (inout Value) -> Result) -> Result { value.withLock { work(&$0) } }
}
