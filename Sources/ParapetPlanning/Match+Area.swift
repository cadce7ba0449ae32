import ParapetBudgeting
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

  /// Whether it is a call of another's programme that pays as much: an authority is asked only where no call is known.
  func isCall(of programme: Match) -> Bool {
    isCall(ofProgrammeOf: programme.offer) && verdict == programme.verdict
      && estimate?.grant == programme.estimate?.grant
  }

  /// Whether it is a call of a programme.
  func isCall(ofProgrammeOf programme: Offer) -> Bool {
    !offer.opportunity.level.isStanding && programme.opportunity.level.isStanding
      && offer.instruments.contains { $0.identifier == programme.opportunity.identifier }
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
  /// The call of an application's programme that is open to an item of it but for what nobody has read, and its last day.
  func openCall(of application: Plan.Application) -> (name: String, until: Day)? {
    guard application.deadline == nil else { return nil }
    for entry in draft.request.shortlist.items where application.items.contains(entry.item.id) {
      for match in entry.matches where match.status == .open && match.standing == .readCall {
        guard match.isCall(ofProgrammeOf: application.offer), let deadline = match.nextDeadline?.day,
          draft.request.unmetWork(of: entry.item, in: match.offer) == nil
        else { continue }
        return (match.offer.opportunity.identifier, deadline)
      }
    }
    return nil
  }

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
