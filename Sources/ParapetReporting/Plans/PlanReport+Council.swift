import ParapetModel
import ParapetPlanning

/// What a council asks beside the plan itself: what stays to be paid when the projects are over.
extension PlanReport {
  /// What each item of the plan costs when it is over; nothing where the city states it of none.
  var upkeepBlocks: [Block] {
    let table = upkeepTable
    return table.rows.isEmpty
      ? [] : [.table(table), .paragraph(Phrase(words.durability(years: PlanReport.yearsOfDurability)))]
  }

  /// The items of the plan with a stated upkeep, in the order of the portfolio.
  private var upkeeps: [(item: Item, amount: Money)] {
    let funded = plan.fundedItems
    return portfolio.items.filter { funded.contains($0.id) }.compactMap { item in
      item.upkeep.map { (item, $0) }
    }
  }

  private var upkeepTable: Table {
    var table = Table(
      caption: words.label(CouncilLabel.afterTheProject),
      columns: [
        Table.Column(words.label(Label.items), .prose), Table.Column(words.label(CouncilLabel.from)),
        Table.Column(words.label(CouncilLabel.aYear), .figure),
        Table.Column(words.label(CouncilLabel.durability), .figure),
      ])
    let upkeeps = upkeeps
    guard !upkeeps.isEmpty else { return table }
    for (item, amount) in upkeeps {
      table.append([
        .text(item.title), .day(lastDay(of: item)), .money(amount),
        .money(overDurability(amount)),
      ])
    }
    let sum = Money.sum(upkeeps.map(\.amount), in: city.currency)
    table.append(
      [
        .text(words.label(Label.total)), .empty, .money(sum),
        .money(sum.flatMap(overDurability)),
      ], isTotal: true)
    return table
  }

  /// The last day of the work on an item in the plan.
  private func lastDay(of item: Item) -> Day? {
    plan.applications.flatMap(\.parts).filter { $0.item == item.id }.compactMap(\.until).max() ?? item.end
  }

  /// How many years an investment must stand after the last payment (Regulation (EU) 2021/1060, Art. 65(1)).
  private static let yearsOfDurability = 5

  /// An amount a year over these years, or nothing where that is beyond counting.
  private func overDurability(_ amount: Money) -> Money? {
    Money.sum(repeatElement(amount, count: PlanReport.yearsOfDurability), in: amount.currency)
  }

  /// The upkeep for machines: items of the plan by name.
  var upkeepForMachines: Table {
    var table = Table(
      caption: "",
      columns: ["item", "title", "after", "year", "five_years", "currency"].map { Table.Column($0) })
    for (item, amount) in upkeeps {
      table.append([
        .text(item.id), .text(item.title), .day(lastDay(of: item)), .money(amount),
        .money(overDurability(amount)), .text(amount.currency.code),
      ])
    }
    return table
  }
}
