import ParapetModel

/// A value that can be written to an archive and read back without loss.
protocol Archived {
  /// Appends the value.
  func write(to archive: inout ByteWriter)
  /// Reads the value that was written.
  init(from reader: inout ByteReader) throws(ByteFault)
}

extension ByteWriter {
  mutating func write<Value: Archived>(_ value: Value) { value.write(to: &self) }

  mutating func write<Value: RawRepresentable>(raw value: Value) where Value.RawValue == String {
    write(value.rawValue)
  }
}

extension ByteReader {
  mutating func value<Value: Archived>(_ type: Value.Type = Value.self) throws(ByteFault) -> Value {
    try Value(from: &self)
  }

  mutating func raw<Value: RawRepresentable>(
    _ type: Value.Type = Value.self
  ) throws(ByteFault) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try text()) else { throw ByteFault() }
    return value
  }

  mutating func optionalRaw<Value: RawRepresentable>() throws(ByteFault) -> Value?
  where Value.RawValue == String {
    guard let text = try value(String?.self) else { return nil }
    guard let value = Value(rawValue: text) else { throw ByteFault() }
    return value
  }
}

extension String: Archived {
  func write(to archive: inout ByteWriter) { archive.write(self) }
  init(from reader: inout ByteReader) throws(ByteFault) { self = try reader.text() }
}

extension Int: Archived {
  func write(to archive: inout ByteWriter) { archive.write(Int64(self)) }
  init(from reader: inout ByteReader) throws(ByteFault) { self = Int(try reader.signed()) }
}

extension Bool: Archived {
  func write(to archive: inout ByteWriter) { archive.write(UInt64(self ? 1 : 0)) }
  init(from reader: inout ByteReader) throws(ByteFault) { self = try reader.number() == 1 }
}

extension Array: Archived where Element: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(UInt64(count))
    for element in self { archive.write(element) }
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    let count = try reader.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
}

extension Optional: Archived where Wrapped: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(self != nil)
    if let self { archive.write(self) }
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self = try reader.value(Bool.self) ? try Wrapped(from: &reader) : nil
  }
}

extension Dictionary: Archived where Key == String, Value == String {
  func write(to archive: inout ByteWriter) {
    archive.write(UInt64(count))
    // Sorted, so that the same value is always the same bytes.
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      archive.write(key)
      archive.write(value)
    }
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self = [:]
    for _ in 0..<(try reader.count()) {
      let key = try reader.text()
      self[key] = try reader.text()
    }
  }
}

extension Day: Archived {
  func write(to archive: inout ByteWriter) { archive.write(Int64(number)) }
  init(from reader: inout ByteReader) throws(ByteFault) {
    // What is not written in four digits of a year comes from damaged bytes.
    guard let number = Int32(exactly: try reader.signed()), Day.written.contains(number) else {
      throw ByteFault()
    }
    self.init(number: number)
  }
}

extension Currency: Archived {
  func write(to archive: inout ByteWriter) { archive.write(code) }
  init(from reader: inout ByteReader) throws(ByteFault) {
    guard let currency = Currency(try reader.text()) else { throw ByteFault() }
    self = currency
  }
}

extension Money: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(minorUnits)
    archive.write(currency)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    let units = try reader.signed()
    guard Money.readable.contains(units) else { throw ByteFault() }
    self.init(minorUnits: units, currency: try reader.value())
  }
}

extension Rate: Archived {
  func write(to archive: inout ByteWriter) { archive.write(millionths) }
  init(from reader: inout ByteReader) throws(ByteFault) {
    let millionths = try reader.signed()
    guard (0...Rate.largest).contains(millionths) else { throw ByteFault() }
    self.init(millionths: millionths)
  }

  /// A hundred times the whole: more was never read from a text.
  private static let largest: Int64 = 100_000_000
}

extension Day {
  /// The numbers of the days from 0001-01-01 to 9999-12-31.
  fileprivate static let written: ClosedRange<Int32> = -719_162...2_932_896
}

extension Money {
  /// Beyond these nothing was ever taken in, so that arithmetic on what is brought back stays within 64 bits.
  fileprivate static let readable: ClosedRange<Int64> = -limit * 100...limit * 100
}
