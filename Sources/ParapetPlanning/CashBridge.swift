public import ParapetModel

/// What is spent and what comes in, quarter by quarter: the money that the city and its partners must bridge.
public struct CashBridge: Hashable, Sendable {
  /// A quarter of a year.
  public struct Quarter: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// From 1 to 4.
    public var number: Int
    /// What is spent.
    public var spent: Money
    /// What comes in of the grants, of other support and of tax that a fund pays back.
    public var received: Money
    /// What must be bridged at its end: what was spent so far beyond what came in.
    public var bridged: Money
    /// What is in hand at its end: what came in so far beyond what was spent, as after an advance.
    public var inHand: Money
  }

  /// The quarters from the first to the last in which anything moves.
  public private(set) var quarters: [Quarter] = []
  /// What is spent in a year that nobody knows.
  public private(set) var undated: Money

  /// The bridge of a plan: costs of a year fall evenly on the months of their item in it.
  public init(_ plan: Plan) {
    undated = .zero(plan.currency)
    var spent: [QuarterOfYear: Int64] = [:]
    var received: [QuarterOfYear: Int64] = [:]
    for application in plan.applications {
      for part in application.parts {
        let item = part.placed
        for cell in part.cells {
          guard let year = cell.year else {
            undated += cell.outlay
            continue
          }
          let months = CashBridge.months(of: item, in: year)
          for (quarter, share) in zip(0..<4, PlanCell.spread(cell.outlay.minorUnits, over: months)) {
            spent[QuarterOfYear(year: year, quarter), default: 0] += share
          }
          // When other support is paid nobody says: it is counted with the costs that it pays for.
          for (quarter, share) in zip(0..<4, PlanCell.spread(cell.support.minorUnits, over: months))
          where share != 0 {
            received[QuarterOfYear(year: year, quarter), default: 0] += share
          }
        }
      }
      for payment in application.payments {
        received[QuarterOfYear(payment.day), default: 0] += payment.amount.minorUnits
      }
      // In which quarter a fund pays nobody says: the last is sure not to be too early.
      for entry in application.taxReturns {
        guard let year = entry.year else { continue }
        received[QuarterOfYear(year: year, 3), default: 0] += entry.amount.minorUnits
      }
    }
    let moving = Array(spent.filter { $0.value != 0 }.keys) + Array(received.keys)
    guard let first = moving.min(), let last = moving.max() else { return }
    var open: Int64 = 0
    for quarter in first...last {
      let (out, back) = (spent[quarter] ?? 0, received[quarter] ?? 0)
      open += out - back
      quarters.append(
        Quarter(
          year: quarter.year, number: quarter.number, spent: Money(minorUnits: out, currency: plan.currency),
          received: Money(minorUnits: back, currency: plan.currency),
          bridged: Money(minorUnits: max(0, open), currency: plan.currency),
          inHand: Money(minorUnits: max(0, -open), currency: plan.currency)))
    }
  }

  /// What bridging costs at a yearly rate: each quarter's amount for a quarter of a year, to the cent.
  public func interest(at rate: Rate) -> Money? {
    quarters.first.map { first in
      quarters.reduce(.zero(first.bridged.currency)) { sum, quarter in
        sum
          + Rounding.nearestCent.round(
            quarter.bridged, times: rate.millionths, over: 4 * Rate.whole.millionths)
      }
    }
  }

  /// The most that must be bridged in any quarter.
  public var peak: Money? { quarters.map(\.bridged).max { $0.minorUnits < $1.minorUnits } }

  /// What the treasury can pay in advance, in the currency of a plan; nothing where the city does not say or no rate is known.
  public static func limit(of city: City, for plan: Plan) -> Money? {
    guard let limit = city.bridge, limit.currency != plan.currency else { return city.bridge }
    for case .converted(let conversion) in plan.assumptions where conversion.from == limit.currency {
      return conversion.convert(limit)
    }
    return nil
  }

  /// Whether more must be paid in advance than the treasury can.
  public func exceeds(_ limit: Money?) -> Bool {
    guard let limit, let peak, limit.currency == peak.currency else { return false }
    return peak.minorUnits > limit.minorUnits
  }

  /// How many months of an item fall in each quarter of a year; three each where none of its months do.
  private static func months(of item: Item, in year: Int) -> [Int64] {
    guard let start = item.start?.components, let end = item.countedEnd?.components else {
      return [3, 3, 3, 3]
    }
    let months = (0..<4).map { quarter in
      Int64(
        (1...3).count { month in
          let number = year * 12 + quarter * 3 + month
          return number >= start.year * 12 + start.month && number <= end.year * 12 + end.month
        })
    }
    return months.contains { $0 > 0 } ? months : [3, 3, 3, 3]
  }
}

/// A quarter of a year, counted from the year nought.
private struct QuarterOfYear: Hashable, Comparable, Strideable {
  private var count: Int

  /// - Parameter place: from 0 to 3.
  init(year: Int, _ place: Int) { count = year * 4 + place }

  init(_ day: Day) {
    let (year, month, _) = day.components
    self.init(year: year, (month - 1) / 3)
  }

  private init(count: Int) { self.count = count }

  var year: Int { count / 4 }
  /// From 1 to 4.
  var number: Int { count % 4 + 1 }

  func distance(to other: QuarterOfYear) -> Int { other.count - count }
  func advanced(by distance: Int) -> QuarterOfYear { QuarterOfYear(count: count + distance) }
}
