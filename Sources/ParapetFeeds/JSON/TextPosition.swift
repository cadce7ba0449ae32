/// A place in a text that arrives in pieces: lines, and columns in Unicode scalars, both counted from 1.
struct TextPosition: Hashable {
  private(set) var line = 1
  private(set) var column = 1

  /// Moves behind bytes of UTF-8, which may be cut anywhere, also inside a character.
  mutating func advance(over bytes: Slice<UnsafeRawBufferPointer>) {
    var start = bytes.startIndex
    if let last = bytes.lastIndex(of: UInt8(ascii: "\n")) {
      for byte in bytes[start...last] where byte == UInt8(ascii: "\n") { line += 1 }
      column = 1
      start = last + 1
    }
    // A continuation byte belongs to the scalar before it.
    for byte in bytes[start...] where byte & 0xc0 != 0x80 { column += 1 }
  }
}
