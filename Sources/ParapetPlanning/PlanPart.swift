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
    return groups.map { PlanPart(item: item.part($0.lines), lines: $0.lines) }
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

/// Cash of a line of a budget in one purse.
struct PlanCell {
  /// The item.
  var item: String
  /// The line of the budget; indirect costs come after the direct ones.
  var line: Int
  /// The payer; nothing means the city.
  var partner: String?
  /// The year, or nothing where nobody knows.
  var year: Int?
  /// What is paid, tax that comes back aside; nothing for what a flat rate counts.
  var outlay: Int64
  var grant: Int64
  /// What other support pays of it.
  var support: Int64 = 0

  /// What must be found for it.
  var own: Int64 { outlay - grant - support }

  /// The cells of a budget: what has no year is spread over the months of its item.
  static func cells(of budget: Budget, items: [Item]) -> [PlanCell] {
    var cells: [PlanCell] = []
    func add(_ line: Int, _ item: String, _ partner: String?, _ year: Int?, _ outlay: Int64, _ grant: Money?)
    {
      let granted = grant?.minorUnits ?? 0
      let months = year == nil ? items.first { $0.id == item }.map(PlanCell.months) ?? [] : []
      guard !months.isEmpty else {
        cells.append(
          PlanCell(item: item, line: line, partner: partner, year: year, outlay: outlay, grant: granted))
        return
      }
      let outlays = PlanCell.spread(outlay, over: months.map(\.count))
      let grants = PlanCell.spread(granted, over: months.map(\.count))
      for (index, month) in months.enumerated() {
        cells.append(
          PlanCell(
            item: item, line: line, partner: partner, year: month.year, outlay: outlays[index],
            grant: grants[index]))
      }
    }
    for (number, line) in budget.lines.enumerated() {
      add(number, line.item, line.partner, line.year, (line.outlay - line.returned).minorUnits, line.grant)
    }
    for (number, entry) in budget.indirect.enumerated() {
      for share in budget.shares(of: entry) {
        let base = budget.lines[share.line]
        add(budget.lines.count + number, base.item, entry.partner, base.year, 0, share.totals.grant)
      }
    }
    for (item, support) in budget.usedSupport { give(support.minorUnits, to: item, of: &cells) }
    return cells
  }

  /// Support pays the city's own part of an item first, then that of its partners, and each year's by its cost: a grant that is
  /// cut then leaves no year more to the city than the search counted on.
  private static func give(_ support: Int64, to item: String, of cells: inout [PlanCell]) {
    var left = support
    for isCity in [true, false] {
      let places = cells.indices.filter { cells[$0].item == item && (cells[$0].partner == nil) == isCity }
      let needs = places.map { max(0, cells[$0].outlay - cells[$0].grant) }
      let given = min(left, needs.reduce(0, +))
      guard given > 0 else { continue }
      let costs = places.map { max(0, cells[$0].outlay) }
      for (place, share) in zip(places, apportion(given, by: costs)) { cells[place].support += share }
      left -= given
    }
  }

  /// How many months of an item fall in each year; none where its days are unknown.
  static func months(of item: Item) -> [(year: Int, count: Int64)] {
    guard let start = item.start, let end = item.countedEnd, start <= end else { return [] }
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
