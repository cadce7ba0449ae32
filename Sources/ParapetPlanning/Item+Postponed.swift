public import ParapetModel

extension Item {
  /// The item with some of its costs alone, by position, and their share of other support by cost.
  public func part(_ chosen: [Int]?) -> Item {
    guard let chosen, chosen.count < lines.count else { return self }
    var part = self
    part.lines = chosen.filter(lines.indices.contains).map { lines[$0] }
    let costs = lines.map { max(0, $0.cost.minorUnits) }
    for (number, given) in support.enumerated() {
      guard let amount = given.amount, costs.contains(where: { $0 > 0 }) else { continue }
      let shares = PlanCell.spread(amount.minorUnits, over: costs)
      part.support[number].amount = Money(
        minorUnits: chosen.reduce(0) { $0 + shares[$1] }, currency: amount.currency)
    }
    return part
  }
}

/// When an item is worked on, and how it is put off until an application may pay for it.
extension Item {
  /// How long an item is put off at most, in months: what must wait for longer is planned anew by the city itself.
  static let longestWait = 12
  /// The months of work from which on a month that it begins later is made up for on the way: its end stays.
  static let longWork = 12
  /// How many years of work are counted one by one; what lasts longer is counted in the last of them.
  static let longestWork = 30

  /// The last day of work that is counted: within thirty years of the first.
  var countedEnd: Day? {
    guard let start, let end else { return end }
    return min(end, start.adding(months: Item.longestWork * 12))
  }

  /// Whether it begins before a day.
  func begins(before day: Day) -> Bool {
    if let start, start < day { return true }
    return lines.contains { $0.year.map { $0 < day.components.year } ?? false }
  }

  /// The item with all its work put off until a day, by whole months so that it begins with one; nothing where it
  /// would have to wait for longer than a year.
  ///
  /// The end moves with the start, but where work of a year or longer begins within the next month: nobody ends a project of two
  /// years in the budget of a third for two weeks at its start.
  public func postponed(to day: Day) -> Item? {
    guard begins(before: day) else { return self }
    var item = self
    let first = day.components.day == 1 ? day : day.firstOfNextMonth
    var years = 0
    if let start, start < day {
      years = first.components.year - start.components.year
      let months = start.firstOfMonth.months(to: first)
      guard months <= Item.longestWait else { return nil }
      item.start = first
      if months > 1 || end.map({ $0 < start.adding(months: Item.longWork) }) ?? true {
        item.end = end?.adding(months: months)
      } else {
        years = 0
      }
    }
    // Where the work begins late enough, only a cost of an earlier year moves.
    let earliest = start.map { $0 < day } ?? true ? first.components.year : day.components.year
    for index in item.lines.indices {
      item.lines[index].year = item.lines[index].year.map { max($0 + years, earliest) }
    }
    return item
  }
}

extension Day {
  /// The same day so many calendar months later, or the last one of that month.
  func adding(months: Int) -> Day {
    let own = components
    let count = own.year * 12 + own.month - 1 + months
    for day in stride(from: own.day, through: 28, by: -1) {
      if let found = Day(year: count / 12, month: count % 12 + 1, day: day) { return found }
    }
    return Day(year: count / 12, month: count % 12 + 1, day: own.day) ?? self
  }

  fileprivate var firstOfMonth: Day { adding(days: 1 - components.day) }
  fileprivate var firstOfNextMonth: Day { firstOfMonth.adding(months: 1) }

  /// The calendar months from the first of a month to another.
  fileprivate func months(to other: Day) -> Int {
    (other.components.year - components.year) * 12 + other.components.month - components.month
  }
}
