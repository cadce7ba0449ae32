/// Cuts a stream into blocks of one size, counted from its start, never inside a UTF-8 character.
///
/// libxml2's errors depend on where a chunk ends. Behind this nothing depends on how the caller cut the stream.
struct FixedBlock {
  /// Large enough that what libxml2 does once a block is not felt, small beside a record at its limit.
  private static let size = 64 << 10

  /// Whether all bytes given out so far are white space, zeros or a byte order mark.
  private(set) var isBlank = true
  /// Bytes that came since the last cut, behind those of a character that it would have cut.
  private var bytes = [UInt8](repeating: 0, count: FixedBlock.size + 3)
  private var count = 0
  /// How many bytes are missing to the next cut.
  private var room = FixedBlock.size

  /// Takes as many bytes as there are to the next cut, hands on what is whole there, and gives back the others.
  mutating func fill(
    from input: Slice<UnsafeRawBufferPointer>, _ body: (UnsafeRawBufferPointer) -> Void
  ) -> Slice<UnsafeRawBufferPointer> {
    let part = UnsafeRawBufferPointer(rebasing: input.prefix(room))
    room -= part.count
    let isWhole = count == 0 && room == 0
    if isWhole {
      // Nothing is held, so the block need not be copied.
      let whole = part.count - FixedBlock.cutCharacterCount(of: part)
      let block = UnsafeRawBufferPointer(rebasing: part[..<whole])
      isBlank = isBlank(and: block)
      if whole > 0 { body(block) }
      hold(UnsafeRawBufferPointer(rebasing: part[whole...]))
    } else {
      hold(part)
      if room == 0 { emptyWholeCharacters(body) }
    }
    if room == 0 { room = FixedBlock.size }
    return input.dropFirst(part.count)
  }

  /// Hands on what is held but for the bytes of a character that ends it too early.
  mutating func emptyWholeCharacters(_ body: (UnsafeRawBufferPointer) -> Void) {
    let (whole, isStillBlank) = bytes.withUnsafeBytes { held in
      let whole = count - FixedBlock.cutCharacterCount(of: UnsafeRawBufferPointer(rebasing: held[..<count]))
      let block = UnsafeRawBufferPointer(rebasing: held[..<whole])
      if whole > 0 { body(block) }
      return (whole, isBlank(and: block))
    }
    isBlank = isStillBlank
    for index in whole..<count { bytes[index - whole] = bytes[index] }
    count -= whole
  }

  /// Hands on everything that is left.
  mutating func empty(_ body: (UnsafeRawBufferPointer) -> Void) {
    defer { count = 0 }
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  private func isBlank(and block: UnsafeRawBufferPointer) -> Bool {
    isBlank && block.allSatisfy(FixedBlock.isBlank)
  }

  private mutating func hold(_ part: UnsafeRawBufferPointer) {
    bytes.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[count...]).copyMemory(from: part)
    }
    count += part.count
  }

  /// How many bytes at the end begin a UTF-8 character that is not complete.
  private static func cutCharacterCount(of bytes: UnsafeRawBufferPointer) -> Int {
    for (index, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > index + 1 ? index + 1 : 0
    }
    return 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: true
    default: false
    }
  }
}
