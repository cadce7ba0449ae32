import ParapetBudgeting
import ParapetModel
import Testing

@Suite("Grants that were really given")
struct RealGrantsTests {
  private func grant(_ eligible: String, _ rate: String, _ rounding: Rounding? = nil) throws -> Budget {
    try budget([item(cost: eligible)], terms(rate) { $0.rules.rounding = rounding.map { Cited($0, law) } })
  }

  @Test("ToNite: 80 % of 5,804,879.10 to the cent")
  func toNite() throws {
    let budget = try grant("5804879.10", "80")
    #expect(budget.totals.grant == euro("4643903.28") && budget.totals.own == euro("1160975.82"))
    #expect(try budget.compare(published: euro("4643903.28")) == .exact)
  }

  @Test("UrbSecurity, Mechelen: 70 % of 66,340")
  func mechelen() throws {
    #expect(try grant("66340", "70").compare(published: euro("46438")) == .exact)
  }

  @Test("ORPHEUS is rounded to the nearest euro, and so stands above rate × cost by 40 cents")
  func orpheus() throws {
    let budget = try grant("4427671", "60", .nearestEuro)
    #expect(budget.totals.grant == euro("2656603"))
    #expect(
      budget.bound(.aboveRateTimesCost)
        == Bound(kind: .aboveRateTimesCost, limit: euro("2656602.60"), bit: true))
    #expect(budget.lines[0].because.contains(.rounded(.nearestEuro)))
  }

  @Test("FADETA is rounded to the nearest euro, and so stands above rate × cost by 30 cents")
  func fadeta() throws {
    let budget = try grant("140493", "90", .nearestEuro)
    #expect(budget.totals.grant == euro("126444"))
    #expect(budget.bound(.aboveRateTimesCost)?.limit == euro("126443.70"))
    #expect(budget.bound(.aboveRateTimesCost)?.bit == true)
  }

  @Test("by the rule to the cent, ORPHEUS and FADETA were given more than rate × cost")
  func aboveByTheCent() throws {
    #expect(try grant("4427671", "60").compare(published: euro("2656603")) == .above(euro("0.40")))
    #expect(try grant("140493", "90").compare(published: euro("126444")) == .above(euro("0.30")))
  }

  @Test("PACTESUR was given 99.20 less than its rate allows: a rate is a cap")
  func pactesur() throws {
    #expect(try grant("3222188", "90").compare(published: euro("2899870")) == .below(euro("99.20")))
  }

  @Test("Enna: 67.96 % of 261,470, down to the cent")
  func enna() throws {
    let budget = try grant("261470", "67.96")
    #expect(budget.totals.grant == euro("177695.01") && budget.totals.own == euro("83774.99"))
  }

  @Test("BSFS: 80 % of 4,966,425 needs no rounding, and says so by silence")
  func bsfs() throws {
    let budget = try grant("4966425", "80")
    #expect(budget.totals.grant == euro("3973140"))
    #expect(!budget.lines[0].because.contains(.rounded(.cent)))
  }

  @Test("a grant in another currency cannot be compared")
  func otherCurrency() throws {
    let krone = try #require(Currency("DKK"))
    let budget = try grant("100", "80")
    #expect(throws: BudgetError.otherCurrency(of: krone, expected: .euro)) {
      try budget.compare(published: Money(minorUnits: 1, currency: krone))
    }
  }

  @Test("without a rate there is nothing to compare")
  func undecided() throws {
    #expect(try budget([item(cost: "5")], terms(nil)).compare(published: euro("4")) == .undecided)
  }
}
