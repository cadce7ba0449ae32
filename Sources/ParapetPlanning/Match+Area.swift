import ParapetMatching
import ParapetModel

extension Match {
  /// Whether partners lie outside of the area of regions that takes the city in, by their regions or else their countries.
  ///
  /// A cross-border programme is made for the regions on both sides of one border (Regulation (EU) 2021/1059, Art. 4): that of
  /// France and Italy pays no town in Spain. Nothing is said where no area is kept that the city lies in.
  func leavesArea(_ places: Set<String>) -> Bool {
    areas.allSatisfy { area in
      !places.allSatisfy { place in area.contains { $0.hasPrefix(place) || place.hasPrefix($0) } }
    } && !areas.isEmpty
  }

  /// The areas of regions that take the city in.
  var areas: [[String]] {
    reasons.compactMap { reason in
      guard reason.outcome == .met, reason.kind == CriterionKind.territory.rawValue,
        case .places(let included, _) = reason.required
      else { return nil }
      let regions = included.compactMap { if case .region(let code) = $0 { code } else { nil } }
      return regions.count == included.count && !regions.isEmpty ? regions : nil
    }
  }
}

extension PlanMaker {
  /// The partners abroad in a programme of a kept area of whom no region is stated.
  func partnersWithoutRegion(of application: Plan.Application) -> [Partner] {
    guard draft.request.isForCooperation(application.offer) else { return [] }
    let opportunity = application.offer.opportunity
    return draft.request.shortlist.items.filter { application.items.contains($0.item.id) }.flatMap { entry in
      let match = entry.matches.first {
        $0.offer.opportunity.identifier == opportunity.identifier
          && $0.offer.opportunity.reference == opportunity.reference
      }
      guard let match, !match.areas.isEmpty else { return [Partner]() }
      return draft.request.partnersAbroad(of: entry.item).filter { $0.facts.nuts == nil }
    }
  }
}
