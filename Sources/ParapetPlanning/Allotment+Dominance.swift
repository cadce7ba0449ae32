/// Slots that no best choice needs: for all they take there are enough others that are at least as good in every respect.
///
/// One better slot is not enough, since both may be used. But a choice uses at most so many slots as there are parts,
/// or as the effort allows; where more than that are better than a slot, one of them is free, and moving all parts of
/// the slot there keeps every rule and loses nothing: not in any goal, nor in the order of slots that decides ties. So
/// the best choice stays the same to the last slot, and its proof holds for all of them.
extension Allotment {
  /// The same problem with fewer slots, and where its pairs stand in the whole one.
  struct Reduced {
    var allotment: Allotment
    /// The pair in the whole problem of each pair that is left.
    var pairs: [Int]
  }

  /// A slot that is used only where another is, since all in it could as well be there.
  struct Precedence: Hashable {
    var slot: Int
    var better: Int
  }

  /// The problem without slots that are not needed, even where so many choices are ruled out.
  func withoutDominatedSlots(barredChoices: Int) -> Reduced {
    let (kept, better) = Dominance(self, needed: mostSlots + barredChoices).keptSlots()
    var places = [Int?](repeating: nil, count: slots.count)
    for (place, slot) in kept.enumerated() { places[slot] = place }
    var reduced = self
    reduced.slots = kept.map { slots[$0] }
    for place in reduced.slots.indices {
      reduced.slots[place].twins = reduced.slots[place].twins.compactMap { places[$0] }
    }
    reduced.pairs = []
    var own: [Int] = []
    var numbers = [Int?](repeating: nil, count: pairs.count)
    for (number, pair) in pairs.enumerated() {
      guard let place = places[pair.slot] else { continue }
      numbers[number] = own.count
      own.append(number)
      reduced.pairs.append(pair)
      reduced.pairs[reduced.pairs.count - 1].slot = place
    }
    reduced.exclusions = exclusions.compactMap { exclusion in
      guard let first = numbers[exclusion.first], let second = numbers[exclusion.second] else { return nil }
      return Exclusion(first, second)
    }
    // What is ruled out could be all that the better slot can hold.
    reduced.precedences =
      barredChoices > 0
      ? []
      : better.compactMap { pair in
        guard let slot = places[pair.slot], let other = places[pair.better] else { return nil }
        return Precedence(slot: slot, better: other)
      }
    return Reduced(allotment: reduced, pairs: own)
  }

  /// The most slots that any choice can use.
  private var mostSlots: Int {
    let parts = Set(pairs.map(\.part)).count
    guard let effort, let least = slots.map(\.effort).min(), least > 0 else { return parts }
    return min(parts, Int(max(0, effort) / least))
  }
}

/// The comparison of slots with each other.
private struct Dominance {
  let allotment: Allotment
  /// So many better slots make one needless.
  let needed: Int
  private let members: [[Int]]
  /// The pair of a part in a slot, or less than nothing; slot after slot.
  private let pairOf: [Int]
  /// What each pair adds to the goals that pairs differ in, the more the better; pair after pair.
  private let figures: [Int64]
  private let figureCount: Int
  /// Whether equals are told apart by their order; where nothing is sought, any will do.
  private let hasTies: Bool
  /// The pairs that each pair excludes.
  private let excluded: [Int: Set<Int>]

  init(_ allotment: Allotment, needed: Int) {
    self.allotment = allotment
    self.needed = needed
    var members = [[Int]](repeating: [], count: allotment.slots.count)
    var pairOf = [Int](repeating: -1, count: allotment.slots.count * allotment.partCount)
    var figures: [Int64] = []
    for (number, pair) in allotment.pairs.enumerated() {
      members[pair.slot].append(number)
      pairOf[pair.slot * allotment.partCount + pair.part] = number
      for goal in allotment.goals {
        switch goal {
        case .worth, .slots: continue
        case .grant: figures.append(pair.grant)
        case .fit: figures.append(pair.fit)
        case .own:
          figures.append(
            allotment.buckets.indices.reduce(0) { sum, bucket in
              allotment.buckets[bucket].isSpared ? sum + pair.grants[bucket] - pair.outlays[bucket] : sum
            })
        case .delay: figures.append(-pair.delay)
        }
      }
    }
    self.members = members
    self.pairOf = pairOf
    self.figures = figures
    hasTies = !allotment.goals.isEmpty
    figureCount = allotment.pairs.isEmpty ? 0 : figures.count / allotment.pairs.count
    var excluded: [Int: Set<Int>] = [:]
    for exclusion in allotment.exclusions {
      excluded[exclusion.first, default: []].insert(exclusion.second)
      excluded[exclusion.second, default: []].insert(exclusion.first)
    }
    self.excluded = excluded
  }

