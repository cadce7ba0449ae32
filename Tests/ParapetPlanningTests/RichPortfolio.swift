import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel

@testable import ParapetPlanning

/// A portfolio with all that decides an amount: rates by kind of body, rules of tax with the threshold of the common
/// provisions, bases of flat rates, equipment, support from elsewhere, and work that would begin before an application.
struct RichPortfolio {
  var drawn: DrawnPortfolio

  init(seed: UInt64) {
    drawn = DrawnPortfolio(seed: seed)
    var random = RandomNumbers(state: seed &+ 1_000_003)
    func status(_ random: inout RandomNumbers) -> VATStatus? {
      [
        .nonRecoverable, .recoverable, .partly(recoverable: Rate(millionths: Int64(random.below(1_000_001)))),
        nil,
      ][random.below(4)]
    }
    drawn.city.facts.vat = status(&random)
    for partner in drawn.city.partners.indices { drawn.city.partners[partner].facts.vat = status(&random) }
    // Some operations are near the threshold of five million.
    let scale = Int64([1, 1, 1, 12][random.below(4)])
    for number in drawn.items.indices { draw(&drawn.items[number], scale, &random) }
    for number in drawn.opportunities.indices { draw(&drawn.opportunities[number], scale, &random) }
    drawLaw(&random)
    if scale > 1 {
      for year in drawn.city.ownContribution.keys {
        drawn.city.ownContribution[year] = Money(minorUnits: 900_000_000)
      }
    }
  }

  /// In some portfolios the owner of works and equipment keeps a part of the public money, and a fund pays tax back later.
  private mutating func drawLaw(_ random: inout RandomNumbers) {
    guard random.below(3) == 0, let country = Country("FR") else { return }
    let law = Citation(grade: .law, source: "x")
    drawn.city.facts.country = country
    drawn.city.taxFundYears = [nil, 0, 1][random.below(3)]
    drawn.city.national.ownShares = [
      NationalRules.OwnShare(
        country: country, share: Rate(millionths: [200_000, 333_333][random.below(2)]), citation: law)
    ]
    drawn.city.national.taxFunds = [
      NationalRules.TaxFund(
        country: country, name: "F", share: Rate(millionths: 164_040), years: 2, citation: law)
    ]
  }

  private func draw(_ item: inout Item, _ scale: Int64, _ random: inout RandomNumbers) {
    if let cost = item.cost { item.cost = Money(minorUnits: cost.minorUnits * scale) }
    if let vat = item.vat { item.vat = Money(minorUnits: vat.minorUnits * scale) }
    for number in item.lines.indices {
      item.lines[number].unitCost = Money(minorUnits: item.lines[number].unitCost.minorUnits * scale)
      item.lines[number].vat = Money(minorUnits: item.lines[number].cost.minorUnits / 5)
      if random.below(4) == 0 {
        item.lines[number].category = .equipment
        item.lines[number].usefulLife = 12 + random.below(60)
        item.lines[number].monthsInAction = 1 + random.below(40)
        item.lines[number].shareOfUse = Rate(millionths: Int64(1 + random.below(1_000_000)))
      }
    }
    if random.below(5) == 0 {
      item.support = [
        OtherSupport(
          source: "State", kind: .national, state: random.below(4) == 0 ? .applied : .granted,
          amount: Money(minorUnits: Int64(1 + random.below(8_000_000)) * scale))
      ]
    }
    if random.below(3) == 0, let end = item.end {
      item.start = Day(year: 2026, month: 3 + random.below(9), day: 1 + random.below(28))
      item.end = end
    }
  }

  private func draw(_ opportunity: inout Opportunity, _ scale: Int64, _ random: inout RandomNumbers) {
    if random.below(2) == 0 { opportunity.costRules.vat = Cited(.cpr, Citation(grade: .law, source: "CPR")) }
    if random.below(2) == 0, let held = opportunity.costRules.indirect {
      let base: IndirectRule.Base = [.staff, .directLessExcluded][random.below(2)]
      opportunity.costRules.indirect = Cited(IndirectRule(rate: held.value.rate, base: base), held.citation)
    }
    let law = Citation(grade: .law, source: "x")
    opportunity.costRules.equipment = Cited(random.below(2) == 0 ? .fullCost : .depreciation, law)
    if random.below(3) == 0, var rate = opportunity.funding.rates.first {
      rate.id = "non-profit"
      rate.applicant = .nonProfit
      rate.maximum = Rate(millionths: 1_000_000)
      opportunity.funding.rates.append(rate)
    }
    if let most = opportunity.funding.maximumGrant {
      opportunity.funding.maximumGrant = Cited(
        Money(minorUnits: most.value.minorUnits * scale), most.citation)
    }
    if random.below(5) == 0 {
      // Sums that applicants choose from; one below all floors that are drawn, others near what items cost.
      let steps = (0..<1 + random.below(3)).map { _ in
        LumpSums.Step(Money(minorUnits: Int64(3_000_000 + random.below(60_000_000)) * scale))
      }
      opportunity.funding.lumpSums = LumpSums(by: .choice, steps: steps).map { Cited($0, law) }
      opportunity.funding.minimumGrant = nil
    }
  }
}
