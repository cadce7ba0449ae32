public import ParapetModel

extension GrantEstimate {
  /// The estimate of an item under an opportunity's terms, in the opportunity's currency.
  public static func make(
    item: Item, city: City, terms: FundingTerms, measures: MeasureCatalogue? = nil, exchange: Exchange? = nil
  ) throws(BudgetError) -> GrantEstimate {
    let budget = try Budget.make(
      items: [item], city: city, terms: terms, measures: measures, exchange: exchange)
    let isKnown = !budget.lines.isEmpty
    func bit(_ kind: Bound.Kind) -> Bool { budget.bounds.contains { $0.kind == kind && $0.bit } }
    return GrantEstimate(
      eligible: isKnown ? budget.totals.eligible : nil, grant: isKnown ? budget.totals.grant : nil,
      own: isKnown ? budget.totals.own : nil, ceilingBit: bit(.maximumGrant),
      belowMinimum: isKnown && bit(.minimumGrant), assumptions: budget.assumptions)
  }
}
