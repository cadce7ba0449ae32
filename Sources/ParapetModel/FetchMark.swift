/// What is remembered of an address that was fetched, so that the next time only what is new is sent.
public struct FetchMark: Hashable, Sendable {
  /// The server's own name for the content (`ETag`), where it gave one.
  public var tag: String?
  /// When the content last changed, in the server's own words (`Last-Modified`), where it said so.
  public var lastModified: String?
  /// SHA-256 of the content, in hexadecimal; a server that gives neither can still send the same bytes.
  public var hash: String
  /// The day on which it was read.
  public var readOn: Day
  /// The dialect of the content.
  public var dialect: String?
  /// How many records were read from it.
  public var records: Int
  /// The version of the program that read it; another one may see more in the same bytes.
  public var program: String

  /// A mark from its parts.
  public init(
    tag: String?, lastModified: String?, hash: String, readOn: Day, dialect: String?, records: Int,
    program: String
  ) {
    self.tag = tag
    self.lastModified = lastModified
    self.hash = hash
    self.readOn = readOn
    self.dialect = dialect
    self.records = records
    self.program = program
  }
}
