/// A place in a stream of UTF-8, moved along as the stream is read.
///
/// libxml2 counts bytes as columns inside CDATA and gives no place for the start of a tag, so places are counted
/// here, from the bytes that it holds.
struct XMLPosition: Hashable {
  /// Bytes before the place.
  private(set) var offset = 0
  /// The line, from 1.
  private(set) var line = 1
  /// The column in Unicode scalars, from 1.
  private(set) var column = 1

  /// The start of a stream.
  init() {}

  /// A place that somebody else counted.
  init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Moves past bytes; a byte order mark at the start of the stream has no column.
  mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
    if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { column -= 1 }
    var lines = 0
    var scalars = column
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        lines += 1
        scalars = 1
      } else if byte & 0xC0 != 0x80 {
        scalars += 1
      }
    }
    offset += bytes.count
    line += lines
    column = scalars
  }
}
