public import ParapetMatching
import ParapetModel
import ParapetReporting

/// Opportunities in the order in which lists show them: status on the day, next deadline, identifier.
public struct OpportunityList: Sendable {
  /// The opportunities.
  public var offers: [Offer]
}

extension Inquiry {
  /// The opportunities with their status on the day judged.
  ///
  /// - Parameter everything: whether closed ones are among them.
  public func opportunities(everything: Bool = false) throws(Failure) -> OpportunityList {
    try Failure.on {
      let offers = offers(try stored(notClosedOn: everything ? nil : day)).filter {
        everything || $0.opportunity.status(on: day) != .closed
      }
      return OpportunityList(offers: ListReport.sorted(offers, on: day))
    }
  }
}
