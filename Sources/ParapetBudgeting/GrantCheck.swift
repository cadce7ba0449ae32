public import ParapetModel

/// How a published grant compares with what its costs, rate and rounding come to.
public enum GrantCheck: Hashable, Sendable {
  /// To the cent.
  case exact
  /// It is higher, by so much.
  case above(Money)
  /// It is lower, by so much: a rate is a cap.
  case below(Money)
  /// There is nothing to compare, for the rate is unknown.
  case undecided
}

extension Budget {
  /// Compares a grant that was published for these costs, which is in the budget's currency.
  public func compare(published: Money) throws(BudgetError) -> GrantCheck {
    guard published.currency == currency else {
      throw .otherCurrency(of: published.currency, expected: currency)
    }
    guard let grant = totals.grant else { return .undecided }
    if published.minorUnits > grant.minorUnits { return .above(published - grant) }
    if published.minorUnits < grant.minorUnits { return .below(grant - published) }
    return .exact
  }
}
