import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// What a search chose of what can be planned, kept so that the same choice is not searched twice.
///
/// A search is a function of the parts, applications and limits, and takes most of the time of a plan. Where these are the
/// same on a later day the choice is the same but for the day itself: how long money takes, the last of what is sought, is
/// counted from it.
public struct PlanChoice: Hashable, Sendable {
  /// What tells all that decides from other such.
  public var question: UInt64
  /// The pairs of a part and an application that were chosen, by position.
  public var chosen: [Int]

  /// A choice.
  public init(question: UInt64, chosen: [Int]) {
    self.question = question
    self.chosen = chosen
  }
}

extension Plan {
  /// The best plan for a request, without the reasons of what is left, and what it chose.
  ///
  /// - Parameter former: what was chosen before; the plan is made of it, priced and checked anew, where the same is asked.
  /// - Returns: the plan, with the choice where a search ended of which the same can be said another day.
  public static func make(
    _ request: PlanRequest, after former: PlanChoice?
  ) throws(PlanError) -> (plan: Plan, choice: PlanChoice?) {
    let draft = PlanDraft(request)
    try draft.demandParts()
    let question = draft.question
    if let former, former.question == question, let plan = draft.plan(choosing: former.chosen) {
      return (plan, former)
    }
    guard let best = try draft.best(request.solver, explaining: false) else { throw draft.failure() }
    // Where the solver did not answer, it may another day.
    let isSearched = best.solution.isProven || best.solution.nodes > 0
    let chosen = best.solution.chosen
    return (best.plan, isSearched ? PlanChoice(question: question, chosen: chosen) : nil)
  }
}

extension PlanDraft {
  /// The plan of a choice; nothing where it breaks a rule.
  fileprivate func plan(choosing chosen: [Int]) -> Plan? {
    guard chosen.allSatisfy(pairs.indices.contains), Set(chosen).count == chosen.count,
      let outcome = allotment.outcome(of: chosen)
    else { return nil }
    let solution = AllotmentSolver.Solution(
      chosen: chosen, outcome: outcome, isProven: false, gap: nil, nodes: 0)
    return try? PlanMaker(draft: self).plan(solution, explaining: false)
  }

  /// What tells all that decides of the choice from other such: the allotment but for how long money takes, with the days
  /// and names that this and the order of equals follow from.
  fileprivate var question: UInt64 {
    var writer = ByteWriter()
    for offer in offers {
      writer.write(offer.key)
      writer.write(Int64(request.deadline(of: offer)?.number ?? .min))
      writer.write(Int64(offer.terms.agreedAdvance?.millionths ?? -1))
    }
    for part in parts {
      writer.write(part.item.id)
      for line in part.lines ?? [] { writer.write(Int64(line)) }
    }
    for pair in pairs {
      writer.write(Int64(pair.item.start?.number ?? .min))
      writer.write(Int64(pair.item.countedEnd?.number ?? .min))
    }
    allotment.write(to: &writer)
    for limit in [request.solver.nodes, request.solver.rounds, request.solver.steps, request.solver.work] {
      writer.write(Int64(limit))
    }
    return writer.bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

extension Allotment {
  /// Everything in it but how long the money of each pair takes.
  fileprivate func write(to writer: inout ByteWriter) {
    func write(_ numbers: [Int64]) {
      writer.write(UInt64(numbers.count))
      for number in numbers { writer.write(number) }
    }
    func write(_ numbers: [Int]) { write(numbers.map { Int64($0) }) }
    write([partCount, slots.count, pairs.count, buckets.count, exclusions.count])
    for row in worth { write(row) }
    for slot in slots {
      write([
        slot.floor, slot.ceiling ?? .min, slot.partFloor, Int64(slot.mostParts), slot.effort, slot.leastUncut,
        slot.largestSize ?? .min, slot.refusesSurplus ? 1 : 0,
      ])
      write(slot.twins)
    }
    for pair in pairs {
      write([pair.part, pair.slot])
      write(pair.outlays)
      write(pair.grants)
      write([pair.size, pair.fit])
    }
    for bucket in buckets { write([bucket.limit ?? .min, bucket.isSpared ? 1 : 0]) }
    write([effort ?? .min])
    for exclusion in exclusions { write([exclusion.first, exclusion.second]) }
    write(required.sorted())
    write(goals.map(\.number))
    for precedence in precedences { write([precedence.slot, precedence.better]) }
  }
}

extension Allotment.Goal {
  fileprivate var number: Int {
    switch self {
    case .grant: 0
    case .fit: 1
    case .own: 2
    case .slots: 3
    case .delay: 4
    case .worth(let tier): 5 + tier
    }
  }
}
