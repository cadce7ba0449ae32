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
