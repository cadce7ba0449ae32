import BudgetSamples
import ParapetBudgeting
import ParapetModel
import Testing

@Suite("Eligible costs")
struct EligibleCostTests {
  private func dated(_ item: Item, _ start: String, _ end: String) -> Item {
    var item = item
    item.start = Day(start)
    item.end = Day(end)
    return item
  }

  private let depreciation = terms { $0.rules.equipment = Cited(.depreciation, law) }

  @Test("equipment counts by its loss of value: 24 of 60 months")
  func depreciated() throws {
    let item = dated(item(lines: [line(.equipment, "1000")]), "2027-01-01", "2028-12-31")
    let budget = try budget([item], depreciation)
    #expect(
      budget.totals == .init(cost: euro("1000"), eligible: euro("400"), grant: euro("320"), own: euro("680")))
    #expect(budget.lines[0].because.contains(.depreciated(months: 24, life: 60, share: .whole)))
    #expect(budget.assumptions.contains(Assumption(.usefulLife(months: 60), grade: .unsourced)))
  }

  @Test("equipment never counts for more than its price")
  func longAction() throws {
    let item = dated(item(lines: [line(.equipment, "1000")]), "2027-01-01", "2036-12-31")
    #expect(try budget([item], depreciation).totals.eligible == euro("1000"))
  }

  @Test("equipment of an unknown duration counts for nothing, and the fact that decides is named")
  func unknownDuration() throws {
    let budget = try budget([item(lines: [line(.equipment, "1000")])], depreciation)
    #expect(budget.totals.eligible == euro("0") && budget.totals.own == euro("1000"))
    #expect(
      budget.assumes(.durationUnknown(item: "b1")) && budget.lines[0].because.contains(.durationUnknown))
  }

  @Test("eligible tax on equipment loses value with it")
  func depreciatedTax() throws {
    let item = dated(item(lines: [line(.equipment, "1000", vat: "200")]), "2027-01-01", "2027-12-31")
    let budget = try budget(
      [item],
      terms {
        $0.rules.equipment = Cited(.depreciation, law)
        $0.rules.vat = Cited(.nonRecoverable, law)
      })
    #expect(budget.totals.eligible == euro("240") && budget.totals.cost == euro("1200"))
  }

  @Test("without a rule equipment counts by its loss of value, as an assumption")
  func noEquipmentRule() throws {
    let item = dated(item(lines: [line(.equipment, "1000")]), "2027-01-01", "2027-06-30")
    let budget = try budget([item], terms { $0.rules.equipment = nil })
    #expect(budget.totals.eligible == euro("100") && budget.assumes(.ruleNotStated(.equipment)))
  }

  @Test("works that do not count are paid by the city")
  func works() throws {
    let lines = [line(.works, "1000"), line(.otherGoods, "500")]
    let budget = try budget([item(lines: lines)], terms { $0.rules.works = Cited(.notEligible, law) })
    #expect(
      budget.totals == .init(cost: euro("1500"), eligible: euro("500"), grant: euro("400"), own: euro("1100"))
    )
    #expect(budget.lines[0].because.first == .worksNotEligible)
  }

  @Test("without a rule works do not count, as an assumption")
  func noWorksRule() throws {
    let budget = try budget([item(lines: [line(.works, "1000")])], terms { $0.rules.works = nil })
    #expect(budget.totals.eligible == euro("0") && budget.assumes(.ruleNotStated(.works)))
  }

  @Test("a total without lines falls under the usual heading of its measure, else under C3")
  func heading() throws {
    let measures = MeasureCatalogue(measures: [
      Measure(code: "training", component: .protection, serves: [], costHeadings: [.subcontracting, .travel])
    ])
    var training = item(cost: "10")
    training.measures = ["training"]
    let known = try budget([training], measures: measures)
    #expect(
      known.lines[0].category == .subcontracting && known.assumes(.heading(item: "b1", .subcontracting)))
    #expect(try budget([training]).lines[0].category == .otherGoods)
  }

  @Test("an item without any cost is named and leaves the rest alone")
  func unknownCost() throws {
    let budget = try budget([Item(id: "b0", title: "b0"), item(cost: "10")])
    #expect(budget.lines.map(\.item) == ["b1"] && budget.assumes(.costUnknown(item: "b0")))
  }

  @Test("a total has a year only where its work stays in one")
  func year() throws {
    let within = dated(item("a", cost: "1"), "2027-03-01", "2027-12-31")
    let across = dated(item("b", cost: "1"), "2027-03-01", "2028-01-01")
    #expect(try budget([within, across]).lines.map(\.year) == [2027, nil])
  }

  @Test("figures of a grade that cannot exclude are assumptions")
  func unverified() throws {
    let weak = Citation(grade: .secondary, source: "https://example.org")
    let budget = try budget(
      [item(cost: "100")],
      terms {
        $0.funding.rates[0].citation = weak
        $0.rules.indirect = Cited(IndirectRule(rate: percent("7"), base: .direct), weak)
      })
    #expect(budget.assumptions.contains(Assumption(.unverified(.rate(id: "all")), grade: .secondary)))
    #expect(budget.assumptions.contains(Assumption(.unverified(.indirect), grade: .secondary)))
  }

  @Test("a lump sum is estimated from costs, and says so")
  func lumpSum() throws {
    #expect(
      try budget([item(cost: "1")], terms { $0.rules.form = Cited(.lumpSum, law) }).assumes(.form(.lumpSum)))
  }

  @Test("costs in another currency wait for a rate of exchange")
  func otherCurrency() throws {
    let krone = try #require(Currency("DKK"))
    var danish = item(cost: "1")
    danish.cost = Money(minorUnits: 100, currency: krone)
    #expect(throws: BudgetError.otherCurrency(of: krone, expected: .euro)) { try budget([danish]) }
  }

  @Test("costs beyond all counting are an error, not a trap")
  func tooLarge() throws {
    var huge = item(cost: "1")
    huge.cost = Money(minorUnits: Int64.max / 3)
    #expect(throws: BudgetError.tooLarge) { try budget([huge, huge]) }
  }
}
