import BudgetSamples
import ParapetBudgeting
import ParapetModel
import Testing

@Suite("Indirect costs")
struct IndirectTests {
  private func rule(_ rate: String, _ base: IndirectRule.Base) -> FundingTerms {
    terms("100") { $0.rules.indirect = Cited(IndirectRule(rate: percent(rate), base: base), law) }
  }

  private let mixed = [
    line(.employees, "1000"), line(.volunteers, "100"), line(.subcontracting, "500"), line(.travel, "200"),
    line(.thirdParties, "300"), line(.internallyInvoiced, "50"),
  ]

  @Test(
    "each base leaves out what it must",
    arguments: [
      ("25", IndirectRule.Base.directLessExcluded, "1200", "300"),
      ("7", .directLessVolunteers, "2050", "143.50"),
      ("7", .direct, "2150", "150.50"), ("15", .staff, "1000", "150"),
    ])
  func bases(_ rate: String, _ base: IndirectRule.Base, _ expectedBase: String, _ amount: String) throws {
    let entry = try #require(try budget([item(lines: mixed)], rule(rate, base)).indirect.first)
    #expect(entry.base == euro(expectedBase) && entry.amount == euro(amount))
    #expect(entry.because.first == .indirectFlatRate(percent(rate), base, of: entry.base))
  }

  @Test("indirect costs are granted at the rate, too")
  func rate() throws {
    let budget = try budget(
      [item(cost: "1000")],
      terms("80") { $0.rules.indirect = Cited(IndirectRule(rate: percent("7"), base: .direct), law) })
    #expect(
      budget.totals == .init(cost: euro("1070"), eligible: euro("1070"), grant: euro("856"), own: euro("214"))
    )
  }

  @Test("they are rounded half up to the cent, once for each payer")
  func rounding() throws {
    let lines = [
      line(.travel, "0.10"), line(.travel, "0.04"), line(.travel, "0.50", partner: "p"),
    ]
    let budget = try budget([item(lines: lines)], city: city(partners: [partner("p")]), rule("25", .direct))
    #expect(budget.indirect.map(\.amount) == [euro("0.04"), euro("0.13")])
    #expect(budget.indirect.map(\.partner) == [nil, "p"])
  }

  @Test("costs that are not eligible are no base")
  func ineligible() throws {
    let budget = try budget(
      [item(lines: [line(.works, "1000"), line(.travel, "100")])],
      terms {
        $0.rules.works = Cited(.notEligible, law)
        $0.rules.indirect = Cited(IndirectRule(rate: percent("7"), base: .direct), law)
      })
    #expect(budget.indirect.map(\.base) == [euro("100")])
  }

  @Test("where no rule is stated there are none, as an assumption")
  func noRule() throws {
    let budget = try budget([item(cost: "100")], terms { $0.rules.indirect = nil })
    #expect(budget.indirect.isEmpty && budget.assumes(.ruleNotStated(.indirect)))
  }
}
