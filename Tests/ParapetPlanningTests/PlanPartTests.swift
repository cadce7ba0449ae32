import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetPlanning

@Suite("The parts of an item that may be divided")
struct PlanPartTests {
  @Test("they share its support by cost, to the cent")
  func divided() throws {
    var item = item("a", lines: [line(.travel, "100"), line(.works, "200.01"), line(.works, "0")])
    item.splitting = .lines
    item.support = [OtherSupport(source: "FIPD", kind: .national, state: .granted, amount: euro("100.01"))]
    let shares = try PlanPart.parts(of: item).map { try #require($0.item.support.first?.amount) }
    #expect(shares == [euro("33.33"), euro("66.68"), euro("0")])
  }
}
