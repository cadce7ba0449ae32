import ParapetBudgeting
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

  /// By how much another day's exchange rate is tried.
  static let exchangeShare = Rate(millionths: 50_000)

  /// What another exchange rate would cost.
  var exchangeBlocks: [Block] {
    let exposed = plan.grantsFromBeyond
    guard city.currency != plan.currency, exposed.minorUnits > 0 else { return [] }
    let loss = PlanReport.exchangeShare.of(exposed, rounding: .cent)
    return [.paragraph(Phrase(words.exchangeLoss(loss, of: city.currency, share: PlanReport.exchangeShare)))]
  }

  /// Tax that a fund of the state pays back, by the year in which it comes, and what is left of the own money then.
  var laterTax: [FactEntry] {
    guard plan.cash.laterTax.minorUnits > 0 else { return [] }
    return [
      FactEntry(
        words.label(FormLabel.laterTax),
        Phrase(words.and(plan.taxReturns.map { words.taxReturns($0.amount, in: $0.year) }))),
      FactEntry(words.label(FormLabel.ownAfterTax), Phrase(words.money(plan.own - plan.cash.laterTax))),
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
    table.tab = words.label(PageLabel.appropriations)
    let rows = Appropriations(plan).rows
    for row in rows {
      table.append([
        row.year.map { .year($0) } ?? .text(words.label(PlanLabel.noYear)), .text(name(of: row.source)),
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
    case .grant(let number): opportunities[number]
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
    let limit = CashBridge.limit(of: city, for: plan)
    if bridge.exceeds(limit), let limit, let peak = bridge.peak {
      blocks.append(.paragraph(Phrase(words.overBridge(peak: peak, limit: limit))))
    }
    // Own money is no bridge: what is paid in advance beyond all of it waits for grants.
    if limit == nil, !plan.years.compactMap(\.limit).isEmpty, let peak = bridge.peak,
      peak.minorUnits > plan.own.minorUnits
    {
      blocks.append(.paragraph(Phrase(words.unstatedBridge(peak: peak, waiting: peak - plan.own))))
    }
    return blocks
  }
}
