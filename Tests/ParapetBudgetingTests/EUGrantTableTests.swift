import BudgetSamples
import ParapetBudgeting
import ParapetModel
import Testing

@Suite("The form of the Union's grants")
struct EUGrantTableTests {
  private func table() throws -> EUGrantTable {
    let lines = [
      line(.employees, "1000", partner: "p"), line(.employees, "2000"), line(.subcontracting, "400"),
      line(.thirdParties, "100", partner: "p"),
    ]
    return EUGrantTable(
      try budget(
        [item(lines: lines)], city: city(partners: [partner("p")]),
        terms {
          $0.rules.indirect = Cited(IndirectRule(rate: percent("25"), base: .directLessExcluded), law)
        }))
  }

  @Test("the city's column comes first")
  func columns() throws { #expect(try table().columns.map(\.partner) == [nil, "p"]) }

  @Test("the headings run from A1 to E, and works stand there only where there are some")
  func headings() throws {
    let codes = try table().rows.map(\.heading.code)
    #expect(codes == ["A1", "A2", "A3", "A4", "A5", "B", "C1", "C2", "C3", "D1", "D2", "E"])
  }

  @Test("each cell holds the payer's eligible costs")
  func cells() throws {
    let rows = try table().rows
    #expect(rows[0].amounts == [euro("2000"), euro("1000")] && rows[0].total == euro("3000"))
    #expect(rows[11].amounts == [euro("500"), euro("250")] && rows[11].total == euro("750"))
  }

  @Test("the foot of each column has its grant and what is left")
  func foot() throws {
    let columns = try table().columns
    #expect(columns[0].eligible == euro("2900") && columns[0].grant == euro("2320"))
    #expect(columns[1].eligible == euro("1350") && columns[1].own == euro("270"))
  }

  @Test("rows and columns add up to the same totals")
  func ties() throws {
    let table = try table()
    #expect(table.rows.reduce(euro("0")) { $0 + $1.total } == table.totals.eligible)
    #expect(table.columns.reduce(euro("0")) { $0 + $1.eligible } == table.totals.eligible)
  }
}
