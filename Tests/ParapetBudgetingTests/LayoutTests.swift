import BudgetSamples
import ParapetBudgeting
import ParapetModel
import Testing

@Suite("One budget in four layouts")
struct LayoutTests {
  /// Two work packages, two payers, two years; indirect costs are 10 % of direct costs, the grant is 80 %.
  private func budget() throws -> Budget {
    var manager = line(.employees, "1000")
    manager = CostLine(quantity: 25_000, unitCost: euro("400.50"))  // 2.5 × 400.50 = 1001.25
    (manager.category, manager.unit, manager.workPackage) = (.employees, "month", "WP1")
    (manager.year, manager.vat) = (2027, euro("0"))
    let lines = [
      manager, line(.works, "2000", year: 2028, workPackage: "WP2"),
      line(.travel, "99.90", partner: "p", workPackage: "WP2"),
      line(.otherGoods, "10.10", partner: "p", year: nil, workPackage: "WP2"),
    ]
    return try BudgetSamples.budget(
      [item(lines: lines)], city: city(partners: [partner("p")]),
      terms { $0.rules.indirect = Cited(IndirectRule(rate: percent("10"), base: .direct), law) })
  }

  // City: base 1001.25 + 2000 = 3001.25, indirect 300.125, half up 300.13; eligible 3301.38.
  // Partner: base 99.90 + 10.10 = 110.00, indirect 11.00; eligible 121.00. In all 3422.38.

  @Test("the council sees items, years and purses; costs without a year come last")
  func council() throws {
    let table = CouncilTable(try budget())
    #expect(table.payers == [nil, "p"])
    #expect(table.rows.map(\.year) == [2027, 2028, nil])
    // Indirect 300.13 by 1001.25 and 2000: 100.1266 and 200.0034, so 100.13 and 200.00; 11.00 as 9.99 and 1.01.
    #expect(table.rows.map(\.totals.cost) == [euro("1211.27"), euro("2200"), euro("11.11")])
    #expect(table.totals.totals.cost == euro("3422.38"))
    // The grant: 0.8 × 3301.38 = 2641.104 and 0.8 × 121 = 96.80, down to the cent 2641.10 and 96.80.
    #expect(table.totals.totals.grant == euro("2737.90"))
    #expect(table.totals.own == [euro("660.28"), euro("24.20")])
  }

  @Test("the lump sum has items and a unit cost without cents, and what they leave stands beside")
  func lumpSum() throws {
    let table = LumpSumTable(try budget())
    let first = try #require(table.rows.first)
    // 1001.25 / 2.5 = 400.50, down to 400; 2.5 × 400 = 1000, and 1.25 is left.
    #expect(first.items == 25_000 && first.unit == "month" && first.unitCost == euro("400"))
    #expect(first.amount == euro("1000") && first.rest == euro("1.25"))
    #expect(table.rows.map(\.workPackage) == ["WP1", "WP1", "WP2", "WP2", "WP2", "WP2", "WP2"])
    #expect(table.rows.map(\.heading.code) == ["A1", "E", "W", "E", "C1", "C3", "E"])
    // 1000 + 100 + 2000 + 200 + 99 + 10 + 11.
    #expect(table.amount == euro("3420") && table.rest == euro("2.38"))
  }

  @Test("Interreg has six categories, and indirect costs are the second")
  func interreg() throws {
    let table = InterregTable(try budget())
    #expect(table.rows.map(\.heading.rawValue) == [1, 2, 3, 4, 5, 6])
    #expect(
      table.rows.map(\.total) == [
        euro("1001.25"), euro("311.13"), euro("99.90"), euro("10.10"), euro("0"), euro("2000"),
      ])
    #expect(table.rows[1].amounts == [euro("300.13"), euro("11.00")])
  }

  @Test("every heading of ours has one category of Interreg", arguments: CostCategory.allCases)
  func mapping(_ category: CostCategory) {
    let heading = InterregTable.Heading(.direct(category))
    #expect(heading != .office && category.isStaff == (heading == .staff))
  }

  @Test("a total without lines is stated as one line, which costs the same")
  func stated() throws {
    var whole = item(cost: "1234.56", vat: "246.91")
    (whole.start, whole.end) = (Day("2027-02-01"), Day("2027-11-30"))
    let line = try #require(StatedLine.lines(of: [whole]).first?.line)
    #expect(line.cost == euro("1234.56") && line.vat == euro("246.91") && line.year == 2027)
    var read = Item(id: whole.id, title: whole.title)
    read.lines = [line]
    #expect(try BudgetSamples.budget([read]).lines == BudgetSamples.budget([whole]).lines)
  }

  @Test("the tie-out shows a figure for each layout that has it")
  func tieOut() throws {
    let tieOut = TieOut(try budget(), items: [])
    #expect(!tieOut.ties, "the stated costs are missing, and that shows")
  }
}
