public import ParapetModel

extension Budget {
  /// Tax on investments that a fund of the state pays back in a later year.
  public struct TaxReturn: Hashable, Sendable {
    /// The item whose tax it is.
    public var item: String
    /// The year of the expense, or nothing where that is unknown.
    public var spentIn: Int?
    /// How much.
    public var amount: Money
    /// The year in which it comes, or nothing where that of the expense is unknown.
    public var year: Int?
  }

  /// What a fund of the state pays back on the city's own works and equipment, line by line.
  ///
  /// The fund's flat part of cost and tax, and never more than the tax that neither the city recovers nor the grant pays: what
  /// a grant has paid is not counted twice, though the fund looks at money of the Union only where the State itself gave it.
  /// It comes in a later year and lowers the own money of none.
  ///
  /// A cost without a year is spread over the months of its item.
  static func taxReturns(of lines: [BudgetLine], _ items: [Item], by city: City) -> [TaxReturn] {
    guard let fund = city.national.taxFund, city.facts.country == fund.country else { return [] }
    let years = city.taxFundYears ?? fund.years
    return lines.flatMap { line -> [TaxReturn] in
      guard line.isOwnInvestment, let vat = line.vat, vat.minorUnits > 0
      else { return [] }
      let kept = line.outlay - line.cost - line.returned
      guard kept.minorUnits > 0 else { return [] }
      let share = fund.share.of(line.cost + kept, rounding: .cent)
      let ofGrant = line.grantOfTax(kept)
      let most = max(0, kept.minorUnits - ofGrant)
      let amount = min(share.minorUnits, most)
      guard amount > 0 else { return [] }
      let months =
        line.year.map { [(year: $0, count: Int64(1))] }
        ?? items.first { $0.id == line.item }?.monthsByYear ?? []
      guard !months.isEmpty else {
        return [
          TaxReturn(
            item: line.item, spentIn: nil, amount: Money(minorUnits: amount, currency: vat.currency),
            year: nil)
        ]
      }
      return zip(months, spread(amount, over: months.map(\.count))).filter { $1 > 0 }.map { month, part in
        TaxReturn(
          item: line.item, spentIn: month.year, amount: Money(minorUnits: part, currency: vat.currency),
          year: month.year + years)
      }
    }
  }

  /// An amount in proportion to weights, each sum so far rounded down.
  private static func spread(_ amount: Int64, over weights: [Int64]) -> [Int64] {
    let whole = weights.reduce(0, +)
    var (reached, before): (Int64, Int64) = (0, 0)
    return weights.map { weight in
      reached += weight
      let product = amount.magnitude.multipliedFullWidth(by: reached.magnitude)
      let sum = Int64(whole.magnitude.dividingFullWidth((product.high, product.low)).quotient)
      defer { before = sum }
      return sum - before
    }
  }
}

extension Item {
  /// How many months of its work fall in each year, thirty years at most; none where its days are unknown.
  fileprivate var monthsByYear: [(year: Int, count: Int64)] {
    guard let start, let end, start <= end else { return [] }
    let (first, last) = (start.components, end.components)
    return (first.year...min(last.year, first.year + 30)).map { year in
      let from = year == first.year ? first.month : 1
      let to = year == last.year ? last.month : 12
      return (year, Int64(to - from + 1))
    }
  }
}

extension BudgetLine {
  /// How much of a grant is for tax: what it is above the rate of the cost without tax. Where a cut leaves no more than that,
  /// the same grant comes for a cost declared without tax, and the fund pays on all of it.
  fileprivate func grantOfTax(_ kept: Money) -> Int64 {
    guard let grant, let rate, grant.minorUnits > 0, eligible.minorUnits > 0 else { return 0 }
    let tax = because.lazy.compactMap { reason -> Money? in
      if case .vatEligible(_, let amount) = reason { amount } else { nil }
    }.first
    guard let tax, tax.minorUnits > 0 else { return 0 }
    // Equipment that counts by its loss of value has as much less of its tax in the eligible cost.
    let whole = (cost + tax).minorUnits.magnitude
    let product = eligible.minorUnits.magnitude.multipliedFullWidth(by: cost.minorUnits.magnitude)
    let net = Int64(whole.dividingFullWidth((product.high, product.low)).quotient)
    let ofNet = rate.of(Money(minorUnits: net, currency: grant.currency), rounding: .cent)
    return min(kept.minorUnits, max(0, grant.minorUnits - ofNet.minorUnits))
  }
}
