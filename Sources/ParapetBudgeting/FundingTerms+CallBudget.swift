public import ParapetModel

extension FundingTerms {
  /// What the topic has over all years, else what its call has: no application gets more. Nothing where neither says, or
  /// in another currency than the grant's.
  public var callBudget: Money? {
    for scope in [AvailableAmount.Scope.topic, .call] {
      let amounts = funding.available.filter { $0.scope == scope && $0.amount.currency == funding.currency }
      guard !amounts.isEmpty else { continue }
      // Portals repeat a year that two of their lists name; the same amount of the same year is one.
      var sum: Int64 = 0
      for amount in Set(amounts.map { [Int64($0.year ?? 0), $0.amount.minorUnits] }) {
        sum = min(Int64.max / 8, sum + min(amount[1], Int64.max / 8))
      }
      return sum > 0 ? Money(minorUnits: sum, currency: funding.currency) : nil
    }
    return nil
  }
}
