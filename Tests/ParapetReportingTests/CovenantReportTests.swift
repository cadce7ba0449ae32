import Foundation
import ParapetMatching
import ParapetModel
import ParapetPlanning
import Testing

@testable import ParapetReporting

@Suite("The pages of the Covenant")
struct CovenantReportTests {
  private static let catalogue = MeasureCatalogue(
    measures: [
      Measure(code: "barriers", component: .protection, serves: [1, 2], costHeadings: [.works]),
      Measure(code: "lighting", component: .protection, serves: [2], costHeadings: [.works]),
    ],
    commitments: [
      Commitment(number: 1, by: .measures), Commitment(number: 2, by: .measures),
      Commitment(number: 3, by: .measures), Commitment(number: 4, by: .city),
    ])

  private static let frame: SecurityFrame = {
    func term(_ code: String) -> SecurityFrame.Term {
      SecurityFrame.Term(code: code, names: [LocalizedText(code, language: "en")])
    }
    var frame = SecurityFrame()
    frame.categories = [term("waterfront")]
    frame.threats = [
      SecurityFrame.Threat(
        term: term("vehicle"),
        suggestions: [
          SecurityFrame.Suggestion(
            measure: "training", reasons: [LocalizedText("Guards place barriers.", language: "en")])
        ])
    ]
    for scale in SecurityFrame.Scale.allCases {
      frame.levels[scale] = Dictionary(
        uniqueKeysWithValues: (1...5).map { ($0, [LocalizedText("level \($0)", language: "en")]) })
    }
    frame.states = [
      SecurityFrame.State(term: term("running"), meaning: .running, next: ["done"]),
      SecurityFrame.State(term: term("done"), meaning: .done, next: []),
      SecurityFrame.State(term: term("missed"), meaning: .lost, next: ["running"]),
    ]
    frame.checks = [
      SecurityFrame.Check(
        term: term("impact"), group: .rights, measures: ["barriers"],
        citation: Citation(grade: .law, source: "CELEX:32016R0679 Art. 35"))
    ]
    return frame
  }()

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func portfolio() throws -> Portfolio {
    var city = Fixture.city()
    city.covenantJoined = try day("2026-01-31")
    var item = Fixture.item()
    item.site = "Quay"
    var portfolio = Portfolio(city: city, items: [item])
    portfolio.records.sites = [Site(id: "quay", name: "Quay")]
    portfolio.records.sites[0].category = "waterfront"
    var scenario = RiskScenario(site: "quay", threat: "vehicle")
    scenario.risk = RiskScenario.Risk(consequence: 5, probability: 2)
    scenario.measuresInPlace = "Planters"
    portfolio.records.scenarios = [scenario]
    var indicator = Indicator(id: "points", item: item.id, unit: "points", direction: .up)
    (indicator.baseline, indicator.target) = (0, 100_000)
    indicator.readings = [
      Indicator.Reading(day: try day("2026-02-01"), value: 25_000, source: "works")
    ]
    portfolio.records.indicators = [indicator]
    var entry = ProgressEntry(item: item.id, day: try day("2026-02-01"), state: "missed")
    entry.spent = Money(minorUnits: 12_345)
    portfolio.records.progress = [entry]
    return portfolio
  }

  private func plan(_ portfolio: Portfolio) throws -> ActionPlan {
    var list = Fixture.shortlist(
      city: portfolio.city, items: portfolio.items, calls: [Fixture.call("SAFE-2026")], everything: false)
    list.portfolio = portfolio
    return ActionPlan(
      list, plan: try PlanReportTests.study().plan, measures: Self.catalogue, frame: Self.frame, practices: []
    )
  }

  private func problems(_ document: any Document, _ schema: String) throws -> [String] {
    try SchemaCheck(schema: schema).problems(in: document.json)
  }

