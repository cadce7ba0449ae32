public import ParapetModel

/// The detailed budget table of a lump sum: one block a beneficiary, headings as rows, work packages as columns, and for
/// each cell how many units of what cost.
public struct LumpSumForm: Hashable, Sendable {
  /// The eligible costs of one heading by work package.
  public struct Row: Hashable, Sendable {
    /// The heading.
    public var heading: EUGrantTable.Heading
    /// The amount of each work package, in the order of the form.
    public var amounts: [Money]
    /// Their sum.
    public var total: Money
  }

  /// Units and cost per unit of one cell of the block.
  public struct Entry: Hashable, Sendable {
    /// The work package, or empty.
    public var workPackage: String
    /// The heading.
    public var heading: EUGrantTable.Heading
    /// Of what: person-months, pieces; or empty.
    public var unit: String
    /// How many are stated, in ten-thousandths.
    public var units: Int64
    /// What of one is eligible, down to the cent.
    public var unitCost: Money
    /// Units times cost per unit, down to the cent.
    public var amount: Money
    /// What that leaves of the eligible cost.
    public var rest: Money
    /// The same for a form that takes a cost per unit without cents: a fraction of units that loses least.
    public var inWholeEuro: WholeEuroUnits
  }

  /// What one beneficiary spends.
  public struct Block: Hashable, Sendable {
    /// The beneficiary; nothing means the city.
    public var partner: String?
    /// The headings in the order of the form.
    public var rows: [Row]
    /// The cells with eligible costs, by heading and work package.
    public var entries: [Entry]
    /// The sums of each work package.
    public var workPackages: [Budget.Totals]
    /// The sums of the block.
    public var totals: Budget.Totals
  }

  /// The work packages in their order; costs without one come last, under an empty name.
  public var workPackages: [String]
  /// The beneficiaries, the city first.
  public var blocks: [Block]
  /// The sums over all blocks of each work package.
  public var totalsByWorkPackage: [Budget.Totals]
  /// The sums over all blocks.
  public var totals: Budget.Totals

  /// The table of a budget.
  public init(_ budget: Budget) {
    let currency = budget.currency
    let zero = Money.zero(currency)
    let flat = LumpSumTable(budget).rows
    let names = Set(flat.map(\.workPackage)).sorted { WorkPackageOrder($0) < WorkPackageOrder($1) }
    let columns = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let form = EUGrantTable(budget)
    func sums(_ rows: [LumpSumTable.Row]) -> [Budget.Totals] {
      names.map { name in .sum(rows.filter { $0.workPackage == name }.map(\.totals), currency: currency) }
    }
    blocks = form.columns.map { column in
      let own = flat.filter { $0.partner == column.partner }
      let rows = form.rows.map(\.heading).map { heading in
        var amounts = names.map { _ in zero }
        for row in own where row.heading == heading {
          if let place = columns[row.workPackage] { amounts[place] += row.totals.eligible }
        }
        return Row(heading: heading, amounts: amounts, total: amounts.reduce(zero, +))
      }
      let order = Dictionary(
        form.rows.enumerated().map { ($1.heading, $0) }, uniquingKeysWith: { first, _ in first })
      let entries = own.filter { $0.totals.eligible.minorUnits > 0 }
        .map(Entry.init)
        .sorted { left, right in
          (order[left.heading] ?? 0, columns[left.workPackage] ?? 0, left.unit) < (
            order[right.heading] ?? 0, columns[right.workPackage] ?? 0, right.unit
          )
        }
      return Block(
        partner: column.partner, rows: rows, entries: entries, workPackages: sums(own),
        totals: .sum(own.map(\.totals), currency: currency))
    }
    workPackages = names
    totalsByWorkPackage = sums(flat)
    totals = .sum(blocks.map(\.totals), currency: currency)
  }
}

extension LumpSumForm.Entry {
  fileprivate init(_ row: LumpSumTable.Row) {
    let eligible = row.totals.eligible
    // A cost per unit of nothing is the cost itself.
    units = row.items > 0 ? row.items : CostLine.one
    unitCost = Rounding.cent.round(eligible, times: CostLine.one, over: units)
    amount = Rounding.cent.round(unitCost, times: units, over: CostLine.one)
    rest = eligible - amount
    workPackage = row.workPackage
    heading = row.heading
    unit = row.unit
    inWholeEuro = row.inWholeEuro
  }
}

/// Work packages as people number them: `WP2` before `WP10`, and what has none last.
struct WorkPackageOrder: Comparable {
  private let name: String
  private let word: Substring
  private let number: Int

  init(_ name: String) {
    self.name = name
    word = name.prefix { !$0.isASCII || !$0.isNumber }
    number = Int(name.dropFirst(word.count).prefix { $0.isASCII && $0.isNumber }) ?? 0
  }

  static func < (left: WorkPackageOrder, right: WorkPackageOrder) -> Bool {
    (left.name.isEmpty ? 1 : 0, left.word, left.number, left.name) < (
      right.name.isEmpty ? 1 : 0, right.word, right.number, right.name
    )
  }
}
