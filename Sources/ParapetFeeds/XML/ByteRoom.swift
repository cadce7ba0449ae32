/// Memory for bytes that nobody has set to zero before they are written, given back with its last owner.
///
/// What gathers a record writes into it, and the record keeps it: a copy of each would cost as much as the reading of
/// its tags.
final class ByteRoom {
  let start: UnsafeMutablePointer<UInt8>
  let capacity: Int

  init(capacity: Int) {
    start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { start.deallocate() }

  /// Lends the bytes of a range that was written; they are there no longer than the call.
  @inline(__always)
  func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withExtendedLifetime(self) {
      body(UnsafeBufferPointer(start: start + range.lowerBound, count: range.count))
    }
  }
}
