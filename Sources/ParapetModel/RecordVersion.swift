/// One version of a record that was read, as the catalogue keeps it.
public struct RecordVersion: Hashable, Sendable {
  /// What tells the record from all others.
  public var key: String
  /// The dialect it was read in.
  public var dialect: String
  /// SHA-256 of the record's raw bytes, in hexadecimal.
  public var hash: String
  /// The file or address that it was read from, as it was named then.
  public var source: String
  /// The day of the reading.
  public var readOn: Day

  /// A version from its parts.
  public init(key: String, dialect: String, hash: String, source: String, readOn: Day) {
    self.key = key
    self.dialect = dialect
    self.hash = hash
    self.source = source
    self.readOn = readOn
  }
}
