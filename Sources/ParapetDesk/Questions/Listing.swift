import ParapetFeeds
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
  /// - Parameters:
  ///   - everything: whether closed ones are among them.
  ///   - filter: which of them are wanted.
  /// - Throws: `Failure`, `misuse` where the filter names a measure that is none.
  public func opportunities(
    everything: Bool = false, where filter: OfferFilter = OfferFilter()
  ) throws(Failure) -> OpportunityList {
    try Failure.on {
      let known = desk.data.measures.measures.map(\.code)
      for measure in filter.measures.sorted() where !known.contains(measure) {
        let list = known.joined(separator: ", ")
        throw Failure(
          .misuse,
          Message(en: "there is no measure '\(measure)'", fr: "il n’y a pas de mesure « \(measure) »")
            .followed(
              by: Diagnostic.nearest(to: measure, among: known).map { .didYouMean($0) }
                ?? Message(en: "there are \(list)", fr: "il y a \(list)")))
      }
      let offers = offers(try stored(notClosedOn: everything ? nil : day)).filter {
        (everything || $0.opportunity.status(on: day) != .closed) && filter.wants($0, on: day)
      }
      return OpportunityList(offers: ListReport.sorted(offers, on: day))
    }
  }
}
