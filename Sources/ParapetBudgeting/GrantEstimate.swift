public import ParapetModel

/// What a grant for one item would come to, for a shortlist; the same figures as a budget of that item alone.
public struct GrantEstimate: Hashable, Sendable {
  /// The eligible costs, indirect costs included, or nothing where the item's cost is unknown.
  public var eligible: Money?
  /// The grant, or nothing where the cost or the rate is unknown.
  public var grant: Money?
  /// What the city and its partners must find themselves, or nothing where the grant is unknown.
  public var own: Money?
  /// From where to where the grant may be, where no single figure is known.
  public var range: GrantRange?
  /// Whether the grant was cut to the opportunity's largest.
  public var ceilingBit: Bool
  /// Whether the grant stays below the opportunity's smallest.
  public var belowMinimum: Bool
  /// What the figures rest on without being sure of it.
  public var assumptions: [Assumption]

  /// An estimate from its parts.
  public init(
    eligible: Money?, grant: Money?, own: Money?, ceilingBit: Bool = false, belowMinimum: Bool = false,
    assumptions: [Assumption] = []
  ) {
    self.eligible = eligible
    self.grant = grant
    self.own = own
    self.ceilingBit = ceilingBit
    self.belowMinimum = belowMinimum
    self.assumptions = assumptions
  }
}

extension GrantEstimate {
  /// The estimate of an item under an opportunity's terms, in the opportunity's currency.
  public static func make(
    item: Item, city: City, terms: FundingTerms, measures: MeasureCatalogue? = nil, exchange: Exchange? = nil
  ) throws(BudgetError) -> GrantEstimate {
    let budget = try Budget.make(
      items: [item], city: city, terms: terms, measures: measures, exchange: exchange)
    let isKnown = !budget.lines.isEmpty
    func bit(_ kind: Bound.Kind) -> Bool { budget.bounds.contains { $0.kind == kind && $0.bit } }
    var estimate = GrantEstimate(
      eligible: isKnown ? budget.totals.eligible : nil, grant: isKnown ? budget.totals.grant : nil,
      own: isKnown ? budget.cash.own.map { $0.minorUnits < 0 ? .zero($0.currency) : $0 } : nil,
      ceilingBit: bit(.maximumGrant),
      belowMinimum: isKnown && bit(.minimumGrant), assumptions: budget.assumptions)
    estimate.range = isKnown ? budget.range : nil
    return estimate
  }
}

extension GrantEstimate {
  /// The same figures under the bounds of a grant: most calls differ from others of their kind in these alone. Nothing where
  /// the grant is unknown, a range or a lump sum, where a bound is of another currency or unverified, which is an assumption
  /// in its own place among the others, and where the largest cuts a grant whose cut has to be shared out.
  ///
  /// - Parameter isCutSimple: whether what a cut takes is the payers' to find, and nothing else changes by it.
  func bounded(by funding: Funding, isCutSimple: Bool) -> GrantEstimate? {
    guard let grant, range == nil, funding.lumpSums == nil else { return nil }
    for bound in [funding.maximumGrant, funding.minimumGrant].compactMap(\.self) {
      guard bound.value.currency == grant.currency, bound.citation.grade.canExclude else { return nil }
    }
    var bounded = self
    var sum = grant
    if let most = funding.maximumGrant?.value, grant.minorUnits > max(0, most.minorUnits) {
      sum = Money(minorUnits: max(0, most.minorUnits), currency: grant.currency)
      guard isCutSimple, let own, own.minorUnits > 0 else { return nil }
      bounded.grant = sum
      bounded.own = own + (grant - sum)
      bounded.ceilingBit = true
    }
    if let least = funding.minimumGrant?.value { bounded.belowMinimum = sum.minorUnits < least.minorUnits }
    return bounded
  }
}
