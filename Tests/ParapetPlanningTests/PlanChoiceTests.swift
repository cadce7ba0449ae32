import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetPlanning

@Suite("Choices that are kept from one plan to the next")
struct PlanChoiceTests {
  /// A request with few steps of local search.
  private static func request(_ seed: UInt64) -> PlanRequest {
    var request = RichPortfolio(seed: seed).drawn.request()
    request.solver.steps = 30
    return request
  }

  @Test("a kept choice makes the plan that a search finds, and a plan is searched where it breaks a rule")
  func same() throws {
    var made = 0
    for seed in UInt64(1)...20 {
      let request = PlanChoiceTests.request(seed)
      let (first, choice) = try Plan.make(request, after: nil)
      #expect(PlanChoiceTests.sums(first) == PlanChoiceTests.sums(try Plan.make(request, explaining: false)))
      guard let choice else { continue }
      made += choice.chosen.isEmpty ? 0 : 1
      let (second, again) = try Plan.make(request, after: choice)
      #expect(PlanChoiceTests.sums(second) == PlanChoiceTests.sums(first) && again == choice, "seed \(seed)")
      for broken in [choice.chosen + [1_000_000], choice.chosen + choice.chosen + [0, 0]] {
        let (third, found) = try Plan.make(
          request, after: PlanChoice(question: choice.question, chosen: broken))
        #expect(PlanChoiceTests.sums(third) == PlanChoiceTests.sums(first) && found == choice, "seed \(seed)")
      }
    }
    #expect(made > 5, "the sample has to hold plans that pay for something")
  }

  @Test("another cost, limit or deadline is another question, and is searched")
  func other() throws {
    for seed in UInt64(1)...10 {
      let request = PlanChoiceTests.request(seed)
      guard let choice = try Plan.make(request, after: nil).choice else { continue }
      var poorer = request
      poorer.ownContribution = [2027: Money(minorUnits: 100), 2028: Money(minorUnits: 100)]
      guard let (plan, found) = try? Plan.make(poorer, after: choice) else { continue }
      #expect(found?.question != choice.question, "seed \(seed)")
      #expect(PlanChoiceTests.sums(plan) == PlanChoiceTests.sums(try Plan.make(poorer, explaining: false)))
    }
  }

  /// What a night keeps of a plan.
  private static func sums(_ plan: Plan) -> [String] {
    ["\(plan.grant)"] + plan.fundedItems.sorted()
      + plan.applications.flatMap { application in
        application.parts.map { "\(application.offer.opportunity.identifier) \($0.item) \($0.grant)" }
      }
  }
}
