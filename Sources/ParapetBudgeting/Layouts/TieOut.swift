public import ParapetModel

/// The totals of one budget in every layout, each summed from the cells of that layout alone.
///
/// Nothing is copied from the budget's own totals, so that a cost that a layout loses or counts twice shows.
public struct TieOut: Hashable, Sendable {
  /// The totals of one layout; nothing where it does not have the figure.
  public struct Row: Hashable, Sendable {
    /// The layout.
    public var layout: BudgetLayout
    /// The costs net of value added tax, without indirect costs.
    public var net: Money?
    /// The value added tax on them, as far as it is known.
    public var vat: Money?
    /// What the payers pay.
    public var cost: Money?
    /// The eligible part.
    public var eligible: Money?
    /// The grant.
    public var grant: Money?
    /// What is left to the payers.
    public var own: Money?
  }

  /// A row for each layout.
  public var rows: [Row]

  /// Whether every layout that has a figure has the same.
  public var ties: Bool {
    let figures: [KeyPath<Row, Money?>] = [\.net, \.vat, \.cost, \.eligible, \.grant, \.own]
    return figures.allSatisfy { figure in Set(rows.compactMap { $0[keyPath: figure] }).count <= 1 }
  }

  /// The totals of a budget of some items.
  public init(
    _ budget: Budget, items: [Item], city: City = City(id: "", facts: ApplicantFacts())
  ) {
    let zero = Money.zero(budget.currency)
    func sum(_ amounts: [Money]) -> Money { amounts.reduce(zero, +) }
    func known(_ amounts: [Money?]) -> Money? {
      amounts.contains(nil) ? nil : sum(amounts.compactMap(\.self))
    }
    let form = EUGrantTable(budget)
    let council = CouncilTable(budget)
    let lump = LumpSumTable(budget)
    let interreg = InterregTable(budget)
    let participants = ParticipantTable(budget, items: items, city: city).rows.map(\.totals)
    let blocks = LumpSumForm(budget).blocks
    func ofForm(_ layout: BudgetLayout, _ columns: [EUGrantTable.Column], _ amounts: [[Money]]) -> Row {
      Row(
        layout: layout, cost: sum(columns.map(\.cost)), eligible: sum(amounts.flatMap(\.self)),
        grant: known(columns.map(\.grant)), own: known(columns.map(\.own)))
    }
    let stated = StatedLine.lines(of: items)
    func inGrantCurrency(_ amount: Money) -> Money {
      guard amount.currency != budget.currency else { return amount }
      return budget.assumptions.conversion.flatMap { $0.convert(amount) } ?? zero
    }
    rows = [
      ofForm(.euGrant, form.columns, form.rows.map(\.amounts)),
      Row(
        layout: .partA, cost: sum(participants.map(\.cost)), eligible: sum(participants.map(\.eligible)),
        grant: known(participants.map(\.grant)), own: known(participants.map(\.own))),
      Row(
        layout: .council, cost: sum(council.rows.map(\.totals.cost)),
        eligible: sum(council.rows.map(\.totals.eligible)), grant: known(council.rows.map(\.totals.grant)),
        own: known(council.rows.flatMap(\.own))),
      Row(
        layout: .lumpSum, cost: sum(lump.rows.map(\.totals.cost)),
        eligible: sum(lump.rows.flatMap { [$0.amount, $0.rest] }),
        grant: known(lump.rows.map(\.totals.grant)), own: known(lump.rows.map(\.totals.own))),
      Row(
        layout: .lumpSumForm, cost: sum(blocks.map(\.totals.cost)),
        eligible: sum(blocks.flatMap { $0.rows.flatMap(\.amounts) }),
        grant: known(blocks.map(\.totals.grant)), own: known(blocks.map(\.totals.own))),
      ofForm(.interreg, interreg.columns, interreg.rows.map(\.amounts)),
      Row(
        layout: .lines, net: sum(stated.map { inGrantCurrency($0.line.cost) }),
        vat: sum(stated.compactMap { $0.line.vat.map(inGrantCurrency) })),
      Row(
        layout: .reasons, net: sum(budget.lines.map(\.cost)), vat: sum(budget.lines.compactMap(\.vat)),
        cost: sum(budget.lines.map(\.outlay) + budget.indirect.map(\.amount)),
        eligible: sum(budget.lines.map(\.eligible) + budget.indirect.map(\.amount)),
        grant: known(budget.lines.map(\.grant) + budget.indirect.map(\.grant)),
        own: known(budget.lines.map(\.own) + budget.indirect.map(\.own))),
    ]
  }
}
