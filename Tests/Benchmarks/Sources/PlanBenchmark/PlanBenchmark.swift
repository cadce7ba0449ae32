import Foundation
import ParapetBudgeting

/// Solves an instance of the allotment benchmark and prints what came out as one line of JSON.
///
/// `PlanBenchmark INSTANCE.json gap 0.01` searches until the choice is within that share of the bound;
/// `PlanBenchmark INSTANCE.json seconds 20` spends so much processor time and says how far from the bound it got.
@main
struct PlanBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let figure = Double(arguments[3]) else {
      FileHandle.standardError.write(Data("usage: PlanBenchmark INSTANCE.json gap|seconds FIGURE\n".utf8))
      exit(64)
    }
    let instance = try JSONDecoder().decode(
      Instance.self, from: Data(contentsOf: URL(filePath: arguments[1])))
    let allotment = instance.allotment
    let answer =
      arguments[2] == "gap"
      ? reach(figure, allotment, instance) : spend(figure, allotment, instance)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    print(String(decoding: try encoder.encode(answer), as: UTF8.self))
  }

  /// The solver's program, beside this one.
  private static let solver = SolverDoor.program(
    at: (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
      .appending(path: "parapet-solver").path)

  /// What came out: the choice with its grants, the bound, and the processor time.
  struct Answer: Encodable {
    var objective: Int64
    var bound: Int64?
    var proven: Bool
    var cpu: Double
    var grants: [[Int64]]
  }

  /// The processor time so far of this program and of the solver's processes.
  static var cpu: Double {
    [RUSAGE_SELF.rawValue, RUSAGE_CHILDREN.rawValue].reduce(0) { sum, who in
      var used = rusage()
      getrusage(__rusage_who_t(truncatingIfNeeded: who), &used)
      let times = [used.ru_utime, used.ru_stime]
      return times.reduce(sum) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
    }
  }

  /// A short search, then the solver until the gap is reached.
  private static func reach(_ ratio: Double, _ allotment: Allotment, _ instance: Instance) -> Answer {
    var search = AllotmentSearch(allotment, seed: 1)
    let start = search.run(steps: min(100_000, 1_000 * allotment.partCount))
    let solution = AllotmentSolver(door: solver, nodes: 1_000_000).improve(start, of: allotment, ratio: ratio)
    return answer(solution, start, allotment, instance)
  }

  /// Searches a little and asks the solver whether that is the best already; if it cannot tell, searches most of the
  /// time and asks again for a bound, and perhaps something better.
  private static func spend(_ seconds: Double, _ allotment: Allotment, _ instance: Instance) -> Answer {
    var search = AllotmentSearch(allotment, seed: 1)
    var chosen: [Int] = []
    while cpu < seconds * 0.05 { chosen = search.run(steps: 20_000) }
    let early = AllotmentSolver(door: solver, nodes: 1_000_000)
      .improve(chosen, of: allotment, ratio: 0, seconds: seconds * 0.1)
    if let early, early.isProven { return answer(early, chosen, allotment, instance) }
    while cpu < seconds * 0.75 { chosen = search.run(steps: 20_000) }
    if let early, early.outcome.score[0] > allotment.outcome(of: chosen)?.score[0] ?? 0 {
      chosen = early.chosen
    }
    let solution = AllotmentSolver(door: solver, nodes: 1_000_000)
      .improve(chosen, of: allotment, ratio: 0, seconds: max(0.1, seconds - cpu))
    return answer(solution, chosen, allotment, instance)
  }

  private static func answer(
    _ solution: AllotmentSolver.Solution?, _ chosen: [Int], _ allotment: Allotment, _ instance: Instance
  ) -> Answer {
    let final = solution?.chosen ?? chosen
    let objective = allotment.outcome(of: final)?.grant ?? 0
    return Answer(
      objective: objective, bound: solution?.isProven == true ? objective : solution?.gap?.bound,
      proven: solution?.isProven ?? false, cpu: cpu, grants: instance.grants(of: final, in: allotment))
  }
}

/// An instance as `gen_opt.py` makes it, in thousands of euro.
struct Instance: Decodable {
  struct Item: Decodable { var cost: Int64 }
  struct Instrument: Decodable {
    var rate: Int64
    var ming: Int64
    var maxg: Int64
    var maxapps: Int
    var effort: Int64
    var budget: Int64
  }
  var items: [Item]
  var ins: [Instrument]
  var pairs: [[Int]]
  var own: Int64
  var effort: Int64

  private enum CodingKeys: String, CodingKey {
    case items, ins, pairs, own
    case effort = "effort_cap"
  }

  /// The instance as an allotment: slots are instruments, whose budget cuts what all their applications get.
  var allotment: Allotment {
    let slots = ins.map { instrument in
      var slot = Allotment.Slot()
      slot.ceiling = instrument.budget
      slot.partFloor = instrument.ming
      slot.mostParts = instrument.maxapps
      slot.effort = instrument.effort
      slot.refusesSurplus = false
      return slot
    }
    let pairs = pairs.compactMap { pair -> Allotment.Pair? in
      let instrument = ins[pair[1]]
      let cost = items[pair[0]].cost
      let grant = min(instrument.rate * cost / 100, instrument.maxg, instrument.budget)
      guard grant >= instrument.ming else { return nil }
      return Allotment.Pair(part: pair[0], slot: pair[1], outlays: [cost], grants: [grant])
    }
    return Allotment(
      worth: items.map { _ in [] }, slots: slots, pairs: pairs, buckets: [Allotment.Bucket(limit: own)],
      effort: effort, goals: [.grant])
  }

  /// The grant of each pair of a choice; the cut of a budget is borne down to the smallest grants.
  func grants(of chosen: [Int], in allotment: Allotment) -> [[Int64]] {
    var left = ins.map(\.budget)
    var waiting = [Int64](repeating: 0, count: ins.count)
    for pair in chosen { waiting[allotment.pairs[pair].slot] += ins[allotment.pairs[pair].slot].ming }
    return chosen.map { number in
      let pair = allotment.pairs[number]
      waiting[pair.slot] -= ins[pair.slot].ming
      let grant = min(pair.grant, left[pair.slot] - waiting[pair.slot])
      left[pair.slot] -= grant
      return [Int64(pair.part), Int64(pair.slot), grant]
    }
  }
}
