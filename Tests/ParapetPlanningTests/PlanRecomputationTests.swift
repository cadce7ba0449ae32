import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetPlanning

/// A portfolio with all that decides an amount: rates by kind of body, rules of tax with the threshold of the common
/// provisions, bases of flat rates, equipment, support from elsewhere, and work that would begin before an application.
private struct RichPortfolio {
  var drawn: DrawnPortfolio

  init(seed: UInt64) {
    drawn = DrawnPortfolio(seed: seed)
    var random = RandomNumbers(state: seed &+ 1_000_003)
    func status(_ random: inout RandomNumbers) -> VATStatus {
      [
        .nonRecoverable, .recoverable, .partly(recoverable: Rate(millionths: Int64(random.below(1_000_001)))),
        .nonRecoverable,
      ][random.below(4)]
    }
    drawn.city.facts.vat = status(&random)
    for partner in drawn.city.partners.indices { drawn.city.partners[partner].facts.vat = status(&random) }
    // Some operations are near the threshold of five million.
    let scale = Int64([1, 1, 1, 12][random.below(4)])
    for number in drawn.items.indices { draw(&drawn.items[number], scale, &random) }
    for number in drawn.opportunities.indices { draw(&drawn.opportunities[number], scale, &random) }
    drawLaw(&random)
    if scale > 1 {
      for year in drawn.city.ownContribution.keys {
        drawn.city.ownContribution[year] = Money(minorUnits: 900_000_000)
      }
    }
  }

  /// In some portfolios the owner of works and equipment keeps a part of the public money, and a fund pays tax back later.
  private mutating func drawLaw(_ random: inout RandomNumbers) {
    guard random.below(3) == 0, let country = Country("FR") else { return }
    let law = Citation(grade: .law, source: "x")
    drawn.city.facts.country = country
    drawn.city.taxFundYears = [nil, 0, 1][random.below(3)]
    drawn.city.national.ownShares = [
      NationalRules.OwnShare(
        country: country, share: Rate(millionths: [200_000, 333_333][random.below(2)]), citation: law)
    ]
    drawn.city.national.taxFunds = [
      NationalRules.TaxFund(
        country: country, name: "F", share: Rate(millionths: 164_040), years: 2, citation: law)
    ]
  }

  private func draw(_ item: inout Item, _ scale: Int64, _ random: inout RandomNumbers) {
    if let cost = item.cost { item.cost = Money(minorUnits: cost.minorUnits * scale) }
    if let vat = item.vat { item.vat = Money(minorUnits: vat.minorUnits * scale) }
    for number in item.lines.indices {
      item.lines[number].unitCost = Money(minorUnits: item.lines[number].unitCost.minorUnits * scale)
      item.lines[number].vat = Money(minorUnits: item.lines[number].cost.minorUnits / 5)
      if random.below(4) == 0 {
        item.lines[number].category = .equipment
        item.lines[number].usefulLife = 12 + random.below(60)
        item.lines[number].monthsInAction = 1 + random.below(40)
        item.lines[number].shareOfUse = Rate(millionths: Int64(1 + random.below(1_000_000)))
      }
    }
    if random.below(5) == 0 {
      item.support = [
        OtherSupport(
          source: "State", kind: .national, state: random.below(4) == 0 ? .applied : .granted,
          amount: Money(minorUnits: Int64(1 + random.below(8_000_000)) * scale))
      ]
    }
    if random.below(3) == 0, let end = item.end {
      item.start = Day(year: 2026, month: 3 + random.below(9), day: 1 + random.below(28))
      item.end = end
    }
  }

  private func draw(_ opportunity: inout Opportunity, _ scale: Int64, _ random: inout RandomNumbers) {
    if random.below(2) == 0 { opportunity.costRules.vat = Cited(.cpr, Citation(grade: .law, source: "CPR")) }
    if random.below(2) == 0, let held = opportunity.costRules.indirect {
      let base: IndirectRule.Base = [.staff, .directLessExcluded][random.below(2)]
      opportunity.costRules.indirect = Cited(IndirectRule(rate: held.value.rate, base: base), held.citation)
    }
    let law = Citation(grade: .law, source: "x")
    opportunity.costRules.equipment = Cited(random.below(2) == 0 ? .fullCost : .depreciation, law)
    if random.below(3) == 0, var rate = opportunity.funding.rates.first {
      rate.id = "non-profit"
      rate.applicant = .nonProfit
      rate.maximum = Rate(millionths: 1_000_000)
      opportunity.funding.rates.append(rate)
    }
    if let most = opportunity.funding.maximumGrant {
      opportunity.funding.maximumGrant = Cited(
        Money(minorUnits: most.value.minorUnits * scale), most.citation)
    }
    if random.below(5) == 0 {
      // Sums that applicants choose from; one below all floors that are drawn, others near what items cost.
      let steps = (0..<1 + random.below(3)).map { _ in
        LumpSums.Step(Money(minorUnits: Int64(3_000_000 + random.below(60_000_000)) * scale))
      }
      opportunity.funding.lumpSums = LumpSums(by: .choice, steps: steps).map { Cited($0, law) }
      opportunity.funding.minimumGrant = nil
    }
  }
}

