import ParapetModel
import Synchronization

/// How well the lists of measures pay for what items are made of: worked out once for all items of the same measures.
final class MeasureMemory: Sendable {
  private let known = Mutex<[Key: [MeasureFit]]>([:])

  /// What of an item the lists look at.
  private struct Key: Hashable {
    var measures: [String]
    var namesPartners: Bool
  }

  /// Items of made-up measures must not fill the memory.
  private static let most = 4_096

  /// The fit of an item with each of some lists, which are the same each time.
  func fits(of item: Item, in lists: [MeasureStrengths]) -> [MeasureFit] {
    let key = Key(measures: item.measures, namesPartners: item.partners?.isEmpty == false)
    if let fits = known.withLock({ $0[key] }) { return fits }
    let fits = lists.map { MeasureFit(item, $0) }
    known.withLock { known in
      if known.count < MeasureMemory.most { known[key] = fits }
    }
    return fits
  }
}
