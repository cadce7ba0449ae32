extension String {
  /// The text of bytes that ought to be UTF-8; what is none is replaced as `String(decoding:as:)` does it.
  ///
  /// The standard library looks at text with accents scalar by scalar. Here sixteen bytes are one step,
  /// which halves the cost of making strings of a feed.
  init(feed bytes: UnsafeBufferPointer<UInt8>) {
    if #available(macOS 26, *), bytes.count > 15, let kind = bytes.unicode {
      // Sound, since the line above has looked at every byte.
      self = unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: kind == .ascii))
    } else {
      self.init(decoding: bytes, as: UTF8.self)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How much of Unicode the bytes need as UTF-8, or nothing where they are none by Unicode 16, table 3-7.
  var unicode: Unicode.Kind? {
    let high: UInt64 = 0x8080_8080_8080_8080
    guard let baseAddress else { return .ascii }
    let start = UnsafeRawPointer(baseAddress)
    var kind = Unicode.Kind.ascii
    var index = 0
    while index < count {
      // At each turn a scalar begins here.
      while count &- index >= 16, (word(at: index) | word(at: index &+ 8)) & high == 0 { index &+= 16 }
      if index >= 2, count &- index >= 16 {
        let plain = UnsafeBufferPointer.countOfPlainBytes(at: start + index, blocks: (count &- index) >> 4)
        if plain > 0 { kind = .more }
        index &+= plain
        // The last scalar may go on behind them; then it is looked at again.
        index &-= self[index &- 1] >= 0xC0 ? 1 : self[index &- 2] >= 0xE0 ? 2 : 0
      }
      let stop = Swift.min(index &+ 16, count)
      while index < stop {
        if count &- index >= 8, word(at: index) & high == 0 {
          index &+= 8
          continue
        }
        let length = scalarLength(at: index)
        guard length > 0 else { return nil }
        if length > 1 { kind = .more }
        index &+= length
      }
    }
    return kind
  }

  /// How many bytes, in blocks of sixteen, are just what follows from the two bytes before each: every byte of a
  /// scalar but its first stands behind a lead that asks for it, and no other does. Leads that need a closer look are
  /// not plain.
  ///
  /// A function of its own, and the type of its constants written out, since else the compiler compares byte by byte.
  @inline(never)
  private static func countOfPlainBytes(at start: UnsafeRawPointer, blocks: Int) -> Int {
    typealias Block = SIMD16<UInt8>
    let end = start + blocks &* 16
    var next = start
    while next < end {
      let block = next.loadUnaligned(as: Block.self)
      let before = next.loadUnaligned(fromByteOffset: -1, as: Block.self)
      let twoBefore = next.loadUnaligned(fromByteOffset: -2, as: Block.self)
      let goesOn = (block & Block(repeating: 0xC0)) .== Block(repeating: 0x80)
      let isAskedFor = (before .>= Block(repeating: 0xC0)) .| (twoBefore .>= Block(repeating: 0xE0))
      // Two bytes for ASCII, three for what two can say, surrogates, and all scalars of four bytes.
      let isSpecial =
        ((block & Block(repeating: 0xFE)) .== Block(repeating: 0xC0)) .| (block .== Block(repeating: 0xE0))
        .| (block .== Block(repeating: 0xED)) .| (block .>= Block(repeating: 0xF0))
      let faults = unsafeBitCast((goesOn .^ isAskedFor) .| isSpecial, to: SIMD2<UInt64>.self)
      if faults[0] | faults[1] != 0 { break }
      next += 16
    }
    return next - start
  }

  /// Eight bytes, the first of them lowest.
  @inline(__always)
  private func word(at index: Int) -> UInt64 {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
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

extension Unicode {
  /// How much of Unicode a text needs.
  enum Kind {
    case ascii, more
  }
}
