public import ParapetModel

/// An amount as a fraction of units at a cost of one in whole euro.
///
/// Forms of lump sums multiply a number of items, which may have decimals, by a cost of one, which may have none. Where the
/// stated units would lose cents or euro, a cost of one a little higher and a fraction of units lose less.
public struct WholeEuroUnits: Hashable, Sendable {
  /// How many, in ten-thousandths.
  public var units: Int64
  /// What one costs, in whole euro.
  public var unitCost: Money
  /// Units times cost of one, to the nearest cent, which is never above the amount.
  public var amount: Money
  /// What that leaves of the amount.
  public var rest: Money

  /// How far above the stated cost of one it is looked, in hundredths of it and in euro.
  private static let (share, most): (Int64, Int64) = (2, 500)

  /// The pair that leaves least of an amount; the stated units where they leave nothing, or where nothing leaves less.
  package init(of whole: Money, units stated: Int64) {
    let currency = whole.currency
    let euro: Int64 = 100
    let least = Rounding.euro.round(whole, times: CostLine.one, over: stated).minorUnits / euro
    // In hundredths of a cent, so that units times cost is a whole number.
    let (target, isOver) = whole.minorUnits.multipliedReportingOverflow(by: 100)
    var best = (units: stated, cost: least, rest: isOver ? 0 : target - least * stated)
    // What is less than half a cent a form rounds away: of the costs that leave no more, the nearest to the stated one.
    let half: Int64 = 50
    if !isOver, best.rest > 0 {
      let first = max(1, least)
      for cost in first...(first + min(first * WholeEuroUnits.share / 100, WholeEuroUnits.most)) {
        let units = target / cost
        let rest = target - cost * units
        if rest < best.rest { best = (units, cost, rest) }
        if rest < half { break }
      }
    }
    units = best.units
    unitCost = Money(minorUnits: best.cost * euro, currency: currency)
    amount = Rounding.nearestCent.round(unitCost, times: best.units, over: CostLine.one)
    rest = whole - amount
  }
}
