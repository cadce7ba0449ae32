/// Texts one behind the other, each arriving in pieces: each run of white space as one space and none at the ends.
///
/// Most of a feed is text, so this is done 32 bytes at a time, then eight, byte by byte only around line breaks.
struct FoldedText {
  /// Room for the texts and one piece more; only its first bytes are written.
  private var room = ByteRoom(capacity: FoldedText.leastRoom)
  /// Where the text begins that is arriving.
  private var start = 0
  private var written = 0
  private var endsInSpace = false

  /// How many bytes there are so far of the text that is arriving.
  var count: Int { (endsInSpace ? written - 1 : written) - start }

  /// Adds a piece of UTF-8, cut anywhere.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let source = piece.baseAddress else { return }
    var endsInSpace = endsInSpace || written == start
    var from = source
    let end = source + piece.count
    if endsInSpace {
      // Between two tags there is mostly nothing but an indentation.
      while from < end, FoldedText.isSpace(from.pointee) { from += 1 }
      if from == end { return }
    }
    // A word more, since the last may be written whole.
    reserve(piece.count + FoldedText.wordSize)
    var to = room.start + written
    while from < end {
      let run = FoldedText.copyPlain(from, to, before: end, behindSpace: endsInSpace)
      from += run
      to += run
      if run > 0 { endsInSpace = (from - 1).pointee == 0x20 }
      // Words up to what stopped the blocks, the last of them filled with letters.
      var words = 4
      while words > 0, from < end, !(endsInSpace && from.pointee == 0x20) {
        let length = min(end - from, FoldedText.wordSize)
        let word = FoldedText.word(at: from, length: length, since: source)
        guard !FoldedText.breaks(word) else { break }
        UnsafeMutableRawPointer(to).storeBytes(of: word.littleEndian, as: UInt64.self)
        from += length
        to += length
        words &-= 1
        endsInSpace = (from - 1).pointee == 0x20
      }
      guard words > 0 else { continue }
      // Bytes up to the white space that stopped the words.
      let stop = min(from + FoldedText.wordSize, end)
      while from < stop {
        let byte = from.pointee
        from += 1
        let isSpace = FoldedText.isSpace(byte)
        if isSpace, endsInSpace { continue }
        to.pointee = isSpace ? 0x20 : byte
        to += 1
        endsInSpace = isSpace
        if isSpace { break }
      }
      if endsInSpace {
        while from < end, FoldedText.isSpace(from.pointee) { from += 1 }
      }
    }
    written = to - room.start
    self.endsInSpace = endsInSpace && written > start
  }

  /// Adds bytes as they are, as a text of their own, and says where among all they lie.
  ///
  /// libxml2 leaves an ampersand of an attribute as `&#38;` where entities are not replaced; it is made into one.
  mutating func append(attribute value: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard let source = value.baseAddress else { return start..<start }
    reserve(value.count + FoldedText.wordSize)
    let first = written
    var index = 0
    while index < value.count {
      let length = min(value.count - index, FoldedText.wordSize)
      let word = FoldedText.word(at: source + index, length: length, since: source)
      if !FoldedText.holdsAmpersand(word) {
        UnsafeMutableRawPointer(room.start + written).storeBytes(of: word.littleEndian, as: UInt64.self)
        index += length
        written += length
      } else {
        room.start[written] = value[index]
        written += 1
        let isEscaped = value[index] == 0x26 && value[index...].starts(with: FoldedText.escapedAmpersand)
        index += isEscaped ? FoldedText.escapedAmpersand.count : 1
      }
    }
    start = written
    return first..<written
  }

  /// Ends the text that is arriving and says where among all it lies.
  mutating func end() -> Range<Int> {
    let range = start..<(start + count)
    (start, written, endsInSpace) = (range.upperBound, range.upperBound, false)
    return range
  }

  /// Gives out all texts that have ended, and begins anew with about as much room as they took.
  mutating func take() -> ByteRoom {
    let taken = room
    room = ByteRoom(capacity: min(max(start + start / 2, FoldedText.leastRoom), FoldedText.keptRoom))
    (start, written, endsInSpace) = (0, 0, false)
    return taken
  }

  /// Forgets the texts, and the room that long ones took.
  mutating func clear() {
    (start, written, endsInSpace) = (0, 0, false)
    if room.capacity > FoldedText.keptRoom { room = ByteRoom(capacity: FoldedText.leastRoom) }
  }

  private mutating func reserve(_ count: Int) {
    guard written + count > room.capacity else { return }
    let larger = ByteRoom(capacity: max(written + count, room.capacity * 2))
    larger.start.update(from: room.start, count: written)
    room = larger
  }

  private static let escapedAmpersand = Array("&#38;".utf8)
  private static let wordSize = 8
  private static let leastRoom = 512
  private static let keptRoom = 256 << 10

  /// Whether a byte is a space, a tab or a line break.
  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 && UInt64(1 << 0x20 | 1 << 0x0D | 1 << 0x0A | 1 << 0x09) &>> UInt64(byte) & 1 != 0
  }

  /// Copies blocks of sixteen bytes, two at a time, as long as they are plain: without line breaks and tabs, and
  /// without a space behind another. Says how many bytes were copied.
  ///
  /// A function of its own, since within a longer one the compiler compares byte by byte.
  @inline(never)
  private static func copyPlain(
    _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, before end: UnsafePointer<UInt8>,
    behindSpace: Bool
  ) -> Int {
    guard !(behindSpace && source.pointee == 0x20) else { return 0 }
    let space = SIMD16<UInt8>(repeating: 0x20)
    var from = UnsafeRawPointer(source)
    var to = UnsafeMutableRawPointer(target)
    // A byte behind the blocks is looked at, too.
    while UnsafeRawPointer(end) - from > 32 {
      let first = from.loadUnaligned(as: SIMD16<UInt8>.self)
      let second = from.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
      let behindFirst = from.loadUnaligned(fromByteOffset: 1, as: SIMD16<UInt8>.self)
      let behindSecond = from.loadUnaligned(fromByteOffset: 17, as: SIMD16<UInt8>.self)
      let controls = (first .< space) .| (second .< space)
      let doubles =
        ((first .== space) .& (behindFirst .== space)) .| ((second .== space) .& (behindSecond .== space))
      guard !(controls .| doubles).holdsAnywhere else { break }
      to.storeBytes(of: first, as: SIMD16<UInt8>.self)
      to.storeBytes(of: second, toByteOffset: 16, as: SIMD16<UInt8>.self)
      from += 32
      to += 32
    }
    return from - UnsafeRawPointer(source)
  }

  /// Up to eight bytes, the first of them lowest, with letters above the last.
  ///
  /// Fewer than eight are taken from the eight that end with them, where the piece has so many.
  @inline(__always)
  private static func word(
    at from: UnsafePointer<UInt8>, length: Int, since start: UnsafePointer<UInt8>
  ) -> UInt64 {
    let letters: UInt64 = 0x6161_6161_6161_6161
    guard length < wordSize else {
      return UInt64(littleEndian: UnsafeRawPointer(from).loadUnaligned(as: UInt64.self))
    }
    if from + length - start >= wordSize {
      let last = UnsafeRawPointer(from + length - wordSize).loadUnaligned(as: UInt64.self)
      let missing = UInt64(8 &* (wordSize &- length))
      return UInt64(littleEndian: last) &>> missing | letters &<< (64 &- missing)
    }
    var word = letters
    for index in (0..<length).reversed() { word = word &<< 8 | UInt64(from[index]) }
    return word
  }

  /// Whether a word may hold an ampersand.
  @inline(__always)
  private static func holdsAmpersand(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let zeroWhereSought = word ^ (ones &* 0x26)
    return (zeroWhereSought &- ones) & ~zeroWhereSought & (ones &<< 7) != 0
  }

  /// Whether a word, its first byte lowest, may have line breaks or tabs, or two spaces side by side.
  @inline(__always)
  private static func breaks(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    let controls = (word &- ones &* 0x20) & ~word & high
    let zeroWhereSpace = word ^ (ones &* 0x20)
    let spaces = (zeroWhereSpace &- ones) & ~zeroWhereSpace & high
    return controls | (spaces & spaces << 8) != 0
  }
}

extension SIMDMask<SIMD16<Int8>> {
  /// Whether any lane holds, with two words compared instead of sixteen lanes.
  @inline(__always)
  var holdsAnywhere: Bool {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }
}
