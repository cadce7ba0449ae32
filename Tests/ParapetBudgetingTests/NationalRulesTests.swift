import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetBudgeting

/// Rules in the shape of the French ones: the owner of an investment keeps 20 % of the public money, and a fund pays
/// 16.404 % of the cost with tax back two years later.
@Suite("What the law of a country adds")
struct NationalRulesTests {
  private static let france = Country("FR")

  private func french(own: Bool = true, fund: Bool = true, years: Int? = nil, partners: [Partner] = []) throws
    -> City
  {
    let country = try #require(NationalRulesTests.france)
    var city = city(partners: partners)
    city.facts.country = country
    city.taxFundYears = years
    if own {
      city.national.ownShares = [
        NationalRules.OwnShare(country: country, share: percent("20"), citation: law)
      ]
    }
    if fund {
      city.national.taxFunds = [
        NationalRules.TaxFund(
          country: country, name: "FCTVA", share: percent("16.404"), years: 2, citation: law)
      ]
    }
    return city
  }

  private func works(_ cost: String = "100000", vat: String = "20000", year: Int? = 2027) -> Item {
    item(lines: [line(.works, cost, vat: vat, year: year)])
  }

  private let withTax: (inout FundingTerms) -> Void = { $0.rules.vat = Cited(.nonRecoverable, law) }

  @Test("a grant of 90 % of works of 120,000 with tax is cut to 80 %: 96,000, and the city pays 24,000")
  func cut() throws {
    let budget = try Budget.make(items: [works()], city: french(), terms: terms("90", withTax))
    #expect(budget.totals.grant == euro("96000") && budget.cash.own == euro("24000"))
    #expect(
      budget.bound(.publicMoney) == Bound(kind: .publicMoney, limit: euro("96000"), .ceiling(reached: true)))
  }

  @Test("a grant that leaves a fifth is left alone, and the rule is told")
  func uncut() throws {
    let city = try french()
    let budget = try Budget.make(items: [works()], city: city, terms: terms("80", withTax))
    #expect(budget.totals.grant == euro("96000"))
    #expect(budget.bound(.publicMoney)?.bit == false)
    #expect(try budget.assumes(.ownShare(#require(city.national.ownShare))))
  }

  @Test(
    "other public support takes of the same four fifths, other money lowers the whole: 96,000 − 30,000, and 72,000"
  )
  func support() throws {
    func grant(_ kind: OtherSupport.Kind) throws -> Money? {
      var item = works()
      item.support = [OtherSupport(source: "x", kind: kind, state: .granted, amount: euro("30000"))]
      return try Budget.make(items: [item], city: french(), terms: terms("90", withTax)).totals.grant
    }
    #expect(try grant(.national) == euro("66000"))
    #expect(try grant(.ownGroup) == euro("66000"))
    // 80 % of 120,000 − 30,000.
    #expect(try grant(.other) == euro("72000"))
  }

  @Test("training is no investment, nor are a partner's works")
  func others() throws {
    let training = item(lines: [line(.otherGoods, "100000")])
    #expect(
      try Budget.make(items: [training], city: french(), terms: terms("100")).totals.grant == euro("100000"))
    let theirs = item(lines: [line(.works, "100000", partner: "p")])
    let budget = try Budget.make(
      items: [theirs], city: french(partners: [partner("p")]), terms: terms("100"))
    #expect(budget.totals.grant == euro("100000") && budget.bound(.publicMoney) == nil)
  }

  @Test(
    "what a flat rate brings the works counts with them: 7 % of 100,000 at 80 % leave 74,400 for the works")
  func flatRate() throws {
    let terms = terms("80") {
      $0.rules.indirect = Cited(IndirectRule(rate: percent("7"), base: .direct), law)
    }
    let budget = try Budget.make(items: [works(vat: "0")], city: french(), terms: terms)
    #expect(budget.indirect[0].grant == euro("5600") && budget.lines[0].grant == euro("74400"))
    #expect(budget.totals.grant == euro("80000"))
  }

  @Test("16.404 % of 120,000 is 19,684.80, two years after the expense, and the own money stays as it is")
  func fund() throws {
    let budget = try Budget.make(items: [works()], city: french(own: false), terms: terms("50"))
    // The grant pays no tax here: 50,000 of 100,000.
    #expect(budget.taxReturns.map(\.amount) == [euro("19684.80")] && budget.taxReturns.map(\.year) == [2029])
    #expect(budget.cash.own == euro("70000") && budget.cash.laterTax == euro("19684.80"))
  }

  @Test("the city says when: in the year of the expense, or in the next", arguments: [0, 1])
  func stated(years: Int) throws {
    let budget = try Budget.make(
      items: [works()], city: french(own: false, years: years), terms: terms("50"))
    #expect(budget.taxReturns.map(\.year) == [2027 + years])
  }

  @Test("tax that the grant pays is not counted again: 60 % of 20,000 leave 8,000 of it")
  func notTwice() throws {
    let budget = try Budget.make(
      items: [works()], city: french(own: false), terms: terms("60", withTax))
    #expect(budget.totals.grant == euro("72000") && budget.cash.laterTax == euro("8000"))
    // The whole cost has one payer for each euro.
    #expect(budget.totals.cost == euro("120000") && budget.cash.own == euro("48000"))
  }

  @Test("a cut that leaves no more than the rate of the cost without tax leaves the fund all of it")
  func cutGrant() throws {
    let terms = terms("60") {
      withTax(&$0)
      $0.funding.maximumGrant = Cited(euro("60000"), law)
    }
    let budget = try Budget.make(items: [works()], city: french(own: false), terms: terms)
    #expect(budget.cash.laterTax == euro("19684.80"))
  }

  @Test("no fund for current expenses, for tax that is recovered, or for another's")
  func none() throws {
    let current = item(lines: [line(.otherGoods, "100000", vat: "20000")])
    #expect(try Budget.make(items: [current], city: french(), terms: terms("50")).taxReturns.isEmpty)
    var recovering = try french()
    recovering.facts.vat = .recoverable
    #expect(try Budget.make(items: [works()], city: recovering, terms: terms("50")).taxReturns.isEmpty)
    let theirs = item(lines: [line(.works, "100000", vat: "20000", partner: "p")])
    let city = try french(partners: [partner("p")])
    #expect(try Budget.make(items: [theirs], city: city, terms: terms("50")).taxReturns.isEmpty)
  }

  @Test("a cost without a year is spread over the months of its item: ten of 2027, two of 2028")
  func spread() throws {
    var item = works(year: nil)
    (item.start, item.end) = (Day(year: 2027, month: 3, day: 1), Day(year: 2028, month: 2, day: 28))
    let budget = try Budget.make(items: [item], city: french(own: false), terms: terms("50"))
    #expect(budget.taxReturns.map(\.year) == [2029, 2030])
    #expect(budget.taxReturns.map(\.amount) == [euro("16404"), euro("3280.80")])
  }

  @Test(
    "rules hold in their country, for local and regional authorities, outside the regions that are excepted, in time"
  )
  func holding() throws {
    let country = try #require(NationalRulesTests.france)
    let day = try #require(Day(year: 2026, month: 3, day: 15))
    var rules = NationalRules()
    var since = law
    since.validFrom = Day(year: 2011, month: 1, day: 1)
    rules.ownShares = [
      NationalRules.OwnShare(country: country, share: percent("20"), exceptRegions: ["FRY"], citation: since)
    ]
    rules.taxFunds = [
      NationalRules.TaxFund(
        country: country, name: "FCTVA", share: percent("16.404"), years: 2, citation: since)
    ]
    var facts = ApplicantFacts()
    (facts.country, facts.nuts, facts.applicant) = (country, "FRL03", .localAuthority)
    #expect(rules.holding(for: facts, on: day) == rules)
    #expect(rules.holding(for: facts, on: try #require(Day(year: 2010, month: 1, day: 1))) == NationalRules())
    facts.nuts = "FRY10"
    #expect(rules.holding(for: facts, on: day).ownShare == nil)
    (facts.nuts, facts.applicant) = ("FRL03", .privateCompany)
    #expect(rules.holding(for: facts, on: day) == NationalRules())
    facts.applicant = nil
    #expect(rules.holding(for: facts, on: day).ownShare != nil)
    #expect(rules.holding(for: facts, on: day).taxFund == nil)
    (facts.applicant, facts.country) = (.localAuthority, Country("IT"))
    #expect(rules.holding(for: facts, on: day) == NationalRules())
  }
}

