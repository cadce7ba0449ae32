import Foundation
import ParapetBudgeting
import ParapetModel

/// Prices many budgets of fifty lines and prints the processor time as one line of JSON.
///
/// `BudgetBenchmark [BUDGETS]`: ten thousand where none is stated; the bound for these is one second. The
/// budgets are the same on every machine: four terms (Horizon, direct management, CPR, an URBACT network with three
/// rates) in turn, lines of all headings, three payers, tax on every line.
@main
struct BudgetBenchmark {
  static func main() throws {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
    var random = Sequence(state: 1)
    let city = BudgetBenchmark.city
    let applications = (0..<100).map { _ in BudgetBenchmark.item(&random) }
    let terms = BudgetBenchmark.terms
    var cents: Int64 = 0
    let start = clock()
    for number in 0..<count {
      let budget = try Budget.make(
        items: [applications[number % applications.count]], city: city, terms: terms[number % terms.count])
      cents &+= budget.totals.grant?.minorUnits ?? 0
    }
    let cpu = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let figures: [String: Double] = [
      "budgets": Double(count), "lines": 50, "cpu": cpu, "grants": Double(cents),
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    print(String(decoding: try encoder.encode(figures), as: UTF8.self))
  }

  /// Numbers that look random and are the same everywhere.
  struct Sequence {
    var state: UInt64

    mutating func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
  }

  private static let citation = Citation(grade: .law, source: "CELEX:32021R1149 Art. 12")

  private static var city: City {
    var facts = ApplicantFacts()
    (facts.applicant, facts.vat, facts.regionCategory) = (.localAuthority, .nonRecoverable, .transition)
    var city = City(id: "rivemont", facts: facts)
    facts.applicant = .nonProfit
    facts.regionCategory = .lessDeveloped
    city.partners.append(Partner(id: "p", name: "P", facts: facts))
    facts.regionCategory = .moreDeveloped
    city.partners.append(Partner(id: "q", name: "Q", facts: facts))
    return city
  }

  private static func item(_ random: inout Sequence) -> Item {
    var item = Item(id: "square", title: "Square")
    (item.start, item.end) = (Day("2027-01-01"), Day("2029-12-31"))
    item.lines = (0..<50).map { number in
      var line = CostLine(
        quantity: Int64(10_000 * (1 + random.next(40))),
        unitCost: Money(minorUnits: Int64(random.next(500_000))))
      line.category = CostCategory.allCases[number % CostCategory.allCases.count]
      line.partner = [nil, "p", nil, "q"][number % 4]
      line.vat = Money(minorUnits: line.cost.minorUnits / 5)
      line.year = 2027 + number % 3
      line.workPackage = "WP\(1 + number % 5)"
      line.text = "Cost \(number)"
      return line
    }
    return item
  }

  private static var terms: [FundingTerms] {
    func terms(_ vat: VATRule, _ share: Int64, _ base: IndirectRule.Base, _ rates: [FundingRate])
      -> FundingTerms
    {
      var funding = Funding()
      funding.rates = rates
      funding.maximumGrant = Cited(Money(minorUnits: 100_000_000), citation)
      var rules = CostRules()
      rules.vat = Cited(vat, citation)
      rules.indirect = Cited(IndirectRule(rate: Rate(millionths: share), base: base), citation)
      rules.equipment = Cited(.depreciation, citation)
      rules.works = Cited(.eligible, citation)
      return FundingTerms(funding: funding, rules: rules)
    }
    func rate(_ millionths: Int64, _ region: RegionCategory? = nil) -> FundingRate {
      var rate = FundingRate(id: "r\(millionths)", maximum: Rate(millionths: millionths), citation: citation)
      rate.regionCategory = region
      return rate
    }
    return [
      terms(.nonRecoverable, 250_000, .directLessExcluded, [rate(700_000)]),
      terms(.publicAuthority, 70_000, .directLessVolunteers, [rate(900_000)]),
      terms(.cpr, 150_000, .staff, [rate(600_000)]),
      terms(
        .never, 0, .direct,
        [rate(700_000, .transition), rate(850_000, .lessDeveloped), rate(500_000, .moreDeveloped)]),
    ]
  }
}
