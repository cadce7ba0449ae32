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
  /// From where to where the grant may be, where it rests on a choice, an unstated number or a cap.
  public package(set) var range: GrantRange?
  /// Tax that a fund of the state pays back later, line by line.
  public package(set) var taxReturns: [TaxReturn] = []

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
