/// Text that is put together from pieces, with runs of white space folded to one space or one line feed.
struct TextFolder {
  /// The text so far, in UTF-8.
  var text: [UInt8] = []
  private var pendingSpace = false
  private var pendingLine = false
  private var pendingItem = false

  /// Starts a new line before the next visible character, as an item of a list where asked.
  ///
  /// A paragraph inside an item keeps the item's hyphen; an item that ends empty leaves nothing.
  mutating func breakLine(beginsItem: Bool? = nil) {
    pendingLine = true
    if let beginsItem { pendingItem = beginsItem }
  }

  /// Starts a new word.
  mutating func separate() { pendingSpace = true }

  /// Adds a character; white space is noted, and what cannot be seen is dropped.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.properties.isWhitespace {
      pendingSpace = true
    } else if !Self.isInvisible(scalar) {
      flush()
      text.append(contentsOf: UTF8.encode(scalar) ?? Self.replacement)
    }
  }

  /// Adds the character that starts at a position of UTF-8, and says how many bytes it has.
  mutating func append(utf8 bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let first = bytes[position]
    if first < 0x80 {
      if first > 0x20, first != 0x7f {
        flush()
        text.append(first)
      } else if first == 0x20 || (0x09...0x0d).contains(first) {
        pendingSpace = true
      }
      return 1
    }
    var iterator = bytes[position...].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return 1 }
    append(scalar)
    return UTF8.width(scalar)
  }

  private mutating func flush() {
    if !text.isEmpty {
      if pendingLine { text.append(0x0a) } else if pendingSpace { text.append(0x20) }
    }
    if pendingItem { text.append(contentsOf: Self.hyphen) }
    (pendingSpace, pendingLine, pendingItem) = (false, false, false)
  }

  /// Controls, the soft hyphen, zero-width spaces and the byte order mark: nothing to read, and words with
  /// one inside would not be found.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f...0x9f, 0xad, 0x200b, 0x2060, 0xfeff: true
    default: false
    }
  }

  private static let hyphen = Array("- ".utf8)
  private static let replacement = UTF8.encodedReplacementCharacter
}
