import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension ShortlistReport {
  /// One row for each match, with the columns that machines rely on: codes, and amounts in plain figures.
  public var table: Table {
    var table = ShortlistReport.emptyTable
    for shortlist in shortlists {
      for list in shortlist.items {
        for match in list.matches {
          table.append(
            row(match, list.item, shortlist.portfolio),
            of: ItemName(shortlist.portfolio.city.id, list.item.id))
        }
      }
    }
    return table
  }

  /// The table without a row.
  public static var emptyTable: Table {
    Table(caption: "", columns: columns.map { Table.Column($0) })
  }

  private static let columns = [
    "portfolio", "item", "item_title", "rank", "opportunity", "title", "status", "verdict", "standing", "fit",
    "confidence", "deadline", "grant", "own_contribution", "currency", "met", "unmet", "undecided", "why",
    "fixes",
    "next_action", "source",
  ]

  private func row(_ match: Match, _ item: Item, _ portfolio: Portfolio) -> [Cell] {
    let city = portfolio.city
    let text = MatchText(
      match: match, city: city, identifiers: identifiers, words: words,
      refused: portfolio.refusedFacts(of: item.id))
    let currency = (match.estimate?.grant ?? match.estimate?.own)?.currency.code
    return [
      .text(city.id), .text(item.id), .text(item.title), match.rank.map { .number($0) } ?? .empty,
      .text(text.identifier), .text(text.title), .text(match.status.rawValue), .text(match.verdict.rawValue),
      .text(match.standing.rawValue),
      .number(match.fit.total), .hundredths(match.confidence), .day(match.nextDeadline?.day),
      .money(match.estimate?.grant), .money(match.estimate?.own), .text(currency),
      .text(text.criteria(.met).joined(separator: "|")), .text(text.criteria(.unmet).joined(separator: "|")),
      .text(text.criteria(.undecided).joined(separator: "|")), .text(text.why),
      .text(match.fixes.map(text.fix).joined(separator: " | ")),
      .text(text.nextLine),
      .text(text.decidingSources.joined(separator: " | ")),
    ]
  }
}
