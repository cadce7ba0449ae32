import ParapetBudgeting
import ParapetModel

/// What a grant is sought for: an item, or a part of one that may stand alone.
struct PlanPart {
  /// The item, with the costs of this part alone.
  var item: Item
  /// The positions of its costs in the whole item; nothing where the item has a total only.
  var lines: [Int]?
  /// The net cost in the currency of the plan, whatever source pays; nothing where it is unknown.
  var cost: Money?

  /// The parts of an item: one, unless it may be split.
  static func parts(of item: Item) -> [PlanPart] {
    guard !item.lines.isEmpty else { return [PlanPart(item: item, lines: nil)] }
    var groups: [(key: String, lines: [Int])] = []
    for (position, line) in item.lines.enumerated() {
      let key =
        switch item.splitting {
        case .whole: ""
        case .workPackages: line.workPackage
        case .lines: String(position)
        }
      if let group = groups.firstIndex(where: { $0.key == key }) {
        groups[group].lines.append(position)
      } else {
        groups.append((key, [position]))
      }
    }
    var parts = groups.map { group in
      var part = item
      part.lines = group.lines.map { item.lines[$0] }
      return PlanPart(item: part, lines: group.lines)
    }
    if parts.count > 1 { shareSupport(of: item, among: &parts) }
    return parts
  }

  /// Gives each part its share of other support, by cost, so that all parts together have what the item has.
  private static func shareSupport(of item: Item, among parts: inout [PlanPart]) {
    let costs = parts.map { max(0, $0.statedCost?.minorUnits ?? 0) }
    guard costs.contains(where: { $0 > 0 }) else { return }
    for (number, support) in item.support.enumerated() {
      guard let amount = support.amount else { continue }
      for (part, share) in PlanCell.spread(amount.minorUnits, over: costs).enumerated() {
        parts[part].item.support[number].amount = Money(minorUnits: share, currency: amount.currency)
      }
    }
  }

  /// The net cost as the city states it; nothing where it is unknown.
  var statedCost: Money? {
    guard let first = item.lines.first else { return item.cost }
    guard item.lines.allSatisfy({ $0.cost.currency == first.cost.currency }) else { return nil }
    var sum: Int64 = 0
    for line in item.lines {
      let (next, overflow) = sum.addingReportingOverflow(line.cost.minorUnits)
      guard !overflow, next <= Budget.largestTotal else { return nil }
      sum = next
    }
    return Money(minorUnits: sum, currency: first.cost.currency)
  }
}

/// Money of a line of a budget in one purse.
struct PlanCell {
  /// The line of the budget; indirect costs come after the direct ones.
  var line: Int
  /// The payer; nothing means the city.
  var partner: String?
  /// The year, or nothing where nobody knows.
  var year: Int?
  var outlay: Int64
  var grant: Int64

  /// The cells of an item's budget: what has no year is spread over the months of the item.
  static func cells(of budget: Budget, item: Item) -> [PlanCell] {
    var cells: [PlanCell] = []
    func add(_ line: Int, _ partner: String?, _ year: Int?, _ outlay: Money, _ grant: Money?) {
      let granted = grant?.minorUnits ?? 0
      let months = year == nil ? PlanCell.months(of: item) : []
      guard !months.isEmpty else {
        cells.append(
          PlanCell(line: line, partner: partner, year: year, outlay: outlay.minorUnits, grant: granted))
        return
      }
      let outlays = PlanCell.spread(outlay.minorUnits, over: months.map(\.count))
      let grants = PlanCell.spread(granted, over: months.map(\.count))
      for (index, month) in months.enumerated() {
        cells.append(
          PlanCell(
            line: line, partner: partner, year: month.year, outlay: outlays[index], grant: grants[index]))
      }
    }
    for (number, line) in budget.lines.enumerated() {
      add(number, line.partner, line.year, line.outlay, line.grant)
    }
    for (number, entry) in budget.indirect.enumerated() {
      for share in budget.shares(of: entry) {
        let year = budget.lines[share.line].year
        add(budget.lines.count + number, entry.partner, year, share.totals.cost, share.totals.grant)
      }
    }
    return cells
  }

  /// How many months of an item fall in each year; none where its days are unknown.
  static func months(of item: Item) -> [(year: Int, count: Int64)] {
    guard let start = item.start, let end = item.end, start <= end else { return [] }
    let first = start.components
    let last = end.components
    return (first.year...last.year).map { year in
      let from = year == first.year ? first.month : 1
      let to = year == last.year ? last.month : 12
      return (year, Int64(to - from + 1))
    }
  }

  /// An amount spread in proportion to weights, to the cent.
  static func spread(_ amount: Int64, over weights: [Int64]) -> [Int64] {
    let whole = weights.reduce(0, +)
    var before: Int64 = 0
    var reached: Int64 = 0
    return weights.map { weight in
      reached += weight
      let product = amount.magnitude.multipliedFullWidth(by: reached.magnitude)
      let sum = Int64(whole.magnitude.dividingFullWidth((product.high, product.low)).quotient)
      defer { before = sum }
      return sum - before
    }
  }
}
