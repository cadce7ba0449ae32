import BudgetSamples
import ParapetBudgeting
import ParapetModel
import Testing

@Suite("Ceilings and floors")
struct BoundTests {
  private func limits(minimum: String? = nil, maximum: String? = nil) -> FundingTerms {
    terms {
      $0.funding.minimumGrant = minimum.map { Cited(euro($0), law) }
      $0.funding.maximumGrant = maximum.map { Cited(euro($0), law) }
    }
  }

  @Test("a grant above the largest is cut to it, pro rata and to the cent")
  func maximum() throws {
    let lines = [line(.travel, "100"), line(.travel, "100"), line(.travel, "100")]
    let budget = try budget([item(lines: lines)], limits(maximum: "100"))
    #expect(budget.lines.map(\.grant) == [euro("33.34"), euro("33.33"), euro("33.33")])
    #expect(budget.totals.grant == euro("100") && budget.totals.own == euro("200"))
    #expect(budget.bound(.maximumGrant)?.bit == true)
    #expect(budget.lines[0].because.contains(.capped(.maximumGrant, euro("100"))))
  }

  @Test("a ceiling that is just reached does not bite")
  func justReached() throws {
    let budget = try budget([item(cost: "100")], limits(maximum: "80"))
    #expect(
      budget.bound(.maximumGrant) == Bound(kind: .maximumGrant, limit: euro("80"), .ceiling(reached: false)))
  }

  @Test("a grant below the smallest is not raised")
  func minimum() throws {
    let budget = try budget([item(cost: "100")], limits(minimum: "80.01"))
    #expect(budget.totals.grant == euro("80"))
    let floor = budget.bound(.minimumGrant)
    #expect(floor == Bound(kind: .minimumGrant, limit: euro("80.01"), .floor(kept: false)))
    #expect(floor?.bit == true && floor?.isMet == false)
    #expect(budget.lines[0].because.contains(.belowMinimum(euro("80.01"))))
  }

  @Test("a floor that is just kept is met and questions nothing")
  func justKept() throws {
    let floor = try budget([item(cost: "100")], limits(minimum: "80")).bound(.minimumGrant)
    #expect(floor == Bound(kind: .minimumGrant, limit: euro("80"), .floor(kept: true)))
    #expect(floor?.bit == false && floor?.isMet == true)
  }

  @Test("a city may ask for less, and is held to no more than it may have")
  func requested() throws {
    #expect(try budget([item(cost: "100")], requested: "50").totals.grant == euro("50"))
    let more = try budget([item(cost: "100")], requested: "90")
    #expect(more.totals.grant == euro("80") && more.bound(.requested)?.bit == false)
  }

  @Test("rounding up never lifts a grant above the eligible costs")
  func wholeRate() throws {
    let budget = try budget(
      [item(cost: "99.60")], terms("100") { $0.rules.rounding = Cited(.nearestEuro, law) })
    #expect(budget.totals.grant == euro("99.60") && budget.bound(.eligibleCosts)?.bit == true)
    #expect(budget.bound(.aboveRateTimesCost)?.bit == false)
  }

  @Test("a grant pays for no more than what is paid: the work of volunteers is not")
  func volunteers() throws {
    let lines = [line(.volunteers, "50"), line(.travel, "50")]
    let half = try budget([item(lines: lines)])
    #expect(
      half.totals == .init(cost: euro("100"), eligible: euro("100"), grant: euro("50"), own: euro("50")))
    #expect(
      half.bound(.eligibleLessVolunteers)
        == Bound(kind: .eligibleLessVolunteers, limit: euro("50"), .ceiling(reached: true)))
    let few = try budget([item(lines: [line(.volunteers, "10"), line(.travel, "90")])])
    #expect(few.totals.grant == euro("80") && few.bound(.eligibleLessVolunteers)?.bit == false)
  }

  @Test("whole euro are proposed downwards")
  func downToTheEuro() throws {
    let budget = try budget([item(cost: "99.99")], terms { $0.rules.rounding = Cited(.euro, law) })
    #expect(budget.totals.grant == euro("79") && budget.bound(.aboveRateTimesCost) == nil)
  }

  @Test("the cent that rounding leaves goes to the line that lost most of it")
  func largestRemainder() throws {
    let lines = [line(.travel, "0.07"), line(.travel, "0.06"), line(.travel, "0.07")]
    let budget = try budget([item(lines: lines)], terms("50"))
    #expect(budget.lines.map(\.grant) == [euro("0.04"), euro("0.03"), euro("0.03")])
  }

  @Test("nothing to pay for is a budget of zero")
  func nothing() throws {
    let budget = try budget([], limits(minimum: "10", maximum: "20"))
    #expect(budget.totals == .init(cost: euro("0"), eligible: euro("0"), grant: euro("0"), own: euro("0")))
  }

  @Test("an estimate says what a budget of the item alone says")
  func estimate() throws {
    let estimate = try GrantEstimate.make(item: item(cost: "100"), city: city(), terms: limits(maximum: "50"))
    #expect(estimate.eligible == euro("100") && estimate.grant == euro("50") && estimate.own == euro("50"))
    #expect(estimate.ceilingBit && !estimate.belowMinimum)
  }

  @Test("an estimate of an unknown cost is unknown, not zero")
  func unknownEstimate() throws {
    let estimate = try GrantEstimate.make(
      item: Item(id: "b1", title: "x"), city: city(), terms: limits(minimum: "10"))
    #expect(estimate.eligible == nil && estimate.grant == nil && !estimate.belowMinimum)
    #expect(estimate.assumptions.map(\.what) == [.costUnknown(item: "b1")])
  }

  @Test("an estimate of a grant too small says so")
  func smallEstimate() throws {
    #expect(
      try GrantEstimate.make(item: item(cost: "1"), city: city(), terms: limits(minimum: "10")).belowMinimum)
  }

  @Test("an estimate made from one without bounds is that which a budget gives, wherever one is made")
  func unbounded() {
    let amounts = [nil, "0", "10", "50", "99.99", "100", "2000"]
    let pricing = Pricing()
    var made = 0
    for joining in [pricing, pricing.joiningItems] {
      for (minimum, maximum, cost) in amounts.flatMap({ least in
        amounts.flatMap { most in ["0", "20", "100", "200"].map { (least, most, $0) } }
      }) {
        var terms = limits(minimum: minimum, maximum: maximum)
        for grade in [Grade.call, .inferred] {
          terms.funding.minimumGrant?.citation.grade = grade
          terms.funding.maximumGrant?.citation.grade = grade
          let item = item(cost: cost)
          guard let open = joining.unbounded(item, of: city(), under: terms) else {
            Issue.record("a budget without bounds can always be made")
            return
          }
          guard let estimate = joining.estimate(open, of: item, in: city(), under: terms) else { continue }
          made += 1
          #expect(estimate == joining.estimate(item, of: city(), under: terms))
        }
      }
    }
    #expect(made > 250, "the sample has to hold estimates that no bound cuts, and such that one cuts")
  }
}
