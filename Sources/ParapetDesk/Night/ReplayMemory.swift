import ParapetMatching
import ParapetModel
import Synchronization

/// What one night of a replay leaves to the next, so that what did not change is not made again; the answers are those of nights
/// that know of no other.
final class ReplayMemory: Sendable {
  /// The offers of the night before.
  let offers = OfferMemory()
  /// Its lists.
  let lists = Mutex<Shortlists?>(nil)
  /// The fingerprints of its offers.
  let fingerprints = Mutex<[ObjectIdentifier: OfferFingerprint]>([:])
}
