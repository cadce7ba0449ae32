import BudgetSamples
import ParapetBudgeting
import ParapetModel
import Testing

@Suite("Value added tax")
struct VATTests {
  private func budget(
    _ rule: VATRule?, _ city: City, cost: String = "1000", vat: String? = "200"
  ) throws -> Budget {
    try BudgetSamples.budget(
      [item(lines: [line(.otherGoods, cost, vat: vat)])], city: city,
      terms { $0.rules.vat = rule.map { Cited($0, law) } })
  }

  @Test("never eligible: the city bears it")
  func never() throws {
    let budget = try budget(.never, city())
    #expect(
      budget.totals == .init(cost: euro("1200"), eligible: euro("1000"), grant: euro("800"), own: euro("400"))
    )
    #expect(budget.lines[0].because.contains(.vatNotEligible(.never)))
  }

  @Test("Horizon Europe: eligible where it is not recovered")
  func nonRecoverable() throws {
    let budget = try budget(.nonRecoverable, city())
    #expect(
      budget.totals == .init(cost: euro("1200"), eligible: euro("1200"), grant: euro("960"), own: euro("240"))
    )
    #expect(budget.lines[0].because.contains(.vatEligible(.nonRecoverable, euro("200"))))
  }

  @Test("recovered tax is nobody's cost")
  func recoverable() throws {
    let budget = try budget(.nonRecoverable, city(vat: .recoverable))
    #expect(budget.totals.cost == euro("1000") && budget.totals.eligible == euro("1000"))
    #expect(budget.lines[0].because.contains(.vatNotEligible(.recoverable)))
  }

  @Test("of partly recovered tax the rest counts")
  func partly() throws {
    let budget = try budget(.nonRecoverable, city(vat: .partly(recoverable: percent("40"))))
    #expect(budget.totals.eligible == euro("1120") && budget.totals.cost == euro("1120"))
  }

  @Test(
    "a public authority has no eligible tax in direct management",
    arguments: [
      ApplicantClass.localAuthority, .regionalAuthority, .nationalAuthority, .lawEnforcement, .publicBody,
    ])
  func publicAuthority(_ applicant: ApplicantClass) throws {
    let budget = try budget(.publicAuthority, city(applicant))
    #expect(budget.totals.eligible == euro("1000") && budget.totals.own == euro("400"))
    #expect(budget.lines[0].because.contains(.vatNotEligible(.publicAuthority)))
  }

  @Test(
    "others have, where they do not recover it",
    arguments: [ApplicantClass.nonProfit, .research, .privateCompany])
  func otherBodies(_ applicant: ApplicantClass) throws {
    #expect(try budget(.publicAuthority, city(applicant)).totals.eligible == euro("1200"))
    #expect(try budget(.publicAuthority, city(applicant, vat: .recoverable)).totals.eligible == euro("1000"))
  }

  @Test("a body of unknown kind is taken for an authority, as an assumption")
  func unknownApplicant() throws {
    let budget = try budget(.publicAuthority, city(nil))
    #expect(budget.totals.eligible == euro("1000") && budget.assumes(.applicantUnknown(partner: nil)))
  }

  @Test(
    "below five million with tax, it counts, but where it comes back: that is claimed by nobody, and said")
  func cprBelow() throws {
    let budget = try budget(.cpr, city(), cost: "4166666.65", vat: "833333.33")
    #expect(budget.totals.eligible == euro("4999999.98") && budget.totals.cost == euro("4999999.98"))
    var unstated = city()
    unstated.facts.vat = nil
    #expect(
      try self.budget(.cpr, unstated, cost: "4166666.65", vat: "833333.33").totals.eligible
        == euro("4999999.98"))
    let recovered = try self.budget(.cpr, city(vat: .recoverable), cost: "4166666.65", vat: "833333.33")
    #expect(recovered.totals.eligible == euro("4166666.65") && recovered.totals.cost == euro("4166666.65"))
    #expect(recovered.assumes(.recoveredTaxLeft(partner: nil)))
  }

  @Test(
    "tax that a country's scheme pays to an authority is not claimed, unless the authority says that it bears it",
    arguments: [VATStatus.recoverable, nil, .nonRecoverable])
  func compensated(_ status: VATStatus?) throws {
    let country = try #require(Country("NL"))
    let scheme = NationalRules.TaxCompensation(country: country, name: "fund", citation: law)
    var authority = city(vat: .nonRecoverable)
    authority.facts.vat = status
    authority.facts.country = country
    authority.national.taxCompensations = [scheme]
    let budget = try budget(.cpr, authority)
    let bears = status == .nonRecoverable
    #expect(budget.totals.eligible == euro(bears ? "1200" : "1000"))
    #expect(budget.assumes(.compensatedTax(scheme, partner: nil, isClaimed: bears)))
    // Of another country's, and of a body that is no authority, it says nothing.
    authority.facts.country = Country("DE")
    authority.facts.vat = .nonRecoverable
    let elsewhere = try self.budget(.cpr, authority)
    #expect(
      elsewhere.totals.eligible == euro("1200")
        && elsewhere.assumptions.allSatisfy {
          if case .compensatedTax = $0.what { false } else { true }
        })
  }

  @Test("from five million with tax, it counts only where it is not recovered")
  func cprFrom() throws {
    #expect(
      try budget(.cpr, city(vat: .recoverable), cost: "4166666.67", vat: "833333.33").totals.eligible
        == euro("4166666.67"))
    #expect(
      try budget(.cpr, city(), cost: "4166666.67", vat: "833333.33").totals.eligible == euro("5000000"))
  }

  @Test("the threshold is that of the whole operation, not of an item")
  func cprWhole() throws {
    let items = [item("a", cost: "3000000", vat: "600000"), item("b", cost: "2000000", vat: "400000")]
    let cpr = terms { $0.rules.vat = Cited(.cpr, law) }
    // Of a city that says nothing it counts below, and from there on it might come back.
    var unstated = city()
    unstated.facts.vat = nil
    #expect(try BudgetSamples.budget(items, city: unstated, cpr).totals.eligible == euro("5000000"))
    #expect(
      try BudgetSamples.budget([items[0]], city: unstated, cpr).totals.eligible == euro("3600000"))
  }

  @Test("indirect costs count towards the threshold")
  func cprIndirect() throws {
    let cpr = terms {
      $0.rules.vat = Cited(.cpr, law)
      $0.rules.indirect = Cited(IndirectRule(rate: percent("7"), base: .direct), law)
    }
    let items = [item(cost: "4000000", vat: "800000")]
    let budget = try BudgetSamples.budget(items, city: city(vat: .recoverable), cpr)
    #expect(budget.lines[0].eligible == euro("4000000") && budget.indirect[0].amount == euro("280000"))
  }

  @Test(
    "where some tax is unknown, the total may pass five million, and tax counts only where it is not recovered"
  )
  func cprUnknown() throws {
    let items = [item("a", cost: "1000", vat: "200"), item("b", cost: "1000", vat: nil)]
    let budget = try BudgetSamples.budget(
      items, city: city(vat: .recoverable), terms { $0.rules.vat = Cited(.cpr, law) })
    #expect(budget.totals.eligible == euro("2000") && budget.assumes(.operationTotalUnknown))
  }

  @Test("tax of an unknown amount is left out, as an assumption")
  func unknownAmount() throws {
    let budget = try budget(.nonRecoverable, city(), vat: nil)
    #expect(budget.totals.eligible == euro("1000") && budget.assumes(.vatAmountUnknown(item: "b1")))
    #expect(budget.lines[0].vat == nil)
  }

  @Test("an unknown amount of recovered tax needs no assumption")
  func unknownAndRecovered() throws {
    #expect(try budget(.nonRecoverable, city(vat: .recoverable), vat: nil).assumptions.isEmpty)
  }

  @Test("where recovery is unknown, the tax is paid and not eligible, as an assumption")
  func unknownStatus() throws {
    let budget = try budget(.nonRecoverable, city(vat: nil))
    #expect(budget.totals.cost == euro("1200") && budget.totals.eligible == euro("1000"))
    #expect(budget.assumes(.vatStatusUnknown(partner: nil)))
  }

  @Test("without a stated rule the tax is not eligible, as an assumption")
  func noRule() throws {
    let budget = try budget(nil, city())
    #expect(budget.totals.eligible == euro("1000") && budget.assumes(.ruleNotStated(.vat)))
  }

  @Test("each payer has its own tax")
  func payers() throws {
    let lines = [line(.otherGoods, "100", vat: "20"), line(.otherGoods, "100", vat: "20", partner: "p")]
    let budget = try BudgetSamples.budget(
      [item(lines: lines)], city: city(partners: [partner("p")]),
      terms { $0.rules.vat = Cited(.publicAuthority, law) })
    #expect(budget.lines.map(\.eligible) == [euro("100"), euro("120")])
  }
}
