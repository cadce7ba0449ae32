import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension BriefReport {
  /// One row an item with a value in each cell, and every title and step whole, as a workbook has it.
  var sheet: Table {
    let figures: Set = [
      "priority", "grant_from", "grant_to", "own_contribution", "first_year", "last_year", "upkeep",
      "days_left",
      "runner_up_grant",
    ]
    let prose: Set = ["item_title", "title", "next_action", "risk"]
    let codes = [
      "item_title", "priority", "opportunity", "title", "grant_from", "grant_to", "own_contribution",
      "first_year",
      "last_year", "upkeep", "deadline", "days_left", "next_action", "next_by", "risk", "runner_up",
      "runner_up_grant",
    ]
    var table = Table(
      caption: words.label(Label.items),
      columns: codes.map { code in
        Table.Column(
          words.columnName(code), figures.contains(code) ? .figure : prose.contains(code) ? .prose : .token)
      })
    for row in brief.shown { table.append(cells(of: row), of: ItemName(city.id, row.item.id)) }
    return table
  }

  private func cells(of row: Brief.Row) -> [Cell] {
    let text = BriefRowText(row, self, in: .whole)
    let best = row.best.map { matchText($0, of: row.item) }
    let estimate = row.best?.estimate
    let day = row.best?.nextDeadline?.day
    let years = row.ownYears.map(\.year)
    return [
      .text(row.item.title), .number(row.item.priority),
      best.map { .link($0.identifier, url: $0.match.offer.opportunity.landingPage ?? "") } ?? .empty,
      .text(best?.title), .money(estimate?.least), .money(estimate?.most), .money(estimate?.own),
      .year(years.first), .year(years.last), .money(row.item.upkeep), .day(day),
      .number(day.map { brief.asOf.days(until: $0) }), .text(best?.action),
      .text((row.best?.next.by).map { words.word($0) }), .text(text.risk),
      .text(row.runnerUp.map { identifiers.shown($0.offer.opportunity) }),
      .money(row.runnerUp?.estimate?.most),
    ]
  }
}
