import ParapetBudgeting

/// A choice under change, with its sums kept up to date, and a journal to take changes back.
///
/// Within a step a slot may stay below its floor; a choice that is kept never does.
struct AllotmentState {
  private let allotment: Allotment
  private let bucketCount: Int
  private let needsMinimum: [Bool]
  private let capacity: [Int]
  private let grantOfPair: [Int64]
  private let exclusionsOfPair: [Int: [Int]]
  private var pairOfPart: [Int]
  private var members: [[Int]]
  /// Before any cut, by slot.
  private var uncut: [Int64]
  private var grants: [Int64]
  private var outlays: [Int64]
  /// After the cut.
  private var granted: [Int64]
  private var grantsAfterCut: [Int64]
  private var own: [Int64]
  private var effort: Int64 = 0
  private var total: Int64 = 0
  private var used = 0
  private var delay: Int64 = 0
  private var fit: Int64 = 0
  private var tiers: [Int64]
  private var journal: [(part: Int, pair: Int)] = []

  init(_ allotment: Allotment) {
    self.allotment = allotment
    bucketCount = allotment.buckets.count
    needsMinimum = allotment.slots.map { $0.refusesSurplus && $0.ceiling != nil }
    capacity = allotment.slots.map(\.capacity)
    grantOfPair = allotment.pairs.map(\.grant)
    var exclusions: [Int: [Int]] = [:]
    for pair in allotment.exclusions {
      exclusions[pair.first, default: []].append(pair.second)
      exclusions[pair.second, default: []].append(pair.first)
    }
    exclusionsOfPair = exclusions
    let slots = allotment.slots.count
    pairOfPart = [Int](repeating: -1, count: allotment.partCount)
    members = [[Int]](repeating: [], count: slots)
    uncut = [Int64](repeating: 0, count: slots)
    granted = uncut
    grants = [Int64](repeating: 0, count: slots * bucketCount)
    outlays = grants
    grantsAfterCut = grants
    own = [Int64](repeating: 0, count: bucketCount)
    tiers = [Int64](repeating: 0, count: allotment.worth.first?.count ?? 0)
  }

  /// The pairs chosen, sorted.
  var chosen: [Int] { pairOfPart.filter { $0 >= 0 }.sorted() }

  var placedParts: [Int] { pairOfPart.indices.filter { pairOfPart[$0] >= 0 } }

  func pair(of part: Int) -> Int? { pairOfPart[part] < 0 ? nil : pairOfPart[part] }

  func parts(in slot: Int) -> [Int] { members[slot].map { allotment.pairs[$0].part } }

  func isEmpty(_ slot: Int) -> Bool { members[slot].isEmpty }

  /// The figures of the goals, the more the better.
  var score: [Int64] {
    allotment.goals.map { goal in
      switch goal {
      case .worth(let tier): tiers[tier]
      case .grant: total
      case .fit: fit
      case .own:
        -allotment.buckets.indices.reduce(0) { $0 + (allotment.buckets[$1].isSpared ? own[$1] : 0) }
      case .slots: Int64(-used)
      case .delay: -delay
      }
    }
  }

  /// Keeps what was changed.
  mutating func forget() { journal.removeAll(keepingCapacity: true) }

  /// Takes back what was changed since.
  mutating func takeBack() {
    for entry in journal.reversed() { put(entry.part, entry.pair) }
    forget()
  }

  /// Places a part, or takes it out.
  mutating func place(_ part: Int, in pair: Int?) {
    let new = pair ?? -1
    guard pairOfPart[part] != new else { return }
    journal.append((part, pairOfPart[part]))
    put(part, new)
  }

