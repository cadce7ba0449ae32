import CCbcShim
import Testing

@testable import ParapetBudgeting

@Suite("Searches in processes of their own")
struct MixedProgramTests {
  /// Choices under three limits; no search finishes it within a few nodes.
  private static func knapsack(
    _ mishaps: MixedProgram.Mishaps, choices: Int = 40
  ) -> (MixedProgram, [MixedProgram.Term]) {
    var random = RandomNumbers(state: 1)
    var program = MixedProgram()
    program.mishaps = mishaps
    let columns = (0..<choices).map { _ in program.addChoice() }
    for _ in 0..<3 {
      let factors = columns.map { _ in Double(100 + random.below(900)) }
      program.addRow(
        zip(columns, factors).map { MixedProgram.Term(column: $0, factor: $1) },
        to: (factors.reduce(0, +) / 2).rounded())
    }
    return (program, columns.map { MixedProgram.Term(column: $0, factor: Double(100 + random.below(900))) })
  }

  private static func answer(_ mishaps: MixedProgram.Mishaps, nodes: Int) -> MixedProgram.Answer {
    let (program, objective) = knapsack(mishaps)
    return program.maximise(objective, MixedProgram.Effort(nodes: nodes))
  }

  @Test(
    "where the prepared search dies, the plain answer stands with its bound",
    arguments: [parapet_mishap_abort, parapet_mishap_exit])
  func prepared(mishap: parapet_mishap) throws {
    let (program, objective) = MixedProgramTests.knapsack([:])
    let plain = program.solve(objective, MixedProgram.Effort(nodes: 50), .nothing)
    #expect(!plain.isFinished)
    #expect(plain.values != nil)
    let answer = MixedProgramTests.answer([.preparation: mishap], nodes: 50)
    #expect(answer.values == plain.values)
    #expect(answer.bound == plain.bound)
    #expect(answer.nodes == plain.nodes)
    #expect(!answer.isFinished)
    #expect(!answer.isInfeasible)
  }

  @Test("where the plain search dies, the prepared one answers; where both do, nobody knows anything")
  func plain() {
    let whole = MixedProgramTests.answer([:], nodes: 200_000)
    #expect(whole.isFinished)
    let prepared = MixedProgramTests.answer([.nothing: parapet_mishap_abort], nodes: 200_000)
    #expect(prepared.isFinished)
    #expect(prepared.bound == whole.bound)
    let none = MixedProgramTests.answer(
      [.nothing: parapet_mishap_abort, .preparation: parapet_mishap_abort], nodes: 1_000)
    #expect(none.values == nil)
    #expect(none.bound == nil)
    #expect(!none.isInfeasible)
    #expect(!none.isFinished)
  }

  @Test("a large programme is branched on where preparing it dies, and nobody knows anything where both do")
  func large() {
    func bound(_ mishaps: MixedProgram.Mishaps) -> Double? {
      let (program, objective) = MixedProgramTests.knapsack(mishaps, choices: 250)
      return program.maximise(objective, MixedProgram.Effort(nodes: 20)).bound
    }
    #expect(bound([.preparation: parapet_mishap_abort]) != nil)
    #expect(bound([.nothing: parapet_mishap_abort, .preparation: parapet_mishap_abort]) == nil)
  }

  @Test("a search that never ends is ended")
  func endless() {
    var answer = parapet_answer()
    var values: [Double] = []
    let isAnswered = parapet_cbc_solve(
      0, 0, [0], [], [], [], [], [], [], [], [], "log 0", 1, parapet_mishap_spin, &answer, &values)
    #expect(!isAnswered)
  }

  @Test("the same answer beside other searches as alone")
  func together() async {
    let alone = MixedProgramTests.answer([:], nodes: 50).values
    await withTaskGroup(of: [Double]?.self) { group in
      for _ in 0..<8 { group.addTask { MixedProgramTests.answer([:], nodes: 50).values } }
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
    request.solver.mishaps = [.nothing: parapet_mishap_exit]
    let prepared = try #require(request.solver.solve(draft.allotment))
    #expect(!prepared.outcome.score.isBetter(than: best.outcome.score))
    #expect(!(try PlanMaker(draft: draft).plan(prepared, explaining: false)).checks.isEmpty)
    request.solver.mishaps[.preparation] = parapet_mishap_abort
    let searched = try #require(request.solver.solve(draft.allotment))
    #expect(!searched.outcome.score.isBetter(than: prepared.outcome.score))
    #expect(!(try PlanMaker(draft: draft).plan(searched, explaining: false)).checks.isEmpty)
    #expect(request.solver.isPossible(draft.allotment) == true)
  }
}