  @Test("every document is as its schema wants it", arguments: Language.allCases)
  func schemas(_ language: Language) throws {
    let words = Fixture.words(language)
    let portfolio = try self.portfolio()
    let plan = try self.plan(portfolio)
    let edition = Fixture.edition.about([portfolio])
    for restricted in [false, true] {
      let report = ActionPlanReport(plan, restricted: restricted, words: words, edition: edition)
      #expect(try problems(report, "action-plan") == [])
    }
    let review = ProgressReview(
      of: portfolio, on: Fixture.day, since: try day("2026-01-31"), frame: Self.frame,
      measures: Self.catalogue)
    #expect(try problems(ProgressReport(review, words: words, edition: edition), "progress") == [])
    #expect(
      try problems(TraceReport(CommitmentTrace(plan), words: words, edition: edition), "trace") == [])
    var practice = GoodPractice(
      id: "p", place: "Brimont", citation: Citation(grade: .official, source: "https://brimont.example"))
    practice.cost = .published(Money(minorUnits: 100))
    let near = PracticesReport(
      [practice], of: portfolio, near: portfolio.items.first, words: words, edition: edition)
    #expect(try problems(near, "practices") == [])
    let all = PracticesReport([practice], of: nil, near: nil, words: words, edition: Fixture.edition)
    #expect(try problems(all, "practices") == [])
  }

  @Test("what is missing stands before the first table: an unserved commitment, with its number")
  func missingFirst() throws {
    let plan = try self.plan(try self.portfolio())
    #expect(plan.unserved == [3])
    let words = Fixture.words(.english)
    let blocks = ActionPlanReport(plan, words: words, edition: Fixture.edition).report.blocks
    let said = ListEntry(Phrase(words.sentence(.unserved([3]))), outcome: .unmet)
    let list = blocks.firstIndex { block in
      if case .list(let entries) = block { entries.contains(said) } else { false }
    }
    let table = blocks.firstIndex { block in if case .table = block { true } else { false } }
    let (first, second) = (try #require(list), try #require(table))
    #expect(first < second)
  }

  @Test("days left are counted to the day, also over the last of February")
  func daysLeft() throws {
    var portfolio = try self.portfolio()
    portfolio.city.covenantJoined = try day("2024-02-29")
    let words = Fixture.words(.english)
    let plan = try self.plan(portfolio)
    let due = try day("2025-02-28")
    #expect(plan.duties?.planDue == due)
    let late = words.sentence(.daysLeft(due, days: -380))
    let text = DocumentForm(.text, width: 1_000).render(
      ActionPlanReport(plan, words: words, edition: Fixture.edition), words)
    #expect(text.contains(late))
  }

  @Test("a suggestion of a restricted threat stays out, and stands where it is asked for")
  func suggestions() throws {
    let plan = try self.plan(try self.portfolio())
    let words = Fixture.words(.english)
    func text(restricted: Bool) -> String {
      DocumentForm(.text, width: 1_000).render(
        ActionPlanReport(plan, restricted: restricted, words: words, edition: Fixture.edition), words)
    }
    #expect(!text(restricted: false).contains("Guards place barriers."))
    #expect(!text(restricted: false).contains("Planters"))
    #expect(text(restricted: true).contains("Guards place barriers."))
    #expect(text(restricted: true).contains("Planters"))
    #expect(text(restricted: false).contains(words.sentence(.driverKept)))
  }

  @Test("of several threats the highest drives, and levels are never added")
  func highest() {
    func scenario(_ site: String, _ consequence: Int, _ probability: Int) -> RiskScenario {
      var scenario = RiskScenario(site: site, threat: "vehicle")
      scenario.risk = RiskScenario.Risk(consequence: consequence, probability: probability)
      return scenario
    }
    let scenarios = [scenario("a", 3, 5), scenario("b", 4, 2), scenario("c", 4, 3), scenario("d", 4, 3)]
    #expect(RiskScenario.highest(of: scenarios)?.site == "c")
    #expect(RiskScenario.highest(of: [RiskScenario(site: "a", threat: "drone")]) == nil)
  }

  @Test("an indicator goes better or worse by its own direction, and tells nothing over two definitions")
  func trends() throws {
    func trend(_ direction: Indicator.Direction, _ values: [Int64], redefined: Bool = false) throws
      -> IndicatorProgress.Trend?
    {
      var portfolio = try self.portfolio()
      var indicator = Indicator(id: "i", item: portfolio.items[0].id, unit: "u", direction: direction)
      (indicator.baseline, indicator.target, indicator.isRedefined) = (50_000, 90_000, redefined)
      indicator.readings = values.enumerated().compactMap { number, value in
        Day(year: 2026, month: 1, day: number + 1).map {
          Indicator.Reading(day: $0, value: value, source: nil)
        }
      }
      portfolio.records.indicators = [indicator]
      let review = ProgressReview(
        of: portfolio, on: Fixture.day, since: nil, frame: Self.frame, measures: Self.catalogue)
      return review.items.first?.indicators.first?.trend
    }
    #expect(try trend(.up, [60_000]) == .better)
    #expect(try trend(.down, [60_000]) == .worse)
    #expect(try trend(.up, [60_000, 55_000]) == .worse)
    #expect(try trend(.up, [60_000, 60_000]) == .same)
    #expect(try trend(.up, []) == .unknown)
    #expect(try trend(.up, [60_000, 70_000], redefined: true) == .redefined)
  }

  @Test("a link leads to the web or to a file beside the page, and nowhere else")
  func links() {
    #expect(
      Phrase.file("rivemont-plan.html").runs == [.link("rivemont-plan.html", url: "rivemont-plan.html")])
    for name in ["../secret.html", "javascript:alert", "a/b.html", "", ".hidden", "//host"] {
      #expect(Phrase.file(name).runs == [.plain(name)])
    }
  }
}
