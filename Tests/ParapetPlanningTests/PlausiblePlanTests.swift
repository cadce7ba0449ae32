import BudgetSamples
import ParapetModel
import Testing

@testable import ParapetBudgeting
@testable import ParapetMatching
@testable import ParapetPlanning

@Suite("What a plan would send in, and when")
struct PlausiblePlanTests {
  @Test("of two that pay for the same, the better fitting comes before the one that spares money")
  func fit() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X", rate: "80")
    world.offer("Y", rate: "90")
    world.fits = ["X": 60, "Y": 40]
    #expect(try world.plan().lines == ["X: a"])
    // Points within a band do not outweigh money.
    world.fits = ["X": 62, "Y": 61]
    #expect(try world.plan().lines == ["Y: a"])
  }

  @Test("work that begins before the application is put off by whole months, and that is said")
  func postponed() throws {
    var world = PlanWorld()
    world.add("a", "100000", year: 2026)
    world.offer("X")
    let plan = try world.plan()
    // The deadline is 14 May 2026.
    let first = try #require(Day(year: 2026, month: 6, day: 1))
    let part = try #require(plan.applications.first?.parts.first)
    #expect(part.isPostponed)
    #expect(part.from == first)
    #expect(part.until == Day(year: 2027, month: 5, day: 31))
    #expect(plan.assumptions.contains(.postponed(item: "a", application: 0, first)))
    // Seven of twelve months are left in the year.
    #expect(plan.years.map(\.spent) == [euro("58333.33"), euro("41666.67")])
  }

  @Test("what would have to wait for longer than a year is left")
  func wait() throws {
    var world = PlanWorld()
    world.add("a", "100000", year: 2025)
    world.offer("X")
    #expect(try world.plan().because("a") == [.mustWait])
  }

  @Test("a deadline that leaves too few days is none, and what is announced without a date is no application")
  func dates() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X")
    world.practice.preparation = [
      PreparationTime(scope: .management(.direct), days: 61, citation: law)
    ]
    #expect(try world.plan().because("a") == [.tooLate(days: 61)])
    world.practice.preparation[0].days = 60
    #expect(try world.plan().lines == ["X: a"])
    world.opportunities[0].deadlines = []
    #expect(try world.plan().because("a") == [.announced(opportunities: 1)])
    world.opportunities[0].openingDate = Day("2026-01-01")
    world.opportunities[0].deadlineModel = .permanent
    let open = try world.plan()
    #expect(open.lines == ["X: a"] && open.applications.allSatisfy(open.isOpenAtAnyTime))
  }

  @Test(
    "what an item is first of all must not be what the list of measures refuses by name",
    arguments: [true, false])
  func firstMeasure(isFirst: Bool) throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.items[0].measures =
      isFirst ? ["best-practice-exchange", "awareness"] : ["awareness", "best-practice-exchange"]
    world.offer("X")
    world.opportunities[0].requirements = .criterion(
      Criterion(
        id: "list", kind: CriterionKind.measure.rawValue,
        parameters: [
          Criterion.Parameter("include", ["measure": "awareness", "fit": "possible"]),
          Criterion.Parameter("exclude", ["measure": "best-practice-exchange"]),
        ], citation: law))
    let plan = try world.plan { $0.shortlist.items[0].matches[0].fit = .drawn(60, measures: ["awareness"]) }
    #expect(plan.lines == (isFirst ? [] : ["X: a"]))
  }

  @Test("nothing that is not on the subject is in a plan, whatever is assumed")
  func implausible() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X")
    let plan = try world.plan { request in
      request.assumesUndecided = true
      request.shortlist.items[0].matches[0].fit = .drawn(80, isRelevant: false)
    }
    #expect(plan.applications.isEmpty)
    #expect(plan.because("a") == [.implausible(opportunities: 1)])
  }

  @Test("a topic is planned where its text is on the subject, and nothing where no list names the measure")
  func subject() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X")
    #expect(
      try world.plan { $0.shortlist.items[0].matches[0].fit = .drawn(50, measures: []) }.because("a")
        == [.implausible(opportunities: 1)])
    world.opportunities[0].level = .topic
    world.fits = ["X": 66]
    #expect(try world.plan().because("a") == [.implausible(opportunities: 1)])
    world.fits = ["X": 67]
    #expect(try world.plan().lines == ["X: a"])
  }

  @Test("an instrument without a call is sent to where an authority can be asked, and nowhere else")
  func noCall() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    for (management, isSent) in [(Management.shared, true), (.direct, false), (.indirect, false)] {
      world.opportunities = []
      world.offer("X", management: management)
      world.opportunities[0].level = .instrument
      world.opportunities[0].deadlines = []
      let plan = try world.plan()
      #expect(plan.lines == (isSent ? ["X: a"] : []))
      #expect(isSent || plan.because("a") == [.announced(opportunities: 1)])
      #expect(!plan.applications.contains(where: plan.isOpenAtAnyTime))
    }
  }

  @Test("where a call pays for one subject alone, an item that may be on another waits for an answer")
  func oneSubject() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X")
    let measure = "training"
    world.items[0].measures = [measure]
    world.opportunities[0].requirements = .criterion(
      Criterion(
        id: "part", kind: "measure",
        parameters: [
          Criterion.Parameter(
            "include", ["measure": measure, "fit": "possible", "scope": "part"])
        ], citation: law, place: Diagnostic.Place(file: "")))
    #expect(try world.plan().because("a") == [.undecided(.answer, opportunities: 1)])
    #expect(
      try world.plan { request in
        request.assumesUndecided = true
        request.shortlist.items[0].matches[0].fit = .drawn(50, measures: [measure])
      }.because("a") == [.undecided(.answer, opportunities: 1)])
    // Where another measure is paid for on any subject it is assumed, and marked as what it is.
    let assumed = try world.plan { $0.assumesUndecided = true }
    #expect(assumed.lines == ["X: a"])
    #expect(assumed.applications.map(\.verdict) == [.undecided])
    #expect(assumed.applications.flatMap(\.parts).flatMap(\.questions).contains(.subject))
  }

  @Test("work of a year before the first of which the city states its own money waits for that year")
  func ownMoneyLater() throws {
    var world = PlanWorld()
    world.add("a", "100000", year: 2026)
    world.items[0].start = Day(year: 2026, month: 11, day: 15)
    world.items[0].end = Day(year: 2027, month: 6, day: 30)
    world.offer("X")
    world.city.ownContribution = [2027: euro("50000")]
    let plan = try world.plan()
    let first = try #require(Day(year: 2027, month: 1, day: 1))
    #expect(plan.lines == ["X: a"])
    #expect(plan.applications.flatMap(\.parts).map(\.from) == [first])
    #expect(plan.assumptions.contains(.awaitsOwnMoney(item: "a", first)))
    // Nor does it where the city speaks of no year, or of a year too far away.
    world.city.ownContribution = [:]
    #expect(try world.plan().applications.flatMap(\.parts).map(\.from) == [world.items[0].start])
    world.city.ownContribution = [2028: euro("50000")]
    #expect(try world.plan().applications.isEmpty)
  }

  @Test("a partner that would have to pay more in a year than it has promised is told")
  func promises() throws {
    var world = PlanWorld()
    world.items = [BudgetSamples.item("a", lines: [line(.works, "100000", partner: "p")])]
    (world.items[0].start, world.items[0].end) = (
      Day(year: 2027, month: 1, day: 1), Day(year: 2027, month: 12, day: 31)
    )
    world.offer("X")
    func told(_ promised: [Int: Money]) throws -> [PlanAssumption] {
      world.city.partners[0].ownContribution = promised
      return try world.plan().assumptions.filter { if case .beyondPromise = $0 { true } else { false } }
    }
    let name = world.city.partners[0].name
    #expect(
      try told([2027: euro("5000")]) == [
        .beyondPromise(partner: name, year: 2027, promised: euro("5000"), asked: euro("20000"))
      ])
    #expect(
      try told([2028: euro("5000")]) == [
        .beyondPromise(partner: name, year: 2027, promised: euro("0"), asked: euro("20000"))
      ])
    #expect(try told([2027: euro("20000")]).isEmpty)
    #expect(try told([:]).isEmpty)
  }

  @Test(
    "what waits for a step is told with its worth, which is no more than it costs",
    arguments: [("80000", "80000"), ("5000000", "100000")])
  func waiting(grant: String, worth: String) throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X")
    let plan = try world.plan { request in
      request.shortlist.items[0].matches[0].verdict = .undecided
      request.shortlist.items[0].matches[0].estimate = GrantEstimate(
        eligible: euro("100000"), grant: euro(grant), own: euro("20000"))
    }
    #expect(plan.waiting.map(\.standing) == [.readCall])
    #expect(plan.waiting.map(\.worth) == [euro(worth)])
    #expect(plan.waiting.map(\.items) == [["a"]] && plan.waiting.map(\.opportunities) == [["X"]])
  }

  @Test("an end in 9999 takes no more years than thirty")
  func endless() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.items[0].end = Day(year: 9999, month: 12, day: 31)
    world.offer("X")
    let plan = try world.plan()
    #expect(plan.years.count <= 31)
    #expect(CashBridge(plan).quarters.count <= 4 * 34)
  }

  @Test(
    "two items in one application are one operation: from five million in all, tax that comes back is not eligible"
  )
  func oneOperation() throws {
    var world = PlanWorld()
    world.city.facts.vat = nil
    world.add("a", "3000000")
    world.add("b", "3000000")
    for index in world.items.indices { world.items[index].vat = euro("600000") }
    world.offer("X")
    world.opportunities[0].costRules.vat = Cited(.cpr, law)
    let plan = try world.plan()
    #expect(plan.lines == ["X: a b"])
    #expect(plan.grant == euro("4800000"))
    #expect(plan.own == euro("2400000"))
    // One alone is below, and its tax counts.
    let alone = try world.plan { $0.shortlist.items.removeLast() }
    #expect(alone.grant == euro("2880000"))
    #expect(alone.own == euro("720000"))
  }

  @Test("an application is one project: what is of another kind is not put into it")
  func oneProject() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.add("b", "90000")
    (world.items[0].measures, world.items[1].measures) = (["barriers"], ["training"])
    world.offer("X")
    #expect(try world.plan().lines == ["X: a"])
    // Of one family they belong together.
    world.items[1].measures = ["barriers", "training"]
    #expect(try world.plan().lines == ["X: a b"])
  }

  @Test(
    "an authority of shared management is sent an application for each project, as many as the city can write"
  )
  func operations() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.add("b", "90000")
    world.add("c", "80000")
    (world.items[0].measures, world.items[1].measures) = (["barriers"], ["training"])
    world.items[2].measures = ["barriers"]
    world.offer("X", management: .shared)
    let plan = try world.plan()
    #expect(plan.lines == ["X: a c", "X: b"])
    // What they pay is one source of the budget.
    #expect(Set(Appropriations(plan).rows.map(\.source)) == [.grant(application: 0), .city])
    world.city.applications = 1
    #expect(try world.plan().lines == ["X: a c"])
    // Who must find partners first, and what shares the money of one call, sends one.
    world.city.applications = nil
    world.opportunities[0].funding.available = [
      AvailableAmount(amount: euro("500000"), year: 2027, scope: .call, citation: law)
    ]
    #expect(try world.plan().lines == ["X: a c"])
  }

  @Test("of two deadlines the earlier is counted on while it can be met, else the later")
  func twoDeadlines() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X")
    let (late, early) = (world.day.adding(days: 60), world.day.adding(days: 45))
    var other = world.opportunities[0]
    other.deadlines = [Deadline(day: early)]
    world.opportunities[0] = try #require(Merging.merged([world.opportunities[0], other]))
    func plan(preparation days: Int) throws -> Plan {
      var world = world
      world.practice.preparation = [
        PreparationTime(scope: .instrument("X"), days: days, citation: law)
      ]
      return try world.plan()
    }
    let prompt = try plan(preparation: 30)
    #expect(prompt.applications.map(\.deadline) == [early])
    #expect(
      prompt.assumptions.contains(.otherDeadline(application: 0, counted: early, other: late)))
    let slow = try plan(preparation: 50)
    #expect(slow.applications.map(\.deadline) == [late])
    #expect(slow.assumptions.contains(.otherDeadline(application: 0, counted: late, other: early)))
  }

  @Test("long work that begins within the next month ends when it should have; shorter work lasts as long")
  func madeUp() throws {
    let first = try #require(Day("2027-01-01"))
    func moved(from start: String, to end: String) throws -> [String] {
      var item = BudgetSamples.item("a", cost: "100000")
      item.start = Day(start)
      item.end = Day(end)
      let later = try #require(item.postponed(to: first))
      return [later.start, later.end].map { $0?.description ?? "" }
    }
    #expect(try moved(from: "2026-12-15", to: "2028-12-14") == ["2027-01-01", "2028-12-14"])
    #expect(try moved(from: "2026-12-15", to: "2027-05-14") == ["2027-01-01", "2027-06-14"])
    #expect(try moved(from: "2026-10-15", to: "2028-12-14") == ["2027-01-01", "2029-03-14"])
  }

  @Test(
    "a flat rate beyond the costs of operation pays for the works beside it, and no section is below nothing")
  func sections() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    var works = CostLine(quantity: CostLine.one, unitCost: euro("100000"))
    works.category = .works
    works.year = 2027
    world.items[0].lines = [works]
    world.offer("X")
    world.opportunities[0].costRules.indirect = Cited(
      IndirectRule(rate: percent("7"), base: .direct), law)
    let rows = Appropriations(try world.plan()).rows
    #expect(rows.map(\.section) == [.investment, .investment])
    #expect(rows.map(\.payment) == [euro("85600"), euro("14400")])
  }

  @Test("granted support lowers the city's own money, and no limit of it is held against what others pay")
  func support() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.items[0].support = [
      OtherSupport(source: "FIPD", kind: .national, state: .granted, amount: euro("15000")),
      OtherSupport(source: "Region", kind: .national, state: .applied, amount: euro("5000")),
    ]
    world.city.ownContribution = [2027: euro("5000")]
    world.offer("X")
    let plan = try world.plan()
    #expect(plan.lines == ["X: a"])
    #expect(plan.own == euro("5000"))
    #expect(plan.cash.support == euro("15000"))
    #expect(plan.years.map(\.own) == [euro("5000")])
  }

  @Test("beyond thirty items a second plan and losses are looked for only where that is asked for")
  func studied() throws {
    var world = PlanWorld()
    for number in 0...PlanRequest.mostStudiedItems { world.add("i\(number)", "1000") }
    world.offer("X")
    var request = world.request()
    #expect(try PlanStudy.make(request).isWhole == false)
    request.studies = true
    let study = try PlanStudy.make(request)
    #expect(study.isWhole)
    #expect(study.losses.map(\.opportunity) == ["X"])
  }
}
