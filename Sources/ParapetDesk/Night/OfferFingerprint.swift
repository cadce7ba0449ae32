import ParapetCatalogue
import ParapetMatching
import ParapetModel

/// What tells an opportunity from others, without its dates and by these alone.
struct OfferFingerprint: Sendable {
  /// Holds the offer, so that no other has its place in memory.
  let offer: Offer
  let lasting: UInt64
  let dates: UInt64

  init(_ offer: Offer) {
    self.offer = offer
    let (lasting, dates) = offer.opportunity.partedByDates
    self.lasting = Opportunity.fingerprint(of: [lasting])
    self.dates = Opportunity.fingerprint(of: [dates])
  }
}

extension Opportunity {
  /// Without its dates and what its source says of them, and with these alone.
  fileprivate var partedByDates: (lasting: Opportunity, dates: Opportunity) {
    var dates = Opportunity(level: level, identifier: "", origin: .feed(""))
    dates.statedStatus = statedStatus
    dates.statedStatusCode = statedStatusCode
    dates.publicationDate = publicationDate
    dates.openingDate = openingDate
    dates.deadlines = deadlines
    var lasting = self
    lasting.statedStatus = nil
    lasting.statedStatusCode = nil
    lasting.publicationDate = nil
    lasting.openingDate = nil
    lasting.deadlines = []
    return (lasting, dates)
  }
}
