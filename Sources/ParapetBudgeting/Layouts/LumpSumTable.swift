public import ParapetModel

/// The budget as the form of a lump sum has it: work package by payer and heading, items and unit cost in whole euro.
///
/// The detailed budget table of Horizon Europe's lump sums takes a number of items, with fractions, and a cost of one
/// without cents, and multiplies them. A unit cost is therefore rounded down, so that no amount exceeds the eligible
/// cost; what that leaves stands beside it, so that the totals tie to the cent.
public struct LumpSumTable: Hashable, Sendable {
  /// The costs of one work package, payer, heading and unit.
  public struct Row: Hashable, Sendable {
    /// The work package, or empty.
    public var workPackage: String
    /// The partner that pays; nothing means the city.
    public var partner: String?
    /// The heading.
    public var heading: EUGrantTable.Heading
    /// Of what: person-months, pieces; or empty.
    public var unit: String
    /// How many, in ten-thousandths.
    public var items: Int64
    /// What one costs at most, in whole euro.
    public var unitCost: Money
    /// Items times unit cost, in whole euro.
    public var amount: Money
    /// What the whole euro leave of the eligible cost.
    public var rest: Money
    /// The sums of the costs to the cent.
    public var totals: Budget.Totals
    /// The same amount as a fraction of units that whole euro lose least of.
    public var inWholeEuro: WholeEuroUnits {
      WholeEuroUnits(of: totals.eligible, units: items > 0 ? items : CostLine.one)
    }
  }

  /// The rows, in the order of work packages, payers and headings.
  public var rows: [Row]
  /// The sum of the amounts.
  public var amount: Money
  /// The sum of what whole euro leave.
  public var rest: Money
  /// The sums over all rows, to the cent.
  public var totals: Budget.Totals

  /// The table of a budget; the indirect costs of a payer are shared out to the work packages of their base.
  public init(_ budget: Budget) {
    let currency = budget.currency
    let payers = EUGrantTable(budget).columns.map(\.partner)
    var groups: [Key: (items: Int64, totals: [Budget.Totals])] = [:]
    for line in budget.lines {
      let key = Key(line.workPackage, line.partner, .direct(line.category), line.unit, payers)
      groups[key, default: (0, [])].items += line.quantity
      groups[key, default: (0, [])].totals.append(line.totals)
    }
    for entry in budget.indirect {
      for (index, share) in budget.shares(of: entry) {
        let key = Key(budget.lines[index].workPackage, entry.partner, .indirect, "", payers)
        groups[key, default: (0, [])].items = CostLine.one
        groups[key, default: (0, [])].totals.append(share)
      }
    }
    rows = groups.keys.sorted().map { key in
      let group = groups[key] ?? (0, [])
      let totals = Budget.Totals.sum(group.totals, currency: currency)
      let unitCost =
        group.items > 0
        ? Rounding.euro.round(totals.eligible, times: CostLine.one, over: group.items) : .zero(currency)
      let amount = Rounding.euro.round(unitCost, times: group.items, over: CostLine.one)
      return Row(
        workPackage: key.workPackage, partner: key.partner, heading: key.heading, unit: key.unit,
        items: group.items, unitCost: unitCost, amount: amount, rest: totals.eligible - amount,
        totals: totals)
    }
    amount = rows.reduce(.zero(currency)) { $0 + $1.amount }
    rest = rows.reduce(.zero(currency)) { $0 + $1.rest }
    totals = Budget.Totals.sum(rows.map(\.totals), currency: currency)
  }

  private struct Key: Hashable, Comparable {
    var workPackage: String
    var payer: Int
    var partner: String?
    var heading: EUGrantTable.Heading
    var unit: String

    init(
      _ workPackage: String, _ partner: String?, _ heading: EUGrantTable.Heading, _ unit: String,
      _ payers: [String?]
    ) {
      (self.workPackage, self.partner, self.heading, self.unit) = (workPackage, partner, heading, unit)
      payer = payers.firstIndex(of: partner) ?? 0
    }

    /// Indirect costs close the headings of a payer, works before them.
    private var order: String { heading == .indirect ? "Z" : heading.code }

    static func < (left: Key, right: Key) -> Bool {
      (WorkPackageOrder(left.workPackage), left.payer, left.order, left.unit) < (
        WorkPackageOrder(right.workPackage), right.payer, right.order, right.unit
      )
    }
  }
}
