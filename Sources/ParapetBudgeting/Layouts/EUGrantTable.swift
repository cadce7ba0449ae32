public import ParapetModel

/// The budget as the Union's own application form has it: headings A1 to E, one column a payer, and totals.
public struct EUGrantTable: Hashable, Sendable {
  /// A heading of the form.
  public enum Heading: Hashable, Sendable {
    /// A heading of direct costs.
    case direct(CostCategory)
    /// Indirect costs, heading E.
    case indirect

    /// The heading's code on the form.
    public var code: String {
      switch self {
      case .direct(let category): category.rawValue
      case .indirect: Budget.indirectHeading
      }
    }
  }

  /// The eligible costs under one heading.
  public struct Row: Hashable, Sendable {
    /// The heading.
    public var heading: Heading
    /// The amount of each payer, in the order of the columns.
    public var amounts: [Money]
    /// Their sum.
    public var total: Money
  }

  /// The lower half of the form for one payer.
  public struct Column: Hashable, Sendable {
    /// The partner; nothing means the city.
    public var partner: String?
    /// What it pays in all.
    public var cost: Money
    /// The eligible part.
    public var eligible: Money
    /// The highest share that is granted.
    public var rate: Rate?
    /// What is asked for.
    public var grant: Money?
    /// What is left to it.
    public var own: Money?
  }

  /// The payers, the city first.
  public var columns: [Column]
  /// The headings in the order of the form; works only where there are some.
  public var rows: [Row]
  /// The sums over all payers.
  public var totals: Budget.Totals

  /// The table of a budget.
  public init(_ budget: Budget) {
    let zero = Money.zero(budget.currency)
    let parts = budget.subtotals(by: .partner)
    columns = parts.map { part in
      Column(
        partner: part.key, cost: part.totals.cost, eligible: part.totals.eligible,
        rate: budget.lines.first { $0.partner == part.key }?.rate, grant: part.totals.grant,
        own: part.totals.own)
    }
    // The city's column comes first, wherever its first line stands.
    let city = columns.firstIndex { $0.partner == nil }
    if let city { columns.insert(columns.remove(at: city), at: 0) }
    let order = columns.map(\.partner)
    var sums: [Heading: [Money]] = [:]
    func add(_ amount: Money, _ heading: Heading, _ partner: String?) {
      guard let column = order.firstIndex(of: partner) else { return }
      sums[heading, default: order.map { _ in zero }][column] += amount
    }
    for line in budget.lines { add(line.eligible, .direct(line.category), line.partner) }
    for line in budget.indirect { add(line.amount, .indirect, line.partner) }
    let headings =
      CostCategory.allCases
      .filter { category in category != .works || budget.lines.contains { $0.category == .works } }
      .map { Heading.direct($0) } + [.indirect]
    rows = headings.map { heading in
      let amounts = sums[heading] ?? order.map { _ in zero }
      return Row(heading: heading, amounts: amounts, total: amounts.reduce(zero, +))
    }
    totals = budget.totals
  }
}
