/// The words of a text, folded so that spelling variants of English and French meet.
///
/// Letters lose case and accents, a plural's last letter goes, and what remains is one 64-bit number, so that
/// thousands of texts can be searched for hundreds of words in milliseconds.
struct Words {
  /// One word: its number and where it stands in the text's UTF-8.
  struct Token {
    var hash: UInt64
    var start: Int32
    var end: Int32
  }

  /// Calls a function with each word of a text, in order.
  static func forEach(in text: String, _ body: (Token) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let (folded, length) = fold(bytes, at: index)
        guard folded != 0 else {
          index += length
          continue
        }
        index = word(bytes, from: index, body)
      }
    }
  }

  /// Words shorter than this say nothing (articles, prepositions); those with a digit are kept.
  private static let shortest = 3

  /// An accent written after its letter, as macOS writes them in names of files.
  private static let combiningMarks: ClosedRange<UInt32> = 0x300...0x36f

  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (Token) -> Void
  ) -> Int {
    // FNV-1a over the folded letters; the hash before the last letter is kept, to drop a plural's ending.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var before = hash
    var last: UInt32 = 0
    var count = 0
    var index = start
    while index < bytes.count {
      let (folded, length) = fold(bytes, at: index)
      guard folded != 0 else { break }
      if combiningMarks.contains(folded) {
        index += length
        continue
      }
      before = hash
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
      last = folded
      count += 1
      index += length
    }
    guard count >= shortest else { return index }
    let isPlural = count > 3 && (last == 0x73 || last == 0x78)
    body(Token(hash: isPlural ? before : hash, start: Int32(start), end: Int32(index)))
    return index
  }

  /// The folded letter at a place and how many bytes it takes; zero where no word goes on.
  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = bytes[index]
    if first < 0x80 {
      switch first {
      case 0x61...0x7a, 0x30...0x39: return (UInt32(first), 1)
      case 0x41...0x5a: return (UInt32(first) | 0x20, 1)
      default: return (0, 1)
      }
    }
    let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard index + length <= bytes.count else { return (0, 1) }
    if length == 2 {
      let scalar = UInt32(first & 0x1f) << 6 | UInt32(bytes[index + 1] & 0x3f)
      return (scalar < 0x180 ? latin[Int(scalar) - 0x80] : scalar, 2)
    }
    if length == 3 {
      let scalar =
        UInt32(first & 0x0f) << 12 | UInt32(bytes[index + 1] & 0x3f) << 6 | UInt32(bytes[index + 2] & 0x3f)
      // General punctuation and symbols part words; every other script's letters go on.
      return ((0x2000...0x2fff).contains(scalar) || (0x3000...0x303f).contains(scalar) ? 0 : scalar, 3)
    }
    return (0, 4)
  }

  /// Latin-1 Supplement and Latin Extended-A without accents; zero for signs.
  private static let latin: [UInt32] = (0x80..<0x180).map { (scalar: UInt32) -> UInt32 in
    let plain: [(ClosedRange<UInt32>, Unicode.Scalar)] = [
      (0xc0...0xc6, "a"), (0xc7...0xc7, "c"), (0xc8...0xcb, "e"), (0xcc...0xcf, "i"), (0xd1...0xd1, "n"),
      (0xd2...0xd6, "o"), (0xd8...0xd8, "o"), (0xd9...0xdc, "u"), (0xdd...0xdd, "y"), (0xdf...0xdf, "s"),
      (0xe0...0xe6, "a"), (0xe7...0xe7, "c"), (0xe8...0xeb, "e"), (0xec...0xef, "i"), (0xf1...0xf1, "n"),
      (0xf2...0xf6, "o"), (0xf8...0xf8, "o"), (0xf9...0xfc, "u"), (0xfd...0xfd, "y"), (0xff...0xff, "y"),
      (0x100...0x105, "a"), (0x106...0x10d, "c"), (0x10e...0x111, "d"), (0x112...0x11b, "e"),
      (0x11c...0x123, "g"), (0x124...0x127, "h"), (0x128...0x131, "i"), (0x134...0x135, "j"),
      (0x136...0x138, "k"), (0x139...0x142, "l"), (0x143...0x14b, "n"), (0x14c...0x153, "o"),
      (0x154...0x159, "r"), (0x15a...0x161, "s"), (0x162...0x167, "t"), (0x168...0x173, "u"),
      (0x174...0x175, "w"), (0x176...0x178, "y"), (0x179...0x17e, "z"), (0x17f...0x17f, "s"),
    ]
    if let match = plain.first(where: { $0.0.contains(scalar) }) { return match.1.value }
    return scalar < 0xc0 || scalar == 0xd7 || scalar == 0xf7 ? 0 : scalar
  }
}
