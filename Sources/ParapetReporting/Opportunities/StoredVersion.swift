public import ParapetModel

/// One version of a record that the catalogue keeps.
public struct StoredVersion: Hashable, Sendable, Encodable {
  /// SHA-256 of the record's raw bytes, in hexadecimal.
  public var hash: String
  /// The file or address that it was read from.
  public var source: String
  /// The day of the reading.
  public var readOn: Day
  /// The dialect of the source.
  public var dialect: String

  /// A version from its parts.
  public init(hash: String, source: String, readOn: Day, dialect: String) {
    self.hash = hash
    self.source = source
    self.readOn = readOn
    self.dialect = dialect
  }

  private enum Key: String, CodingKey {
    case hash, source, readOn, dialect
  }

  /// Writes the day as ISO 8601.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(hash, forKey: .hash)
    try container.encode(source, forKey: .source)
    try container.encode(readOn.description, forKey: .readOn)
    try container.encode(dialect, forKey: .dialect)
  }
}
