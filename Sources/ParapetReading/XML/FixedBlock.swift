/// Cuts a stream into blocks of one size, counted from its start, never inside a UTF-8 character.
///
/// libxml2's errors depend on where a chunk ends. Behind this nothing depends on how the caller cut the stream.
struct FixedBlock {
  private static let size = 16 << 10

  /// Whether all bytes given out so far are white space, zeros or a byte order mark.
  private(set) var isBlank = true
  private var bytes = [UInt8](repeating: 0, count: FixedBlock.size)
  private var count = 0

  var isFull: Bool { count == FixedBlock.size }

  /// Takes as many bytes as the block has room for and gives back the others.
  mutating func fill(from input: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
    let part = input.prefix(FixedBlock.size - count)
    bytes.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[count...]).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: part))
    }
    count += part.count
    return input.dropFirst(part.count)
  }

  /// Gives out the block but for the bytes of a character that it cuts, which begin the next one.
  mutating func emptyWholeCharacters(_ body: (UnsafeRawBufferPointer) -> Int32) -> Int32 {
    let whole = count - cutCharacterCount
    guard whole > 0 else { return 0 }
    isBlank = isBlank && bytes[..<whole].allSatisfy(FixedBlock.isBlank)
    defer {
      for index in whole..<count { bytes[index - whole] = bytes[index] }
      count -= whole
    }
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.prefix(whole))) }
  }

  /// Gives out everything that is left.
  mutating func empty(_ body: (UnsafeRawBufferPointer) -> Int32) -> Int32 {
    defer { count = 0 }
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
  }

  /// How many bytes at the end begin a UTF-8 character that is not complete.
  private var cutCharacterCount: Int {
    for (index, byte) in bytes[..<count].suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
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
