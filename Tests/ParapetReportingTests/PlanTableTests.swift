import ParapetBudgeting
import ParapetMatching
import ParapetModel
import ParapetPlanning
import Testing

@testable import ParapetReporting

@Suite("The tables of a plan, one by one")
struct PlanTableTests {
  private static let krone = Currency("DKK") ?? .euro

  private static func report(
    _ language: Language = .english, _ change: (inout PlanRequest) -> Void = { _ in }
  ) throws -> PlanReport {
    let request = PlanReportTests.request { request in
      request.without = ["REGIO"]
      for (place, upkeep) in [0: Int64(4_000_000), 1: 150_050] {
        request.shortlist.portfolio.items[place].upkeep = Money(minorUnits: upkeep)
      }
      change(&request)
    }
    return PlanReport(
      try PlanStudy.make(request), for: request.shortlist.portfolio, assumesUndecided: true,
      words: Fixture.words(language), edition: Fixture.edition)
  }

  private func sum(_ table: Table, _ column: String, where isMeant: ([Cell]) -> Bool = { _ in true }) -> Int64
  {
    let place = table.columns.firstIndex { $0.heading == column } ?? 0
    return table.rows.filter(isMeant).reduce(0) { sum, row in
      guard case .money(let amount) = row[place] else { return sum }
      return sum + amount.minorUnits
    }
  }

  @Test("appropriations by year and source are the years, and add up to what is spent in the cash")
  func appropriations() throws {
    let report = try Self.report()
    let votes = report.showing(.appropriations).table
    let years = report.showing(.years).table
    let cash = report.showing(.cash).table
    #expect(votes.rows.count > 2 && years.rows.count > 1)
    #expect(sum(votes, "commitment") == sum(votes, "payment"))
    #expect(sum(votes, "payment") == sum(years, "spent"))
    #expect(sum(cash, "spent") == sum(years, "spent"))
    for row in years.rows {
      let year = row[0]
      let isOfYear: ([Cell]) -> Bool = { $0[0] == year }
      #expect(sum(votes, "payment", where: isOfYear) == sum(years, "spent", where: isOfYear))
      for (source, column) in [("grant", "grant"), ("city", "own"), ("partners", "partners")] {
        #expect(
          sum(votes, "payment") { $0[0] == year && $0[1] == .text(source) }
            == sum(years, column, where: isOfYear), "\(year) \(source)")
      }
    }
    let grants = report.plan.grant.minorUnits
    #expect(sum(report.showing(.payments).table, "amount") == grants)
    #expect(sum(votes, "commitment") { $0[1] == .text("grant") } == grants)
  }

  @Test("the rows for machines are items unless something else is asked for", arguments: PlanTable.allCases)
  func columns(_ rows: PlanTable) throws {
    let table = try Self.report().showing(rows).table
    #expect(table.columns.contains { $0.heading == "currency" })
    #expect(!table.rows.isEmpty)
    #expect((try Self.report().table == table) == (rows == .items))
  }

  @Test("upkeep is told of the items of the plan, a year and five", arguments: Language.allCases)
  func upkeep(_ language: Language) throws {
    let report = try Self.report(language)
    let table = report.showing(.upkeep).table
    let funded = report.portfolio.items.filter { report.plan.fundedItems.contains($0.id) && $0.upkeep != nil }
    #expect(!funded.isEmpty && table.rows.map { $0[0] } == funded.map { .text($0.id) })
    #expect(sum(table, "five_years") == 5 * sum(table, "year"))
    let text = TextRenderer(words: Fixture.words(language), width: 120).render(report.report)
    #expect(text.contains(Fixture.words(language).label(CouncilLabel.afterTheProject)))
  }

  @Test("without a stated upkeep nothing is said of it", arguments: Language.allCases)
  func unstated(_ language: Language) throws {
    let report = try PlanReportTests.report(language)
    let text = TextRenderer(words: Fixture.words(language), width: 120).render(report.report)
    #expect(!text.contains(Fixture.words(language).label(CouncilLabel.afterTheProject)))
    #expect(report.showing(.upkeep).table.rows.isEmpty)
  }
}
