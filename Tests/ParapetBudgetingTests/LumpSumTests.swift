import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetBudgeting

@Suite("Lump sums from their tables")
struct LumpSumTests {
  /// The sums of cooperation partnerships under Erasmus+, 80 % of the cost at most.
  private func cooperation(_ sums: [String] = ["120000", "250000", "400000"], rate: String? = "80")
    -> FundingTerms
  {
    terms(rate) { terms in
      terms.funding.lumpSums = LumpSums(by: .choice, steps: sums.map { LumpSums.Step(euro($0)) }).map {
        Cited($0, law)
      }
    }
  }

  @Test(
    "applicants choose: the largest sum that the costs bear, and nothing between",
    arguments: [
      // 80 % of 600,000 is 480,000; of 500,000 just 400,000; a cent less does not bear it.
      ("600000", "400000"), ("500000", "400000"), ("499999.99", "250000"), ("312500", "250000"),
      ("150000", "120000"), ("200000", "120000"),
    ])
  func choice(cost: String, sum: String) throws {
    let budget = try budget([item(cost: cost)], cooperation())
    #expect(budget.totals.grant == euro(sum))
    #expect(budget.assumes(.lumpSumChosen(euro(sum))))
    #expect(!budget.assumes(.form(.lumpSum)))
  }

  @Test("a choice is a range from the smallest sum to the largest that the costs bear")
  func range() throws {
    #expect(
      try budget([item(cost: "600000")], cooperation()).range == GrantRange(euro("120000"), euro("400000")))
    #expect(
      try budget([item(cost: "320000")], cooperation()).range == GrantRange(euro("120000"), euro("250000")))
    // Only one sum is borne.
    #expect(try budget([item(cost: "200000")], cooperation()).range == nil)
  }

  @Test("costs that bear no sum: 80 % of 100,000 is no lump sum, which is said")
  func tooSmall() throws {
    let budget = try budget([item(cost: "100000")], cooperation())
    #expect(budget.totals.grant == euro("80000"))
    #expect(
      budget.bound(.lumpSum) == Bound(kind: .lumpSum, limit: euro("120000"), .floor(kept: false)))
  }

  @Test("where no share of the cost is stated, all of it bears the sum: small partnerships, 30,000 or 60,000")
  func withoutRate() throws {
    let small = cooperation(["30000", "60000"], rate: nil)
    #expect(try budget([item(cost: "60000")], small).totals.grant == euro("60000"))
    #expect(try budget([item(cost: "59999.99")], small).totals.grant == euro("30000"))
    #expect(try budget([item(cost: "60000")], small).totals.own == euro("0"))
  }

  @Test("a sum that the city states is that sum, as far as the costs bear it")
  func stated() throws {
    let term = AgreedTerm(
      opportunity: "o", value: .lumpSum(euro("250000")), source: "", by: "", on: nil,
      place: Diagnostic.Place(file: ""))
    let agreed = cooperation().agreeing(to: [term])
    let budget = try budget([item(cost: "600000")], agreed)
    #expect(budget.totals.grant == euro("250000") && budget.range == nil)
    #expect(try self.budgetOf("200000", agreed).totals.grant == euro("160000"))
  }

  private func budgetOf(_ cost: String, _ terms: FundingTerms) throws -> Budget {
    try budget([item(cost: cost)], terms)
  }

  @Test("every cent of a sum goes to a line: 250,000 over 200,000 and 112,501")
  func shared() throws {
    let lines = [line(.employees, "200000"), line(.travel, "112501")]
    let budget = try budget([item(lines: lines)], cooperation())
    // 250,000 × 160,000 ÷ 250,000.80 = 159,999.488…; × 90,000.80 = 90,000.512…
    #expect(budget.lines.map(\.grant) == [euro("159999.49"), euro("90000.51")])
    #expect(budget.lines[0].because.contains(.capped(.lumpSum, euro("250000"))))
  }

  /// A table by people: 10,000 from 50, 20,000 from 100, 30,000 from 150.
  private func meetings(by selector: LumpSums.Selector, _ steps: [(String, Int)], isWhole: Bool = true)
    -> FundingTerms
  {
    terms(nil) { terms in
      let steps = steps.map { LumpSums.Step(euro($0.0), from: isWhole ? $0.1 : nil) }
      terms.funding.lumpSums = LumpSums(by: selector, steps: steps, isWhole: isWhole).map { Cited($0, law) }
    }
  }

  private func meeting(_ participants: Int?, _ id: String = "m", cost: String = "40000") -> Item {
    var item = item(id, cost: cost)
    item.participants = participants
    return item
  }

  @Test(
    "the number of people says which sum is paid",
    arguments: [(50, "10000"), (99, "10000"), (100, "20000"), (149, "20000"), (150, "30000"), (900, "30000")])
  func participants(number: Int, sum: String) throws {
    let terms = meetings(by: .participants, [("10000", 50), ("20000", 100), ("30000", 150)])
    let budget = try budget([meeting(number)], terms)
    #expect(budget.totals.grant == euro(sum) && budget.range == nil)
  }

  @Test("two meetings are counted together: 60 and 45 make 105, and 20,000")
  func together() throws {
    let terms = meetings(by: .participants, [("10000", 50), ("20000", 100), ("30000", 150)])
    #expect(
      try budget([meeting(60, "a"), meeting(45, "b")], terms).totals.grant == euro("20000"))
  }

  @Test(
    "where the number is unknown, or too small for any step, the smallest sum is taken and the range told",
    arguments: [nil, 20])
  func unknown(number: Int?) throws {
    let terms = meetings(by: .participants, [("10000", 50), ("20000", 100), ("30000", 150)])
    let budget = try budget([meeting(number)], terms)
    #expect(budget.totals.grant == euro("10000"))
    #expect(budget.range == GrantRange(euro("10000"), euro("30000")))
    #expect(budget.assumes(.lumpSumOpen(euro("10000"))))
  }

  @Test(
    "a table of which only the ends are known is open even where the number is known, and never above the cost"
  )
  func ends() throws {
    let twinning = meetings(by: .participants, [("8455", 0), ("50745", 0)], isWhole: false)
    let budget = try budget([meeting(120, cost: "24000")], twinning)
    #expect(budget.totals.grant == euro("8455"))
    #expect(budget.range == GrantRange(euro("8455"), euro("24000")))
    #expect(try self.budgetOf("5000", twinning).totals.grant == euro("5000"))
  }

  @Test("the number of countries is that of the city and its partners, each once")
  func countries() throws {
    let terms = meetings(by: .countries, [("10000", 2), ("20000", 3)])
    var city = city(partners: [
      partner("a") { $0.country = Country("IT") }, partner("b") { $0.country = Country("IT") },
      partner("c") { $0.country = Country("ES") },
    ])
    city.facts.country = Country("FR")
    func grant(_ partners: [String]?) throws -> Money? {
      var item = item(cost: "40000")
      item.partners = partners
      return try Budget.make(items: [item], city: city, terms: terms).totals.grant
    }
    #expect(try grant(["a", "b"]) == euro("10000"))
    #expect(try grant(["a", "c"]) == euro("20000"))
    #expect(try grant(nil) == euro("10000"))
  }
}