  /// Places a part where the rules allow it, floors aside.
  mutating func tryPlacing(_ part: Int, in pair: Int) {
    let slot = allotment.pairs[pair].slot
    guard members[slot].count < capacity[slot] else { return }
    if allotment.slots[slot].twins.contains(where: { !members[$0].isEmpty }) { return }
    if let limit = allotment.effort, members[slot].isEmpty, effort + allotment.slots[slot].effort > limit {
      return
    }
    if let excluded = exclusionsOfPair[pair],
      excluded.contains(where: { pairOfPart[allotment.pairs[$0].part] == $0 })
    {
      return
    }
    place(part, in: pair)
    if !isWithinLimits(slot) {
      put(part, -1)
      journal.removeLast()
    }
  }

  /// Takes out what stays below the floor of its slot; without that the others may be too dear, so that it repeats.
  mutating func clearSlotsBelowFloor() {
    for slot in members.indices where !members[slot].isEmpty {
      let terms = allotment.slots[slot]
      guard granted[slot] < terms.floor || uncut[slot] < terms.leastUncut else { continue }
      for part in parts(in: slot) { place(part, in: nil) }
    }
  }

  private func isWithinLimits(_ slot: Int) -> Bool {
    for (bucket, purse) in allotment.buckets.enumerated() {
      if let limit = purse.limit, own[bucket] > limit { return false }
    }
    if let largest = allotment.slots[slot].largestSize,
      members[slot].reduce(0, { $0 + allotment.pairs[$1].size }) > largest
    {
      return false
    }
    if needsMinimum[slot], members[slot].count > 1, let ceiling = allotment.slots[slot].ceiling,
      uncut[slot] > ceiling
    {
      let smallest = members[slot].reduce(Int64.max) { min($0, grantOfPair[$1]) }
      if uncut[slot] - smallest >= ceiling { return false }
    }
    return true
  }

  private mutating func put(_ part: Int, _ pair: Int) {
    let old = pairOfPart[part]
    pairOfPart[part] = pair
    if old >= 0 { change(old, by: -1) }
    if pair >= 0 { change(pair, by: 1) }
  }

  private mutating func change(_ number: Int, by sign: Int64) {
    let slot = allotment.pairs[number].slot
    let part = allotment.pairs[number].part
    if sign > 0 {
      if members[slot].isEmpty {
        effort += allotment.slots[slot].effort
        used += 1
      }
      members[slot].append(number)
    } else {
      if let place = members[slot].firstIndex(of: number) {
        members[slot].swapAt(place, members[slot].count - 1)
      }
      members[slot].removeLast()
      if members[slot].isEmpty {
        effort -= allotment.slots[slot].effort
        used -= 1
      }
    }
    delay += sign * allotment.pairs[number].delay
    fit += sign * allotment.pairs[number].fit
    for tier in tiers.indices { tiers[tier] += sign * allotment.worth[part][tier] }
    uncut[slot] += sign * grantOfPair[number]
    let first = slot * bucketCount
    for bucket in 0..<bucketCount {
      own[bucket] -= outlays[first + bucket] - grantsAfterCut[first + bucket]
      grants[first + bucket] += sign * allotment.pairs[number].grants[bucket]
      outlays[first + bucket] += sign * allotment.pairs[number].outlays[bucket]
    }
    total -= granted[slot]
    cut(slot, first)
    total += granted[slot]
    for bucket in 0..<bucketCount { own[bucket] += outlays[first + bucket] - grantsAfterCut[first + bucket] }
  }

  private mutating func cut(_ slot: Int, _ first: Int) {
    granted[slot] = uncut[slot]
    guard let ceiling = allotment.slots[slot].ceiling, uncut[slot] > ceiling else {
      for bucket in 0..<bucketCount { grantsAfterCut[first + bucket] = grants[first + bucket] }
      return
    }
    granted[slot] = ceiling
    if bucketCount == 1 {
      grantsAfterCut[first] = ceiling
    } else {
      let parts = apportion(ceiling, by: Array(grants[first..<first + bucketCount]))
      for bucket in 0..<bucketCount { grantsAfterCut[first + bucket] = parts[bucket] }
    }
  }
}
