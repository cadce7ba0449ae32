import ParapetModel

extension Item {
  /// The year of the item's total, where its work stays within one.
  var onlyYear: Int? {
    guard let start, let end, start.components.year == end.components.year else { return nil }
    return start.components.year
  }
}
