public import ParapetModel

extension Budget {
  /// What an application means for the treasury: the money that must be found, and what of the budget is no money.
  ///
  /// `cost` = grant + support + own + returned tax + what a flat rate gives beyond real costs.
  public struct Cash: Hashable, Sendable {
    /// What other sources that have granted support pay of what the grant leaves.
    public var support: Money
    /// Costs that a flat rate counts and nobody pays an invoice for.
    public var flatRateBeyondCosts: Money
    /// Value added tax that counts as a cost and that the payers get back.
    public var returnedVAT: Money
    /// What the city and its partners must find; below nothing where a flat rate brings in more than is spent, and
    /// nothing where the grant is not known.
    public var own: Money?
    /// What a fund of the state pays back of the own money's tax in later years; it lowers the own money of no year.
    public var laterTax: Money

    /// Cash from its parts.
    public init(
      support: Money, flatRateBeyondCosts: Money, returnedVAT: Money, own: Money?, laterTax: Money? = nil
    ) {
      self.laterTax = laterTax ?? .zero(support.currency)
      self.support = support
      self.flatRateBeyondCosts = flatRateBeyondCosts
      self.returnedVAT = returnedVAT
      self.own = own
    }

    /// The sums of several applications.
    package static func sum(_ parts: [Cash], currency: Currency) -> Cash {
      var sum = Cash(
        support: .zero(currency), flatRateBeyondCosts: .zero(currency), returnedVAT: .zero(currency),
        own: .zero(currency))
      for part in parts {
        sum.support += part.support
        sum.flatRateBeyondCosts += part.flatRateBeyondCosts
        sum.returnedVAT += part.returnedVAT
        sum.laterTax += part.laterTax
        sum.own = sum.own.flatMap { left in part.own.map { left + $0 } }
      }
      return sum
    }
  }

  /// What the application means for the treasury.
  public var cash: Cash {
    let zero = Money.zero(currency)
    let flat = indirect.reduce(zero) { $0 + $1.amount }
    let returned = lines.reduce(zero) { $0 + $1.returned }
    let later = taxReturns.reduce(zero) { $0 + $1.amount }
    guard let left = totals.own else {
      return Cash(
        support: grantedSupport.values.reduce(zero, +), flatRateBeyondCosts: flat, returnedVAT: returned,
        own: nil, laterTax: later)
    }
    let support = usedSupport.values.reduce(zero, +)
    return Cash(
      support: support, flatRateBeyondCosts: flat, returnedVAT: returned,
      own: left - flat - returned - support, laterTax: later)
  }

  /// What granted support pays of each item: no more than the grant leaves to be paid of it.
  package var usedSupport: [String: Money] {
    guard !grantedSupport.isEmpty else { return [:] }
    var needs: [String: Money] = [:]
    func need(_ item: String, _ amount: Money) { needs[item, default: .zero(currency)] += amount }
    for line in lines { need(line.item, line.outlay - line.returned - (line.grant ?? .zero(currency))) }
    for entry in indirect {
      for share in shares(of: entry) {
        need(lines[share.line].item, .zero(currency) - (share.totals.grant ?? .zero(currency)))
      }
    }
    return grantedSupport.reduce(into: [:]) { used, entry in
      let most = max(0, needs[entry.key]?.minorUnits ?? 0)
      used[entry.key] = Money(minorUnits: min(entry.value.minorUnits, most), currency: currency)
    }
  }
}
