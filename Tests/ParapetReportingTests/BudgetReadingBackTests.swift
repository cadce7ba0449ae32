import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetInput
@testable import ParapetReporting

@Suite("Costs that are written are read back unchanged")
struct BudgetReadingBackTests {
  private static let texts = [
    "Bollards; \"fixed\", 4 m", "=SUM(A1)", "'=1+1", "''=2", "-5 % discount", "+ tax", "@home", "'quoted'",
    "two\nlines", "Éclairage à LED, 12 m²", "1,5", "007", "＝full width",
  ]

  private var items: [Item] {
    var item = Item(id: "quay", title: "Quay")
    item.lines = Self.texts.enumerated().map { number, text in
      var line = CostLine(
        quantity: [10_000, 25_000, 1, 12_345, 0][number % 5],
        unitCost: Money(minorUnits: Int64(number * 12_347 + 99)))
      line.text = text
      line.unit = number % 3 == 0 ? text : "month"
      line.workPackage = number % 2 == 0 ? "WP\(number)" : ""
      line.partner = number % 4 == 0 ? "altamonte" : nil
      line.category = number % 6 == 0 ? nil : CostCategory.allCases[number % CostCategory.allCases.count]
      line.vat = number % 5 == 0 ? nil : Money(minorUnits: Int64(number * 101))
      line.year = number % 7 == 0 ? nil : 2027 + number % 3
      if line.category == .equipment {
        (line.usefulLife, line.monthsInAction) = (84, 30)
        line.shareOfUse = Rate(millionths: 333_333)
      }
      return line
    }
    var whole = Item(id: "tower", title: "Tower, whole")
    whole.cost = Money(minorUnits: 1_234_567)
    whole.vat = Money(minorUnits: 246_913)
    return [item, whole]
  }

  private static let yaml = """
    id: valmont
    name: { en: Valmont }
    country: FR
    applicant: local-authority
    vat: non-recoverable
    currency: EUR
    partners:
      - { id: altamonte, name: Altamonte, country: IT }
    """

  @Test("in every flavour of CSV", arguments: CSVProfile.allCases)
  func lines(_ profile: CSVProfile) throws {
    let city = try #require(read(items: "id,title\nx,x\n", costs: "item,unit_cost\nx,1\n").portfolio?.city)
    let budget = try Budget.make(items: items, city: city, terms: DocumentTests.offer.terms)
    let report = BudgetReport(
      budget, items: items, of: Portfolio(city: city, items: items), for: DocumentTests.offer,
      layout: .lines, words: Fixture.words(.english), edition: Fixture.edition)
    let csv = CSVWriter(profile).render(report.table)
    let read = read(
      items: "id,title,partners\nquay,Quay,altamonte\ntower,\"Tower, whole\",none\n", costs: csv)
    #expect(read.findings.filter { $0 != "no-year" && $0 != "unlikely-vat" } == [])
    let expected = StatedLine.lines(of: items).map { [$0.item] + fields($0.line) }
    let found = read.portfolio.map { StatedLine.lines(of: $0.items).map { [$0.item] + fields($0.line) } }
    #expect(found == expected)
    let again = try Budget.make(
      items: try #require(read.portfolio?.items), city: city, terms: DocumentTests.offer.terms)
    #expect(again.totals == budget.totals)
  }

  @Test("the header is that of costs.csv, with the columns of equipment only where they are used")
  func header() throws {
    let header = try DocumentTests.budget(.english, .lines).table.columns.map(\.heading)
    #expect(
      header == [
        "item", "work_package", "partner", "category", "description", "quantity", "unit", "unit_cost", "vat",
        "year",
      ])
  }

  private func read(items: String, costs: String) -> (portfolio: Portfolio?, findings: [String]) {
    let read = PortfolioReader.read(
      city: Array(Self.yaml.utf8), items: Array(items.utf8), costs: Array(costs.utf8))
    return (read.portfolio, read.diagnostics.map(\.id))
  }

  private func fields(_ line: CostLine) -> [String] {
    [
      line.workPackage, line.partner ?? "", line.category?.rawValue ?? "", line.text, "\(line.quantity)",
      line.unit,
      line.unitCost.description, line.cost.description, line.vat?.description ?? "", "\(line.year ?? 0)",
      "\(line.usefulLife ?? 0)", "\(line.monthsInAction ?? 0)", line.shareOfUse?.percent ?? "",
    ]
  }
}
