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

/// One field of a record that says something else than before.
public struct FieldChange: Hashable, Sendable {
  /// The fields that are compared, by the names of their elements in canonical XML.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case level, identifier, otherIdentifier, title, description, status, publicationDate, openingDate
    case deadlineModel, deadline, totalAmountAvailable, minAwardAmount, maxAwardAmount, estimatedAwardCount
    case fundingRate, costRules, requirements, typeOfAction, programme, programmeDivision, partOf, appliesTo
    case management, period, legalBasis, applyAt, condition, cadence, keyword, documentLink, proposal
  }

  /// What a field says.
  public enum Value: Hashable, Sendable {
    /// A code or words.
    case text(String)
    /// Several of them, in an order that says nothing.
    case texts([String])
    /// A day.
    case day(Day)
    /// Several days, earliest first.
    case days([Day])
    /// An amount.
    case money(Money)
    /// Several amounts, each perhaps of a year.
    case amounts([AnnualAmount])
    /// A count.
    case count(Int)
  }

  /// An amount, perhaps of a year.
  public struct AnnualAmount: Hashable, Sendable {
    /// The amount.
    public var amount: Money
    /// The budget year.
    public var year: Int?

    /// An amount of a year.
    public init(_ amount: Money, year: Int?) {
      self.amount = amount
      self.year = year
    }
  }

  /// The field.
  public var field: Field
  /// What it said, or nothing where it said nothing.
  public var old: Value?
  /// What it says, or nothing where it says nothing any more.
  public var new: Value?
  /// How much it matters.
  public var severity: RecordChange.Severity

  /// A change of a field.
  public init(_ field: Field, old: Value?, new: Value?, severity: RecordChange.Severity) {
    self.field = field
    self.old = old
    self.new = new
    self.severity = severity
  }
}

extension FieldChange.Value: CustomStringConvertible {
  /// The same in every language; several values are separated by bars.
  public var description: String {
    switch self {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: "|")
    case .day(let day): day.description
    case .days(let days): days.map(\.description).joined(separator: "|")
    case .money(let amount): amount.decimal + " " + amount.currency.code
    case .amounts(let amounts): amounts.map(\.description).joined(separator: "|")
    case .count(let count): String(count)
    }
  }
}

extension FieldChange.AnnualAmount: CustomStringConvertible {
  /// The amount with its currency and year.
  public var description: String {
    amount.decimal + " " + amount.currency.code + (year.map { " \($0)" } ?? "")
  }
}
