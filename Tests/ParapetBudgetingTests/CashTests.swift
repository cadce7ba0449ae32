import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetBudgeting

@Suite("What a budget means for the treasury")
struct CashTests {
  private static func budget(_ change: (inout Item) -> Void = { _ in }) throws -> Budget {
    var item = BudgetSamples.item("promenade", cost: "1200000")
    item.vat = euro("240000")
    change(&item)
    var funding = Funding()
    funding.rates = [FundingRate(id: "r", maximum: percent("60"), citation: law)]
    var rules = CostRules()
    rules.vat = Cited(.cpr, law)
    rules.works = Cited(.eligible, law)
    rules.indirect = Cited(IndirectRule(rate: percent("7"), base: .direct), law)
    var city = BudgetSamples.city()
    city.facts.vat = .nonRecoverable
    return try Budget.make(items: [item], city: city, terms: FundingTerms(funding: funding, rules: rules))
  }

  @Test("granted support pays the city's part, and a flat rate is no money")
  func cash() throws {
    let budget = try CashTests.budget {
      $0.support = [
        OtherSupport(source: "FIPD", kind: .national, state: .granted, amount: euro("200000"))
      ]
    }
    #expect(budget.totals.grant == euro("924480"))
    #expect(budget.cash.flatRateBeyondCosts == euro("100800"))
    #expect(budget.cash.support == euro("200000"))
    #expect(budget.cash.own == euro("315520"))
  }

  @Test(
    "more support never raises own money, and pays no more than is left",
    arguments: ["0", "1", "515520", "900000"])
  func monotone(support: String) throws {
    let without = try #require(try CashTests.budget().cash.own)
    let with = try CashTests.budget {
      $0.support = [
        OtherSupport(source: "FIPD", kind: .national, state: .granted, amount: euro(support))
      ]
    }
    let own = try #require(with.cash.own)
    #expect(own.minorUnits <= without.minorUnits)
    #expect(own.minorUnits >= 0)
    let paid = with.cash.support + own + (with.totals.grant ?? euro("0"))
    #expect(paid == euro("1440000"))
  }

  @Test("a cost that carries tax is no base of a flat rate on staff")
  func staff() throws {
    var line = CostLine(quantity: CostLine.one, unitCost: euro("1000"))
    line.category = .employees
    line.vat = euro("200")
    var pure = line
    pure.vat = euro("0")
    var item = BudgetSamples.item("a", lines: [line, pure])
    item.start = Day(year: 2027, month: 1, day: 1)
    var funding = Funding()
    funding.rates = [FundingRate(id: "r", maximum: percent("80"), citation: law)]
    var rules = CostRules()
    rules.vat = Cited(.never, law)
    rules.indirect = Cited(IndirectRule(rate: percent("15"), base: .staff), law)
    let budget = try Budget.make(
      items: [item], city: BudgetSamples.city(), terms: FundingTerms(funding: funding, rules: rules))
    #expect(budget.indirect.map(\.base) == [euro("1000")])
  }

  @Test("what an authority said outranks what any source says, and the budget says so")
  func agreed() throws {
    let term = AgreedTerm(
      opportunity: "X", value: .rate(percent("50")), source: "letter", by: "managing authority", on: nil,
      place: Diagnostic.Place(file: "terms.csv"))
    var funding = Funding()
    funding.rates = [FundingRate(id: "r", maximum: percent("80"), citation: law)]
    let terms = FundingTerms(funding: funding, rules: CostRules()).agreeing(to: [term])
    let budget = try Budget.make(
      items: [BudgetSamples.item("a", cost: "1000")], city: BudgetSamples.city(), terms: terms)
    #expect(budget.totals.grant == euro("500"))
    #expect(budget.assumptions.contains(Assumption(.agreed(term), grade: .call)))
  }
}
