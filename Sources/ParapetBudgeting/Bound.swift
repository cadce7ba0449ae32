public import ParapetModel

/// A ceiling or a floor of a grant, and what came of it.
public struct Bound: Hashable, Sendable {
  /// The kinds of bound.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The opportunity's largest grant; what is above it is cut.
    case maximumGrant = "maximum-grant"
    /// The opportunity's smallest grant; a budget below it is not raised, for it cannot be.
    case minimumGrant = "minimum-grant"
    /// All that the topic or call has; no application gets more.
    case callBudget = "call-budget"
    /// What the city asks for; what is above it is left.
    case requested
    /// The eligible costs; a grant that rounding would lift above them is cut.
    case eligibleCosts = "eligible-costs"
    /// The eligible costs without the work of volunteers, who are not paid (Financial Regulation (EU, Euratom)
    /// 2024/2509, Art. 189(2); Regulation (EU) 2021/1060, Art. 67); looked at where there are volunteers.
    case eligibleLessVolunteers = "eligible-less-volunteers"
    /// What other sources that have granted support leave of the eligible direct costs of an item: no cost is paid
    /// twice (Regulation (EU, Euratom) 2024/2509, Art. 194), and all support together stays within the eligible cost.
    case otherSupport = "other-support"
    /// The lump sum that is chosen or that the size of the action gives; a floor where the costs do not bear it.
    case lumpSum = "lump-sum"
    /// What the law of the country lets others pay of an investment of the city: its public money less the part that the
    /// owner keeps, other public support taken off.
    case publicMoney = "public-money"
    /// The exact product of rate and costs, which a rule of rounding half up exceeds at times.
    case aboveRateTimesCost = "above-rate-times-cost"
  }

  /// What it bounds.
  public var kind: Kind
  /// The amount.
  public var limit: Money
  /// What came of it.
  public var effect: Effect

  /// What came of a bound, which is from above or from below.
  public enum Effect: Hashable, Sendable {
    /// A limit from above. Where it is reached the grant was cut to it or, where a rule of rounding half up exceeds
    /// rate × cost by itself (`Kind.aboveRateTimesCost`), stays above it.
    case ceiling(reached: Bool)
    /// A limit from below; nothing raises a grant that does not keep it.
    case floor(kept: Bool)
  }

  /// A bound from its parts.
  public init(kind: Kind, limit: Money, _ effect: Effect) {
    self.kind = kind
    self.limit = limit
    self.effect = effect
  }

  /// Whether it changed or questions the result: a ceiling that was reached, a floor that was missed.
  public var bit: Bool {
    switch effect {
    case .ceiling(let isReached): isReached
    case .floor(let isKept): !isKept
    }
  }

  /// Whether the grant comes up to it, as a grant should to a floor and need not to a ceiling.
  public var isMet: Bool {
    switch effect {
    case .ceiling(let isReached): isReached
    case .floor(let isKept): isKept
    }
  }
}
