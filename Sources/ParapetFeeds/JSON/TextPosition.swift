/// A place in a text that arrives in pieces: lines, and columns in Unicode scalars, both counted from 1.
struct TextPosition: Hashable {
  private(set) var line = 1
  private(set) var column = 1

  /// Moves behind bytes of UTF-8, which may be cut anywhere, also inside a character.
  mutating func advance(over bytes: Slice<UnsafeRawBufferPointer>) {
    var rest = UnsafeRawBufferPointer(rebasing: bytes)
    let breaks = TextPosition.count(of: rest) { $0 == TextPosition.newline }
    if breaks > 0, let last = rest.lastIndex(of: TextPosition.newline) {
      line += breaks
      column = 1
      rest = UnsafeRawBufferPointer(rebasing: rest[(last + 1)...])
    }
    // A continuation byte belongs to the scalar before it.
    column += TextPosition.count(of: rest) { $0 & 0xc0 != 0x80 }
  }

  private static let newline = UInt8(ascii: "\n")

  /// How many bytes are wanted, counted without a branch, so that many are looked at in one step.
  @inline(__always)
  private static func count(of bytes: UnsafeRawBufferPointer, where isWanted: (UInt8) -> Bool) -> Int {
    var count = 0
    for byte in bytes { count &+= isWanted(byte) ? 1 : 0 }
    return count
  }
}
