/// The sums of a grant that follows no cost: a table, of which one step is paid.
///
/// A lump sum is paid for what was done and not for what was spent (Regulation (EU, Euratom) 2024/2509, Art. 186(1)); which
/// step it is, the applicants choose or the size of the action says.
public struct LumpSums: Hashable, Sendable {
  /// What says which step is paid.
  public enum Selector: String, Hashable, Sendable, CaseIterable {
    /// The applicants choose the sum that fits their work.
    case choice
    /// The number of people who take part.
    case participants
    /// The number of countries of those who apply.
    case countries
  }

  /// One sum.
  public struct Step: Hashable, Sendable {
    /// The sum.
    public var amount: Money
    /// From which number on it is paid; nothing where the applicants choose.
    public var from: Int?

    /// A sum, and from which number on it is paid.
    public init(_ amount: Money, from: Int? = nil) {
      self.amount = amount
      self.from = from
    }
  }

  /// What says which step is paid.
  public var selector: Selector
  /// The steps, the smallest sum first; never empty.
  public var steps: [Step]
  /// Whether these are all; else only the smallest and the largest are known, and no number says which is paid.
  public var isWhole: Bool

  /// A table; nothing where it has no step.
  public init?(by selector: Selector, steps: [Step], isWhole: Bool = true) {
    guard !steps.isEmpty else { return nil }
    self.selector = selector
    self.steps = steps.sorted { ($0.amount.minorUnits, $0.from ?? 0) < ($1.amount.minorUnits, $1.from ?? 0) }
    self.isWhole = isWhole
  }

  /// The smallest sum.
  public var lowest: Money { steps[0].amount }

  /// The largest sum.
  public var highest: Money { steps[steps.count - 1].amount }

  /// The sum for a number; nothing where the number is unknown, too small for any, or does not decide.
  public func amount(for number: Int?) -> Money? {
    guard isWhole, selector != .choice, let number else { return nil }
    return steps.filter { step in step.from.map { $0 <= number } ?? false }
      .max { ($0.from ?? 0) < ($1.from ?? 0) }?.amount
  }
}
