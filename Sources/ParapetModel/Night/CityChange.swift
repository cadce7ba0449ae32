/// What changed for a city since it was last told: of an item and an opportunity, of an item, or of the city.
///
/// It holds texts and codes alone, so that a night that is taken up again tells the same.
public struct CityChange: Hashable, Sendable, Codable {
  /// What kind of thing changed.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// An opportunity that stands in an item's list for the first time.
    case new
    /// Its dates.
    case deadline
    /// Whether one can apply.
    case status
    /// What it pays.
    case money
    /// Who may apply, and for what.
    case eligibility
    /// Its documents and its words.
    case document
    /// What the city has to do.
    case standing
    /// Which opportunity is the first for an item.
    case rank
    /// What the plan wins or loses.
    case plan
    /// Its source no longer has it.
    case missing
    /// Its source has it again.
    case returned
    /// A source, or the city's own file, was not read.
    case stale
  }

  /// How a value is to be put into words.
  public enum Form: String, Hashable, Sendable, Codable {
    /// A text as it is.
    case text
    /// Days, separated by bars.
    case days
    /// An amount with its currency.
    case money
    /// The status on the day.
    case status
    /// What a source states of the status.
    case stated
    /// A standing.
    case standing
    /// A place in a list.
    case rank
    /// Items of the city.
    case items
  }

  /// Why it changed.
  public enum Cause: String, Hashable, Sendable, Codable {
    /// The call says something else.
    case call
    /// A rule of our data says something else.
    case rule
    /// The city's own files say something else.
    case city
    /// Time passed.
    case time
    /// A feed is read that was not read before.
    case feed
    /// A source or file could not be read.
    case failure
  }

  /// What kind.
  public var kind: Kind
  /// How much it matters.
  public var severity: RecordChange.Severity
  /// The item, where it is about one.
  public var item: String?
  /// The opportunity's identifier, where it is about one.
  public var opportunity: String?
  /// The source's own reference.
  public var reference: String?
  /// The opportunity's titles by language.
  public var titles: [String: String] = [:]
  /// What changed, by the name of a field.
  public var field: String
  /// What it was.
  public var before: String?
  /// What it is.
  public var after: String?
  /// How both are put into words.
  public var form: Form
  /// Why.
  public var cause: Cause
  /// The criteria that newly fail or are open, or no longer do.
  public var criteria: [String] = []
  /// The source and the day of its reading, where the call is the cause.
  public var source: String?
  /// The day of the reading.
  public var readOn: String?

  /// A change of a city as a whole.
  public init(
    _ kind: Kind, _ severity: RecordChange.Severity, field: String, before: String?, after: String?,
    as form: Form = .text, because cause: Cause
  ) {
    self.kind = kind
    self.severity = severity
    self.field = field
    self.before = before
    self.after = after
    self.form = form
    self.cause = cause
  }

  /// The order in which changes are told: severity, item, opportunity, kind, field.
  public static func precedes(_ left: CityChange, _ right: CityChange) -> Bool {
    if left.severity != right.severity { return left.severity < right.severity }
    let order = (Kind.allCases.firstIndex(of: left.kind) ?? 0, Kind.allCases.firstIndex(of: right.kind) ?? 0)
    let isNew = (left.kind == .new, right.kind == .new)
    // Changes come before what is new.
    if isNew.0 != isNew.1 { return isNew.1 }
    if left.item != right.item { return (left.item ?? "") < (right.item ?? "") }
    if left.opportunity != right.opportunity { return (left.opportunity ?? "") < (right.opportunity ?? "") }
    if order.0 != order.1 { return order.0 < order.1 }
    return left.field < right.field
  }
}

extension RecordChange.Severity: Codable {}
