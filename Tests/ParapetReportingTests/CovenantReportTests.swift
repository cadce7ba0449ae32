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

  private func review(
    _ portfolio: Portfolio, on day: String, since: String? = nil, handedIn: String? = nil
  ) throws -> ProgressReview {
    ProgressReview(
      of: portfolio, on: try self.day(day), since: try since.map { try self.day($0) },
      handedIn: try handedIn.map { try self.day($0) }, frame: Self.frame, measures: Self.catalogue)
  }

  @Test(
    "a duty of which the last day has passed is said first: no vote is told, and no report kept",
    arguments: [
      ("2027-01-31", false, nil), ("2027-02-01", true, nil), ("2029-01-31", true, nil),
      ("2029-02-01", true, "2029-01-31"), ("2031-02-01", true, "2031-01-31"),
    ] as [(String, Bool, String?)])
  func lostDays(_ today: String, _ planLate: Bool, _ reportLate: String?) throws {
    let lacks = try review(self.portfolio(), on: today).lacks
    let (planDue, day) = (try self.day("2027-01-31"), try self.day(today))
    #expect(lacks.contains(.plan(planDue, late: planDue.days(until: day))) == planLate)
    let reports = lacks.filter { if case .report = $0 { true } else { false } }
    let due = try reportLate.map { try self.day($0) }
    let expected: [ProgressReview.Lack] = due.map { [.report($0, late: $0.days(until: day))] } ?? []
    #expect(reports == expected)
    if planLate { #expect(lacks.first == .plan(planDue, late: planDue.days(until: day))) }
  }

  @Test("a report that was handed in for a day answers it, and one for the day before does not")
  func handedIn() throws {
    func isLate(_ handedIn: String) throws -> Bool {
      try review(self.portfolio(), on: "2031-02-01", handedIn: handedIn).lacks.contains {
        if case .report = $0 { true } else { false }
      }
    }
    #expect(try isLate("2029-01-31"))
    #expect(try !isLate("2029-02-01"))
    #expect(try !isLate("2031-01-31"))
  }

  @Test("a stated day that cannot be counted from is not told as not stated", arguments: Language.allCases)
  func joinedUncounted(_ language: Language) throws {
    let words = Fixture.words(language)
    for (place, told, other) in [
      (Diagnostic.Place(file: "city.yaml"), CovenantSentence.joinedUncounted, CovenantSentence.notJoined),
      (nil, .notJoined, .joinedUncounted),
    ] as [(Diagnostic.Place?, CovenantSentence, CovenantSentence)] {
      var portfolio = try self.portfolio()
      (portfolio.city.covenantJoined, portfolio.city.joinedPlace) = (nil, place)
      let documents: [any Document] = [
        ActionPlanReport(try plan(portfolio), words: words, edition: Fixture.edition),
        ProgressReport(try review(portfolio, on: "2026-06-30"), words: words, edition: Fixture.edition),
      ]
      for document in documents {
        let text = DocumentForm(.text, width: 10_000).render(document, words)
        #expect(text.contains(words.sentence(told)) && !text.contains(words.sentence(other)))
      }
    }
  }

  /// The rows of the table with a caption.
  private func table(_ caption: String, of report: Report) throws -> Table {
    let tables = report.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    return try #require(tables.first { $0.caption == caption })
  }

  @Test("what was spent since a day has a column only where a day is compared with")
  func spentSince() throws {
    let words = Fixture.words(.english)
    for (since, isThere) in [(nil, false), ("2026-02-28", true)] as [(String?, Bool)] {
      let report = ProgressReport(
        try review(self.portfolio(), on: "2026-06-30", since: since), words: words, edition: Fixture.edition
      ).report
      let table = try self.table(words.label(.states), of: report)
      #expect(table.columns.contains { $0.heading == words.label(CovenantLabel.spentSince) } == isThere)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test("each commitment says where its actions are, and one that nothing serves says so")
  func commitments() throws {
    let words = Fixture.words(.english)
    var portfolio = try self.portfolio()
    portfolio.records.progress = []
    let title = portfolio.items[0].title
    func row(_ number: Int, _ portfolio: Portfolio, on day: String) throws -> [Cell] {
      let report = ProgressReport(
        try review(portfolio, on: day), words: words, edition: Fixture.edition
      ).report
      return try #require(
        try table(words.label(.commitments), of: report).rows.first { $0.first == .number(number) })
    }
    // Nothing is told, and its first day has not come: it has not begun.
    portfolio.items[0].start = try day("2027-01-01")
    portfolio.items[0].end = try day("2027-12-31")
    #expect(try row(1, portfolio, on: "2026-06-30")[4] == .text(title))
    #expect(try row(1, portfolio, on: "2027-06-30")[5] == .text(title))
    // What lost its money is not late yet, and is not left out.
    portfolio.records.progress = [
      ProgressEntry(item: portfolio.items[0].id, day: try day("2026-02-01"), state: "missed")
    ]
    #expect(try row(1, portfolio, on: "2026-06-30")[5] == .text(title))
    #expect(try row(3, portfolio, on: "2026-06-30")[2] == .text(words.sentence(.byNothing)))
    #expect(try row(4, portfolio, on: "2026-06-30")[3] == .text(words.sentence(.byTheCity)))
  }

  @Test("what is late or without money still has to be done, and is among what comes next")
  func next() throws {
    let words = Fixture.words(.english)
    var portfolio = try self.portfolio()
    portfolio.items[0].start = try day("2026-01-01")
    portfolio.items[0].end = try day("2026-03-31")
    let title = words.quoted(portfolio.items[0].title)
    func text(_ state: String) throws -> String {
      portfolio.records.progress = [
        ProgressEntry(item: portfolio.items[0].id, day: try day("2026-02-01"), state: state)
      ]
      let report = ProgressReport(
        try review(portfolio, on: "2026-06-30"), words: words, edition: Fixture.edition)
      return DocumentForm(.text, width: 10_000).render(report, words)
    }
    #expect(try text("running").contains(words.sentence(.lateStill(items: [title]))))
    #expect(try text("missed").contains(words.sentence(.moneyWanting(items: [title]))))
    let done = try text("done")
    #expect(!done.contains(words.sentence(.lateStill(items: [title]))))
    #expect(done.contains(words.pair(words.label(.reportDue), words.date(try day("2029-01-31")))))
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
