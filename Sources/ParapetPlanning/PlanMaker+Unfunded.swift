import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// Why something is not paid for: what it lacks, which limits clash, or what it would displace.
extension PlanMaker {
  /// So many items are asked after one by one; each takes searches of its own.
  static let mostQuestions = 24

  func unfunded(_ solution: AllotmentSolver.Solution, explaining: Bool) -> [Plan.Unfunded] {
    let funded = Set(solution.chosen.map { draft.pairs[$0].part })
    var left: [Plan.Unfunded] = []
    var questions = 0
    var spent = 0
    for entry in draft.request.shortlist.items {
      let item = entry.item
      let parts = draft.parts.indices.filter { draft.parts[$0].item.id == item.id }
      if parts.isEmpty {
        left.append(Plan.Unfunded(item: item.id, lines: nil, cost: nil, because: refusals(of: entry)))
        continue
      }
      let open = parts.filter { !funded.contains($0) }
      guard !open.isEmpty else { continue }
      let groups = open.count == parts.count ? [open] : open.map { [$0] }
      for group in groups {
        let others = refusals(of: entry)
        var because = others
        if group.contains(where: { part in draft.pairs.contains { $0.part == part } }) {
          questions += 1
          let searches = questions <= PlanMaker.mostQuestions && spent < draft.request.solver.work
          because = explaining ? reasons(against: group, solution, searching: searches, &spent) : []
          // A call that is far too large for it is no near one beside those that something else keeps it from.
          if explaining, because.allSatisfy(\.isSizeOfCalls), others != [.nothingMatches] {
            because = others + because.filter { $0.isNear(cost(of: group)) }
          }
        }
        left.append(
          Plan.Unfunded(
            item: item.id,
            lines: open.count == parts.count ? nil : group.flatMap { draft.parts[$0].lines ?? [] },
            cost: cost(of: group), because: because))
      }
    }
    return left
  }

  private func cost(of parts: [Int]) -> Money {
    let sum = parts.reduce(0) { $0 + (draft.parts[$1].cost?.minorUnits ?? 0) }
    return Money(minorUnits: sum, currency: draft.request.currency)
  }

  private func refusals(of entry: Shortlist.ItemShortlist) -> [Plan.Unfunded.Reason] {
    let found = (draft.refusals[entry.item.id] ?? []).sorted { "\($0)" < "\($1)" }
    var reasons: [Plan.Unfunded.Reason] = []
    if found.contains(.costUnknown) { reasons.append(.costUnknown) }
    if found.contains(.tooLarge) { reasons.append(.tooLarge) }
    if found.contains(.noYear) { reasons.append(.noYear) }
    for case .otherCurrency(let costs, let expected) in found {
      reasons.append(.otherCurrency(costs, expected))
    }
    for case .paidInOther(let currency) in found { reasons.append(.paidInOther(currency)) }
    if found.contains(.noRate) { reasons.append(.noRate) }
    if found.contains(.noGrant) { reasons.append(.noGrant) }
    let hindrances = entry.matches.filter { draft.request.admits($0.offer.opportunity) }
      .compactMap { draft.request.hindrance(of: $0, for: entry.item) }
    func count(_ hindrance: PlanRefusal) -> Int { hindrances.count { $0 == hindrance } }
    for standing in [Match.Standing.readCall, .answer, .partner] where count(.undecided(standing)) > 0 {
      reasons.append(.undecided(standing, opportunities: count(.undecided(standing))))
    }
    if count(.aimOpen) > 0 { reasons.append(.aimOpen(opportunities: count(.aimOpen))) }
    let demands = hindrances.compactMap { if case .otherWork(let demand) = $0 { demand } else { nil } }
    if !demands.isEmpty {
      let forms = demands.reduce(into: [WorkDemand]()) { forms, demand in
        if !forms.contains(where: { $0.form == demand.form }) { forms.append(demand) }
      }
      reasons.append(.otherWork(opportunities: demands.count, forms))
    }
    if count(.jointWork) > 0 { reasons.append(.jointWork(opportunities: count(.jointWork))) }
    if count(.partnersAbroad) > 0 { reasons.append(.partnersAbroad(opportunities: count(.partnersAbroad))) }
    if count(.outsideArea) > 0 { reasons.append(.outsideArea(opportunities: count(.outsideArea))) }
    if count(.announced) > 0 { reasons.append(.announced(opportunities: count(.announced))) }
    if found.contains(.mustWait) { reasons.append(.mustWait) }
    let days = hindrances.compactMap { if case .tooLate(let days) = $0 { days } else { nil } }
    if let most = days.max() { reasons.append(.tooLate(days: most)) }
    if reasons.isEmpty, count(.implausible) > 0 {
      reasons.append(.implausible(opportunities: count(.implausible)))
    }
    return reasons.isEmpty ? [.nothingMatches] : reasons
  }

