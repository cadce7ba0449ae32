@testable import ParapetSearching
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

/// Every page that is no shortlist, as a person last read it.
struct DocumentTests {
  /// A call that states everything a page can show.
  static let rich: Opportunity = Fixture.call("SAFE-2026") { call in
    call.reference = "4711"
    call.descriptions = [LocalizedText("Squares where people can gather without fear.", language: "en")]
    call.conditions = [
      Condition(
        id: "durability", texts: [LocalizedText("What is built stays for five years.", language: "en")],
        citation: Fixture.citation(.law))
    ]
    call.cadence = Condition(
      id: "cadence", texts: [LocalizedText("Every spring.", language: "en")],
      citation: Fixture.citation(.inferred))
    call.applyAt = [LocalizedText("On the portal of the fund.", language: "en")]
    call.documents = [DocumentLink(url: "https://example.eu/guide.pdf")]
    call.legalBases = [LegalBasis(celex: "32021R1149", label: "Regulation (EU) 2021/1149")]
    call.programme = Coded(code: "SAFE_2021", label: "Fund for safer squares")
    call.requirements = .any([
      Fixture.criterion("small", "duration", .call, [("maximum", ["months": "24"])]),
      .not(Fixture.criterion("wide", "population", .secondary, [("minimum", ["value": "1000000"])])),
    ])
  }

  static let offer = InstrumentBook(instruments: [Fixture.fund], calls: [rich]).offers([], on: Fixture.day)[0]

  static func explain(_ language: Language) -> ExplainReport {
    let list = Fixture.shortlist(calls: [rich])
    let match = list.items[0].matches[0]
    return ExplainReport(
      match, of: list.items[0].item, in: list.portfolio, precedents: [Fixture.precedent],
      placement: Placement(
        of: match, for: list.items[0].item, in: list.items[0].matches, listed: list.items[0].matches,
        lexicon: Lexicon()), words: Fixture.words(language),
      edition: Fixture.edition)
  }

  static func sensitivity(_ language: Language) -> SensitivityReport {
    SensitivityReport(
      Sensitivity(ShortlistReportTests.full, by: Matcher(on: Fixture.day, pricing: Fixture.pricing)),
      words: Fixture.words(language), edition: Fixture.edition,
      identifiers: Identifiers(
        among: ShortlistReportTests.full.items.flatMap(\.matches).map(\.offer.opportunity)))
  }

  static func show(_ language: Language, listingPrecedents: Bool = false) -> ShowReport {
    let version = RecordVersion(
      key: "sedia|1", dialect: "sedia-search", hash: String(repeating: "ab", count: 32),
      source: "feeds/day.json", readOn: Fixture.day)
    return ShowReport(
      offer, precedents: [Fixture.precedent, Precedent(id: "199000002")], versions: [version],
      listingPrecedents: listingPrecedents, words: Fixture.words(language), edition: Fixture.edition)
  }

  static func list(_ language: Language) -> ListReport {
    let calls = [
      rich, Fixture.call("SAFE-2025") { $0.deadlines = [Deadline(day: Day(year: 2025, month: 5, day: 1)!)] },
      Fixture.call("SAFE-2027") { $0.openingDate = Day(year: 2026, month: 9, day: 1) },
    ]
    let offers = InstrumentBook(instruments: [Fixture.fund, Fixture.regional], calls: [])
      .offers(calls, on: Fixture.day)
    return ListReport(
      ListReport.sorted(offers, on: Fixture.day), words: Fixture.words(language), edition: Fixture.edition)
  }

  static func budget(_ language: Language, _ layout: BudgetLayout = .euGrant) throws -> BudgetReport {
    let city = Fixture.city { city in
      var partner = Partner(id: "altamonte", name: "Altamonte", facts: city.facts)
      partner.facts.country = Country("IT")
      city.partners = [partner]
    }
    let item = Fixture.item { item in
      item.cost = nil
      func line(_ category: CostCategory, _ text: String, _ cost: Int64, partner: String? = nil) -> CostLine {
        var line = CostLine(quantity: 20_000, unitCost: Money(minorUnits: cost))
        line.category = category
        line.text = text
        line.year = 2027
        line.workPackage = "WP1"
        line.partner = partner
        line.vat = Money(minorUnits: cost / 5)
        return line
      }
      item.lines = [
        line(.employees, "Project manager", 4_500_050), line(.equipment, "Bollards, =cheap", 7_000_001),
        line(.works, "Groundwork", 12_000_000), line(.travel, "Visits", 99_999, partner: "altamonte"),
      ]
      item.support = [
        OtherSupport(
          source: "Regional plan for towns", kind: .national, state: .granted,
          amount: Money(minorUnits: 5_000_000)),
        OtherSupport(source: "=EUI", kind: .union, state: .applied, amount: nil),
      ]
    }
    let budget = try Budget.make(items: [item], city: city, terms: offer.terms)
    return BudgetReport(
      budget, items: [item], of: Portfolio(city: city, items: [item]), for: offer, layout: layout,
      words: Fixture.words(language), edition: Fixture.edition)
  }

  static func ingest(_ language: Language) -> IngestReport {
    var counts = IntakeCounts()
    counts.created = 12
    counts.rejected = 1
    let finding = Diagnostic(
      .error, id: "bad-record", at: Diagnostic.Place(file: "a.json", line: 3, path: "$.results[3]"),
      "no identifier")
    return IngestReport(
      [
        SourceOutcome(
          source: "a.json", dialect: "sedia-search", counts: counts, findings: FirstFindings([finding])),
        SourceOutcome(source: "b.xml"),
      ], words: Fixture.words(language), edition: Fixture.edition)
  }

