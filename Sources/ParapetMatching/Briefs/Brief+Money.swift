import ParapetBudgeting
public import ParapetModel

extension Brief {
  /// What the Union would pay for all items together: a state's own money stands beside it and is never added to it.
  ///
  /// In the currency of the grants; nothing where none is known, or they are of several.
  public var grantsInSight: Money? { Brief.sum(rows.map(\.europeanGrant)) }

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
