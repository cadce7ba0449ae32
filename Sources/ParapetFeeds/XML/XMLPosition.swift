/// A place in a stream of UTF-8, moved along as the stream is read.
///
/// libxml2 counts bytes as columns inside CDATA and gives no place for the start of a tag, so places are counted
/// here, from the bytes that it holds.
struct XMLPosition: Hashable {
  /// Bytes before the place.
  private(set) var offset = 0
  /// The line, from 1.
  private(set) var line = 1
  /// The column in Unicode scalars, from 1.
  private(set) var column = 1

  /// The start of a stream.
  init() {}

  /// A place that somebody else counted.
  init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Moves past bytes; a byte order mark at the start of the stream has no column.
  mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
    if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { column -= 1 }
    offset += bytes.count
    let lines = bytes.count { $0 .== SIMD16(repeating: UInt8(ascii: "\n")) }
    guard lines > 0, let last = bytes.lastPosition(of: UInt8(ascii: "\n")) else {
      column += bytes.scalarCount
      return
    }
    line += lines
    column = 1 + UnsafeBufferPointer(rebasing: bytes[(last + 1)...]).scalarCount
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many Unicode scalars begin here.
  fileprivate var scalarCount: Int {
    count - count { ($0 & SIMD16(repeating: 0xC0)) .== SIMD16(repeating: 0x80) }
  }

  /// How many bytes a comparison holds for, sixteen at a time: every byte of a feed passes here.
  @inline(__always)
  fileprivate func count(_ holds: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> Int {
    guard let baseAddress else { return 0 }
    var next = UnsafeRawPointer(baseAddress)
    let end = next + count
    var total = 0
    while end - next >= 16 {
      // Each block adds at most one to a lane, which holds 255.
      var lanes = SIMD16<UInt8>(repeating: 0)
      var left = Swift.min((end - next) / 16, 255)
      while left >= 2 {
        let first = holds(next.loadUnaligned(as: SIMD16<UInt8>.self))
        let second = holds(next.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self))
        // A lane that holds is -1.
        lanes &-= unsafeBitCast(first, to: SIMD16<UInt8>.self)
        lanes &-= unsafeBitCast(second, to: SIMD16<UInt8>.self)
        next += 32
        left &-= 2
      }
      if left == 1 {
        lanes &-= unsafeBitCast(holds(next.loadUnaligned(as: SIMD16<UInt8>.self)), to: SIMD16<UInt8>.self)
        next += 16
      }
      total &+= lanes.sum
    }
    let rest = end - next
    guard rest > 0 else { return total }
    // The last bytes in a block of their own; what is not filled holds a letter, which nobody counts.
    var words = SIMD2<UInt64>(repeating: 0x6161_6161_6161_6161)
    withUnsafeMutableBytes(of: &words) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: next, count: rest))
    }
    let block = unsafeBitCast(words, to: SIMD16<UInt8>.self)
    return total &+ (SIMD16<UInt8>(repeating: 0) &- unsafeBitCast(holds(block), to: SIMD16<UInt8>.self)).sum
  }

  /// The last position of a byte, or nothing where it is not there.
  func lastPosition(of byte: UInt8) -> Int? {
    guard let baseAddress else { return nil }
    let start = UnsafeRawPointer(baseAddress)
    let sought = SIMD16(repeating: byte)
    var end = count
    while end >= 16 {
      let block = start.loadUnaligned(fromByteOffset: end - 16, as: SIMD16<UInt8>.self)
      let words = unsafeBitCast(block .== sought, to: SIMD2<UInt64>.self)
      if words[1] != 0 { return end &- 1 &- words[1].littleEndian.leadingZeroBitCount >> 3 }
      if words[0] != 0 { return end &- 9 &- words[0].littleEndian.leadingZeroBitCount >> 3 }
      end -= 16
    }
    while end > 0 {
      end -= 1
      if self[end] == byte { return end }
    }
    return nil
  }
}

extension SIMD16<UInt8> {
  /// The sum of all lanes.
  @inline(__always)
  fileprivate var sum: Int {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    // Pairs of bytes are added to 16 bits, in which the sum of all fits.
    let pairs: UInt64 = 0x00FF_00FF_00FF_00FF
    let parts =
      (words[0] & pairs) &+ (words[0] >> 8 & pairs) &+ (words[1] & pairs) &+ (words[1] >> 8 & pairs)
    return Int((parts &* 0x0001_0001_0001_0001) >> 48)
  }
}
