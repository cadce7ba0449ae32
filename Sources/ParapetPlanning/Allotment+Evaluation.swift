import ParapetBudgeting

extension Allotment {
  /// What a choice comes to; every figure is exact.
  public struct Outcome: Hashable, Sendable {
    /// The figure of each goal, the more the better: what is to be little is negative.
    public var score: [Int64]
    /// The grants, cut to the ceilings.
    public var grant: Int64
    /// The money of each purse that is its own.
    public var own: [Int64]
    /// How many slots are used.
    public var slots: Int
  }

  /// What a slot's parts come to, or nothing where they cannot be in it together.
  struct SlotOutcome {
    var grant: Int64 = 0
    var grants: [Int64]
    var outlays: [Int64]
  }

  /// What a choice of pairs comes to, or nothing where it breaks a rule.
  public func outcome(of chosen: [Int]) -> Outcome? {
    var members = [[Int]](repeating: [], count: slots.count)
    var isPlaced = [Bool](repeating: false, count: partCount)
    for pair in chosen {
      guard !isPlaced[pairs[pair].part] else { return nil }
      isPlaced[pairs[pair].part] = true
      members[pairs[pair].slot].append(pair)
    }
    guard required.allSatisfy({ isPlaced[$0] }) else { return nil }
    let isChosen = Set(chosen)
    for exclusion in exclusions where isChosen.contains(exclusion.first) {
      if isChosen.contains(exclusion.second) { return nil }
    }
    var own = [Int64](repeating: 0, count: buckets.count)
    var grant: Int64 = 0
    var spent: Int64 = 0
    var used = 0
    for slot in slots.indices where !members[slot].isEmpty {
      if slots[slot].twins.contains(where: { !members[$0].isEmpty }) { return nil }
      guard let part = outcome(of: members[slot], in: slot) else { return nil }
      grant += part.grant
      spent += slots[slot].effort
      used += 1
      for bucket in buckets.indices { own[bucket] += part.outlays[bucket] - part.grants[bucket] }
    }
    if let effort, spent > effort { return nil }
    for (bucket, amount) in zip(buckets, own) {
      if let limit = bucket.limit, amount > limit { return nil }
    }
    let score = goals.map { goal -> Int64 in
      switch goal {
      case .worth(let tier): chosen.reduce(0) { $0 + worth[pairs[$1].part][tier] }
      case .grant: grant
      case .fit: chosen.reduce(0) { $0 + pairs[$1].fit }
      case .own: -zip(buckets, own).reduce(0) { $0 + ($1.0.isSpared ? $1.1 : 0) }
      case .slots: Int64(-used)
      case .delay: -chosen.reduce(0) { $0 + pairs[$1].delay }
      }
    }
    return Outcome(score: score, grant: grant, own: own, slots: used)
  }

  /// What parts in one slot come to, or nothing where they cannot be in it together.
  func outcome(of members: [Int], in slot: Int) -> SlotOutcome? {
    let terms = slots[slot]
    guard members.count <= terms.capacity else { return nil }
    var sums = SlotOutcome(
      grants: [Int64](repeating: 0, count: buckets.count),
      outlays: [Int64](repeating: 0, count: buckets.count))
    var smallest = Int64.max
    if let largest = terms.largestSize, members.reduce(0, { $0 + pairs[$1].size }) > largest { return nil }
    for member in members {
      let pair = pairs[member]
      for bucket in buckets.indices {
        sums.grants[bucket] += pair.grants[bucket]
        sums.outlays[bucket] += pair.outlays[bucket]
      }
      smallest = min(smallest, pair.grant)
    }
    sums.grant = sums.grants.reduce(0, +)
    guard sums.grant >= terms.leastUncut else { return nil }
    if let ceiling = terms.ceiling, sums.grant > ceiling {
      if terms.refusesSurplus, members.count > 1, sums.grant - smallest >= ceiling { return nil }
      sums.grants = apportion(ceiling, by: sums.grants)
      sums.grant = ceiling
    }
    return sums.grant >= terms.floor ? sums : nil
  }
}

extension [Int64] {
  /// Whether a score is better than another: the first figure that differs decides.
  func isBetter(than other: [Int64]) -> Bool {
    for (own, others) in zip(self, other) where own != others { return own > others }
    return false
  }
}
