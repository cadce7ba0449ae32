import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetBudgeting
@testable import ParapetPlanning
@testable import ParapetMatching

/// The check finds each fault that it is there for, put into a plan by hand.
@Suite("The second look at a plan")
struct PlanCheckTests {
  private static func world() -> PlanWorld {
    var world = PlanWorld()
    world.add("a", "100000")
    world.add("b", "50000")
    world.offer("X", smallest: "1000", largest: "70000")
    world.offer("Y", rate: "50")
    world.city.ownContribution = [2027: euro("90000")]
    world.city.applications = 2
    return world
  }

  private static func failures(
    _ damage: (inout Plan) -> Void = { _ in }, asking change: (inout PlanRequest) -> Void = { _ in }
  ) throws -> [PlanCheck.Kind] {
    let request = world().request()
    var plan = try Plan.make(request)
    damage(&plan)
    var asked = request
    change(&asked)
    return PlanCheck(plan, asked).failures
  }

  @Test("a plan as it was made fails nothing")
  func sound() throws { #expect(try PlanCheckTests.failures() == []) }

  @Test("an item in two applications")
  func twice() throws {
    let failures = try PlanCheckTests.failures { plan in
      let part = plan.applications[0].parts[0]
      plan.applications[plan.applications.count - 1].parts.append(part)
    }
    #expect(failures.contains(.claimedOnce))
  }

  @Test("a grant above the eligible cost")
  func costs() throws {
    let failures = try PlanCheckTests.failures { plan in
      let line = plan.applications[0].budget.lines[0]
      plan.applications[0].budget.lines[0].grant = line.eligible + euro("0.01")
    }
    #expect(failures.contains(.withinCosts))
  }

  @Test("a grant above the largest, or below the smallest")
  func bounds() throws {
    func failures(_ limit: String, _ change: (inout Funding, Cited<Money>) -> Void) throws -> [PlanCheck.Kind]
    {
      try PlanCheckTests.failures { plan in
        var opportunity = plan.applications[0].offer.opportunity
        change(&opportunity.funding, Cited(euro(limit), law))
        plan.applications[0].offer = InstrumentBook(instruments: [], calls: []).offer(opportunity)
      }
    }
    #expect(try failures("100") { $0.maximumGrant = $1 }.contains(.withinCeilings))
    #expect(try failures("900000") { $0.minimumGrant = $1 }.contains(.aboveFloors))
  }

  @Test(
    "a grant above what the topic has or, where the topic says nothing, the call",
    arguments: [
      ([("60000", 2027, AvailableAmount.Scope.call)], true),
      ([("60000", 2027, .topic)], true),
      // The same amount of the same year, which two lists of a portal name, is one; two years add up.
      ([("60000", 2027, .call), ("60000", 2027, .call)], true),
      ([("60000", 2027, .call), ("60000", 2028, .call)], false),
      ([("60000", 2027, .topic), ("90000", 2027, .call)], true),
      ([("90000", 2027, .topic), ("60000", 2027, .call)], false),
      ([("70000", 2027, .call)], false),
      ([("0", 2027, .call)], false),
      ([("1", 2027, .instrument)], false),
    ])
  func budgets(stated: [(amount: String, year: Int, scope: AvailableAmount.Scope)], fails: Bool) throws {
    #expect(try PlanCheckTests.fails(stated.map { (euro($0.amount), $0.year, $0.scope) }) == fails)
  }

  @Test("what a call has in another currency, or more of than can be counted, bounds nothing")
  func otherCurrency() throws {
    let krone = try #require(Currency("DKK"))
    #expect(!(try PlanCheckTests.fails([(Money(minorUnits: 1, currency: krone), 2027, .call)])))
    let most = Money(minorUnits: .max, currency: .euro)
    #expect(!(try PlanCheckTests.fails([(most, 2027, .call), (most, 2028, .call)])))
  }

  /// Whether a plan whose first grant is EUR 70,000 exceeds its ceilings where so much is available.
  private static func fails(_ stated: [(amount: Money, year: Int, scope: AvailableAmount.Scope)]) throws
    -> Bool
  {
    try failures { plan in
      #expect(plan.applications[0].budget.totals.grant == euro("70000"))
      var opportunity = plan.applications[0].offer.opportunity
      opportunity.funding.available = stated.map {
        AvailableAmount(amount: $0.amount, year: $0.year, scope: $0.scope, citation: law)
      }
      plan.applications[0].offer = InstrumentBook(instruments: [], calls: []).offer(opportunity)
    }.contains(.withinCeilings)
  }

  @Test("more own money than there is, or more applications than can be written")
  func limits() throws {
    #expect(
      try PlanCheckTests.failures(asking: { $0.ownContribution = [2027: euro("10")] }).contains(
        .ownContribution))
    #expect(
      try PlanCheckTests.failures(asking: { $0.shortlist.portfolio.city.applications = 0 }).contains(
        .applications))
  }

  @Test("a sum that is not that of its parts")
  func sums() throws {
    #expect(try PlanCheckTests.failures { $0.totals.grant = euro("1") }.contains(.sums))
    #expect(try PlanCheckTests.failures { $0.years[0].own = euro("1") }.contains(.sums))
    #expect(try PlanCheckTests.failures { $0.years[0].spent = euro("1") }.contains(.sums))
    #expect(try PlanCheckTests.failures { $0.applications[0].parts[0].grant = euro("1") }.contains(.sums))
  }

  @Test("what is not eligible, or was to be left out")
  func eligible() throws {
    #expect(
      try PlanCheckTests.failures(asking: { request in
        for item in request.shortlist.items.indices {
          for match in request.shortlist.items[item].matches.indices {
            request.shortlist.items[item].matches[match].verdict = .ineligible
          }
        }
      }).contains(.eligible))
    #expect(try PlanCheckTests.failures(asking: { $0.without = ["X", "Y"] }).contains(.eligible))
  }

  @Test("half of an item that may not be split, and what must be paid for and is not")
  func parts() throws {
    #expect(try PlanCheckTests.failures { $0.applications[0].parts[0].lines = [0] }.contains(.splitting))
    #expect(try PlanCheckTests.failures(asking: { $0.required = ["c"] }).contains(.required))
  }
}
