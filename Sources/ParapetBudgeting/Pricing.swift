public import ParapetModel

/// What items of a city would bring, each as the budget of that item alone.
///
/// Of an opportunity it reads the terms alone, and of these neither how much there is for all nor where anything was read, but
/// for the grade: offers that agree in the rest are priced once.
public struct Pricing: Sendable {
  private let price: @Sendable (Item, City, FundingTerms) -> GrantEstimate?
  /// Whether several items may reach a smallest grant together, so that it refuses none of them alone.
  private var joinsItems = false
  /// Whether it prices by budgets, in which bounds that do not bite change no figure.
  private var isOfBudgets = false

  /// Prices by budgets.
  ///
  /// - Parameters:
  ///   - measures: the catalogue that gives costs without a heading the usual one of their measure.
  ///   - exchange: the rates at hand, for costs in another currency than the grant's.
  public init(measures: MeasureCatalogue? = nil, exchange: Exchange? = nil) {
    self.init { item, city, terms in
      try? GrantEstimate.make(item: item, city: city, terms: terms, measures: measures, exchange: exchange)
    }
    isOfBudgets = true
  }

  /// Prices by a rule of one's own.
  package init(_ price: @escaping @Sendable (Item, City, FundingTerms) -> GrantEstimate?) {
    self.price = price
  }

  /// The same where items are put together into applications: a grant below the smallest is counted as that, since
  /// the items reach it together, and a plan sees to it that they do.
  public var joiningItems: Pricing {
    var joining = self
    joining.joinsItems = true
    return joining
  }

  /// What an item would bring under terms; `nil` where no budget can be made.
  public func estimate(_ item: Item, of city: City, under terms: FundingTerms) -> GrantEstimate? {
    price(item, city, terms).map { joined($0, under: terms) }
  }

  /// What an item would bring under terms if they had no bounds; nothing where that tells nothing of what it brings.
  package func unbounded(_ item: Item, of city: City, under terms: FundingTerms) -> GrantEstimate? {
    guard isOfBudgets else { return nil }
    var open = terms
    open.funding.minimumGrant = nil
    open.funding.maximumGrant = nil
    return price(item, city, open)
  }

  /// What an item would bring under terms, from what it would without their bounds; nothing where a budget of its own has to
  /// tell.
  package func estimate(
    _ unbounded: GrantEstimate, of item: Item, in city: City, under terms: FundingTerms
  ) -> GrantEstimate? {
    // Other money, and a fund that pays tax back, look at what the grant leaves.
    let isCutSimple = item.support.isEmpty && city.national.taxFund == nil
    return unbounded.bounded(by: terms.funding, isCutSimple: isCutSimple).map { joined($0, under: terms) }
  }

  private func joined(_ estimate: GrantEstimate, under terms: FundingTerms) -> GrantEstimate {
    var estimate = estimate
    if joinsItems, let grant = estimate.grant, let minimum = terms.funding.minimumGrant?.value,
      minimum.currency == grant.currency, grant.minorUnits > 0, grant.minorUnits < minimum.minorUnits
    {
      estimate.grant = minimum
      estimate.belowMinimum = false
    }
    return estimate
  }
}
