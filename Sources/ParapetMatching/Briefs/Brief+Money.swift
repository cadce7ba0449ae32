import ParapetBudgeting
public import ParapetModel

extension Brief {
  /// What the Union would pay for all items together: a state's own money stands beside it and is never added to it.
  ///
  /// In the currency of the grants; nothing where none is known, or they are of several.
  /// Items that go to one call are taken for one application: together they get no more than its most.
  public var grantsInSight: Money? { Brief.grants(rows.map { ($0, $0.europeanGrant) }) }

  /// What rows come to, each with its grant, where those of one call are one application.
  static func grants(_ rows: [(row: Row, grant: Money?)]) -> Money? {
    // Of several currencies no sum is told, and none of a part either.
    guard Brief.sum(rows.map(\.grant)) != nil else { return nil }
    let byCall = Dictionary(grouping: rows) { $0.row.best?.offer.opportunity.identifier }
    return Brief.sum(
      byCall.values.map { rows in
        let sum = Brief.sum(rows.map(\.grant))
        guard let sum, let most = rows.first?.row.best?.offer.funding.maximumGrant?.value,
          most.currency == sum.currency
        else { return sum }
        return sum.minorUnits > most.minorUnits ? most : sum
      })
  }

  /// What states would pay for the items of which the best source is theirs; nothing where there is none.
  public var nationalInSight: Money? { Brief.sum(rows.map(\.nationalGrant)) }
}

extension Brief.Row {
  /// The grant of the best source, where that is the Union's money.
  var europeanGrant: Money? {
    best.flatMap { $0.offer.opportunity.isNational ? nil : $0.estimate?.grant }
  }

  /// The grant of the best source, where that is a state's own money.
  var nationalGrant: Money? {
    best.flatMap { $0.offer.opportunity.isNational ? $0.estimate?.grant : nil }
  }
}
