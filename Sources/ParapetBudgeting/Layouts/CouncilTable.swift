public import ParapetModel

/// The budget as a council reads it: what each item costs in each year, and which purse pays it.
public struct CouncilTable: Hashable, Sendable {
  /// One item in one year.
  public struct Row: Hashable, Sendable {
    /// The item.
    public var item: String
    /// The year; nothing where a cost has none.
    public var year: Int?
    /// What it costs, what of it is eligible, what is granted and what is left to the payers.
    public var totals: Budget.Totals
    /// What is left to each payer, in the order of the payers; nothing where the grant is not known.
    public var own: [Money?]
  }

  /// The payers, the city first.
  public var payers: [String?]
  /// The items in the order of the budget, each with its years in order; costs without a year come last.
  public var rows: [Row]
  /// The sums over all rows, and of what is left to each payer.
  public var totals: Row

  /// The table of a budget; indirect costs stand in the rows of the costs that they are a share of.
  public init(_ budget: Budget) {
    let currency = budget.currency
    let payers = EUGrantTable(budget).columns.map(\.partner)
    var keys: [Key] = []
    var parts: [Key: [(payer: Int, totals: Budget.Totals)]] = [:]
    func add(_ line: BudgetLine, _ payer: String?, _ totals: Budget.Totals) {
      let key = Key(item: line.item, year: line.year)
      if parts[key] == nil { keys.append(key) }
      parts[key, default: []].append((payers.firstIndex(of: payer) ?? 0, totals))
    }
    for line in budget.lines { add(line, line.partner, line.totals) }
    for entry in budget.indirect {
      for (index, share) in budget.shares(of: entry) { add(budget.lines[index], entry.partner, share) }
    }
    let items = keys.map(\.item).enumerated().reduce(into: [String: Int]()) { order, entry in
      order[entry.element] = order[entry.element] ?? entry.offset
    }
    keys.sort { left, right in
      (items[left.item] ?? 0, left.year ?? Int.max) < (items[right.item] ?? 0, right.year ?? Int.max)
    }
    func row(_ key: Key, _ parts: [(payer: Int, totals: Budget.Totals)]) -> Row {
      let totals = Budget.Totals.sum(parts.map(\.totals), currency: currency)
      let own = payers.indices.map { payer -> Money? in
        totals.own == nil
          ? nil : Budget.Totals.sum(parts.filter { $0.payer == payer }.map(\.totals), currency: currency).own
      }
      return Row(item: key.item, year: key.year, totals: totals, own: own)
    }
    self.payers = payers
    rows = keys.map { row($0, parts[$0] ?? []) }
    totals = row(Key(item: "", year: nil), keys.flatMap { parts[$0] ?? [] })
  }

  private struct Key: Hashable {
    var item: String
    var year: Int?
  }
}
