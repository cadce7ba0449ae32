/// Text that arrives in pieces, each run of white space as one space and none at the ends.
///
/// Most of a feed is text, so this is done sixteen bytes at a time, byte by byte only around line breaks.
struct FoldedText {
  /// Room for the text and one piece more; only its first bytes mean anything.
  private var bytes = [UInt8](repeating: 0, count: FoldedText.leastRoom)
  private var written = 0
  private var endsInSpace = false

  /// How many bytes there are so far.
  var count: Int { endsInSpace ? written - 1 : written }

  /// Adds a piece of UTF-8, cut anywhere.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let source = piece.baseAddress else { return }
    if written + piece.count > bytes.count {
      let room = max(written + piece.count, bytes.count * 2)
      bytes.append(contentsOf: repeatElement(0, count: room - bytes.count))
    }
    var to = written
    var endsInSpace = endsInSpace || written == 0
    bytes.withUnsafeMutableBufferPointer { target in
      guard let target = target.baseAddress else { return }
      var from = 0
      while from < piece.count {
        // Two blocks at a time; a block may be followed by the byte behind it, which is looked at, too.
        while from &+ 2 &* FoldedText.blockSize < piece.count, !(endsInSpace && source[from] == 0x20) {
          let first = UnsafeRawPointer(source + from)
          let second = first + FoldedText.blockSize
          guard !(FoldedText.breaks(first) .| FoldedText.breaks(second)).holdsAnywhere else { break }
          let copy = UnsafeMutableRawPointer(target + to)
          copy.copyMemory(from: first, byteCount: 2 &* FoldedText.blockSize)
          from &+= 2 &* FoldedText.blockSize
          to &+= 2 &* FoldedText.blockSize
          endsInSpace = source[from &- 1] == 0x20
        }
        if from &+ FoldedText.blockSize < piece.count, !(endsInSpace && source[from] == 0x20),
          !FoldedText.breaks(source + from).holdsAnywhere
        {
          UnsafeMutableRawPointer(target + to).copyMemory(
            from: source + from, byteCount: FoldedText.blockSize)
          from &+= FoldedText.blockSize
          to &+= FoldedText.blockSize
          endsInSpace = source[from &- 1] == 0x20
        }
        let end = min(from + FoldedText.blockSize, piece.count)
        while from < end {
          let byte = source[from]
          from &+= 1
          let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
          if isSpace, endsInSpace { continue }
          target[to] = isSpace ? 0x20 : byte
          to &+= 1
          endsInSpace = isSpace
        }
      }
    }
    written = to
    self.endsInSpace = endsInSpace && to > 0
  }

  /// Gives out the text and begins anew.
  mutating func take() -> String {
    defer { clear() }
    return bytes.withUnsafeBufferPointer { String(feed: UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// Forgets the text, and the room that a long one took.
  mutating func clear() {
    written = 0
    endsInSpace = false
    if bytes.count > FoldedText.keptRoom { self = FoldedText() }
  }

  private static let blockSize = 16
  private static let leastRoom = 4 << 10
  private static let keptRoom = 256 << 10

  /// Where a block has line breaks and tabs, and spaces that white space follows.
  @inline(__always)
  private static func breaks(_ start: UnsafeRawPointer) -> SIMDMask<SIMD16<Int8>> {
    let block = start.loadUnaligned(as: SIMD16<UInt8>.self)
    let next = start.loadUnaligned(fromByteOffset: 1, as: SIMD16<UInt8>.self)
    let space = SIMD16<UInt8>(repeating: 0x20)
    return (block .< space) .| ((block .== space) .& (next .<= space))
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
