import BudgetSamples
import ParapetBudgeting
import ParapetModel
import SeededDraws
import Testing

@Suite("A budget in the shape of a form")
struct FormTests {
  private func consortium() -> City {
    var associated = partner("guest")
    associated.facts.participation = .associated
    return city(partners: [partner("p"), partner("idle"), associated, partner("stranger")])
  }

  /// Two beneficiaries, work packages 2 and 10, and one cost without any; indirect costs are 25 %, the grant is 80 %.
  private func items(lead: String? = nil) -> [Item] {
    var manager = CostLine(quantity: 20_000, unitCost: euro("45000.50"))  // 2 × 45000.50 = 90001.00
    (manager.category, manager.unit, manager.workPackage) = (.employees, "month", "WP10")
    manager.vat = euro("0")
    var item = item(lines: [
      manager, line(.travel, "99.99", partner: "p", workPackage: "WP2"),
      line(.otherGoods, "0.40", workPackage: ""),
    ])
    item.partners = ["p", "guest"]
    item.coordinator = lead
    return [item]
  }

  private func budget(_ items: [Item]) throws -> Budget {
    try BudgetSamples.budget(
      items, city: consortium(),
      terms { $0.rules.indirect = Cited(IndirectRule(rate: percent("25"), base: .direct), law) })
  }

  // City: 90001.00 + 0.40 = 90001.40, indirect 22500.35, eligible 112501.75, grant 90001.40.
  // Partner: 99.99, indirect 24.9975, half up 25.00, eligible 124.99, grant 99.992, down 99.99.

  @Test("participants are whoever bears a cost or is named, and the one that leads comes first")
  func participants() throws {
    let items = items(lead: "p")
    let table = ParticipantTable(try budget(items), items: items, city: consortium())
    #expect(table.rows.map(\.partner) == ["p", nil, "guest"])
    #expect(table.rows.map(\.number) == [1, 2, 3])
    #expect(table.rows.map(\.role) == [.coordinator, .beneficiary, .associated])
    #expect(table.rows.map(\.totals.eligible) == [euro("124.99"), euro("112501.75"), euro("0")])
    #expect(table.rows.map(\.totals.grant) == [euro("99.99"), euro("90001.40"), euro("0")])
    #expect(table.totals.grant == euro("90101.39"))
  }

  @Test("where nobody says who leads the city is presumed to, unless it is alone")
  func lead() throws {
    let open = items()
    #expect(
      ParticipantTable(try budget(open), items: open, city: consortium()).rows.map(\.role) == [
        .presumedCoordinator, .beneficiary, .associated,
      ])
    let alone = [item(lines: [line(.travel, "10")])]
    #expect(
      ParticipantTable(try budget(alone), items: alone, city: consortium()).rows.map(\.role) == [.coordinator]
    )
  }

  @Test("each beneficiary has a block; work packages are columns in the order of their numbers")
  func blocks() throws {
    let form = LumpSumForm(try budget(items()))
    #expect(form.workPackages == ["WP2", "WP10", ""])
    #expect(form.blocks.map(\.partner) == [nil, "p"])
    let city = form.blocks[0]
    let employees = try #require(city.rows.first { $0.heading == .direct(.employees) })
    #expect(employees.amounts == [euro("0"), euro("90001"), euro("0")] && employees.total == euro("90001"))
    // Indirect 22500.35 by 90001.00 and 0.40: 22500.25 and 0.10.
    #expect(city.rows.last?.amounts == [euro("0"), euro("22500.25"), euro("0.10")])
    #expect(city.workPackages.map(\.eligible) == [euro("0"), euro("112501.25"), euro("0.50")])
    #expect(form.totalsByWorkPackage.map(\.eligible) == [euro("124.99"), euro("112501.25"), euro("0.50")])
    #expect(form.totals == (try budget(items())).totals)
  }

  @Test("a cost per unit keeps its cents; a form of whole euro has a fraction of units that loses least")
  func units() throws {
    let entries = LumpSumForm(try budget(items())).blocks[0].entries
    let manager = try #require(entries.first)
    #expect(manager.units == 20_000 && manager.unitCost == euro("45000.50") && manager.rest == euro("0"))
    #expect(manager.amount == euro("90001"))
    let whole = manager.inWholeEuro
    #expect(whole.unitCost.minorUnits % 100 == 0 && whole.unitCost.minorUnits >= 4_500_000)
    #expect(whole.rest.minorUnits < 5, "two at 45000 would lose a euro, and this loses \(whole.rest)")
    // 0.40 cannot be a whole euro: 0.4 of one euro.
    let small = try #require(entries.first { $0.heading == .direct(.otherGoods) })
    #expect(small.inWholeEuro.units == 4_000 && small.inWholeEuro.unitCost == euro("1"))
    #expect(small.inWholeEuro.rest == euro("0"))
  }

  @Test("units at whole euro never exceed the amount, and never lose more than the stated units do")
  func fractions() {
    var draws = SeededGenerator(seed: 16)
    for _ in 0..<2_000 {
      let amount = Money(minorUnits: Int64.random(in: 1...50_000_000, using: &draws))
      let units = Int64.random(in: 1...500_000, using: &draws)
      let table = WholeEuroUnits(of: amount, units: units)
      #expect(table.amount + table.rest == amount && table.rest.minorUnits >= 0)
      #expect(table.unitCost.minorUnits % 100 == 0)
      #expect(
        table.amount == Rounding.nearestCent.round(table.unitCost, times: table.units, over: CostLine.one))
      let plain = Rounding.euro.round(amount, times: CostLine.one, over: units)
      #expect(
        table.amount.minorUnits >= Rounding.cent.round(plain, times: units, over: CostLine.one).minorUnits)
    }
  }
}
