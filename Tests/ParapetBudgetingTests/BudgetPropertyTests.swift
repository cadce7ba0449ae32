import SeededDraws
import BudgetSamples
import ParapetBudgeting
import ParapetModel
import Testing

/// An application drawn from a seed: items with and without lines, partners of all kinds, terms of all kinds.
private struct DrawnApplication {
  var items: [Item] = []
  var city: City
  var terms: FundingTerms
  var requested: Money?

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func amount(_ most: Int64) -> Money { Money(minorUnits: Int64.random(in: 0...most, using: &random)) }
    func sometimes<Value>(_ value: @autoclosure () -> Value) -> Value? {
      Int.random(in: 0..<4, using: &random) == 0 ? nil : value()
    }
    func drawFacts() -> ApplicantFacts {
      var facts = ApplicantFacts()
      facts.applicant = sometimes(ApplicantClass.allCases.randomElement(using: &random) ?? .research)
      facts.regionCategory = sometimes(RegionCategory.allCases.randomElement(using: &random) ?? .transition)
      facts.vat = sometimes(
        [
          VATStatus.recoverable, .nonRecoverable,
          .partly(recoverable: Rate(millionths: Int64.random(in: 0...1_000_000, using: &random))),
        ].randomElement(using: &random) ?? .recoverable)
      return facts
    }
    city = City(id: "rivemont", facts: drawFacts())
    for id in ["p", "q"] { city.partners.append(Partner(id: id, name: id, facts: drawFacts())) }
    for number in 0..<Int.random(in: 1...4, using: &random) {
      var item = Item(id: "b\(number)", title: "x")
      item.start = sometimes(Day(number: 20_820))
      item.end = sometimes(Day(number: 20_820 + Int32.random(in: 0...2_000, using: &random)))
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        var line = CostLine(
          quantity: Int64.random(in: 0...50_000, using: &random), unitCost: amount(10_000_000))
        line.category = sometimes(CostCategory.allCases.randomElement(using: &random) ?? .travel)
        line.vat = sometimes(amount(2_000_000))
        line.partner = ["p", "q", nil, nil].randomElement(using: &random) ?? nil
        line.usefulLife = sometimes(Int.random(in: 1...120, using: &random))
        line.monthsInAction = sometimes(Int.random(in: 1...120, using: &random))
        line.shareOfUse = sometimes(Rate(millionths: Int64.random(in: 0...1_000_000, using: &random)))
        line.unit = ["month", ""].randomElement(using: &random) ?? ""
        line.year = sometimes(Int.random(in: 2027...2029, using: &random))
        line.workPackage = ["WP1", "WP2", ""].randomElement(using: &random) ?? ""
        item.lines.append(line)
      }
      if item.lines.isEmpty { (item.cost, item.vat) = (amount(90_000_000), sometimes(amount(9_000_000))) }
      if Int.random(in: 0..<5, using: &random) == 0 {
        let state = OtherSupport.State.allCases.randomElement(using: &random) ?? .granted
        item.support = [
          OtherSupport(source: "x", kind: .national, state: state, amount: sometimes(amount(40_000_000)))
        ]
      }
      items.append(item)
    }
    var funding = Funding()
    for number in 0..<3 {
      let share = Rate(millionths: Int64.random(in: 0...1_000_000, using: &random))
      var rate = FundingRate(id: "r\(number)", maximum: share, citation: law)
      if number > 0 { rate.regionCategory = RegionCategory.allCases.randomElement(using: &random) }
      funding.rates.append(rate)
    }
    funding.maximumGrant = sometimes(Cited(amount(90_000_000), law))
    funding.minimumGrant = sometimes(Cited(amount(1_000_000), law))
    var rules = CostRules()
    rules.vat = sometimes(Cited(VATRule.allCases.randomElement(using: &random) ?? .never, law))
    rules.equipment = sometimes(Cited(EquipmentRule.allCases.randomElement(using: &random) ?? .fullCost, law))
    rules.works = sometimes(Cited(WorksRule.allCases.randomElement(using: &random) ?? .eligible, law))
    rules.rounding = sometimes(Cited(Rounding.allCases.randomElement(using: &random) ?? .cent, law))
    let base = IndirectRule.Base.allCases.randomElement(using: &random) ?? .direct
    rules.indirect = sometimes(
      Cited(
        IndirectRule(rate: Rate(millionths: Int64.random(in: 0...400_000, using: &random)), base: base), law))
    terms = FundingTerms(funding: funding, rules: rules)
    requested = Int.random(in: 0..<4, using: &random) == 0 ? amount(50_000_000) : nil
  }

  func budget() throws -> Budget {
    try Budget.make(items: items, city: city, terms: terms, requested: requested)
  }
}

