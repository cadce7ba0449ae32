/// One record as it was read from a feed, ready for the catalogue.
public struct FeedRecord: Hashable, Sendable {
  /// The opportunity that the record describes.
  public var opportunity: Opportunity
  /// The dialect it was read in, such as `sedia-search`.
  public var dialect: String
  /// SHA-256 of the record's raw bytes, in hexadecimal: the same bytes are the same version.
  public var hash: String
  /// How much the record states, to choose among doubles of one reading.
  public var richness: Richness
  /// Where it stands in the input.
  public var place: Diagnostic.Place

  /// A record from its parts.
  public init(
    opportunity: Opportunity, dialect: String, hash: String, richness: Richness, place: Diagnostic.Place
  ) {
    self.opportunity = opportunity
    self.dialect = dialect
    self.hash = hash
    self.richness = richness
    self.place = place
  }

  /// What tells this record from all others of its dialect: the source's own reference, else the identifier.
  ///
  /// Topic identifiers are renamed, and cascade calls share their parent's; the reference is neither.
  public var key: String {
    dialect + "|" + (opportunity.reference ?? opportunity.identifier)
  }

  /// How much a record states; of two doubles the richer counts, then the one that the source indexed later.
  public struct Richness: Hashable, Comparable, Sendable {
    /// How many fields are filled.
    public var fields: Int
    /// When the source indexed the record, as it wrote it; ISO 8601, so that later sorts after earlier.
    public var indexed: String
    /// How many bytes the record has.
    public var bytes: Int

    /// A measure of a record.
    public init(fields: Int, indexed: String = "", bytes: Int = 0) {
      self.fields = fields
      self.indexed = indexed
      self.bytes = bytes
    }

    /// Whether the left states less.
    public static func < (left: Richness, right: Richness) -> Bool {
      (left.fields, left.indexed, left.bytes) < (right.fields, right.indexed, right.bytes)
    }
  }
}

/// What a reader of feeds reports, in the order of the input.
public enum FeedEvent: Hashable, Sendable {
  /// A record.
  case record(FeedRecord)
  /// A project that was funded; it is no opportunity.
  case precedent(Precedent)
  /// The rates of exchange of a day.
  case rates(ExchangeRates)
  /// A record that cannot be used; its neighbours are untouched.
  case rejected(Diagnostic)
  /// Something to look at; no record is lost by it.
  case remark(Diagnostic)
  /// The rest of the input cannot be read; what came before it counts.
  case broken(Diagnostic)
}