/// One operation reckoned from the rules as they are written, in decimals, with nothing of the program's arithmetic.
private struct Reckoning {
  var cost: Decimal = 0
  var eligible: Decimal = 0
  var grant: Decimal = 0
  var flat: Decimal = 0
  var returned: Decimal = 0
  var laterTax: Decimal = 0
  /// Whether the law of the country cut the grant, and whether it is a lump sum.
  var isCutByLaw = false
  var isLumpSum = false

  private struct Cost {
    var payer: String?
    var item: Int
    var isTaxed: Bool
    var category: CostCategory
    var paid: Decimal
    var returned: Decimal
    var counted: Decimal
    var net: Decimal
    /// The tax that stays, and what of the tax counts.
    var stays: Decimal
    var taxCounted: Decimal
    var rate: Decimal = 0
    var grant: Decimal = 0

    var isOwnInvestment: Bool { payer == nil && (category == .works || category == .equipment) }
  }

  init(_ items: [Item], of city: City, by opportunity: Opportunity) {
    // Regulation (EU) 2021/1060, Art. 64(1)(c): below five million in all every tax counts, above what stays.
    self = Reckoning(items, of: city, by: opportunity, isSmall: true)
    if opportunity.costRules.vat?.value == .cpr, cost >= 500_000_000 {
      self = Reckoning(items, of: city, by: opportunity, isSmall: false)
    }
  }

  private init(_ items: [Item], of city: City, by opportunity: Opportunity, isSmall: Bool) {
    let payers = [(nil as String?, city.facts)] + city.partners.map { ($0.id as String?, $0.facts) }
    var costs = items.enumerated().flatMap { number, item in
      Reckoning.costs(of: item, number, payers, opportunity, isSmall)
    }
    cost = costs.reduce(0) { $0 + $1.paid }
    returned = costs.reduce(0) { $0 + $1.returned }
    var ofFlat: [Decimal] = []
    var ofInvestments = [Decimal](repeating: 0, count: items.count)
    for (payer, facts) in payers {
      let own = costs.indices.filter { costs[$0].payer == payer }
      guard !own.isEmpty else { continue }
      let direct = own.reduce(Decimal(0)) { $0 + costs[$1].counted }
      let base = own.reduce(Decimal(0)) { sum, place in
        Reckoning.isInBase(costs[place], opportunity.costRules.indirect?.value.base)
          ? sum + costs[place].counted : sum
      }
      let share = Decimal(opportunity.costRules.indirect?.value.rate.millionths ?? 0) / 1_000_000
      let indirect = Reckoning.rounded(base * share, .plain)
      let rates = opportunity.funding.rates
      let rate =
        rates.first { $0.applicant != nil && $0.applicant == facts.applicant }
        ?? rates.first { $0.applicant == nil }
      let given = Reckoning.rounded(
        (direct + indirect) * Decimal(rate?.maximum.millionths ?? 0) / 1_000_000, .down)
      let parts = Reckoning.shared(given, over: own.map { costs[$0].counted } + [indirect])
      for (place, part) in zip(own, parts) {
        costs[place].grant = part
        costs[place].rate = Decimal(rate?.maximum.millionths ?? 0) / 1_000_000
      }
      flat += indirect
      ofFlat.append(parts.last ?? 0)
      if payer == nil {
        let bases = own.filter {
          Reckoning.isInBase(costs[$0], opportunity.costRules.indirect?.value.base) && costs[$0].counted > 0
        }
        let amounts = Reckoning.shared(indirect, over: bases.map { costs[$0].counted })
        for (place, part) in zip(bases, Reckoning.shared(parts.last ?? 0, over: amounts))
        where costs[place].isOwnInvestment { ofInvestments[costs[place].item] += part }
      }
      eligible += direct + indirect
    }
    cost += flat
    // What another source has granted for an item, the grant leaves to it.
    for (number, item) in items.enumerated() {
      let other = item.support.filter { $0.state == .granted }.reduce(Decimal(0)) {
        $0 + Decimal($1.amount?.minorUnits ?? 0)
      }
      let own = costs.indices.filter { costs[$0].item == number }
      let room = max(0, own.reduce(Decimal(0)) { $0 + costs[$1].counted } - other)
      let sum = own.reduce(Decimal(0)) { $0 + costs[$1].grant }
      guard other > 0, sum > room else { continue }
      for (place, part) in zip(own, Reckoning.shared(room, over: own.map { costs[$0].grant })) {
        costs[place].grant = part
      }
    }
    if let rule = city.national.ownShares.first {
      for (number, item) in items.enumerated() {
        leaveToOwner(rule, of: item, number, ofInvestments[number], &costs)
      }
    }
    var all = costs.map(\.grant) + ofFlat
    let sums = (opportunity.funding.lumpSums?.value.steps ?? []).map { Decimal($0.amount.minorUnits) }
    let room = min(
      all.reduce(0, +),
      opportunity.funding.maximumGrant.map { Decimal($0.value.minorUnits) } ?? 1_000_000_000_000)
    if let sum = sums.filter({ $0 <= room }).max() {
      all = Reckoning.shared(sum, over: all)
      isLumpSum = true
    }
    if let most = opportunity.funding.maximumGrant.map({ Decimal($0.value.minorUnits) }),
      most < all.reduce(0, +)
    {
      all = Reckoning.shared(most, over: all)
    }
    grant = all.reduce(0, +)
    for place in costs.indices { costs[place].grant = all[place] }
    if let fund = city.national.taxFunds.first {
      laterTax = costs.filter(\.isOwnInvestment).reduce(0) { $0 + Reckoning.tax(of: $1, fund.share) }
    }
  }

