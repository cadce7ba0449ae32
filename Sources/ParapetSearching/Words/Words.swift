/// The words of a text, folded so that spelling variants of English and French meet.
///
/// Letters lose case and accents, endings go (`Stem`), and what remains is one 64-bit number, so that thousands of
/// texts can be searched for hundreds of words in milliseconds.
struct Words {
  /// A word as it is written; it lives no longer than the call that it is handed to.
  struct Written {
    /// The number of its folded letters.
    let number: UInt64
    let start: Int32
    let end: Int32
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    /// Its folded letters, which few who meet a word need.
    var letters: [UInt8] {
      var letters: [UInt8] = []
      letters.reserveCapacity(Int(end - start))
      write(to: &letters)
      return letters
    }

    /// Puts its folded letters in the place of others, for who meets word after word.
    func write(to letters: inout [UInt8]) {
      letters.removeAll(keepingCapacity: true)
      var index = Int(start)
      _ = Words.word(bytes, at: &index) { letters.append($0) }
    }

    /// The number of its stem.
    var stem: UInt64 {
      var letters = letters
      Stem.reduce(&letters)
      return Words.number(of: letters)
    }
  }

  /// Calls a function with each word of a text as it is written, in order.
  @inline(__always)
  static func forEachWritten(in text: String, _ body: (Written) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let (folded, length) = fold(bytes, at: index)
        guard folded != 0 else {
          index += length
          continue
        }
        let start = index
        var hash = seed
        let count = word(bytes, at: &index) { hash = mix(hash, $0) }
        guard count >= shortest else { continue }
        body(Written(number: hash, start: Int32(start), end: Int32(index), bytes: bytes))
      }
    }
  }

  /// The number of folded letters.
  static func number(of letters: [UInt8]) -> UInt64 { letters.reduce(seed, mix) }

  /// The number of a stem that is written as such.
  static func number(ofStem stem: Substring) -> UInt64 { stem.utf8.reduce(seed, mix) }

  /// Letters alone say nothing.
  private static let shortest = 2

  /// An accent written after its letter, as macOS writes them in names of files.
  private static let combiningMarks: ClosedRange<UInt32> = 0x300...0x36f

  /// FNV-1a.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Hands over the folded letters of the word at a place, which moves to the word's end; how many they are.
  @inline(__always)
  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: inout Int, _ letter: (UInt8) -> Void
  ) -> Int {
    var count = 0
    while index < bytes.count {
      let (folded, length) = fold(bytes, at: index)
      guard folded != 0 else { break }
      index += length
      if folded < 0x80 {
        count += 1
        letter(UInt8(truncatingIfNeeded: folded))
        continue
      }
      if combiningMarks.contains(folded) { continue }
      count += 1
      if let scalar = Unicode.Scalar(folded), let encoded = UTF8.encode(scalar) { encoded.forEach(letter) }
    }
    return count
  }

  /// The folded letter at a place and how many bytes it takes; zero where no word goes on.
  @inline(__always)
  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = bytes[index]
    let small = first | 0x20
    if small &- 0x61 < 26 || first &- 0x30 < 10 { return (UInt32(small), 1) }
    return first < 0x80 ? (0, 1) : foldWide(bytes, at: index)
  }

  /// The same of a letter that takes more than one byte.
  @inline(never)
  private static func foldWide(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = bytes[index]
    let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard index + length <= bytes.count else { return (0, 1) }
    if length == 2 {
      let scalar = UInt32(first & 0x1f) << 6 | UInt32(bytes[index + 1] & 0x3f)
      return (scalar < 0x180 ? latin[Int(scalar) - 0x80] : commaBelow(scalar), 2)
    }
    if length == 3 {
      let scalar =
        UInt32(first & 0x0f) << 12 | UInt32(bytes[index + 1] & 0x3f) << 6 | UInt32(bytes[index + 2] & 0x3f)
      // General punctuation and symbols part words; every other script's letters go on.
      return ((0x2000...0x2fff).contains(scalar) || (0x3000...0x303f).contains(scalar) ? 0 : scalar, 3)
    }
    return (0, 4)
  }

  /// Romanian's two letters with a comma below, which many write with a cedilla instead.
  private static func commaBelow(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x218, 0x219: 0x73
    case 0x21a, 0x21b: 0x74
    default: scalar
    }
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
