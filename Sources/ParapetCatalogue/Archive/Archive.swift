import ParapetModel

/// A value that can be written to an archive and read back without loss.
protocol Archived {
  /// Appends the value.
  func write(to archive: inout Archive)
  /// Reads the value that was written.
  init(from reader: inout ArchiveReader) throws(ArchiveFault)
}

/// The bytes of an archived value: numbers of variable length, texts with their length before them.
///
/// Foundation's coders need ten times as long to bring back four thousand opportunities, which every shortlist
/// does; hence a format of our own, with its version in the first byte.
struct Archive {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ value: Int64) {
    // Zigzag, so that small negative numbers stay short.
    write(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  mutating func write(_ text: String) {
    write(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write<Value: Archived>(_ value: Value) { value.write(to: &self) }

  mutating func write<Value: RawRepresentable>(raw value: Value) where Value.RawValue == String {
    write(value.rawValue)
  }
}

/// Why bytes are no archive: they were damaged, or written by a newer program.
struct ArchiveFault: Error {}

/// Reads an archive from its start; no bytes can make it trap.
struct ArchiveReader {
  private let bytes: UnsafeRawBufferPointer
  /// The form of the bytes, once the opportunity that they hold has said it.
  var version: UInt64 = 0
  private var offset = 0
  private var depth = 0

  /// How deep requirement trees may nest.
  static let deepest = 64

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func number() throws(ArchiveFault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw ArchiveFault()
  }

  mutating func signed() throws(ArchiveFault) -> Int64 {
    let value = try number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func text() throws(ArchiveFault) -> String {
    let count = try number()
    guard count <= UInt64(bytes.count - offset) else { throw ArchiveFault() }
    defer { offset += Int(count) }
    return String(decoding: bytes[offset..<offset + Int(count)], as: UTF8.self)
  }

  mutating func value<Value: Archived>(_ type: Value.Type = Value.self) throws(ArchiveFault) -> Value {
    try Value(from: &self)
  }

  mutating func raw<Value: RawRepresentable>(
    _ type: Value.Type = Value.self
  ) throws(ArchiveFault) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try text()) else { throw ArchiveFault() }
    return value
  }

  mutating func enter() throws(ArchiveFault) {
    depth += 1
    guard depth <= ArchiveReader.deepest else { throw ArchiveFault() }
  }

  mutating func leave() { depth -= 1 }

  /// How many elements follow; never more than the bytes that are left, so that no length can exhaust memory.
  mutating func count() throws(ArchiveFault) -> Int {
    let count = try number()
    guard count <= UInt64(bytes.count - offset) else { throw ArchiveFault() }
    return Int(count)
  }
}

extension String: Archived {
  func write(to archive: inout Archive) { archive.write(self) }
  init(from reader: inout ArchiveReader) throws(ArchiveFault) { self = try reader.text() }
}

extension Int: Archived {
  func write(to archive: inout Archive) { archive.write(Int64(self)) }
  init(from reader: inout ArchiveReader) throws(ArchiveFault) { self = Int(try reader.signed()) }
}

extension Bool: Archived {
  func write(to archive: inout Archive) { archive.write(UInt64(self ? 1 : 0)) }
  init(from reader: inout ArchiveReader) throws(ArchiveFault) { self = try reader.number() == 1 }
}

extension Array: Archived where Element: Archived {
  func write(to archive: inout Archive) {
    archive.write(UInt64(count))
    for element in self { archive.write(element) }
  }

  init(from reader: inout ArchiveReader) throws(ArchiveFault) {
    let count = try reader.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
}

extension Optional: Archived where Wrapped: Archived {
  func write(to archive: inout Archive) {
    archive.write(self != nil)
    if let self { archive.write(self) }
  }

  init(from reader: inout ArchiveReader) throws(ArchiveFault) {
    self = try reader.value(Bool.self) ? try Wrapped(from: &reader) : nil
  }
}

extension Dictionary: Archived where Key == String, Value == String {
  func write(to archive: inout Archive) {
    archive.write(UInt64(count))
    // Sorted, so that the same value is always the same bytes.
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      archive.write(key)
      archive.write(value)
    }
  }

  init(from reader: inout ArchiveReader) throws(ArchiveFault) {
    self = [:]
    for _ in 0..<(try reader.count()) {
      let key = try reader.text()
      self[key] = try reader.text()
    }
  }
}

extension Day: Archived {
  func write(to archive: inout Archive) { archive.write(Int64(number)) }
  init(from reader: inout ArchiveReader) throws(ArchiveFault) {
    guard let number = Int32(exactly: try reader.signed()) else { throw ArchiveFault() }
    self.init(number: number)
  }
}

extension Currency: Archived {
  func write(to archive: inout Archive) { archive.write(code) }
  init(from reader: inout ArchiveReader) throws(ArchiveFault) {
    guard let currency = Currency(try reader.text()) else { throw ArchiveFault() }
    self = currency
  }
}

extension Money: Archived {
  func write(to archive: inout Archive) {
    archive.write(minorUnits)
    archive.write(currency)
  }

  init(from reader: inout ArchiveReader) throws(ArchiveFault) {
    self.init(minorUnits: try reader.signed(), currency: try reader.value())
  }
}

extension Rate: Archived {
  func write(to archive: inout Archive) { archive.write(millionths) }
  init(from reader: inout ArchiveReader) throws(ArchiveFault) { self.init(millionths: try reader.signed()) }
}
