import BudgetSamples
import ParapetBudgeting
import ParapetModel
import Testing

@Suite("Rates")
struct RateTests {
  private func rate(_ id: String, _ share: String, _ change: (inout FundingRate) -> Void = { _ in })
    -> FundingRate
  {
    var rate = FundingRate(id: id, maximum: percent(share), citation: law)
    change(&rate)
    return rate
  }

  private func budget(_ rates: [FundingRate], _ facts: (inout ApplicantFacts) -> Void) throws -> Budget {
    var city = city()
    facts(&city.facts)
    return try BudgetSamples.budget(
      [item(lines: [line(.travel, "100")])], city: city, terms { $0.funding.rates = rates })
  }

  private var regional: [FundingRate] {
    [
      rate("more", "40") { $0.regionCategory = .moreDeveloped },
      rate("transition", "60") { $0.regionCategory = .transition },
      rate("transition-before", "70") {
        $0.regionCategory = .transition
        $0.regionCategory2014 = .lessDeveloped
      },
      rate("less", "85") { $0.regionCategory = .lessDeveloped },
    ]
  }

  @Test("the rate of the city's region applies")
  func region() throws {
    let budget = try budget(regional) {
      $0.regionCategory = .lessDeveloped
      $0.regionCategory2014 = .transition
    }
    #expect(budget.lines[0].rate == percent("85") && budget.totals.grant == euro("85"))
    #expect(
      budget.lines[0].because.contains(.rateApplied(id: "less", percent("85"), of: budget.totals.eligible)))
    #expect(budget.assumptions.isEmpty)
  }

  @Test("a rate that caps a priority is taken, and said to be an assumption of ours")
  func priorityCap() throws {
    let cap = rate("less", "85") { $0.cap = .priority }
    let budget = try budget([cap]) { _ in }
    #expect(budget.totals.grant == euro("85"))
    #expect(budget.assumptions == [Assumption(.cap(.priority, partner: nil, id: "less"), grade: .inferred)])
  }

  @Test("of two that hold, the one with more conditions applies")
  func moreConditions() throws {
    let budget = try budget(regional) {
      $0.regionCategory = .transition
      $0.regionCategory2014 = .lessDeveloped
    }
    #expect(budget.lines[0].rate == percent("70"))
  }

  @Test("a narrower rate applies even where it is lower")
  func lowerButNarrower() throws {
    let rates = [rate("all", "100"), rate("companies", "70") { $0.applicant = .privateCompany }]
    #expect(try budget(rates) { $0.applicant = .privateCompany }.lines[0].rate == percent("70"))
    #expect(try budget(rates) { $0.applicant = .localAuthority }.lines[0].rate == percent("100"))
  }

  @Test("an unknown region takes the lowest rate that could apply, as an assumption")
  func unknownRegion() throws {
    let budget = try budget(regional) { _ in }
    #expect(budget.lines[0].rate == percent("40") && budget.assumes(.lowestRate(partner: nil, id: "more")))
  }

  @Test("an unknown past of a known region leaves two rates, and the lower is taken")
  func unknownPast() throws {
    let budget = try budget(regional) { $0.regionCategory = .transition }
    #expect(
      budget.lines[0].rate == percent("60") && budget.assumes(.lowestRate(partner: nil, id: "transition")))
  }

  @Test("an open rate of as many conditions could apply as well, and the lower is taken")
  func rivals() throws {
    let rates = [
      rate("towns", "90") { $0.applicant = .localAuthority },
      rate("rich", "50") { $0.gdpBelowAverage = false },
    ]
    let budget = try budget(rates) { _ in }
    #expect(budget.lines[0].rate == percent("50") && budget.assumes(.lowestRate(partner: nil, id: "rich")))
  }

  @Test("an unknown fact that only a wider rate asks for decides nothing")
  func widerRate() throws {
    let rates = [
      rate("narrow", "80") {
        $0.applicant = .localAuthority
        $0.regionCategory = .transition
      }, rate("wide", "50") { $0.gdpBelowAverage = true },
    ]
    let budget = try budget(rates) { $0.regionCategory = .transition }
    #expect(budget.lines[0].rate == percent("80") && budget.assumptions.isEmpty)
  }

  @Test("without a rate the grant is unknown, and eligible costs are not")
  func noRate() throws {
    let budget = try budget([]) { _ in }
    #expect(budget.totals.grant == nil && budget.totals.own == nil && budget.totals.eligible == euro("100"))
    #expect(budget.assumes(.rateNotStated(partner: nil)) && budget.lines[0].because.contains(.noRate))
  }

  @Test("each partner has the rate of its own region")
  func partners() throws {
    let lines = [line(.travel, "100"), line(.travel, "100", partner: "p")]
    var city = city(partners: [partner("p") { $0.regionCategory = .lessDeveloped }])
    city.facts.regionCategory = .moreDeveloped
    let budget = try BudgetSamples.budget(
      [item(lines: lines)], city: city, terms { $0.funding.rates = regional })
    #expect(budget.lines.map(\.grant) == [euro("40"), euro("85")])
  }

  @Test("one partner without a rate leaves the whole grant unknown")
  func onePartnerWithout() throws {
    let lines = [line(.travel, "100"), line(.travel, "100", partner: "p")]
    let budget = try BudgetSamples.budget(
      [item(lines: lines)], city: city(partners: [partner("p")]),
      terms { $0.funding.rates = [rate("towns", "80") { $0.applicant = .localAuthority }] })
    #expect(budget.totals.grant == nil && budget.assumes(.rateNotStated(partner: "p")))
  }

  @Test("a rate above the whole grants the whole")
  func aboveWhole() throws {
    #expect(try budget([rate("odd", "120")]) { _ in }.totals.grant == euro("100"))
  }
}
