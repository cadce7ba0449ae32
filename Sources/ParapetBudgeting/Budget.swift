public import ParapetModel

/// The budget of one application: what it costs, what of it is eligible, what is granted and what the city pays.
///
/// Every sum ties to the cent at every level. What is proposed never exceeds the eligible costs, nor the ceiling, and
/// exceeds rate × cost only under a rounding rule that does so by itself, which is then reported as a bound.
public struct Budget: Hashable, Sendable {
  /// The currency of every amount.
  public var currency: Currency
  /// The direct costs, in the order of the portfolio.
  public var lines: [BudgetLine]
  /// The indirect costs of each payer, the city first.
  public var indirect: [IndirectLine]
  /// Every ceiling and floor that was looked at, and what came of it.
  public var bounds: [Bound]
  /// What the figures rest on without being sure of it.
  public var assumptions: [Assumption]
  /// The sums over all lines and indirect costs.
  public var totals: Totals
  /// What other sources have granted for each item that has such support, in the currency of the budget.
  package var grantedSupport: [String: Money] = [:]

  /// A budget from its parts.
  package init(
    currency: Currency, lines: [BudgetLine], indirect: [IndirectLine], bounds: [Bound],
    assumptions: [Assumption], totals: Totals
  ) {
    self.currency = currency
    self.lines = lines
    self.indirect = indirect
    self.bounds = bounds
    self.assumptions = assumptions
    self.totals = totals
  }

  /// The most that costs and tax may add up to, so that no later sum leaves 64 bits.
  package static let largestTotal = Int64.max / 4

  /// The sums of a part of a budget; `own` is `cost` less `grant`.
  public struct Totals: Hashable, Sendable {
    /// What the payers pay: costs, value added tax that counts, indirect costs.
    public var cost: Money
    /// The eligible part of it.
    public var eligible: Money
    /// The grant, or nothing where no rate is stated.
    public var grant: Money?
    /// What is left to the payers, ineligible costs included, or nothing where the grant is not known.
    public var own: Money?

    /// Sums from their parts.
    public init(cost: Money, eligible: Money, grant: Money?, own: Money?) {
      self.cost = cost
      self.eligible = eligible
      self.grant = grant
      self.own = own
    }
  }

  /// The budget of an application of some items to an opportunity.
  ///
  /// - Parameters:
  ///   - items: What is applied for.
  ///   - city: Who applies, with its partners.
  ///   - terms: The opportunity's terms, resolved.
  ///   - requested: What the city asks for, where it is less than it could.
  ///   - callBudget: All that the topic or call has; no application gets more.
  ///   - taxThreshold: On which side of the five million of Regulation (EU) 2021/1060, Art. 64(1)(c), it is reckoned.
  ///   - measures: The catalogue that gives costs without a heading the usual one of their measure.
  ///   - exchange: The rates at hand, for costs in another currency than the grant's.
  public static func make(
    items: [Item], city: City, terms: FundingTerms, requested: Money? = nil, callBudget: Money? = nil,
    taxThreshold: TaxThreshold = .byTotal, measures: MeasureCatalogue? = nil, exchange: Exchange? = nil
  ) throws(BudgetError) -> Budget {
    try BudgetBuilder(
      items: items, city: city, terms: terms, requested: requested, callBudget: callBudget,
      taxThreshold: taxThreshold, measures: measures, exchange: exchange
    ).budget()
  }

  /// On which side of the threshold for value added tax an operation is reckoned.
  public enum TaxThreshold: Hashable, Sendable {
    /// By its total: the rule itself.
    case byTotal
    /// Below it, or from it on, whatever the total: for a part of an operation whose total is not known yet.
    case below, above
  }
}

/// Why no budget can be made at all.
public enum BudgetError: Error, Hashable, Sendable {
  /// Costs and grant are in two currencies, and no rate of exchange is at hand.
  case otherCurrency(of: Currency, expected: Currency)
  /// The costs add up to more than can be counted.
  case tooLarge
}

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