  /// The slots that are needed, in their order, and which of them come before which.
  func keptSlots() -> (slots: [Int], precedences: [Allotment.Precedence]) {
    // A slot comes after all that are better, which then are judged already; and what is better than a slot that was
    // left out is better than all that it is better than.
    let used = members.indices.filter { !members[$0].isEmpty }
    let sums = members.map { own in
      (0..<figureCount).map { figure in
        own.reduce(Int64(0)) { $0.adding(saturated: figures[$1 * figureCount + figure]) }
      }
    }
    let order = used.sorted { one, other in
      if members[one].count != members[other].count { return members[one].count > members[other].count }
      if sums[one] != sums[other] { return sums[one].isBetter(than: sums[other]) }
      return one < other
    }
    var kept: [Int] = []
    var precedences: [Allotment.Precedence] = []
    var betterThan: [Int: Set<Int>] = [:]
    for slot in order {
      var better: [Int] = []
      for other in kept where isBetter(other, than: slot) {
        better.append(other)
        if better.count == needed { break }
      }
      guard better.count < needed else { continue }
      kept.append(slot)
      // What is better than a better one comes before that, and need not be said again.
      let implied = better.reduce(into: Set<Int>()) { $0.formUnion(betterThan[$1] ?? []) }
      precedences += better.filter { !implied.contains($0) }
        .map { Allotment.Precedence(slot: slot, better: $0) }
      betterThan[slot] = Set(better)
    }
    return (kept.sorted(), precedences)
  }

  /// Whether all that can be in a slot can be moved to another, empty one, without any loss.
  private func isBetter(_ other: Int, than slot: Int) -> Bool {
    let terms = allotment.slots[slot]
    let others = allotment.slots[other]
    let own = members[slot]
    // What is one application under two terms is compared with nothing.
    guard terms.twins.isEmpty, others.twins.isEmpty, members[other].count >= own.count,
      others.effort <= terms.effort,
      others.capacity >= min(terms.capacity, own.count)
    else { return false }
    var isEqual = true
    var sum: Int64 = 0
    var smallest = Int64.max
    for number in own {
      let place = pairOf[other * allotment.partCount + allotment.pairs[number].part]
      guard place >= 0 else { return false }
      let pair = allotment.pairs[number]
      let better = allotment.pairs[place]
      for bucket in allotment.buckets.indices
      where pair.outlays[bucket] != better.outlays[bucket] || pair.grants[bucket] != better.grants[bucket] {
        isEqual = false
        if better.outlays[bucket] - better.grants[bucket] > pair.outlays[bucket] - pair.grants[bucket] {
          return false
        }
      }
      let grant = better.grant
      guard grant >= pair.grant, isAtLeastAsGood(place, as: number, evenWhereEqual: other < slot || !hasTies)
      else { return false }
      if let exclusions = excluded[place], !isFree(exclusions, leaving: slot, for: number) { return false }
      sum = sum.adding(saturated: grant)
      smallest = min(smallest, grant)
    }
    // What is cut by its ceiling compares only with what is cut in just the same way.
    let isUncut = others.ceiling.map { sum <= $0 } ?? true
    guard
      isUncut
        || isEqual && others.ceiling == terms.ceiling && others.refusesSurplus == terms.refusesSurplus
    else { return false }
    return others.floor <= terms.floor || isUncut && others.floor <= smallest
  }

  /// Whether a pair is better by the first goal in which it differs, or does not differ where that is enough.
  private func isAtLeastAsGood(_ one: Int, as other: Int, evenWhereEqual: Bool) -> Bool {
    for figure in 0..<figureCount {
      let difference = figures[one * figureCount + figure] - figures[other * figureCount + figure]
      if difference != 0 { return difference > 0 }
    }
    return evenWhereEqual
  }

  /// Whether a move brings no exclusion that was not there before.
  private func isFree(_ exclusions: Set<Int>, leaving slot: Int, for pair: Int) -> Bool {
    exclusions.allSatisfy { allotment.pairs[$0].slot == slot || excluded[pair]?.contains($0) ?? false }
  }
}

extension Int64 {
  /// The sum, or the outermost number where it lies beyond: for figures that are only compared.
  fileprivate func adding(saturated other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}
