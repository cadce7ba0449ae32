import ParapetModel
import Synchronization

/// The offers that one night of a replay made, for the next: of an opportunity that is the same the offer is the same
/// object.
public final class OfferMemory: Sendable {
  private let last = Mutex<[String: Entry]>([:])

  /// An object, since opportunities are large and most entries go from one night to the next.
  private final class Entry: Sendable {
    let source: Opportunity
    let offer: Offer

    init(_ source: Opportunity, _ offer: Offer) {
      self.source = source
      self.offer = offer
    }
  }

  /// Nothing yet.
  public init() {}

  /// What is made while opportunities are turned into offers, in place of what was remembered before.
  ///
  /// - Parameter work: is given what turns an opportunity into an offer, by remembering or by making it.
  func remembering<Value>(_ work: ((Opportunity, () -> Offer) -> Offer) -> Value) -> Value {
    last.withLock { last in
      var next: [String: Entry] = [:]
      next.reserveCapacity(last.count)
      let value = work { opportunity, make in
        let known = last[opportunity.identifier].flatMap { $0.source == opportunity ? $0 : nil }
        let entry = known ?? Entry(opportunity, make())
        next[opportunity.identifier] = entry
        return entry.offer
      }
      last = next
      return value
    }
  }
}