  /// What others may give of works and equipment: the rest of what is paid, less support by the part they have in the cost.
  private mutating func leaveToOwner(
    _ rule: NationalRules.OwnShare, of item: Item, _ number: Int, _ ofFlat: Decimal, _ costs: inout [Cost]
  ) {
    let own = costs.indices.filter { costs[$0].item == number }
    let invested = own.filter { costs[$0].isOwnInvestment }
    let net = invested.reduce(Decimal(0)) { $0 + costs[$1].net }
    guard net > 0 else { return }
    let whole = own.reduce(Decimal(0)) { $0 + costs[$1].net }
    let support = item.support.filter { $0.state == .granted }.reduce(Decimal(0)) {
      $0 + Decimal($1.amount?.minorUnits ?? 0)
    }
    let paid = invested.reduce(Decimal(0)) { $0 + costs[$1].net + costs[$1].stays }
    let share = Decimal(1_000_000 - rule.share.millionths) / 1_000_000
    let limit = Reckoning.rounded(paid * share, .down) - Reckoning.rounded(support * net / whole, .up)
    let room = max(0, max(0, limit) - ofFlat)
    guard invested.reduce(Decimal(0), { $0 + costs[$1].grant }) > room else { return }
    isCutByLaw = true
    for (place, part) in zip(invested, Reckoning.shared(room, over: invested.map { costs[$0].grant })) {
      costs[place].grant = part
    }
  }

  /// What a fund pays of a cost with its tax, as far as no grant has paid the tax.
  private static func tax(of cost: Cost, _ share: Rate) -> Decimal {
    guard cost.stays > 0 else { return 0 }
    var granted: Decimal = 0
    if cost.taxCounted > 0, cost.counted > 0 {
      let net = rounded(cost.counted * cost.net / (cost.net + cost.taxCounted), .down)
      granted = min(cost.stays, max(0, cost.grant - rounded(net * cost.rate, .down)))
    }
    let paid = rounded((cost.net + cost.stays) * Decimal(share.millionths) / 1_000_000, .down)
    return max(0, min(paid, cost.stays - granted))
  }

