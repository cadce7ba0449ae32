import Foundation
import ParapetBudgeting
import ParapetPlanning
import ParapetMatching
import ParapetModel
import ParapetSearching
import Testing

@testable import ParapetReporting

/// A plan of four items for two calls, as a person last read it.
struct PlanReportTests {
  static func study(_ change: (inout PlanRequest) -> Void = { _ in }) throws -> PlanStudy {
    try PlanStudy.make(request(change))
  }

  static func request(_ change: (inout PlanRequest) -> Void = { _ in }) -> PlanRequest {
    let city = Fixture.city { city in
      city.ownContribution = [2027: Money(minorUnits: 40_000_000), 2028: Money(minorUnits: 30_000_000)]
      city.applications = 2
    }
    let items = [
      Fixture.item { $0.cost = Money(minorUnits: 90_000_000) },
      Fixture.item { item in
        item.id = "lamps"
        item.title = "Lamps on the way to school"
        item.measures = ["lighting"]
        item.cost = Money(minorUnits: 30_000_001)
        item.priority = 2
      },
      Fixture.item { item in
        item.id = "tower"
        item.title = "A tower that nobody can pay"
        item.cost = Money(minorUnits: 900_000_000)
        item.priority = 3
      },
      Fixture.item { item in
        item.id = "course"
        item.title = "A course without a price"
        item.cost = nil
        item.priority = 1
      },
    ]
    let terms: (inout Opportunity) -> Void = { call in
      call.funding.rates = [
        FundingRate(id: "rate", maximum: Rate(millionths: 850_000), citation: Fixture.citation(.call))
      ]
      call.costRules.vat = Cited(.never, Fixture.citation(.call))
      call.costRules.works = Cited(.eligible, Fixture.citation(.call))
      call.requirements = Fixture.criterion(
        "call-who", "applicant-class", .call, [("include", ["applicant": "local-authority"])])
    }
    let calls = [
      Fixture.call("SAFE-2026", terms),
      Fixture.call("SAFE-2027") { call in
        terms(&call)
        call.deadlines = [Deadline(day: Day(year: 2026, month: 10, day: 1)!)]
        call.funding.maximumGrant = Cited(Money(minorUnits: 40_000_000), Fixture.citation(.call))
      },
    ]
    var practice = GrantPractice()
    practice.payments = [
      PaymentTerms(
        scope: .instrument("SAFE"), advance: Rate(millionths: 400_000), interim: Rate(millionths: 300_000),
        monthsToAgreement: 6, daysToPay: 60, citation: Fixture.citation(.official))
    ]
    var request = PlanRequest(
      Fixture.shortlist(city: city, items: items, calls: calls, everything: false),
      measures: MeasureCatalogue(),
      practice: practice,
      statedWork: StatedWork(of: Portfolio(city: city, items: items), by: ConceptNaming()),
      solver: AllotmentSolver(door: .program(at: PlanReportTests.solver)))
    request.assumesUndecided = true
    change(&request)
    return request
  }

  /// The solver's program that was built beside the tests.
  private static let solver = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "parapet-solver").path

  static func report(_ language: Language) throws -> PlanReport {
    let request = PlanReportTests.request { $0.without = ["REGIO"] }
    var study = try PlanStudy.make(request)
    let chances = GrantChances(["SAFE-2026": Rate(millionths: 350_000)])
    try study.compare(request, with: [.without("REGIO")], chances: chances)
    return PlanReport(
      study, for: request.shortlist.portfolio, assumesUndecided: true, words: Fixture.words(language),
      edition: Fixture.edition)
  }

  @Test("the page of a plan", arguments: Language.allCases)
  func text(_ language: Language) throws {
    let text = TextRenderer(words: Fixture.words(language), width: 100).render(
      try PlanReportTests.report(language).report)
    try Golden.expect(text, "plan-\(language.rawValue).txt")
  }

  @Test("the page of a plan for the web")
  func html() throws {
    let html = HTMLRenderer(words: Fixture.words(.french)).render(try PlanReportTests.report(.french).report)
    try Golden.expect(html, "plan-fr.html")
  }

  @Test("the table of a plan")
  func csv() throws {
    try Golden.expect(CSVWriter(.rfc4180).render(try PlanReportTests.report(.english).table), "plan.csv")
  }

  @Test("the document of a plan holds to its schema", arguments: Language.allCases)
  func json(_ language: Language) throws {
    let json = try PlanReportTests.report(language).json
    #expect(try SchemaCheck(schema: "plan").problems(in: json) == [])
    if language == .english { try Golden.expect(json, "plan-en.json") }
  }

  @Test("the schema names every code that a plan can print")
  func codes() throws {
    let schema = try SchemaCheck(schema: "plan")
    let checks = ["properties", "checks", "items", "properties", "check", "enum"]
    #expect(schema.codes(at: checks) == PlanCheck.Kind.allCases.map(\.rawValue))
    let bounds = [
      "properties", "applications", "items", "properties", "bounds", "items", "properties", "kind", "enum",
    ]
    #expect(schema.codes(at: bounds) == Bound.Kind.allCases.map(\.rawValue))
  }

  @Test("a page tells the three nearest reasons against an item and counts the rest, the document tells all")
  func nearestReasons() throws {
    var study = try PlanReportTests.study { $0.assumesUndecided = false }
    study.plan.unfunded[0].because = [
      .undecided(.readCall, opportunities: 2), .aimOpen(opportunities: 1), .jointWork(opportunities: 1),
      .announced(opportunities: 1), .mustWait,
    ]
    func report() -> PlanReport {
      PlanReport(
        study, for: PlanReportTests.request().shortlist.portfolio, assumesUndecided: false,
        words: Fixture.words(.english), edition: Fixture.edition)
    }
    func text() -> String {
      TextRenderer(words: Fixture.words(.english), width: 900).render(report().report)
    }
    #expect(text().contains("one state alone") && text().contains("2 more reasons (--format json)"))
    #expect(!text().contains("no published date") && report().json.contains("no published date"))
    // One more than the three is as short as its count.
    study.plan.unfunded[0].because.removeLast()
    #expect(text().contains("no published date") && !text().contains("more reasons"))
  }

  @Test("without what is undecided nothing is planned, and that is said")
  func undecided() throws {
    let study = try PlanReportTests.study { $0.assumesUndecided = false }
    #expect(study.plan.applications.isEmpty)
    let report = PlanReport(
      study, for: PlanReportTests.request().shortlist.portfolio, assumesUndecided: false,
      words: Fixture.words(.english), edition: Fixture.edition)
    let text = TextRenderer(words: Fixture.words(.english), width: 100).render(report.report)
    #expect(text.contains("Nothing can be planned"))
    #expect(text.contains("items wait for partners"))
  }
}
