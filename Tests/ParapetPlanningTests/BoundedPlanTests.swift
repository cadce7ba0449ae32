import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetPlanning

/// What a search still says where it may do next to nothing, as in a city of two hundred items.
@Suite("A plan whose search is cut short")
struct BoundedPlanTests {
  /// Twelve items of a hundred thousand, of which the city's own money carries five, and another of a year without money.
  private static func world() -> PlanWorld {
    var world = PlanWorld()
    for number in 0..<12 { world.add("i\(number)", "100000", priority: 1 + number / 4) }
    world.add("late", "100000", year: 2029)
    world.offer("X", largest: "250000")
    world.offer("Y", rate: "75", largest: "250000")
    world.offer("Z", rate: "70")
    world.city.ownContribution = [2027: euro("130000")]
    return world
  }

  @Test("pays for as much as one that may take its time, or says how far it may be from that")
  func figures() throws {
    let world = BoundedPlanTests.world()
    let whole = try world.plan()
    let short = try world.plan { $0.solver.work = 1 }
    #expect(whole.solver.isProven)
    #expect(!short.solver.isProven)
    #expect(short.fundedByPriority[0] == whole.fundedByPriority[0])
    #expect(short.funded.minorUnits >= euro("400000").minorUnits)
    #expect(short.solver.gap > 0 || short.fundedByPriority == whole.fundedByPriority)
  }

  @Test("gives a reason for all that is left, though nothing is left to search for it")
  func reasons() throws {
    let plan = try BoundedPlanTests.world().plan { $0.solver.work = 1 }
    #expect(!plan.unfunded.isEmpty)
    for left in plan.unfunded {
      #expect(!left.because.contains(.notDecided), "\(left.item)")
      #expect(!left.because.isEmpty, "\(left.item)")
    }
    #expect(
      plan.because("late")
        == [.tooSmallPurse(.ownContribution(year: 2029, nil), lacking: euro("20000"))])
    // What is of the last priority stands behind something that is paid for.
    guard case .outranked(let others)? = plan.because("i11").first else {
      Issue.record("\(plan.because("i11"))")
      return
    }
    #expect(others.allSatisfy(plan.fundedItems.contains))
  }

  @Test("an answer of the solver that seeks one goal is filled up with what still has room beside it")
  func filled() throws {
    let world = BoundedPlanTests.world()
    let request = world.request { $0.solver.steps = 0 }
    let draft = PlanDraft(request)
    for work in [1, 2_000, 20_000] {
      var solver = request.solver
      solver.work = work
      let solution = try #require(solver.solve(draft.allotment))
      let held = Set(solution.chosen.map { draft.pairs[$0].part })
      for part in draft.parts.indices where !held.contains(part) {
        let room = draft.pairs.indices.first { pair in
          draft.pairs[pair].part == part && draft.allotment.outcome(of: solution.chosen + [pair]) != nil
        }
        #expect(room == nil, "\(draft.parts[part].item.id) with \(work)")
      }
    }
  }

  @Test(
    "what just reaches a ceiling alone is found, though a cent is nothing beside it", arguments: [1, 2, 3])
  func ties(count: Int) throws {
    // The parts before the last reach the ceiling to the cent, so that the last brings nothing.
    let grant = Int64(8_000_000)
    var slot = Allotment.Slot()
    slot.ceiling = grant * Int64(count)
    let parts = count + 1
    var allotment = Allotment(
      worth: (0..<parts).map { _ in [grant] }, slots: [slot],
      pairs: (0..<parts).map { Allotment.Pair(part: $0, slot: 0, outlays: [grant * 5 / 4], grants: [grant]) },
      buckets: [Allotment.Bucket(limit: nil)], effort: 1, goals: [.worth(tier: 0), .own])
    allotment.required = [parts - 1]
    var solver = AllotmentSolver(door: .built)
    solver.steps = 0
    let solution = try #require(solver.solve(allotment))
    #expect(solution.isProven)
    #expect(solution.outcome.score[0] == grant * Int64(count))
    #expect(solution.chosen.contains(parts - 1))
    allotment.required = Set(0..<parts)
    #expect(solver.isPossible(allotment) == false)
  }
}
