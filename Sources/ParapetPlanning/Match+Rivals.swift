import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// Of two that pay the same for an item, the one that is sent in.
extension Match {
  /// Whether it takes the place of another with the same item, which then is no candidate.
  func takesThePlace(of other: Match) -> Bool { isCall(of: other) || isSurer(than: other) }

  /// Whether it is a call of the other's programme that pays as much: an authority is asked only where no call is known.
  private func isCall(of programme: Match) -> Bool {
    !offer.opportunity.level.isStanding && programme.offer.opportunity.level.isStanding
      && offer.instruments.contains { $0.identifier == programme.offer.opportunity.identifier }
      && verdict == programme.verdict && estimate?.grant == programme.estimate?.grant
  }

  /// Whether it is decided and has a last day to apply, and pays no less than one that is only assumed to be open to the item.
  private func isSurer(than other: Match) -> Bool {
    guard verdict == .eligible, other.verdict == .undecided, nextDeadline != nil,
      let grant = estimate?.grant, let less = other.estimate?.grant, grant.currency == less.currency
    else { return false }
    return grant.minorUnits >= less.minorUnits
  }
}
