/// Local search over allotments in whole numbers: part of a choice is taken back and put together anew, better or as good.
///
/// Large neighbourhood search: a few parts or a whole slot are emptied, then refilled in the order of a price that
/// weighs the grant against the own money and the effort that it takes. The weights are drawn anew each time, since
/// nobody knows beforehand which of the limits is the scarce one. A single goal may fall back a little at first.
public struct AllotmentSearch {
  private let allotment: Allotment
  private var random: RandomNumbers
  private var state: AllotmentState
  /// The pairs of each part.
  private let pairsOfPart: [[Int]]
  private let pairsOfSlot: [[Int]]
  /// What each pair takes from limited purses, before any cut.
  private let use: [Int64]
  private let grant: [Int64]
  /// The mean grant for a unit of effort.
  private let grantPerEffort: Int64
  /// The best choice so far.
  private var best: (chosen: [Int], score: [Int64])?

  /// A search that is the same for a seed on every machine.
  ///
  /// - Parameter start: a choice that keeps the rules, to begin with.
  public init(_ allotment: Allotment, seed: UInt64, startingWith start: [Int] = []) {
    self.allotment = allotment
    random = RandomNumbers(state: seed)
    state = AllotmentState(allotment)
    var pairsOfPart = [[Int]](repeating: [], count: allotment.partCount)
    var pairsOfSlot = [[Int]](repeating: [], count: allotment.slots.count)
    for (number, pair) in allotment.pairs.enumerated() {
      pairsOfPart[pair.part].append(number)
      pairsOfSlot[pair.slot].append(number)
    }
    self.pairsOfPart = pairsOfPart
    self.pairsOfSlot = pairsOfSlot
    grant = allotment.pairs.map(\.grant)
    use = allotment.pairs.map { pair in
      allotment.buckets.indices.reduce(0) { sum, bucket in
        allotment.buckets[bucket].limit == nil && !allotment.buckets[bucket].isSpared
          ? sum : sum + pair.outlays[bucket] - pair.grants[bucket]
      }
    }
    let effort = allotment.slots.reduce(0) { $0 + $1.effort }
    grantPerEffort = effort > 0 ? grant.reduce(0) { $0 + $1 / 4 } / effort : 0
    for pair in start { state.place(allotment.pairs[pair].part, in: pair) }
  }

  /// The best choice after so many steps more; the choice of nothing where none better keeps the rules.
  public mutating func run(steps: Int) -> [Int] {
    guard !allotment.pairs.isEmpty else { return [] }
    refill(Array(0..<allotment.partCount))
    state.forget()
    var best = self.best ?? (state.chosen, state.score)
    var score = state.score
    if score.isBetter(than: best.score) { best = (state.chosen, score) }
    for step in 0..<steps {
      let freed = empty()
      refill(freed)
      let found = state.score
      if found.isBetter(than: score) || found == score || isTolerated(found, score, step, of: steps) {
        score = found
        state.forget()
        if found.isBetter(than: best.score) { best = (state.chosen, found) }
      } else {
        state.takeBack()
      }
    }
    self.best = best
    return best.chosen
  }

  /// Whether a single goal may fall back: by up to a hundredth at first, by nothing in the end.
  private mutating func isTolerated(_ found: [Int64], _ held: [Int64], _ step: Int, of steps: Int) -> Bool {
    guard found.count == 1 else { return false }
    let most = held[0].magnitude / 100
    let left = UInt64(steps - step) * 1_000 / UInt64(steps)
    return held[0] - found[0] <= Int64(most / 1_000 * left) && random.below(3) == 0
  }

  /// Takes parts out; gives those that may be placed anew.
  private mutating func empty() -> [Int] {
    var freed: [Int] = []
    let placed = state.placedParts
    switch random.below(10) {
    case 0..<4:
      for _ in 0...random.below(max(2, min(10, placed.count / 4))) where !placed.isEmpty {
        freed.append(placed[random.below(placed.count)])
      }
    case 4..<8:
      for _ in 0...random.below(3) { freed += state.parts(in: random.below(allotment.slots.count)) }
    default:
      // A part that is out is put in first, whatever stands in its way in that slot.
      let pair = random.below(allotment.pairs.count)
      let slot = allotment.pairs[pair].slot
      freed += state.parts(in: slot)
      freed += state.parts(in: random.below(allotment.slots.count))
      freed.removeAll(where: allotment.required.contains)
      for part in freed { state.place(part, in: nil) }
      if state.pair(of: allotment.pairs[pair].part) == nil {
        state.tryPlacing(allotment.pairs[pair].part, in: pair)
      }
    }
    freed.removeAll(where: allotment.required.contains)
    for part in freed { state.place(part, in: nil) }
    // Others that are out get their chance too, not all of them each time.
    for _ in 0..<min(40, allotment.partCount) {
      let part = random.below(allotment.partCount)
      if state.pair(of: part) == nil { freed.append(part) }
    }
    return freed
  }

  /// Places parts, the best priced pair first, as far as the rules allow.
  private mutating func refill(_ parts: [Int]) {
    // Weights in eighths.
    let own = [0, 1, 2, 4, 8, 12, 16, 32, 64][random.below(9)]
    let effort = Int64([0, 1, 2, 4, 8, 16][random.below(6)])
    let noise = random.below(2) == 0 ? 0 : 64
    var priced: [(isRequired: Bool, price: Int64, pair: Int)] = []
    for part in parts where state.pair(of: part) == nil {
      for pair in pairsOfPart[part] {
        let slot = allotment.pairs[pair].slot
        var price = grant[pair] - use[pair] / 8 * Int64(own)
        if state.isEmpty(slot) { price -= allotment.slots[slot].effort * (grantPerEffort / 8 * effort) }
        if noise > 0 { price += grant[pair] / 128 * Int64(random.below(noise)) }
        priced.append((allotment.required.contains(part), price, pair))
      }
    }
    priced.sort {
      if $0.isRequired != $1.isRequired { return $0.isRequired }
      return $0.price != $1.price ? $0.price > $1.price : $0.pair < $1.pair
    }
    for entry in priced {
      let part = allotment.pairs[entry.pair].part
      if state.pair(of: part) == nil { state.tryPlacing(part, in: entry.pair) }
    }
    state.clearSlotsBelowFloor()
  }
}

/// Numbers that look random and are the same for a seed on every machine (SplitMix64).
struct RandomNumbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from nought to below a limit.
  mutating func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(limit)).high) }
}
