import ParapetModel
import Testing

@Suite("Amounts and rules of an opportunity")
struct FundingTests {
  private let law = Citation(grade: .law, source: "CELEX:32021R1060 Art. 64")

  @Test("a narrower set of rules keeps its own and takes the rest from the wider one")
  func inheritance() {
    var narrow = CostRules()
    narrow.vat = Cited(.nonRecoverable, law)
    var wide = CostRules()
    wide.vat = Cited(.never, law)
    wide.works = Cited(.eligible, law)
    wide.rounding = Cited(.euro, law)
    let rules = narrow.inheriting(wide)
    #expect(rules.vat?.value == .nonRecoverable)
    #expect(rules.works?.value == .eligible)
    #expect(rules.rounding?.value == .euro)
    #expect(rules.form == nil)
  }

  @Test("rules come from the nearest of three levels that states them")
  func inheritanceOfThree() {
    var call = CostRules()
    call.form = Cited(.lumpSum, law)
    var strand = CostRules()
    strand.equipment = Cited(.fullCost, law)
    var programme = CostRules()
    programme.equipment = Cited(.depreciation, law)
    programme.form = Cited(.actualCosts, law)
    programme.indirect = Cited(IndirectRule(rate: Rate(millionths: 70_000), base: .direct), law)
    let rules = call.inheriting(strand).inheriting(programme)
    #expect(rules.form?.value == .lumpSum)
    #expect(rules.equipment?.value == .fullCost)
    #expect(rules.indirect?.value.rate.percent == "7")
  }

  @Test("a rate with more conditions is the more particular one")
  func conditions() {
    var rate = FundingRate(id: "r", maximum: .whole, citation: law)
    #expect(rate.conditionCount == 0)
    rate.regionCategory = .transition
    rate.applicant = .nonProfit
    rate.gdpBelowAverage = false
    rate.regionCategory2014 = .transition
    #expect(rate.conditionCount == 4)
  }

  @Test("a statement holds from its first to its last day, both included")
  func validity() throws {
    var citation = law
    citation.validFrom = Day("2024-09-30")
    citation.validTo = Day("2027-12-31")
    #expect(try !citation.holds(on: #require(Day("2024-09-29"))))
    #expect(try citation.holds(on: #require(Day("2024-09-30"))))
    #expect(try citation.holds(on: #require(Day("2027-12-31"))))
    #expect(try !citation.holds(on: #require(Day("2028-01-01"))))
    #expect(try law.holds(on: #require(Day("0001-01-01"))))
  }

  @Test("only the law, an official page and the call's own document can exclude")
  func grades() {
    #expect(Grade.allCases.filter(\.canExclude) == [.law, .official, .call])
  }

  @Test("a span cannot end before it starts")
  func period() throws {
    let first = try #require(Day("2021-01-01"))
    #expect(Period(from: first, to: first) != nil)
    #expect(Period(from: first, to: first.adding(days: -1)) == nil)
  }

  @Test("staff are the headings A1 to A5 and no other")
  func staff() {
    #expect(CostCategory.allCases.filter(\.isStaff).map(\.rawValue) == ["A1", "A2", "A3", "A4", "A5"])
  }
}
