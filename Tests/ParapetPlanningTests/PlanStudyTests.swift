import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetBudgeting
@testable import ParapetPlanning

@Suite("What stands beside a plan")
struct PlanStudyTests {
  private static func world() -> PlanWorld {
    var world = PlanWorld()
    world.add("a", "100000")
    world.add("b", "50000", priority: 2, year: 2028)
    world.offer("X", rate: "90", largest: "90000")
    world.offer("Y", rate: "50")
    world.practice.payments = [
      PaymentTerms(
        scope: .management(.direct), advance: percent("60"), interim: percent("20"), monthsToAgreement: 4,
        daysToPay: 30, citation: law)
    ]
    return world
  }

  @Test("what losing each grant would cost, in money and in items")
  func losses() throws {
    let study = try PlanStudy.make(PlanStudyTests.world().request())
    #expect(study.plan.lines == ["X: a", "Y: b"])
    // Without X, Y pays for both at half; without Y, nothing is left for b, since X is full.
    #expect(study.losses.map(\.opportunity) == ["X", "Y"])
    #expect(study.losses.map(\.grant) == [euro("-40000"), euro("-25000")])
    #expect(study.losses.map(\.own) == [euro("40000"), euro("-25000")])
    #expect(study.losses.map(\.funded) == [euro("0"), euro("-50000")])
    #expect(study.losses.map(\.items) == [[], ["b"]])
    #expect(study.losses.map(\.instead) == [[], []])
  }

  @Test("the second best plan is another one and not better")
  func second() throws {
    let study = try PlanStudy.make(PlanStudyTests.world().request())
    let second = try #require(study.second)
    #expect(second.lines != study.plan.lines)
    #expect((second.totals.grant?.minorUnits ?? 0) <= (study.plan.totals.grant?.minorUnits ?? 0))
  }

  @Test("payments add up to the grant, and the bridge ends with the own money")
  func cash() throws {
    let world = PlanStudyTests.world()
    let plan = try world.plan()
    for application in plan.applications {
      #expect(application.payments.map(\.kind) == [.advance, .interim, .balance])
      #expect(application.payments.reduce(0) { $0 + $1.amount.minorUnits } == application.grant.minorUnits)
      #expect(application.payments.map(\.day) == application.payments.map(\.day).sorted())
    }
    let bridge = CashBridge(plan)
    #expect(bridge.quarters.last?.bridged == plan.cash.own)
    #expect(bridge.quarters.reduce(0) { $0 + $1.spent.minorUnits } == plan.totals.cost.minorUnits)
    // A hundred thousand in 2027, quarter by quarter.
    let first = bridge.quarters.filter { $0.year == 2027 }
    #expect(first.map(\.spent) == Array(repeating: euro("25000"), count: 4))
  }

  @Test("what an advance leaves in hand is not shown as an amount to be bridged")
  func inHand() throws {
    var world = PlanStudyTests.world()
    for index in world.practice.payments.indices { world.practice.payments[index].monthsToAgreement = 0 }
    world.items = world.items.map { item in
      var item = item
      (item.start, item.end) = (Day(year: 2027, month: 7, day: 1), Day(year: 2027, month: 12, day: 31))
      return item
    }
    let bridge = CashBridge(try world.plan())
    #expect(bridge.quarters.contains { $0.inHand.minorUnits > 0 })
    var open: Int64 = 0
    for quarter in bridge.quarters {
      open += quarter.spent.minorUnits - quarter.received.minorUnits
      #expect(quarter.bridged.minorUnits == max(0, open) && quarter.inHand.minorUnits == max(0, -open))
    }
  }

  @Test("what may be expected of grants that can fail, with its spread")
  func chances() throws {
    let request = PlanStudyTests.world().request()
    let plan = try Plan.make(request)
    let scenario = PlanScenario(.none, plan, chances: GrantChances(["X": percent("50"), "Y": percent("20")]))
    // 0.5 × 90,000 + 0.2 × 25,000; the root of 0.25 × 90,000² + 0.16 × 25,000² is 46,097.7.
    #expect(scenario.expected?.mean == euro("50000"))
    #expect(scenario.expected?.spread == euro("46097"))
    #expect(scenario.expected?.unstated == [])
    let unstated = PlanScenario(.none, plan, chances: GrantChances(["X": percent("50")]))
    #expect(unstated.expected?.unstated == ["Y"])
    #expect(unstated.expected?.mean == euro("70000"))
  }

  @Test("changes are compared with the plan as things stand, each alone and all together")
  func scenarios() throws {
    let base = PlanStudyTests.world().request()
    var request = base
    request.without = ["X"]
    request.ownContribution = [2027: euro("50000"), 2028: euro("0")]
    var study = try PlanStudy.make(request)
    try study.compare(
      request, with: [.without("X"), .ownContribution(request.ownContribution ?? [:])], chances: nil)
    #expect(study.scenarios.map(\.items) == [["a", "b"], ["a", "b"], ["a"], ["a"]])
    #expect(study.scenarios.map(\.grant) == [euro("115000"), euro("75000"), euro("90000"), euro("50000")])
  }
}
