import ParapetModel
import ParapetPlanning

/// What a treasurer and a council read in a plan.
extension PlanReport {
  /// The appropriations, with what they are.
  var appropriationBlocks: [Block] {
    [
      .heading(level: 2, words.label(TreasuryLabel.appropriations)),
      .paragraph(Phrase(words.appropriationsMeaning)), .table(appropriationTable),
    ]
  }

  private var appropriationTable: Table {
    var table = Table(
      caption: words.label(TreasuryLabel.appropriations),
      columns: [
        Table.Column(words.label(PlanLabel.year), .token),
        Table.Column(words.label(TreasuryLabel.source), .prose),
        Table.Column(words.label(TreasuryLabel.section), .prose),
        Table.Column(words.label(TreasuryLabel.commitment), .figure),
        Table.Column(words.label(TreasuryLabel.payment), .figure),
      ])
    let rows = Appropriations(plan).rows
    for row in rows {
      table.append([
        .text(row.year.map { String($0) } ?? words.label(PlanLabel.noYear)), .text(name(of: row.source)),
        .text(words.word(row.section)), .money(row.commitment), .money(row.payment),
      ])
    }
    let zero = Money.zero(plan.currency)
    table.append(
      [
        .text(words.label(Label.total)), .empty, .empty, .money(rows.reduce(zero) { $0 + $1.commitment }),
        .money(rows.reduce(zero) { $0 + $1.payment }),
      ], isTotal: true)
    return table
  }

  /// Who pays, by name.
  func name(of source: Appropriations.Source) -> String {
    switch source {
    case .grant(let number): names[number]
    case .support: words.label(TreasuryLabel.support)
    case .partners: words.label(TreasuryLabel.partners)
    case .city: words.label(TreasuryLabel.city)
    }
  }

  /// What bridging costs, and whether the treasury can bear it, as far as the city says.
  func bridgeBlocks(_ bridge: CashBridge) -> [Block] {
    var blocks: [Block] = []
    if let rate = city.interest, let interest = bridge.interest(at: rate) {
      blocks.append(
        .facts([FactEntry(words.label(TreasuryLabel.interest), Phrase(words.money(interest)))]))
    }
    if let limit = city.bridge, let peak = bridge.peak, limit.currency == peak.currency,
      peak.minorUnits > limit.minorUnits
    {
      blocks.append(.paragraph(Phrase(words.overBridge(peak: peak, limit: limit))))
    }
    return blocks
  }
}
