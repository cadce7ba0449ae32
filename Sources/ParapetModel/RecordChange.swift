/// What happened to a record between two readings of its source.
public struct RecordChange: Hashable, Sendable {
  /// What kind of thing happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It was read for the first time.
    case created
    /// It says something else than before.
    case changed
    /// The complete list of its source no longer has it, which says nothing about the money yet.
    case missing
    /// It was missing, and is there again.
    case returned
    /// Its source says so, or several complete lists in a row were without it before its deadline.
    case withdrawn
  }

  /// How much it matters to somebody who is writing an application, the most urgent first.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// It can spoil an application: less time, less money, fewer who may apply.
    case red
    /// It must be known: more time or money, another state.
    case amber
    /// Words, and what nobody relied on yet.
    case grey

    /// Whether the left is more urgent.
    public static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }

    private var order: Int {
      switch self {
      case .red: 0
      case .amber: 1
      case .grey: 2
      }
    }
  }

  /// What happened.
  public var kind: Kind
  /// The identifier of the opportunity, as it is called after the change.
  public var opportunity: String
  /// The source's own reference of the record.
  public var reference: String?
  /// Its title after the change.
  public var titles: [LocalizedText]
  /// Where it was read, as it was named then.
  public var source: String
  /// The day of the reading.
  public var readOn: Day
  /// Field by field, what it said and what it says; none where it only came or went.
  public var fields: [FieldChange]

  /// A change from its parts.
  public init(
    _ kind: Kind, of opportunity: Opportunity, source: String, readOn: Day, fields: [FieldChange] = []
  ) {
    self.kind = kind
    self.opportunity = opportunity.identifier
    reference = opportunity.reference
    titles = opportunity.titles
    self.source = source
    self.readOn = readOn
    self.fields = fields
  }

  /// How urgent it is as a whole: as its most urgent field, and a withdrawal always most.
  public var severity: Severity {
    switch kind {
    case .withdrawn: .red
    case .missing, .returned: .amber
    case .created: .grey
    case .changed: fields.map(\.severity).min() ?? .grey
    }
  }

  /// The order in which changes are told: severity, day, identifier, reference, kind.
  public static func precedes(_ left: RecordChange, _ right: RecordChange) -> Bool {
    if left.severity != right.severity { return left.severity < right.severity }
    if left.readOn != right.readOn { return left.readOn < right.readOn }
    let names = ((left.opportunity, left.reference ?? ""), (right.opportunity, right.reference ?? ""))
    if names.0 != names.1 { return names.0 < names.1 }
    return left.kind.rawValue < right.kind.rawValue
  }
}
