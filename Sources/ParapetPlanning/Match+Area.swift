import ParapetMatching
import ParapetModel

extension Match {
  /// Whether partners in some countries lie outside of the area of regions that takes the city in.
  ///
  /// A cross-border programme is made for the regions on both sides of one border (Regulation (EU) 2021/1059, Art. 4): that of
  /// France and Italy pays no town in Spain. Nothing is said where no area is kept that the city lies in.
  func leavesArea(_ countries: Set<Country>) -> Bool {
    var isInArea = false
    for reason in reasons where reason.outcome == .met && reason.kind == CriterionKind.territory.rawValue {
      guard case .places(let included, _) = reason.required else { continue }
      let regions = included.compactMap { place in
        if case .region(let code) = place { Country(code.prefix(2)) } else { nil as Country? }
      }
      guard regions.count == included.count, !regions.isEmpty else { continue }
      if countries.isSubset(of: regions) { return false }
      isInArea = true
    }
    return isInArea
  }
}
