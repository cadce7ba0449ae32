import BudgetSamples
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
  }

  @Test("UrbSecurity, Mechelen: 70 % of 66,340")
  func mechelen() throws {
    #expect(try grant("66340", "70").totals.grant == euro("46438"))
  }

  @Test("ORPHEUS is rounded to the nearest euro, and so stands above rate × cost by 40 cents")
  func orpheus() throws {
    let budget = try grant("4427671", "60", .nearestEuro)
    #expect(budget.totals.grant == euro("2656603"))
    #expect(
      budget.bound(.aboveRateTimesCost)
        == Bound(kind: .aboveRateTimesCost, limit: euro("2656602.60"), .ceiling(reached: true)))
    #expect(budget.lines[0].because.contains(.rounded(.nearestEuro)))
  }

  @Test("FADETA is rounded to the nearest euro, and so stands above rate × cost by 30 cents")
  func fadeta() throws {
    let budget = try grant("140493", "90", .nearestEuro)
    #expect(budget.totals.grant == euro("126444"))
    #expect(budget.bound(.aboveRateTimesCost)?.limit == euro("126443.70"))
    #expect(budget.bound(.aboveRateTimesCost)?.bit == true)
  }

  @Test("by the rule to the cent, ORPHEUS and FADETA were given 40 and 30 cents more than rate × cost")
  func aboveByTheCent() throws {
    #expect(try grant("4427671", "60").totals.grant == euro("2656602.60"))
    #expect(try grant("140493", "90").totals.grant == euro("126443.70"))
  }

  @Test("PACTESUR was given 2,899,870, which is 99.20 less than its rate allows: a rate is a cap")
  func pactesur() throws {
    #expect(try grant("3222188", "90").totals.grant == euro("2899969.20"))
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

  @Test("without a rate no grant is known")
  func undecided() throws {
    #expect(try budget([item(cost: "5")], terms(nil)).totals.grant == nil)
  }
}
