package import ParapetModel

extension Budget {
  /// The parts by which a budget can be summed.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    case item
    case workPackage = "work-package"
    case partner, category, year
  }

  /// The sums of one part of a budget.
  public struct Subtotal: Hashable, Sendable {
    /// Which part: an identifier, a heading or a year; nothing means the city, or an unknown year.
    public var key: String?
    /// Its sums.
    public var totals: Totals
  }

  /// The heading of indirect costs in tables by category.
  public static let indirectHeading = "E"

  /// The sums by a level; they add up to the totals.
  ///
  /// Indirect costs are a heading of their own by category and belong to their payer by partner; by item, work package
  /// and year each line of their base bears its share. Parts come in the order of the lines, headings and years sorted.
  public func subtotals(by level: Level) -> [Subtotal] {
    var keys: [String?] = []
    var sums: [String?: [Totals]] = [:]
    func add(_ key: String?, _ totals: Totals) {
      if sums[key] == nil { keys.append(key) }
      sums[key, default: []].append(totals)
    }
    for line in lines { add(key(of: line, level), line.totals) }
    for entry in indirect {
      switch level {
      case .partner: add(entry.partner, entry.totals)
      case .category: add(Budget.indirectHeading, entry.totals)
      case .item, .workPackage, .year:
        for (index, share) in shares(of: entry) { add(key(of: lines[index], level), share) }
      }
    }
    if level == .category || level == .year {
      keys.sort { ($0 == nil ? 1 : 0, sortingKey($0)) < ($1 == nil ? 1 : 0, sortingKey($1)) }
    }
    return keys.map { Subtotal(key: $0, totals: .sum(sums[$0] ?? [], currency: currency)) }
  }

  /// Works before indirect costs, which close every table.
  private func sortingKey(_ key: String?) -> String {
    key == Budget.indirectHeading ? "Z" : key ?? ""
  }

  private func key(of line: BudgetLine, _ level: Level) -> String? {
    switch level {
    case .item: line.item
    case .workPackage: line.workPackage
    case .partner: line.partner
    case .category: line.category.rawValue
    case .year: line.year.map { String($0) }
    }
  }

  /// The part of indirect costs that each line of their base bears.
  package func shares(of entry: IndirectLine) -> [(line: Int, totals: Totals)] {
    let amounts = split(entry.amount, by: entry.baseLines.map { lines[$0].eligible.minorUnits })
    let grants = entry.grant.map { split($0, by: amounts.map(\.minorUnits)) }
    return entry.baseLines.enumerated().map { position, line in
      let grant = grants?[position]
      let own = grant.map { amounts[position] - $0 }
      let totals = Totals(cost: amounts[position], eligible: amounts[position], grant: grant, own: own)
      return (line, totals)
    }
  }

  private func split(_ amount: Money, by weights: [Int64]) -> [Money] {
    apportion(amount.minorUnits, by: weights).map { Money(minorUnits: $0, currency: currency) }
  }
}

extension Budget.Totals {
  /// The sums of several parts; the grant is unknown where one of theirs is.
  package static func sum(_ parts: [Budget.Totals], currency: Currency) -> Budget.Totals {
    var sum = Budget.Totals(
      cost: .zero(currency), eligible: .zero(currency), grant: .zero(currency), own: .zero(currency))
    for part in parts {
      sum.cost += part.cost
      sum.eligible += part.eligible
      sum.grant = sum.grant.flatMap { left in part.grant.map { left + $0 } }
      sum.own = sum.own.flatMap { left in part.own.map { left + $0 } }
    }
    return sum
  }
}