  /// What a step that is to be done first would add to what can be planned, the nearest step first: for the items that the plan
  /// does not pay for.
  func waiting(beside funded: Set<String>) -> [Plan.Waiting] {
    [Match.Standing.readCall, .answer, .partner].compactMap { standing in
      var waiting = Plan.Waiting(
        standing: standing, items: [], worth: .zero(draft.request.currency), opportunities: [], facts: [])
      for entry in draft.request.shortlist.items where !funded.contains(entry.item.id) {
        let waits = entry.matches.filter {
          draft.request.admits($0.offer.opportunity)
            && draft.request.hindrance(of: $0, for: entry.item) == .undecided(standing)
        }
        let grants = waits.map {
          $0.estimate?.grant.flatMap { draft.request.converted($0) }?.minorUnits ?? 0
        }
        guard let most = grants.max(), most > 0, let best = grants.firstIndex(of: most) else { continue }
        // A call whose projects are all of one size is worth no more to an item than that costs.
        let cost = PlanPart(item: entry.item, lines: nil, cost: nil).statedCost.flatMap {
          draft.request.converted($0)
        }
        waiting.add(entry.item.id, waits[best], worth: min(most, cost?.minorUnits ?? most))
      }
      return waiting.items.isEmpty ? nil : waiting
    }
  }

  /// Why parts that could be paid for are not.
  ///
  /// Where no more searches are left, what was found is put together anew around them, and the purses are looked at.
  private func reasons(
    against parts: [Int], _ best: AllotmentSolver.Solution, searching: Bool, _ spent: inout Int
  ) -> [Plan.Unfunded.Reason] {
    var demanding = draft.allotment
    // What is displaced is decided by what is worth most; the finer goals change nothing of that.
    demanding.goals.removeAll { $0 == .slots || $0 == .delay }
    demanding.required = draft.allotment.required.union(parts)
    let conflict = PlanConflict(draft: draft, required: demanding.required)
    if let purse = conflict.tooSmallPurse() {
      return [
        .tooSmallPurse(
          purse.constraint, lacking: Money(minorUnits: purse.lacking, currency: draft.request.currency))
      ]
    }
    // What would make room may have no part in it; a plan that has is looked for first.
    var other = demanding.choice(with: parts, around: best.chosen)
    if searching {
      let attempt = draft.request.solver.brief.attempt(demanding, startingWith: other.map { [$0] } ?? [])
      spent += attempt.work
      other = attempt.solution?.chosen ?? other
      if other == nil {
        let (limits, work) = conflict.found(within: min(PlanConflict.mostWork, draft.request.solver.work / 4))
        spent += work
        return [limits.map { .clash($0) } ?? .notDecided]
      }
    }
    guard let other else { return [.notDecided] }
    let lost = items(best.chosen).subtracting(items(other)).sorted()
    guard !lost.isEmpty else { return [.dearer] }
    if let effort = demanding.effort {
      var wider = demanding
      wider.effort = nil
      if let free = wider.choice(with: parts, around: best.chosen),
        items(best.chosen).isSubset(of: items(free))
      {
        return [.noApplicationLeft(most: Int(effort), lost)]
      }
    }
    return [.outranked(lost)]
  }

  private func items(_ chosen: [Int]) -> Set<String> {
    Set(chosen.map { draft.parts[draft.pairs[$0].part].item.id })
  }
}

extension Plan.Waiting {
  /// Counts an item with what would bring it most.
  fileprivate mutating func add(_ item: String, _ match: Match, worth more: Int64) {
    items.append(item)
    let sum = worth.minorUnits.addingReportingOverflow(more)
    worth = Money(minorUnits: sum.overflow ? .max : sum.partialValue, currency: worth.currency)
    let name = match.offer.opportunity.identifier
    if !opportunities.contains(name) { opportunities.append(name) }
    guard case .answer(let asked, _) = match.next.step else { return }
    facts += asked.filter { !facts.contains($0) }
  }
}

extension Plan.Unfunded.Reason {
  /// Whether it speaks of the sizes of single calls alone.
  var isSizeOfCalls: Bool {
    guard case .clash(let limits) = self else { return false }
    return limits.allSatisfy { limit in
      switch limit {
      case .smallestGrant, .largestGrant: true
      default: false
      }
    }
  }

  /// Whether no smallest grant of it is more than twice a cost.
  func isNear(_ cost: Money) -> Bool {
    guard case .clash(let limits) = self else { return false }
    return limits.allSatisfy { limit in
      guard case .smallestGrant(_, let amount) = limit else { return true }
      return amount.minorUnits / 2 <= cost.minorUnits
    }
  }
}
