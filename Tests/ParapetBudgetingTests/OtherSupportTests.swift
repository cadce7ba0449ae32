import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetBudgeting

@Suite("No cost is paid twice")
struct OtherSupportTests {
  private func supported(
    _ id: String = "b1", cost: String, by amount: String?, _ state: OtherSupport.State = .granted
  ) -> Item {
    var item = item(id, cost: cost)
    item.support = [OtherSupport(source: "FIPD", kind: .national, state: state, amount: amount.map(euro))]
    return item
  }

  @Test("support beside a grant that leaves room changes nothing, and is looked at")
  func room() throws {
    let budget = try budget([supported(cost: "1000", by: "200")])
    #expect(budget.totals.grant == euro("800"))
    #expect(
      budget.bound(.otherSupport) == Bound(kind: .otherSupport, limit: euro("800"), .ceiling(reached: false)))
  }

  @Test("grant and support together never exceed the eligible cost: 1,000 less 350 leaves 650")
  func together() throws {
    let budget = try budget([supported(cost: "1000", by: "350")])
    #expect(budget.totals.grant == euro("650") && budget.totals.own == euro("350"))
    #expect(budget.bound(.otherSupport)?.bit == true)
    #expect(budget.lines[0].because.contains(.capped(.otherSupport, euro("650"))))
  }

  @Test("support for one item leaves the other alone: nothing is left of the first, 800 of the second")
  func perItem() throws {
    let budget = try budget([supported("a", cost: "1000", by: "1200"), item("b", cost: "1000")])
    #expect(budget.lines.map(\.grant) == [euro("0"), euro("800")])
  }

  @Test("what is only asked for, or of an unknown amount, is declared and cuts nothing")
  func askedFor() throws {
    #expect(try budget([supported(cost: "1000", by: "900", .applied)]).totals.grant == euro("800"))
    #expect(try budget([supported(cost: "1000", by: nil)]).bounds.isEmpty)
  }

  @Test("support in another currency is converted as the costs are")
  func converted() throws {
    let krone = try #require(Currency("DKK"))
    var item = supported(cost: "1000", by: "500")
    item.support[0].amount = Money(minorUnits: 373_020, currency: krone)  // 3,730.20 ÷ 7.4604 = 500.00
    let rates = ExchangeRates(
      publisher: .centralBank, day: Day(number: 20_217),
      rates: [krone: try #require(ExchangeRate("7.4604"))])
    let exchange = Exchange([rates], on: Day(number: 20_217))
    let budget = try Budget.make(items: [item], city: city(), terms: terms(), exchange: exchange)
    #expect(budget.totals.grant == euro("500"))
    #expect(throws: BudgetError.otherCurrency(of: krone, expected: .euro)) {
      try Budget.make(items: [item], city: city(), terms: terms())
    }
  }

  @Test("every layout has the totals that are left")
  func ties() throws {
    let items = [supported("a", cost: "1000.01", by: "333.33"), item("b", cost: "99.99")]
    #expect(TieOut(try budget(items), items: items).ties)
  }
}
