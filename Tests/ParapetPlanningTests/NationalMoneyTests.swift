import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetPlanning

@Suite("A state's own money in a plan")
struct NationalMoneyTests {
  @Test("a plan of European money never counts on it, however well it pays")
  func leftOut() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("EUROPEAN", rate: "50")
    world.offer("NATIONAL", rate: "90")
    world.opportunities[1].level = .national
    world.opportunities[1].deadlines = []
    let plan = try world.plan()
    #expect(plan.lines == ["EUROPEAN: a"])
  }

  @Test("an item that only a state would pay for is not funded by the plan")
  func alone() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("NATIONAL", rate: "90")
    world.opportunities[0].level = .national
    let plan = try world.plan()
    #expect(plan.applications.isEmpty)
    #expect(plan.unfunded.map(\.item) == ["a"])
  }
}
