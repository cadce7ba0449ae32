import ParapetMatching
import ParapetModel

/// Finds a smallest set of limits that together leave no room for what must be paid for.
struct PlanConflict {
  let draft: PlanDraft
  let required: Set<Int>
  /// Plans that were found; each is one under fewer limits too, and under others that it keeps.
  private var found: [[Int]]
  /// Limits under which there is no plan; under more there is none either.
  private var impossible: [Set<Limit>] = []

  init(draft: PlanDraft, required: Set<Int>) {
    self.draft = draft
    self.required = required
    // All that must be paid for in one opportunity, and nothing else: often enough, and no search.
    let pairs = draft.allotment.pairs
    let own = pairs.indices.filter { required.contains(pairs[$0].part) }
    let slots = Dictionary(grouping: own) { pairs[$0].slot }
    found = slots.sorted { $0.key < $1.key }.map(\.value).filter { $0.count == required.count }
  }

  /// Sets of up to so many limits are tried one after the other, the smallest first.
  static let mostTogether = 3
  /// Above so many limits, sets are no longer tried but limits left out one by one.
  static let mostLimits = 8
  /// The work that a search for limits may take; see `AllotmentSolver.work`.
  static let mostWork = 200_000
  private var work = PlanConflict.mostWork
  /// What was done of it.
  private var spent = 0
  /// What each question takes beside its programme: the local search.
  private static let leastWork = 2_000

  private enum Limit: Hashable {
    case own(bucket: Int)
    case effort
    case floor(slot: Int)
    case ceiling(slot: Int)
    case exclusion(rule: Int)
  }

  /// The limits, in words; nothing where the search could not tell.
  func smallest() -> [PlanConstraint]? { found(within: PlanConflict.mostWork).limits }

  /// The limits, in words, and what the search for them took of the work that it may take.
  func found(within work: Int) -> (limits: [PlanConstraint]?, work: Int) {
    var search = self
    search.work = work
    let limits = search.search()
    return (limits, search.spent)
  }

  /// A purse that holds less than what is required takes from it wherever it goes; nothing where no purse is so small.
  ///
  /// It needs no search: whatever else is done brings the purse no more than what all other parts can leave in it, where
  /// flat rates give more than is spent.
  func tooSmallPurse() -> (constraint: PlanConstraint, lacking: Int64)? {
    let allotment = draft.allotment
    // A slot whose floor all its parts together do not reach is no way for any of them.
    let most = Dictionary(allotment.pairs.map { ($0.slot, max(0, $0.grant)) }) { sum, next in
      let (all, isTooLarge) = sum.addingReportingOverflow(next)
      return isTooLarge ? .max : all
    }
    let byPart = Dictionary(
      grouping: allotment.pairs.filter { (most[$0.slot] ?? 0) >= allotment.slots[$0.slot].floor }, by: \.part)
    for (bucket, purse) in allotment.buckets.enumerated() {
      guard let limit = purse.limit else { continue }
      var least: Int64 = 0
      for (part, pairs) in byPart {
        guard let own = pairs.map({ $0.outlays[bucket] - $0.grants[bucket] }).min() else { continue }
        least += required.contains(part) ? own : min(0, own)
      }
      if least > limit { return (words(.own(bucket: bucket)), least - limit) }
    }
    return nil
  }

  private mutating func search() -> [PlanConstraint]? {
    if let purse = tooSmallPurse() { return [purse.constraint] }
    var limits = relevantLimits()
    guard isPossible(under: []), isImpossible(under: Set(limits)) else { return nil }
    if limits.count > PlanConflict.mostLimits { limits = needed(of: limits) }
    if limits.count <= PlanConflict.mostLimits {
      for size in 1...PlanConflict.mostTogether {
        for set in sets(of: size, among: limits) where isImpossible(under: Set(set)) {
          return set.map(words)
        }
      }
    }
    return needed(of: limits).map(words)
  }

  /// Limits of which each is needed for the clash, though there may be fewer that clash.
  ///
  /// Whole stretches are left out first, so that the limits of a thousand topics take few questions.
  private mutating func needed(of limits: [Limit]) -> [Limit] {
    var needed = limits
    var stretch = limits.count
    while stretch > 0 {
      // The limits of single opportunities stand last, and are left out before those of the city.
      var end = needed.count
      while end > 0 {
        let start = max(0, end - stretch)
        let fewer = Array(needed[..<start] + needed[end...])
        if isImpossible(under: Set(fewer)) { needed = fewer }
        end = start
      }
      stretch /= 2
    }
    return needed
  }

  private func relevantLimits() -> [Limit] {
    var limits: [Limit] = []
    for (bucket, purse) in draft.allotment.buckets.enumerated() where purse.limit != nil {
      limits.append(.own(bucket: bucket))
    }
    if draft.allotment.effort != nil { limits.append(.effort) }
    let slots = Set(draft.allotment.pairs.filter { required.contains($0.part) }.map(\.slot)).sorted()
    for slot in slots {
      if max(draft.allotment.slots[slot].floor, draft.allotment.slots[slot].leastUncut) > 0 {
        limits.append(.floor(slot: slot))
      }
      if draft.allotment.slots[slot].ceiling != nil { limits.append(.ceiling(slot: slot)) }
    }
    limits += Set(draft.rules).sorted().map { .exclusion(rule: $0) }
    return limits
  }

