/// Writes values as bytes: numbers of variable length, texts with their length before them.
///
/// Foundation's coders need ten times as long to bring back four thousand opportunities, which every shortlist
/// does; hence a form of our own. Whoever writes with it puts the number of his form first.
public struct ByteWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Nothing written yet.
  public init() {}

  /// Appends a number, seven bits a byte, the lowest first (LEB128).
  public mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends a number with its sign, zigzag, so that small negative numbers stay short.
  public mutating func write(_ value: Int64) { write(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }

  /// Appends a number in eight bytes, for what is as likely large as small.
  public mutating func write(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends a text.
  public mutating func write(_ text: String) {
    write(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}
