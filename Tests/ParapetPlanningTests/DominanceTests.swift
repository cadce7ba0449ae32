import Testing

@testable import ParapetBudgeting
@testable import ParapetPlanning

@Suite("Slots that no best choice needs")
struct DominanceTests {
  /// A problem with many slots that are much alike, drawn from a seed.
  private static func drawn(_ seed: UInt64) -> Allotment {
    var random = RandomNumbers(state: seed)
    let parts = 2 + random.below(2)
    let costs = (0..<parts).map { _ in Int64(10 + random.below(30)) }
    var slots: [Allotment.Slot] = []
    var pairs: [Allotment.Pair] = []
    for slot in 0..<9 {
      var terms = Allotment.Slot()
      terms.refusesSurplus = random.below(4) > 0
      if random.below(3) == 0 { terms.ceiling = Int64(20 + 10 * random.below(3)) }
      if random.below(4) == 0 { terms.floor = Int64(5 + 10 * random.below(2)) }
      let share = Int64(2 + random.below(3))
      let days = Int64(1 + random.below(3))
      for part in 0..<parts where random.below(5) > 0 {
        let grant = costs[part] * share / 4
        let early = grant / 3
        pairs.append(
          Allotment.Pair(
            part: part, slot: slot, outlays: [costs[part] / 2, costs[part] - costs[part] / 2],
            grants: [min(early, costs[part] / 2), min(grant - early, costs[part] - costs[part] / 2)],
            delay: grant * days))
      }
      slots.append(terms)
    }
    var allotment = Allotment(
      worth: costs.enumerated().map { [$0 % 2 == 0 ? $1 : 0, $0 % 2 == 0 ? 0 : $1] }, slots: slots,
      pairs: pairs,
      buckets: [Allotment.Bucket(limit: random.below(2) == 0 ? 10 : nil), Allotment.Bucket(limit: nil)],
      effort: random.below(2) == 0 ? Int64(1 + random.below(2)) : nil,
      goals: [.worth(tier: 0), .worth(tier: 1), .own, .slots, .delay])
    for first in pairs.indices {
      for second in pairs.indices.dropFirst(first + 1)
      where pairs[first].part != pairs[second].part && pairs[first].slot != pairs[second].slot
        && (pairs[first].slot + pairs[second].slot) % 3 == 0
      {
        allotment.exclusions.append(Allotment.Exclusion(first, second))
      }
    }
    return allotment
  }

  /// The best of all choices but one; among equals each part in turn goes to the first slot that it can have.
  private static func best(_ allotment: Allotment, but barred: [Int]? = nil) -> (
    chosen: [Int], score: [Int64]
  )? {
    var best: (chosen: [Int], score: [Int64])?
    func visit(_ part: Int, _ chosen: [Int]) {
      guard part < allotment.partCount else {
        let sorted = chosen.sorted()
        guard sorted != barred, let outcome = allotment.outcome(of: sorted) else { return }
        if best.map({ outcome.score.isBetter(than: $0.score) }) ?? true { best = (sorted, outcome.score) }
        return
      }
      // In the order of the slots, and nothing last: the first of equals is the one that is wanted.
      for (number, pair) in allotment.pairs.enumerated() where pair.part == part {
        visit(part + 1, chosen + [number])
      }
      visit(part + 1, chosen)
    }
    visit(0, [])
    return best
  }

  @Test("the best and the second best are those of all slots, to the slot")
  func exact() throws {
    var left = 0
    for seed in UInt64(1)...150 {
      let allotment = DominanceTests.drawn(seed)
      let solver = AllotmentSolver(door: .built, steps: 30)
      let wanted = try #require(DominanceTests.best(allotment))
      let found = try #require(solver.solve(allotment), "seed \(seed)")
      #expect(found.chosen == wanted.chosen, "seed \(seed)")
      #expect(found.outcome.score == wanted.score, "seed \(seed)")
      #expect(found.isProven, "seed \(seed)")
      let next = try #require(DominanceTests.best(allotment, but: wanted.chosen))
      let second = try #require(solver.solve(allotment, excluding: [wanted.chosen]), "seed \(seed)")
      #expect(second.outcome.score == next.score, "seed \(seed)")
      left += 9 - allotment.withoutDominatedSlots(barredChoices: 0).allotment.slots.count
    }
    #expect(left > 150, "slots that were left out")
  }

  @Test("of a thousand topics on the same terms as many are left as could be used together")
  func alike() {
    let slots = [Allotment.Slot](repeating: Allotment.Slot(), count: 1_000)
    let pairs = slots.indices.flatMap { slot in
      (0..<6).map {
        Allotment.Pair(part: $0, slot: slot, outlays: [100], grants: [80], delay: Int64(slot % 7))
      }
    }
    let allotment = Allotment(
      worth: (0..<6).map { _ in [100] }, slots: slots, pairs: pairs, buckets: [Allotment.Bucket(limit: nil)],
      effort: 4, goals: [.worth(tier: 0), .own, .slots, .delay])
    let reduced = allotment.withoutDominatedSlots(barredChoices: 1)
    #expect(reduced.pairs.count == 5 * 6)
    // The earliest money, and of equals the first.
    #expect(Set(reduced.pairs.map { pairs[$0].slot }) == [0, 7, 14, 21, 28])
  }
}
