/// Why bytes cannot be read: they were damaged, or written in another form.
public struct ByteFault: Error, Hashable {
  /// A fault.
  public init() {}
}

/// Reads what a `ByteWriter` wrote; no bytes can make it trap.
///
/// It looks at bytes that somebody else holds, and must not be kept longer than they are.
public struct ByteReader {
  @usableFromInline let bytes: UnsafeRawBufferPointer
  @usableFromInline var next: Int
  private var depth = 0

  /// Where the next value begins.
  public var offset: Int { next }

  /// How deep values may nest.
  public static let deepest = 64

  /// Reads bytes from their start, or from a place that an earlier reader came to.
  public init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0) {
    self.bytes = bytes
    next = min(max(0, offset), bytes.count)
  }

  /// Reads a number of variable length.
  @inlinable
  public mutating func number() throws(ByteFault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while next < bytes.count, shift < 64 {
      let byte = bytes[next]
      next += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw ByteFault()
  }

  /// Reads a number with its sign.
  @inlinable
  public mutating func signed() throws(ByteFault) -> Int64 {
    let value = try number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// Reads a number of eight bytes.
  @inlinable
  public mutating func word() throws(ByteFault) -> UInt64 {
    guard bytes.count - next >= 8 else { throw ByteFault() }
    defer { next += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self))
  }

  /// Reads a text; what is no UTF-8 in it is replaced.
  @inlinable
  public mutating func text() throws(ByteFault) -> String {
    let count = try count()
    defer { next += count }
    return String(decoding: bytes[next..<next + count], as: UTF8.self)
  }

  /// Reads a place in a text, which is short of two thousand million.
  @inlinable
  public mutating func place() throws(ByteFault) -> Int32 {
    guard let place = Int32(exactly: try number()) else { throw ByteFault() }
    return place
  }

  /// Reads how many elements follow; never more than the bytes that are left, so that no length can exhaust memory.
  @inlinable
  public mutating func count() throws(ByteFault) -> Int {
    let count = try number()
    guard count <= UInt64(bytes.count - next) else { throw ByteFault() }
    return Int(count)
  }

  /// Enters a value that may hold others of its kind.
  public mutating func enter() throws(ByteFault) {
    depth += 1
    guard depth <= ByteReader.deepest else { throw ByteFault() }
  }

  /// Leaves the value that was entered last.
  public mutating func leave() { depth -= 1 }
}
