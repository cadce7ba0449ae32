import ParapetMatching
import ParapetModel

extension Match {
  /// Whether partners in some countries lie outside of the one area of regions that takes the city in.
  ///
  /// A cross-border programme is made for the regions on both sides of one border (Regulation (EU) 2021/1059, Art. 4): that of
  /// France and Italy pays no town in Spain. Nothing is said where no area is kept that the city lies in.
  func leavesArea(_ countries: Set<Country>) -> Bool {
    let areas = reasons.compactMap { reason -> Set<Country>? in
      guard reason.outcome == .met, case .places(let included, _) = reason.required else { return nil }
      let regions = included.compactMap { place in
        if case .region(let code) = place { Country(code.prefix(2)) } else { nil as Country? }
      }
      return regions.count == included.count && !regions.isEmpty ? Set(regions) : nil
    }
    return !areas.isEmpty && !areas.contains { countries.isSubset(of: $0) }
  }
}