@Suite("Simplified costs and usual rates")
struct SimplifiedCostsTests {
  private let shared: (inout FundingTerms) -> Void = {
    $0.rules.simplifiedUpTo = Cited(euro("200000"), law)
  }

  @Test("an operation of 200,000 is not paid by actual costs, one of a cent more is")
  func threshold() throws {
    let said = Assumption.What.simplifiedCosts(upTo: euro("200000"))
    #expect(try budget([item(cost: "200000")], terms("80", shared)).assumes(said))
    #expect(try !budget([item(cost: "200000.01")], terms("80", shared)).assumes(said))
    // The tax that stays is part of the total.
    #expect(try !budget([item(cost: "190000", vat: "38000")], terms("80", shared)).assumes(said))
    #expect(try !budget([item(cost: "200000")], terms("80")).assumes(said))
  }

  @Test("nothing is said where the grant is a lump sum already")
  func lumpSum() throws {
    let terms = terms("80") {
      shared(&$0)
      $0.rules.form = Cited(.lumpSum, law)
    }
    #expect(
      try !budget([item(cost: "1000")], terms).assumes(.simplifiedCosts(upTo: euro("200000"))))
  }

  @Test("from the usual rate to the cap: 60 % to 80 % of 1,000, and the figure is the cap's")
  func usual() throws {
    let terms = terms("80") {
      $0.funding.rates[0].cap = .programme
      $0.funding.rates[0].usual = Cited(percent("60"), law)
    }
    let budget = try budget([item(cost: "1000")], terms)
    #expect(budget.totals.grant == euro("800"))
    #expect(budget.range == GrantRange(euro("600"), euro("800")))
    let capped = self.capped(terms, "700")
    #expect(try self.budget(capped).range == GrantRange(euro("600"), euro("700")))
    #expect(try self.budget(self.capped(terms, "500")).range == nil)
  }

  private func capped(_ terms: FundingTerms, _ most: String) -> FundingTerms {
    var terms = terms
    terms.funding.maximumGrant = Cited(euro(most), law)
    return terms
  }

  private func budget(_ terms: FundingTerms) throws -> Budget {
    try Budget.make(items: [item(cost: "1000")], city: city(), terms: terms)
  }

  private func budget(_ items: [Item], _ terms: FundingTerms) throws -> Budget {
    try Budget.make(items: items, city: city(), terms: terms)
  }
}