  static func check(_ language: Language) -> CheckReport {
    CheckReport(
      DiagnosticsTextTests.findings, statistics: CheckStatistics([Fixture.fund, rich]),
      words: Fixture.words(language), edition: Fixture.edition)
  }

  static func facts(_ language: Language) -> FactsReport {
    FactsReport(words: Fixture.words(language), edition: Fixture.edition)
  }

  /// A change of each kind, and one of each form that a field can have.
  static func changes(_ language: Language) -> ChangesReport {
    let days = (1...3).map { Day(year: 2026, month: 3, day: $0)! }
    let money = [2, 1].map { Money(minorUnits: $0 * 100_000_000) }
    let fields = [
      FieldChange(.deadline, old: .days([days[1], days[2]]), new: .days([days[0]]), severity: .red),
      FieldChange(.openingDate, old: .day(days[0]), new: nil, severity: .amber),
      FieldChange(.maxAwardAmount, old: .money(money[0]), new: .money(money[1]), severity: .red),
      FieldChange(
        .totalAmountAvailable, old: nil,
        new: .amounts([.init(money[0], year: 2026), .init(money[1], year: nil)]), severity: .amber),
      FieldChange(.estimatedAwardCount, old: .count(4), new: .count(1_500), severity: .amber),
      FieldChange(.status, old: .text("forthcoming"), new: .text("open"), severity: .amber),
      FieldChange(.keyword, old: .texts(["lighting", "squares"]), new: nil, severity: .grey),
      FieldChange(
        .description, old: .text(String(repeating: "Lamps and squares. ", count: 9)), new: .text("=SUM(A1)"),
        severity: .grey),
    ]
    let kinds: [RecordChange.Kind] = [.changed, .withdrawn, .missing, .returned, .created]
    let changes = kinds.map { kind in
      RecordChange(
        kind, of: rich, source: "feeds/day", readOn: days[2], fields: kind == .changed ? fields : [])
    }
    return ChangesReport(
      changes.sorted(by: RecordChange.precedes), since: days[0], identifiers: Identifiers(among: [rich]),
      words: Fixture.words(language), edition: Fixture.edition)
  }

  static func reports(_ language: Language) throws -> [(name: String, report: Report)] {
    [
      ("explain", explain(language).report), ("show", show(language).report), ("list", list(language).report),
      ("budget", try budget(language).report), ("ingest", ingest(language).report),
      ("check", check(language).report), ("sensitivity", sensitivity(language).report),
      ("changes", changes(language).report), ("facts", facts(language).report),
    ]
  }

  static func documents(_ language: Language) throws -> [(name: String, json: String)] {
    [
      ("explain", explain(language).json), ("show", show(language).json), ("list", list(language).json),
      ("budget", try budget(language).json), ("ingest", ingest(language).json),
      ("check", check(language).json), ("sensitivity", sensitivity(language).json),
      ("changes", changes(language).json), ("facts", facts(language).json),
      ("shortlist", ShortlistReportTests.report(language).json),
    ]
  }

  @Test("every page as text", arguments: Language.allCases)
  func text(_ language: Language) throws {
    for (name, report) in try Self.reports(language) {
      let text = TextRenderer(words: Fixture.words(language)).render(report)
      try Golden.expect(text, "\(name)-\(language.rawValue).txt")
    }
  }

  @Test("a budget and a page of an opportunity as HTML")
  func html() throws {
    let renderer = HTMLRenderer(words: Fixture.words(.french))
    try Golden.expect(renderer.render(try Self.budget(.french).report), "budget-fr.html")
    try Golden.expect(renderer.render(Self.show(.french).report), "show-fr.html")
  }

  @Test("a budget as CSV", arguments: BudgetLayout.allCases)
  func budgetTables(_ layout: BudgetLayout) throws {
    let csv = CSVWriter(.excelFrench).render(try Self.budget(.french, layout).table)
    try Golden.expect(csv, "budget-\(layout.rawValue).csv")
  }

  @Test("lists, pages, explanations, readings and checks as CSV")
  func tables() throws {
    let writer = CSVWriter(.rfc4180)
    try Golden.expect(writer.render(Self.list(.english).table), "list.csv")
    try Golden.expect(writer.render(Self.explain(.english).table), "explain.csv")
    try Golden.expect(writer.render(Self.ingest(.english).table), "ingest.csv")
    try Golden.expect(writer.render(Self.check(.english).table), "check.csv")
    try Golden.expect(writer.render(Self.facts(.english).table), "facts.csv")
    try Golden.expect(writer.render(Self.sensitivity(.english).table), "sensitivity.csv")
    try Golden.expect(writer.render(Self.changes(.english).table), "changes.csv")
  }

  @Test("the other JSON documents")
  func json() throws {
    for (name, json) in try Self.documents(.english) where name != "shortlist" {
      try Golden.expect(json, "\(name)-en.json")
    }
  }

  @Test("the amounts of a budget's lines and indirect costs add up to its totals in print")
  func totals() throws {
    let report = try Self.budget(.english, .reasons)
    let lines = report.table
    var sums: [Int: Int64] = [:]
    for row in lines.rows {
      for (column, cell) in row.enumerated() {
        if case .money(let amount) = cell { sums[column, default: 0] += amount.minorUnits }
      }
    }
    #expect(sums[8] == report.budget.totals.eligible.minorUnits)
    #expect(sums[10] == report.budget.totals.grant?.minorUnits)
    #expect(sums[11] == report.budget.totals.own?.minorUnits)
  }

  @Test("a list stands in the order of its days: open, forthcoming, no call, closed")
  func order() {
    let statuses = Self.list(.english).table.rows.map { $0[5] }
    #expect(statuses == [.text("open"), .text("forthcoming"), .text("noCall"), .text("closed")])
  }
}
