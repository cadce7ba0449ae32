import Testing

@testable import ParapetBudgeting
@testable import ParapetPlanning

@Suite("Handing out parts to slots")
struct AllotmentTests {
  /// A problem drawn from a seed: floors, ceilings, purses, effort, exclusions.
  private static func drawn(_ seed: UInt64) -> Allotment {
    var random = RandomNumbers(state: seed)
    func amount(_ most: Int) -> Int64 { Int64(random.below(most)) }
    let parts = 1 + random.below(6)
    let slotCount = 1 + random.below(4)
    let buckets = [
      Allotment.Bucket(limit: random.below(3) == 0 ? nil : amount(90_000)),
      Allotment.Bucket(limit: random.below(2) == 0 ? nil : amount(60_000)),
      Allotment.Bucket(limit: nil, isSpared: false),
    ]
    var slots: [Allotment.Slot] = []
    for _ in 0..<slotCount {
      var slot = Allotment.Slot()
      if random.below(3) == 0 { slot.floor = amount(60_000) }
      if random.below(2) == 0 { slot.ceiling = max(slot.floor, 20_000 + amount(100_000)) }
      slots.append(slot)
    }
    var pairs: [Allotment.Pair] = []
    for part in 0..<parts {
      for slot in 0..<slotCount where random.below(3) > 0 {
        let rate = Int64([50, 75, 80, 100][random.below(4)])
        let outlays = buckets.map { _ in amount(40_000) }
        pairs.append(
          Allotment.Pair(
            part: part, slot: slot, outlays: outlays, grants: outlays.map { $0 * rate / 100 },
            delay: amount(50)))
      }
    }
    let worth = (0..<parts).map { _ in
      var row: [Int64] = [0, 0]
      row[random.below(2)] = 1 + amount(100_000)
      return row
    }
    var allotment = Allotment(
      worth: worth, slots: slots, pairs: pairs, buckets: buckets,
      effort: random.below(2) == 0 ? nil : Int64(1 + random.below(3)),
      goals: [.worth(tier: 0), .worth(tier: 1), .own, .slots, .delay])
    for _ in 0..<2 where pairs.count > 3 && random.below(2) == 0 {
      let first = random.below(pairs.count)
      let second = random.below(pairs.count)
      if first != second { allotment.exclusions.append(Allotment.Exclusion(first, second)) }
    }
    return allotment
  }

  /// Every choice of at most one pair for each part.
  private static func bestScore(of allotment: Allotment) -> [Int64]? {
    var best: [Int64]?
    func visit(_ part: Int, _ chosen: [Int]) {
      guard part < allotment.partCount else {
        if let score = allotment.outcome(of: chosen)?.score, best.map({ score.isBetter(than: $0) }) ?? true {
          best = score
        }
        return
      }
      visit(part + 1, chosen)
      for pair in allotment.pairs.indices where allotment.pairs[pair].part == part {
        visit(part + 1, chosen + [pair])
      }
    }
    visit(0, [])
    return best
  }

  @Test("the best of all choices is found, and proven")
  func best() {
    for seed in UInt64(1)...300 {
      let allotment = AllotmentTests.drawn(seed)
      let solution = AllotmentSolver(door: .built, steps: 50).solve(allotment)
      #expect(solution?.outcome.score == AllotmentTests.bestScore(of: allotment), "seed \(seed)")
      #expect(solution?.isProven == true, "seed \(seed)")
    }
  }

  @Test("the search alone never breaks a rule, and its sums are the true ones")
  func search() {
    for seed in UInt64(1)...200 {
      let allotment = AllotmentTests.drawn(seed)
      var search = AllotmentSearch(allotment, seed: seed)
      #expect(allotment.outcome(of: search.run(steps: 100)) != nil, "seed \(seed)")
    }
  }
}
