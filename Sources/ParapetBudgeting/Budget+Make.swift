public import ParapetModel

extension Budget {
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
}
