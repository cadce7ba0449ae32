import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import ParapetWorkbooks
import Testing

@testable import ParapetReporting

@Suite("Budgets in the shape of forms")
struct FormReportTests {
  /// Two partners of one name, two work packages, units that whole euro lose money of.
  static func report(_ language: Language, _ layout: BudgetLayout) throws -> BudgetReport {
    let city = Fixture.city { city in
      (city.facts.shortName, city.facts.participantCode) = ("VAL", "999888777")
      city.partners = ["altamonte-it", "altamonte-dk"].map { id in
        var partner = Partner(id: id, name: "Altamonte", facts: city.facts)
        (partner.facts.shortName, partner.facts.participantCode) = (nil, nil)
        partner.facts.country = Country(String(id.suffix(2).uppercased()))
        return partner
      }
    }
    func line(
      _ category: CostCategory, _ quantity: Int64, _ unit: String, _ cost: Int64, _ workPackage: String,
      partner: String? = nil
    ) -> CostLine {
      var line = CostLine(quantity: quantity, unitCost: Money(minorUnits: cost))
      (line.category, line.unit, line.workPackage, line.partner) = (category, unit, workPackage, partner)
      (line.year, line.vat, line.text) = (2027, .zero(), "cost")
      return line
    }
    let item = Fixture.item { item in
      item.cost = nil
      item.lines = [
        line(.employees, 25_000, "month", 480_010, "WP1"), line(.employees, 15_000, "month", 480_010, "WP2"),
        line(.subcontracting, 10_000, "contract", 1_000_033, "WP2"),
        line(.travel, 30_000, "trip", 33_333, "WP2", partner: "altamonte-it"),
        line(.otherGoods, 10_000, "room", 50_000, "WP1", partner: "altamonte-dk"),
      ]
    }
    let offer = DocumentTests.offer
    return BudgetReport(
      try Budget.make(items: [item], city: city, terms: offer.terms), items: [item],
      of: Portfolio(city: city, items: [item]), for: offer, layout: layout, words: Fixture.words(language),
      edition: Fixture.edition)
  }

  private static let forms: [BudgetLayout] = [
    .euGrant, .partA, .council, .lumpSum, .lumpSumForm, .interreg,
  ]

  @Test(
    "no form shows an id where a name belongs, and two partners of one name are told apart", arguments: forms)
  func names(_ layout: BudgetLayout) throws {
    let report = try Self.report(.english, layout)
    let text = TextRenderer(words: Fixture.words(.english), width: 200).render(report.report)
    #expect(!text.contains("valmont"))
    #expect(text.contains("Altamonte (altamonte-it)") && text.contains("Altamonte (altamonte-dk)"))
    let csv = CSVWriter(.rfc4180).render(report.table)
    let withoutIDs = layout == .partA ? "" : csv
    #expect(!withoutIDs.contains("valmont"))
    #expect(csv.contains("Altamonte (altamonte-it)") && csv.contains("Altamonte (altamonte-dk)"))
  }

  @Test("the page of a lump sum, with its participants", arguments: Language.allCases)
  func page(_ language: Language) throws {
    let text = TextRenderer(words: Fixture.words(language), width: 160).render(
      try Self.report(language, .lumpSum).report)
    try Golden.expect(text, "lump-sum-\(language.rawValue).txt")
  }

  @Test("participants and blocks as CSV")
  func csv() throws {
    for layout in [BudgetLayout.partA, .lumpSumForm, .lumpSum] {
      try Golden.expect(
        CSVWriter(.rfc4180).render(try Self.report(.english, layout).table), "form-\(layout.rawValue).csv")
    }
  }

  @Test("each block is a sheet of its own that begins in its first cell, and sums are what they say")
  func sheets() throws {
    let words = Fixture.words(.english)
    let book = try Self.report(.english, .lumpSum).workbook(in: words)
    #expect(
      book.sheets.map(\.name).prefix(7) == [
        "All beneficiaries", "1 VAL – work packages", "1 VAL – units",
        "2 Altamonte… – work packages", "2 Altamonte… – units",
        "3 Altamonte… – work packages", "3 Altamonte… – units",
      ])
    let block = book.sheets[1]
    #expect(block.columns.map(\.heading) == ["Heading", "WP1", "WP2", "Total"])
    let sums = try #require(block.rows.first { $0.sumOf != nil })
    for column in 1...3 {
      var sum: Int64 = 0
      for place in try #require(sums.sumOf) {
        guard case .money(let amount) = block.rows[place].cells[column] else { continue }
        sum += amount.minorUnits
      }
      #expect(sums.cells[column] == .money(Money(minorUnits: sum)))
    }
  }

  @Test("the blocks are the budget to the cent, and units times cost with what is left are the blocks")
  func ties() throws {
    let report = try Self.report(.english, .lumpSumForm)
    let form = LumpSumForm(report.budget)
    #expect(form.totals == report.budget.totals)
    for block in form.blocks {
      let units = block.entries.reduce(0) { $0 + $1.amount.minorUnits + $1.rest.minorUnits }
      #expect(units == block.totals.eligible.minorUnits)
    }
    #expect(TieOut(report.budget, items: report.items, city: report.city).ties)
  }
}