  private mutating func isPossible(under limits: Set<Limit>) -> Bool { verdict(under: limits) == true }

  private mutating func isImpossible(under limits: Set<Limit>) -> Bool { verdict(under: limits) == false }

  /// Whether there is any plan with what is required where only these limits hold; nothing where nobody could tell.
  private mutating func verdict(under limits: Set<Limit>) -> Bool? {
    if impossible.contains(where: { $0.isSubset(of: limits) }) { return false }
    let relaxed = relaxed(to: limits)
    if found.contains(where: { relaxed.outcome(of: $0) != nil }) { return true }
    var solver = draft.request.solver
    solver.steps = min(solver.steps, 50)
    guard spent < work else { return nil }
    solver.work = min(solver.work, work - spent)
    let answer = solver.anyChoice(relaxed)
    spent += PlanConflict.leastWork + answer.work
    switch answer.possibility {
    case .found(let choice):
      // Without what has nothing to do with it, it breaks fewer limits.
      let pairs = relaxed.pairs
      let slots = Set(choice.filter { required.contains(pairs[$0].part) }.map { pairs[$0].slot })
      found.append(choice.filter { slots.contains(pairs[$0].slot) })
      return true
    case .impossible:
      impossible.append(limits)
      return false
    case .unknown: return nil
    }
  }

  /// The problem with what is required and these limits alone.
  private func relaxed(to limits: Set<Limit>) -> Allotment {
    var relaxed = draft.allotment
    relaxed.required = required
    relaxed.goals = []
    for bucket in relaxed.buckets.indices where !limits.contains(.own(bucket: bucket)) {
      relaxed.buckets[bucket].limit = nil
    }
    if !limits.contains(.effort) { relaxed.effort = nil }
    for slot in relaxed.slots.indices {
      if !limits.contains(.floor(slot: slot)) {
        (relaxed.slots[slot].floor, relaxed.slots[slot].leastUncut) = (0, 0)
      }
      if !limits.contains(.ceiling(slot: slot)) { relaxed.slots[slot].ceiling = nil }
    }
    let exclusions = zip(relaxed.exclusions, draft.rules).filter { limits.contains(.exclusion(rule: $0.1)) }
    relaxed.exclusions = exclusions.map(\.0)
    return relaxed
  }

  private func sets(of size: Int, among limits: [Limit]) -> [[Limit]] {
    guard size > 0 else { return [[]] }
    return limits.indices.flatMap { first in
      sets(of: size - 1, among: Array(limits[(first + 1)...])).map { [limits[first]] + $0 }
    }
  }

  private func words(_ limit: Limit) -> PlanConstraint {
    let currency = draft.request.currency
    switch limit {
    case .own(let bucket):
      guard bucket < draft.years.count else {
        return .undatedContribution(
          Money(minorUnits: draft.request.undatedCapacity ?? 0, currency: currency))
      }
      let year = draft.years[bucket]
      return .ownContribution(year: year, draft.request.capacity[year])
    case .effort: return .applications(Int(draft.allotment.effort ?? 0))
    case .floor(let slot):
      return .smallestGrant(
        opportunity: draft.offers[slot].opportunity.identifier,
        Money(
          minorUnits: max(draft.allotment.slots[slot].floor, draft.allotment.slots[slot].leastUncut),
          currency: currency))
    case .ceiling(let slot):
      return .largestGrant(
        opportunity: draft.offers[slot].opportunity.identifier,
        Money(minorUnits: draft.allotment.slots[slot].ceiling ?? 0, currency: currency))
    case .exclusion(let rule): return .cumulation(draft.request.practice.cumulation[rule])
    }
  }
}

extension PlanDraft {
  /// Refuses a request for items that can go nowhere, whatever the limits.
  func demandParts() throws(PlanError) {
    let missing = request.required.sorted().filter { name in
      !pairs.contains { parts[$0.part].item.id == name }
    }
    if !missing.isEmpty { throw .infeasible(missing.map { .required(item: $0) }) }
  }

  /// Why there is no plan at all: what must be paid for clashes.
  func failure() -> PlanError {
    guard !allotment.required.isEmpty else { return .notFound }
    let conflict = PlanConflict(draft: self, required: allotment.required)
    guard let limits = conflict.smallest() else { return .notFound }
    // Of the items too only those that are needed for the clash.
    var needed = request.required.sorted()
    for name in needed {
      let fewer = needed.filter { $0 != name }
      let these = Set(parts.indices.filter { fewer.contains(parts[$0].item.id) })
      guard !fewer.isEmpty else { break }
      var relaxed = allotment
      relaxed.required = these
      if request.solver.isPossible(relaxed) == false { needed = fewer }
    }
    let these = Set(parts.indices.filter { needed.contains(parts[$0].item.id) })
    let clash = PlanConflict(draft: self, required: these).smallest() ?? limits
    return .infeasible(needed.map { .required(item: $0) } + clash)
  }
}
