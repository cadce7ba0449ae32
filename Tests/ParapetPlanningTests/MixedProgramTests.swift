import Testing

@testable import ParapetBudgeting
@testable import ParapetPlanning

@Suite("Searches that go wrong, and those that do not")
struct MixedProgramTests {
  /// Choices under three limits; no search finishes it within a few nodes.
  private static func knapsack(
    _ door: SolverDoor, choices: Int = 40
  ) -> (MixedProgram, [MixedProgram.Term]) {
    var random = RandomNumbers(state: 1)
    var program = MixedProgram(door: door)
    let columns = (0..<choices).map { _ in program.addChoice() }
    for _ in 0..<3 {
      let factors = columns.map { _ in Double(100 + random.below(900)) }
      program.addRow(
        zip(columns, factors).map { MixedProgram.Term(column: $0, factor: $1) },
        to: (factors.reduce(0, +) / 2).rounded())
    }
    return (program, columns.map { MixedProgram.Term(column: $0, factor: Double(100 + random.below(900))) })
  }

  private static func answer(_ door: SolverDoor, nodes: Int) -> MixedProgram.Answer {
    let (program, objective) = knapsack(door)
    return program.maximise(objective, MixedProgram.Effort(nodes: nodes))
  }

  @Test(
    "where the prepared search dies, the plain answer stands with its bound",
    arguments: SolverMishap.allCases)
  func prepared(mishap: SolverMishap) throws {
    let (program, objective) = MixedProgramTests.knapsack(.built)
    let plain = program.solve(objective, MixedProgram.Effort(nodes: 50), .nothing)
    #expect(!plain.isFinished)
    #expect(plain.values != nil)
    let answer = MixedProgramTests.answer(.failing([.preparation], mishap), nodes: 50)
    #expect(answer.values == plain.values)
    #expect(answer.bound == plain.bound)
    #expect(answer.nodes == plain.nodes)
    #expect(!answer.isFinished)
    #expect(!answer.isInfeasible)
  }

  @Test("where the plain search dies, the prepared one answers; where both do, nobody knows anything")
  func plain() {
    let whole = MixedProgramTests.answer(.built, nodes: 200_000)
    #expect(whole.isFinished)
    let prepared = MixedProgramTests.answer(.failing([.nothing]), nodes: 200_000)
    #expect(prepared.isFinished)
    #expect(prepared.bound == whole.bound)
    let none = MixedProgramTests.answer(
      .failing([.nothing, .preparation]), nodes: 1_000)
    #expect(none.values == nil)
    #expect(none.bound == nil)
    #expect(!none.isInfeasible)
    #expect(!none.isFinished)
  }

  @Test("a large programme is branched on where preparing it dies, and nobody knows anything where both do")
  func large() {
    func bound(_ door: SolverDoor) -> Double? {
      let (program, objective) = MixedProgramTests.knapsack(door, choices: 250)
      return program.maximise(objective, MixedProgram.Effort(nodes: 20)).bound
    }
    #expect(bound(.failing([.preparation])) != nil)
    #expect(bound(.failing([.nothing, .preparation])) == nil)
  }

  @Test("the same answer beside other searches as alone")
  func together() async {
    let alone = MixedProgramTests.answer(.built, nodes: 50).values
    await withTaskGroup(of: [Double]?.self) { group in
      for _ in 0..<8 { group.addTask { MixedProgramTests.answer(.built, nodes: 50).values } }
      for await values in group { #expect(values == alone) }
    }
  }

  @Test(
    "a plan comes out where every search is prepared, which is where assertions failed, or where all die",
    arguments: [UInt64(1480), 3361, 3419])
  func plans(seed: UInt64) throws {
    var request = DrawnPortfolio(seed: seed).request()
    request.solver.steps = 30
    let draft = PlanDraft(request)
    let best = try #require(request.solver.solve(draft.allotment))
    request.solver.door = .failing([.nothing])
    let prepared = try #require(request.solver.solve(draft.allotment))
    #expect(!prepared.outcome.score.isBetter(than: best.outcome.score))
    #expect(!(try PlanMaker(draft: draft).plan(prepared, explaining: false)).checks.isEmpty)
    request.solver.door = .failing([.nothing, .preparation])
    let searched = try #require(request.solver.solve(draft.allotment))
    #expect(!searched.outcome.score.isBetter(than: prepared.outcome.score))
    #expect(!(try PlanMaker(draft: draft).plan(searched, explaining: false)).checks.isEmpty)
    #expect(request.solver.isPossible(draft.allotment) == true)
  }
}
