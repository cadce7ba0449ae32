import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetPlanning

@Suite("Plans reckoned again by other code")
struct PlanRecomputationTests {
  /// A hundred portfolios, or the seed or the range of seeds (`1-1000`) that is to be looked at.
  private static var seeds: ClosedRange<UInt64> {
    let text = ProcessInfo.processInfo.environment["PARAPET_TEST_SEED"] ?? ""
    let ends = text.split(separator: "-").compactMap { UInt64($0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return 1...100 }
    return first...last
  }

  @Test(
    "every application is its budget to the cent, all sums tie, and no cent is from before its application")
  func plans() throws {
    var (applications, moved, supported, large, shared) = (0, 0, 0, 0, 0)
    var (lumpSums, cutByLaw, taxed) = (0, 0, 0)
    for seed in PlanRecomputationTests.seeds {
      let rich = RichPortfolio(seed: seed)
      var request = rich.drawn.request()
      request.solver.steps = 30
      let plan: Plan
      do {
        plan = try Plan.make(request, explaining: false)
      } catch {
        Issue.record("seed \(seed): \(error)")
        continue
      }
      for application in plan.applications {
        let reckoned = try PlanRecomputationTests.check(application, of: rich.drawn, seed)
        applications += 1
        moved += application.parts.count(where: \.isPostponed)
        if plan.cash.support.minorUnits > 0 { supported += 1 }
        if reckoned.cost >= 500_000_000 { large += 1 }
        if application.parts.count > 1 { shared += 1 }
        if reckoned.isLumpSum { lumpSums += 1 }
        if reckoned.isCutByLaw { cutByLaw += 1 }
        if reckoned.laterTax > 0 { taxed += 1 }
      }
      PlanRecomputationTests.checkSums(plan, seed)
      PlanRecomputationTests.checkAppropriations(plan, seed)
    }
    // What is to be tried is among what was drawn.
    if PlanRecomputationTests.seeds.count >= 100 {
      #expect(applications > 100 && moved > 20 && supported > 10 && large > 5 && shared > 20)
      #expect(lumpSums > 5)
      #expect(cutByLaw >= 5)
      #expect(taxed >= 5)
    }
    if PlanRecomputationTests.seeds.count > 100 {
      print(
        "\(applications) applications, \(moved) parts put off, \(large) above five million, \(shared) of several parts, "
          + "\(lumpSums) lump sums, \(cutByLaw) cut by a country's law, \(taxed) with tax that comes back"
      )
    }
  }

  /// One application: its budget, by the items as the portfolio states them, and its days.
  private static func check(
    _ application: Plan.Application, of drawn: DrawnPortfolio, _ seed: UInt64
  ) throws -> Reckoning {
    let opportunity = try #require(
      drawn.opportunities.first { $0.identifier == application.offer.opportunity.identifier })
    var items: [Item] = []
    for part in application.parts {
      var item = try #require(drawn.items.first { $0.id == part.item })
      let whole = item.lines
      if let chosen = part.lines {
        item.lines = chosen.map { whole[$0] }
        // Support is for the whole item: a part has its share, counted up from the first cost to the last.
        let sums = whole.indices.map { last in whole[...last].reduce(0) { $0 + $1.cost.minorUnits } }
        for number in item.support.indices {
          guard let amount = item.support[number].amount?.minorUnits, let all = sums.last, all > 0 else {
            continue
          }
          func reached(_ sum: Int64) -> Int64 {
            var (value, whole) = (Decimal(amount) * Decimal(sum) / Decimal(all), Decimal())
            NSDecimalRound(&whole, &value, 0, .down)
            return (whole as NSDecimalNumber).int64Value
          }
          let share = chosen.reduce(Int64(0)) { sum, line in
            sum + reached(sums[line]) - (line > 0 ? reached(sums[line - 1]) : 0)
          }
          item.support[number].amount = Money(minorUnits: share)
        }
      }
      items.append(item)
    }
    let reckoned = Reckoning(items, of: drawn.city, by: opportunity)
    let totals = application.budget.totals
    let name = "seed \(seed), \(opportunity.identifier)"
    #expect(Decimal(totals.cost.minorUnits) == reckoned.cost, "\(name)")
    #expect(Decimal(totals.eligible.minorUnits) == reckoned.eligible, "\(name)")
    #expect(Decimal(application.grant.minorUnits) == reckoned.grant, "\(name)")
    let cash = application.budget.cash
    #expect(Decimal(cash.flatRateBeyondCosts.minorUnits) == reckoned.flat, "\(name)")
    #expect(Decimal(cash.returnedVAT.minorUnits) == reckoned.returned, "\(name)")
    #expect(Decimal(cash.laterTax.minorUnits) == reckoned.laterTax, "\(name)")
    #expect(
      application.taxReturns.reduce(0) { $0 + $1.amount.minorUnits } == cash.laterTax.minorUnits, "\(name)")
    let found = reckoned.cost - reckoned.flat - reckoned.returned - reckoned.grant
    #expect(Decimal(application.own.minorUnits + cash.support.minorUnits) == found, "\(name)")
    let granted = items.flatMap(\.support).filter { $0.state == .granted }.reduce(0) {
      $0 + ($1.amount?.minorUnits ?? 0)
    }
    #expect(cash.support.minorUnits <= granted && cash.support.minorUnits >= 0, "\(name)")
    if let least = opportunity.funding.minimumGrant?.value {
      #expect(application.grant.minorUnits >= least.minorUnits, "\(name)")
    }
    let deadline = try #require(opportunity.deadlines.first).day
    #expect(application.agreement >= deadline, "\(name)")
    #expect(application.payments.allSatisfy { $0.day >= application.agreement }, "\(name)")
    #expect(
      application.payments.reduce(0) { $0 + $1.amount.minorUnits } == application.grant.minorUnits, "\(name)")
    for part in application.parts {
      let from = try #require(part.from)
      #expect(from > deadline, "\(name)")
      for year in part.cells.compactMap(\.year) { #expect(year >= from.components.year, "\(name)") }
      let stated = try #require(drawn.items.first { $0.id == part.item })
      if part.isPostponed, let start = stated.start, let end = stated.end, let until = part.until {
        // It lasts as long as before: the same months of work.
        #expect(
          months(from, until) <= months(start, end) + 1 && months(from, until) >= months(start, end) - 1,
          "\(name)")
      }
    }
    return reckoned
  }

  private static func months(_ first: Day, _ last: Day) -> Int {
    (last.components.year - first.components.year) * 12 + last.components.month - first.components.month
  }

  private static func checkSums(_ plan: Plan, _ seed: UInt64) {
    func sum(_ amounts: [Money]) -> Int64 { amounts.reduce(0) { $0 + $1.minorUnits } }
    let applications = plan.applications
    let grants = sum(applications.map(\.grant))
    #expect(plan.grant.minorUnits == grants, "seed \(seed)")
    #expect(plan.own.minorUnits == sum(applications.map(\.own)), "seed \(seed)")
    let cells = applications.flatMap(\.parts).flatMap(\.cells)
    #expect(sum(cells.map(\.grant)) == grants, "seed \(seed)")
    let paid = plan.totals.cost - plan.cash.flatRateBeyondCosts - plan.cash.returnedVAT
    #expect(sum(cells.map(\.outlay)) == paid.minorUnits, "seed \(seed)")
    #expect(sum(cells.map(\.support)) == plan.cash.support.minorUnits, "seed \(seed)")
    for year in plan.years {
      let own = cells.filter { $0.year == year.year }
      #expect(sum(own.map(\.outlay)) == year.spent.minorUnits, "seed \(seed)")
      #expect(year.spent == year.grant + year.support + year.partners + year.own, "seed \(seed)")
      if let limit = year.limit { #expect(year.own.minorUnits <= limit.minorUnits, "seed \(seed)") }
    }
    #expect(sum(plan.years.map(\.spent)) == paid.minorUnits, "seed \(seed)")
    let bridge = CashBridge(plan)
    #expect(sum(bridge.quarters.map(\.spent)) + bridge.undated.minorUnits == paid.minorUnits, "seed \(seed)")
    let later = sum(plan.taxReturns.map(\.amount))
    #expect(later == plan.cash.laterTax.minorUnits, "seed \(seed)")
    #expect(plan.taxReturns.allSatisfy { $0.year != nil }, "seed \(seed)")
    #expect(
      sum(bridge.quarters.map(\.received)) == grants + plan.cash.support.minorUnits + later, "seed \(seed)")
    if let last = bridge.quarters.last {
      #expect(
        last.bridged.minorUnits - last.inHand.minorUnits + bridge.undated.minorUnits
          == plan.own.minorUnits - later, "seed \(seed)")
      #expect(
        bridge.quarters.allSatisfy { min($0.bridged.minorUnits, $0.inHand.minorUnits) == 0 }, "seed \(seed)")
    }
  }

  /// Sources and sections: as much is committed as is paid, by source, and as much is paid in a year as is spent.
  private static func checkAppropriations(_ plan: Plan, _ seed: UInt64) {
    let rows = Appropriations(plan).rows
    func sum(_ rows: [Appropriations.Row], _ amount: KeyPath<Appropriations.Row, Money>) -> Int64 {
      rows.reduce(0) { $0 + $1[keyPath: amount].minorUnits }
    }
    let applications = plan.applications
    for source in Set(rows.map(\.source)) {
      let own = rows.filter { $0.source == source }
      #expect(sum(own, \.commitment) == sum(own, \.payment), "seed \(seed)")
      let expected: Int64 =
        switch source {
        case .grant(let number):
          applications.filter { $0.offer.key == applications[number].offer.key }
            .reduce(0) { $0 + $1.grant.minorUnits }
        case .support: plan.cash.support.minorUnits
        case .partners: plan.years.reduce(0) { $0 + $1.partners.minorUnits }
        case .city: plan.years.reduce(0) { $0 + $1.own.minorUnits }
        }
      #expect(sum(own, \.payment) == expected, "seed \(seed)")
    }
    // Where nobody gains from an item in a year, nobody's section is below nothing.
    let gains = applications.flatMap(\.parts).contains { part in
      let groups = Dictionary(grouping: part.cells) { "\($0.year ?? 0) \($0.partner == nil)" }
      return groups.values.contains { cells in
        cells.reduce(0) { $0 + ($1.outlay - $1.grant - $1.support).minorUnits } < 0
      }
    }
    if !gains {
      #expect(rows.allSatisfy { $0.payment.minorUnits >= 0 && $0.commitment.minorUnits >= 0 }, "seed \(seed)")
    }
    for year in plan.years {
      #expect(
        sum(rows.filter { $0.year == year.year }, \.payment) == year.spent.minorUnits, "seed \(seed)")
    }
  }
}
