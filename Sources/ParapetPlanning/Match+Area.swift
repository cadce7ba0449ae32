import ParapetMatching
import ParapetModel

extension Match {
  /// Whether a programme is made for areas of regions, and none is known to take in the city and partners in some countries.
  ///
  /// A cross-border programme is made for the regions on both sides of one border (Regulation (EU) 2021/1059, Art. 4), and chooses
  /// its own aims: that of France and Italy pays no town in Spain, and of a programme that is not kept nothing is known.
  func leavesArea(_ countries: Set<Country>) -> Bool {
    var isMadeForAreas = false
    for reason in reasons where reason.kind == CriterionKind.territory.rawValue {
      guard case .places(let included, _) = reason.required else { continue }
      let regions = included.compactMap { place in
        if case .region(let code) = place { Country(code.prefix(2)) } else { nil as Country? }
      }
      guard regions.count == included.count, !regions.isEmpty else { continue }
      isMadeForAreas = true
      if reason.outcome == .met, countries.isSubset(of: regions) { return false }
    }
    return isMadeForAreas
  }
}