  private static func costs(
    of item: Item, _ number: Int, _ payers: [(String?, ApplicantFacts)], _ opportunity: Opportunity,
    _ isSmall: Bool
  ) -> [Cost] {
    let stated: [(CostLine?, Money, Money?)] =
      item.lines.isEmpty
      ? [(nil, item.cost ?? Money(minorUnits: 0), item.vat)] : item.lines.map { ($0, $0.cost, $0.vat) }
    return stated.map { line, net, tax in
      let facts = payers.first { $0.0 == line?.partner }?.1
      let vat = Decimal(tax?.minorUnits ?? 0)
      var stays = vat
      switch facts?.vat {
      case .recoverable: stays = 0
      case .partly(let back): stays = rounded(vat * Decimal(1_000_000 - back.millionths) / 1_000_000, .down)
      default: break
      }
      let counts: Decimal
      switch opportunity.costRules.vat?.value {
      case .cpr: counts = isSmall ? vat : stays
      case .nonRecoverable: counts = stays
      default: counts = 0
      }
      let borne = max(stays, counts)
      let category = line?.category ?? .otherGoods
      var counted = Decimal(net.minorUnits) + counts
      if category == .works, opportunity.costRules.works?.value != .eligible { counted = 0 }
      if category == .equipment, opportunity.costRules.equipment?.value != .fullCost, let line {
        let life = Decimal(line.usefulLife ?? 60)
        let months = min(Decimal(line.monthsInAction ?? 0), life)
        counted = rounded(
          counted * months * Decimal(line.shareOfUse?.millionths ?? 1_000_000) / (life * 1_000_000), .plain)
      }
      return Cost(
        payer: line?.partner, item: number, isTaxed: vat > 0, category: category,
        paid: Decimal(net.minorUnits) + borne, returned: borne - stays, counted: counted,
        net: Decimal(net.minorUnits), stays: stays, taxCounted: counts)
    }
  }

  private static func isInBase(_ cost: Cost, _ base: IndirectRule.Base?) -> Bool {
    switch base {
    case .staff:
      return !cost.isTaxed
        && [.employees, .naturalPersons, .seconded, .smallOwners].contains(cost.category)
    case .directLessExcluded: return cost.category != .subcontracting
    default: return true
    }
  }

  private static func rounded(_ value: Decimal, _ mode: NSDecimalNumber.RoundingMode) -> Decimal {
    var (result, value) = (Decimal(), value)
    NSDecimalRound(&result, &value, 0, mode)
    return result
  }

  /// An amount shared in proportion, cents that are left to the largest fractions, the earlier first.
  private static func shared(_ amount: Decimal, over weights: [Decimal]) -> [Decimal] {
    let whole = weights.reduce(0, +)
    guard whole > 0 else { return weights.map { _ in 0 } }
    // A quotient has as many digits as there are; what decides is the remainder, which is a whole number.
    var parts = weights.map { rounded(amount * $0 / whole, .down) }
    for place in parts.indices where amount * weights[place] - parts[place] * whole >= whole {
      parts[place] += 1
    }
    let rests = weights.indices.map { (rest: amount * weights[$0] - parts[$0] * whole, place: $0) }
      .sorted { $0.rest != $1.rest ? $0.rest > $1.rest : $0.place < $1.place }
    let left = amount - parts.reduce(0, +)
    for entry in rests.prefix((left as NSDecimalNumber).intValue) { parts[entry.place] += 1 }
    return parts
  }
}

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
      #expect(lumpSums > 5 && cutByLaw > 5 && taxed > 5)
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
        last.bridged.minorUnits + bridge.undated.minorUnits == plan.own.minorUnits - later, "seed \(seed)")
    }
  }

  /// Sources and sections: as much is committed as is paid, by source, and as much is paid in a year as is spent.
  private static func checkAppropriations(_ plan: Plan, _ seed: UInt64) {
    let rows = Appropriations(plan).rows
    func sum(_ rows: [Appropriations.Row], _ amount: KeyPath<Appropriations.Row, Money>) -> Int64 {
      rows.reduce(0) { $0 + $1[keyPath: amount].minorUnits }
    }
    for source in Set(rows.map(\.source)) {
      let own = rows.filter { $0.source == source }
      #expect(sum(own, \.commitment) == sum(own, \.payment), "seed \(seed)")
      let expected: Int64 =
        switch source {
        case .grant(let number): plan.applications[number].grant.minorUnits
        case .support: plan.cash.support.minorUnits
        case .partners: plan.years.reduce(0) { $0 + $1.partners.minorUnits }
        case .city: plan.years.reduce(0) { $0 + $1.own.minorUnits }
        }
      #expect(sum(own, \.payment) == expected, "seed \(seed)")
    }
    for year in plan.years {
      #expect(
        sum(rows.filter { $0.year == year.year }, \.payment) == year.spent.minorUnits, "seed \(seed)")
    }
  }
}