@Suite("Whatever is applied for")
struct BudgetPropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...400

  private func each(_ check: (Budget, DrawnApplication, Comment) throws -> Void) throws {
    for seed in BudgetPropertyTests.seeds {
      let drawn = DrawnApplication(seed: seed)
      try check(try drawn.budget(), drawn, "seed \(seed)")
    }
  }

  @Test("sums tie to the cent at every level", arguments: Budget.Level.allCases)
  func ties(_ level: Budget.Level) throws {
    try each { budget, _, seed in
      let parts = budget.subtotals(by: level).map(\.totals)
      #expect(parts.reduce(0) { $0 + $1.cost.minorUnits } == budget.totals.cost.minorUnits, seed)
      #expect(parts.reduce(0) { $0 + $1.eligible.minorUnits } == budget.totals.eligible.minorUnits, seed)
      #expect(
        parts.reduce(0) { $0 + ($1.grant?.minorUnits ?? 0) } == budget.totals.grant?.minorUnits ?? 0, seed)
      #expect(parts.reduce(0) { $0 + ($1.own?.minorUnits ?? 0) } == budget.totals.own?.minorUnits ?? 0, seed)
    }
  }

  @Test(
    "no part is granted more than is eligible, none costs less than nothing", arguments: Budget.Level.allCases
  )
  func neverMore(_ level: Budget.Level) throws {
    try each { budget, _, seed in
      let parts =
        budget.subtotals(by: level).map(\.totals) + budget.lines.map(\.totals) + budget.indirect.map(\.totals)
      for part in parts {
        #expect(part.eligible.minorUnits <= part.cost.minorUnits, seed)
        #expect((part.grant?.minorUnits ?? 0) <= part.eligible.minorUnits, seed)
        #expect((part.own?.minorUnits ?? 0) >= 0, seed)
      }
    }
  }

  @Test("the grant never exceeds the ceiling, nor what is asked for")
  func ceilings() throws {
    try each { budget, drawn, seed in
      let grant = budget.totals.grant?.minorUnits ?? 0
      if let maximum = drawn.terms.funding.maximumGrant { #expect(grant <= maximum.value.minorUnits, seed) }
      if let requested = drawn.requested { #expect(grant <= requested.minorUnits, seed) }
    }
  }

  @Test("grant and other support together stay within the eligible direct costs of an item")
  func noCostTwice() throws {
    try each { budget, drawn, seed in
      for item in drawn.items {
        let granted = item.support.filter { $0.state == .granted }.compactMap(\.amount?.minorUnits)
        let support = granted.reduce(0, +)
        guard support > 0 else { continue }
        let lines = budget.lines.filter { $0.item == item.id }
        let eligible = lines.reduce(0) { $0 + $1.eligible.minorUnits }
        #expect(lines.reduce(0) { $0 + ($1.grant?.minorUnits ?? 0) } <= max(0, eligible - support), seed)
      }
    }
  }

  @Test("only rounding half up exceeds rate × cost, and it is reported")
  func rateTimesCost() throws {
    try each { budget, drawn, seed in
      guard budget.totals.grant != nil else { return }
      var exact: Int64 = 0
      for partner in Set(budget.lines.map(\.partner)) {
        let direct = budget.lines.filter { $0.partner == partner }
        let indirect = budget.indirect.filter { $0.partner == partner }
        let eligible =
          direct.reduce(0) { $0 + $1.eligible.minorUnits } + indirect.reduce(0) { $0 + $1.amount.minorUnits }
        exact +=
          (direct.first?.rate ?? percent("0")).of(Money(minorUnits: eligible), rounding: .cent).minorUnits
      }
      let isAbove = (budget.totals.grant?.minorUnits ?? 0) > exact
      #expect(isAbove == (budget.bound(.aboveRateTimesCost)?.bit ?? false), seed)
    }
  }

  @Test("the same question gives the same budget")
  func deterministic() throws {
    try each { budget, drawn, seed in
      let again = try drawn.budget()
      #expect(again == budget, seed)
    }
  }

  @Test("every layout adds up to the same totals, and these are the budget's")
  func layouts() throws {
    try each { budget, drawn, seed in
      let tieOut = TieOut(budget, items: drawn.items, city: drawn.city)
      #expect(tieOut.ties, seed)
      #expect(tieOut.rows.map(\.layout) == BudgetLayout.allCases, seed)
      for row in tieOut.rows where row.layout != .lines {
        #expect(row.cost == budget.totals.cost && row.eligible == budget.totals.eligible, seed)
        #expect(row.grant == budget.totals.grant && row.own == budget.totals.own, seed)
      }
    }
  }

  @Test("a lump sum is in whole euro, never above the eligible cost, and items times unit cost")
  func lumpSum() throws {
    try each { budget, _, seed in
      let table = LumpSumTable(budget)
      #expect(table.amount + table.rest == budget.totals.eligible, seed)
      for row in table.rows {
        #expect(row.amount.minorUnits % 100 == 0 && row.unitCost.minorUnits % 100 == 0, seed)
        #expect(row.rest.minorUnits >= 0, seed)
        #expect(row.amount == Rounding.euro.round(row.unitCost, times: row.items, over: CostLine.one), seed)
      }
    }
  }

  @Test("what a council reads of a year and of an item is what the budget has of them")
  func council() throws {
    try each { budget, _, seed in
      let rows = CouncilTable(budget).rows
      for part in budget.subtotals(by: .year) {
        let own = rows.filter { $0.year.map { String($0) } == part.key }
        #expect(own.reduce(0) { $0 + $1.totals.cost.minorUnits } == part.totals.cost.minorUnits, seed)
      }
      for part in budget.subtotals(by: .item) {
        let own = rows.filter { $0.item == part.key }
        #expect(own.reduce(0) { $0 + $1.totals.eligible.minorUnits } == part.totals.eligible.minorUnits, seed)
        for row in own where row.totals.own != nil {
          #expect(row.own.reduce(0) { $0 + ($1?.minorUnits ?? 0) } == row.totals.own?.minorUnits, seed)
        }
      }
    }
  }

  @Test("the form's totals are the budget's")
  func form() throws {
    try each { budget, _, seed in
      let table = EUGrantTable(budget)
      let sum = table.rows.reduce(0) { $0 + $1.total.minorUnits }
      #expect(sum == budget.totals.eligible.minorUnits, seed)
    }
  }
}
