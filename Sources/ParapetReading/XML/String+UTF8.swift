extension String {
  /// The text of bytes that ought to be UTF-8; what is none is replaced as `String(decoding:as:)` does it.
  ///
  /// The standard library looks at text with accents scalar by scalar. Here eight bytes of ASCII are one step,
  /// which halves the cost of making strings of a feed.
  init(feed bytes: UnsafeBufferPointer<UInt8>) {
    if #available(macOS 26, *), bytes.count > 15, bytes.isUTF8 {
      // Sound, since the line above has looked at every byte.
      self = unsafe String(copying: UTF8Span(unchecked: bytes.span))
    } else {
      self.init(decoding: bytes, as: UTF8.self)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are UTF-8 as Unicode 16, table 3-7, defines it.
  var isUTF8: Bool {
    guard let baseAddress else { return true }
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = 0
    while index < count {
      if count &- index >= 8 {
        let word = UnsafeRawPointer(baseAddress + index).loadUnaligned(as: UInt64.self).littleEndian & high
        guard word != 0 else {
          index &+= 8
          continue
        }
        index &+= word.trailingZeroBitCount >> 3
      }
      repeat {
        let length = scalarLength(at: index)
        guard length > 0 else { return false }
        index &+= length
        guard index < count, self[index] >= 0x80 else { break }
        while count &- index >= 8, isFourPairs(baseAddress + index) { index &+= 8 }
      } while index < count && self[index] >= 0x80
    }
    return true
  }

  /// Whether four scalars of two bytes each begin here, as words in Greek and Cyrillic have them.
  @inline(__always)
  private func isFourPairs(_ start: UnsafePointer<UInt8>) -> Bool {
    let word = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian
    guard word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0 else { return false }
    // None of C0 and C1, which would write ASCII in two bytes: a bit above the lowest is set in each.
    let leads = word & 0x001E_001E_001E_001E
    return (leads &+ 0x7FFF_7FFF_7FFF_7FFF) & 0x8000_8000_8000_8000 == 0x8000_8000_8000_8000
  }

  /// How many bytes the scalar takes that begins at an index, or 0 where none does.
  @inline(__always)
  private func scalarLength(at index: Int) -> Int {
    let first = self[index]
    let length =
      first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard index &+ length <= count else { return 0 }
    guard length > 1 else { return length }
    let second = self[index &+ 1]
    guard second & 0xC0 == 0x80 else { return 0 }
    guard length > 2 else { return 2 }
    // Neither longer than needed, nor a surrogate, nor beyond U+10FFFF.
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return 0
    default: break
    }
    guard self[index &+ 2] & 0xC0 == 0x80, length == 3 || self[index &+ 3] & 0xC0 == 0x80 else { return 0 }
    return length
  }
}
