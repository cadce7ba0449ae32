public import ParapetModel

/// What a document was made from: the day judged, the day known, and the program.
///
/// Nothing else may differ between two runs that agree in these.
public struct Edition: Hashable, Sendable {
  /// The day on which dates are judged.
  public var asOf: Day
  /// The day whose knowledge was used, or nothing for all that is known.
  public var knownOn: Day?
  /// The program's version.
  public var program: String
  /// How fresh the catalogue is; nothing where a document does not rest on one.
  public var catalogue: Freshness?

  /// What is known of the catalogue.
  public enum Freshness: Hashable, Sendable {
    /// There is none: our own calls are all there is.
    case missing
    /// When each of its feeds was last read.
    case feeds([FeedFreshness])

    /// The feeds, none where there is no catalogue.
    public var feeds: [FeedFreshness] {
      switch self {
      case .missing: []
      case .feeds(let feeds): feeds
      }
    }
  }
  /// What tells the languages of items; nothing where no page names any.
  public var itemLanguages: ItemLanguages?
  /// The titles of the items that the document is about, with their languages.
  var foreign = ForeignTitles()
  /// What could not be read of the portfolios that the document is about; nothing where it is about none.
  public var gaps: Gaps?

  /// An edition from its parts.
  public init(asOf: Day, knownOn: Day? = nil, program: String, catalogue: Freshness? = nil) {
    self.catalogue = catalogue
    self.asOf = asOf
    self.knownOn = knownOn
    self.program = program
  }
}
