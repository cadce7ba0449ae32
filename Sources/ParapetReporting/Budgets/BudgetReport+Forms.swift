import ParapetBudgeting
import ParapetModel

/// What is known of a grant beside its single figure, and money that comes later.
extension BudgetReport {
  /// From where to where the grant may be; nothing where its figure is all that is known.
  var range: [FactEntry] {
    guard let range = budget.range else { return [] }
    return [
      FactEntry(words.label(FormLabel.range), amount: Phrase(words.range(range.lowest, range.highest)))
    ]
  }

  /// Tax that a fund of the state pays back, by the year in which it comes, and what is left of the own money then.
  var laterTax: [FactEntry] {
    let cash = budget.cash
    guard cash.laterTax.minorUnits > 0 else { return [] }
    let years = Dictionary(grouping: budget.taxReturns, by: \.year)
      .map { (year: $0.key, amount: $0.value.reduce(Money.zero(budget.currency)) { $0 + $1.amount }) }
      .sorted { ($0.year ?? .max) < ($1.year ?? .max) }
    return [
      FactEntry(
        words.label(FormLabel.laterTax),
        amount: Phrase(words.and(years.map { words.taxReturns($0.amount, in: $0.year) })))
    ]
      + (cash.own.map {
        [FactEntry(words.label(FormLabel.ownAfterTax), amount: Phrase(words.money($0 - cash.laterTax)))]
      } ?? [])
  }
}
