import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import ParapetPlanning
import ParapetReporting
import Testing

@testable import ParapetDesk

/// Every figure of plan, report and trace is one of the plan, of the budgets of its applications, or of the city's tables.
@Suite("The figures of the Covenant's plan and report")
struct CovenantFigureTests {
  private static let question: PlanQuestion = {
    var question = PlanQuestion()
    question.assumesUndecided = true
    return question
  }()

  private func numbers(_ document: any Document) throws -> [String: Any] {
    let body = try JSONSerialization.jsonObject(with: Data(document.json.utf8))
    return try #require(body as? [String: Any])
  }

  private func amount(_ value: Any?) -> String? { (value as? [String: Any])?["amount"] as? String }

  private func sum(_ amounts: [Money], _ currency: Currency) -> Money { amounts.reduce(.zero(currency), +) }

  @Test("what the action plan prints ties to plan and budget, to the cent", arguments: CovenantTests.cities)
  func actionPlan(_ name: String) throws {
    let scene = try Scene()
    let city = try scene.city(name)
    let plan = try scene.inquiry.plan(for: city, Self.question).study.plan
    let made = try scene.inquiry.actionPlan(for: city, Self.question)
    let body = try numbers(made.report(scene.inquiry.wording(.english)))
    let totals = try #require(body["totals"] as? [String: Any])
    #expect(amount(totals["grant"]) == plan.grant.decimal)
    #expect(amount(totals["own"]) == plan.own.decimal)
    #expect(amount(totals["left"]) == plan.left.decimal)
    let net = sum(city.items.compactMap(\.netCost), city.city.currency)
    #expect(amount(totals["cost"]) == net.decimal)
    // What is paid for and what is not are all there is.
    if city.city.currency == plan.currency { #expect(plan.funded + plan.left == net) }
    // By year: all that is spent is paid by somebody, and what is left to city and partners is what the plan asks.
    let (years, zero) = (plan.years, Money.zero(plan.currency))
    for year in years { #expect(year.spent == year.grant + year.support + year.partners + year.own) }
    #expect(years.reduce(zero) { $0 + $1.grant } == plan.grant)
    #expect(years.reduce(zero) { $0 + $1.partners + $1.own } == plan.own)
    // By partner: what is asked of each is what the years have for all.
    let shares = made.actionPlan.partnerShares.flatMap(\.years)
    #expect(shares.reduce(zero) { $0 + $1.asked } == years.reduce(zero) { $0 + $1.partners })
    for year in years {
      let asked = shares.filter { $0.year == year.year }.reduce(zero) { $0 + $1.asked }
      #expect(asked == year.partners, "\(year.year ?? 0)")
    }
    // By action: each card has the grant and own money of its parts, which its application's budget has in all.
    let actions = try #require(body["actions"] as? [[String: Any]])
    for action in actions {
      let id = try #require(action["item"] as? String)
      let planned = try #require(action["planned"] as? [[String: Any]])
      let parts = plan.applications.flatMap(\.parts).filter { $0.item == id }
      #expect(planned.compactMap { amount($0["grant"]) } == parts.map(\.grant.decimal), "\(id)")
      #expect(planned.compactMap { amount($0["own"]) } == parts.map(\.own.decimal), "\(id)")
      #expect(amount(action["cost"]) == city.items.first { $0.id == id }?.netCost?.decimal, "\(id)")
    }
    // What rests on open questions is said beside the sum of the grants, and costs in the currency of the grants.
    let words = scene.inquiry.wording(.english).words
    let page = DocumentForm(.text, width: 10_000).render(
      made.report(scene.inquiry.wording(.english)), words)
    let open = plan.applications.flatMap(\.parts).filter { $0.verdict == .undecided }
    let rest = CovenantSentence.restsOnOpen(
      grant: sum(open.map(\.grant), plan.currency), actions: Set(open.map(\.item)).count)
    #expect(page.contains(words.sentence(rest)) == !open.isEmpty)
    if city.city.currency != plan.currency { #expect(page.contains(words.money(plan.funded + plan.left))) }
    for application in plan.applications {
      #expect(sum(application.parts.map(\.grant), plan.currency) == application.budget.totals.grant)
      #expect(sum(application.parts.map(\.own), plan.currency) == application.budget.cash.own)
    }
  }

  @Test("what the trace prints ties to plan, costs and progress", arguments: CovenantTests.cities)
  func trace(_ name: String) throws {
    let scene = try Scene()
    let inquiry = scene.desk.at(Moment(asOf: Scene.day("2026-12-31")))
    let city = try inquiry.covenantPortfolio(Scene.data + "/portfolios/" + name)
    let plan = try? inquiry.plan(for: city, Self.question).study.plan
    let trace = try inquiry.trace(of: city, Self.question).trace
    #expect(Set(trace.paths.map(\.commitment)) == Set(1...14))
    for path in trace.paths {
      guard let item = path.item else { continue }
      #expect(path.cost == item.netCost && path.lines == item.lines.count)
      let entry = city.records.progress(of: item.id, until: inquiry.moment.asOf).last
      #expect(path.spent == entry?.spent)
      if let granted = entry?.granted { #expect(path.granted == granted) }
      if let funding = path.funding {
        let parts = plan?.applications.flatMap(\.parts).filter { $0.item == item.id } ?? []
        #expect(parts.contains { $0.grant == funding.grant && $0.own == funding.own }, "\(item.id)")
      }
    }
  }

  @Test(
    "what the report prints is what the tables say until its day, wherever that day falls",
    arguments: CovenantTests.cities)
  func progress(_ name: String) throws {
    let scene = try Scene([])
    let days = [
      "2027-01-31", "2027-02-28", "2027-03-01", "2027-12-31", "2028-02-28", "2028-02-29", "2028-03-01",
      "2028-12-31",
    ]
    for day in days { try check(name, on: Scene.day(day), scene) }
  }

  private func check(_ name: String, on today: Day, _ scene: Scene) throws {
    let inquiry = scene.desk.at(Moment(asOf: today))
    let city = try inquiry.covenantPortfolio(Scene.data + "/portfolios/" + name)
    let since = Scene.day("2026-12-31")
    let body = try numbers(try inquiry.progress(of: city, since: since).report(inquiry.wording(.french)))
    let items = try #require(body["items"] as? [[String: Any]])
    let (records, currency) = (city.records, city.city.currency)
    var (planned, granted, spent, spentSince): ([Money], [Money], [Money], [Money]) = ([], [], [], [])
    for item in city.items {
      let shown = try #require(items.first { $0["item"] as? String == item.id })
      let entry = records.progress(of: item.id, until: today).last
      let before = records.progress(of: item.id, until: since).last
      #expect(shown["state"] as? String == entry?.state && shown["before"] as? String == before?.state)
      #expect(amount(shown["planned"]) == item.netCost?.decimal)
      #expect(amount(shown["spent"]) == entry?.spent?.decimal)
      if let amount = entry?.granted { #expect(self.amount(shown["granted"]) == amount.decimal) }
      planned += [item.netCost].compactMap(\.self)
      spent += [entry?.spent].compactMap(\.self)
      granted += [entry?.granted].compactMap(\.self)
      spentSince += [entry?.spent].compactMap(\.self).map { $0 - (before?.spent ?? .zero(currency)) }
      for indicator in records.indicators where indicator.item == item.id {
        let reading = indicator.readings.last { $0.day <= today }
        let list = try #require(shown["indicators"] as? [[String: Any]])
        let found = try #require(list.first { $0["id"] as? String == indicator.id })
        #expect(found["day"] as? String == reading?.day.description)
      }
    }
    let totals = try #require(body["totals"] as? [String: Any])
    #expect(amount(totals["planned"]) == sum(planned, currency).decimal)
    #expect(amount(totals["spent"]) == sum(spent, currency).decimal)
    #expect(amount(totals["spentSince"]) == sum(spentSince, currency).decimal)
    if city.items.allSatisfy({ $0.support.isEmpty }) {
      #expect(amount(totals["granted"]) == sum(granted, currency).decimal)
    }
  }

  @Test("a report is compared with the last that was kept: its day, and what reads otherwise since")
  func kept() throws {
    let scene = try Scene([])
    let first = scene.desk.at(Moment(asOf: Scene.day("2027-08-01")))
    let folder = Scene.data + "/portfolios/rivemont"
    let city = try first.covenantPortfolio(folder)
    try first.keep(try first.progress(of: city))
    let later = scene.desk.at(Moment(asOf: Scene.day("2029-02-25")))
    let same = try later.progress(of: city).review
    #expect(same.since == Scene.day("2027-08-01") && same.restatements.isEmpty)
    #expect(same.moved.contains { $0.item.id == "promenade" })
    #expect(same.overcome.map(\.item.item.id).isEmpty)
    // Somebody corrects the past, takes an item out and adds one.
    var corrected = city
    let place = try #require(
      corrected.records.progress.firstIndex { $0.item == "square" && $0.day == Scene.day("2027-06-01") })
    corrected.records.progress[place].spent = Money(minorUnits: 13_000_000)
    corrected.items.removeAll { $0.id == "mediators" }
    var added = try #require(corrected.items.first)
    added.id = "fountain"
    corrected.items.append(added)
    let review = try later.progress(of: corrected).review
    let gone = try #require(city.items.first { $0.id == "mediators" }).title
    let expected: [ProgressReview.Restatement] = [
      .spent(item: "square", then: Money(minorUnits: 14_000_000), now: Money(minorUnits: 13_000_000)),
      .added(item: "fountain"), .gone(title: gone),
    ]
    #expect(review.restatements == expected)
    // Another day that is asked for is compared with the tables alone.
    let named = try later.progress(of: city, since: Scene.day("2027-02-25")).review
    #expect(named.kept == nil && named.since == Scene.day("2027-02-25"))
    // The report of the same day does not compare with itself, and no other city's counts.
    let again = try first.progress(of: city).review
    #expect(again.since == nil && again.kept == nil)
    let other = try later.progress(of: later.covenantPortfolio(Scene.data + "/portfolios/lipovgrad")).review
    #expect(other.kept == nil)
  }

  @Test(
    "what the city answered to the checklist stands on its card, and a gap is said where a reader looks first"
  )
  func answers() throws {
    let scene = try Scene([])
    var city = try scene.city("rivemont")
    var late = CheckAnswer(item: "square", check: "design-sustainability", reply: .yes)
    late.day = Scene.day("2026-12-01")
    city.records.checklist.append(late)
    let plan = try scene.inquiry.actionPlan(for: city).actionPlan
    let square = try #require(plan.cards.first { $0.item.id == "square" })
    // The later answer is not known yet on the day judged.
    #expect(square.answers["design-sustainability"]?.reply == .no)
    #expect(square.answered.first?.check.term.code == "design-sustainability")
    #expect(square.unanswered.count + square.answers.count == square.checks.count)
    #expect(!square.arguments.isEmpty)
    // What can be said in an application is told apart from what nobody confirmed: the operators' item is, others are not.
    let page = try scene.inquiry.actionPlan(for: city).report(scene.inquiry.wording(.english)).report
    let entries = page.blocks.flatMap { block -> [ListEntry] in
      if case .list(let entries) = block { entries } else { [] }
    }
    let check = try #require(plan.frame.checks.first { $0.term.code == "swd-cooperation" })
    let argument = try #require(check.arguments.text(in: .english))
    #expect(
      Set(entries.filter { $0.phrase == Phrase(argument) }.map(\.outcome)) == [Outcome.met, .undecided])
    for language in Language.allCases {
      let wording = scene.inquiry.wording(language)
      let text = DocumentForm(.text, width: 10_000).render(
        try scene.inquiry.actionPlan(for: city).report(wording), wording.words)
      let context = try #require(text.range(of: wording.words.label(.context))).lowerBound
      let failing = plan.cards.filter { $0.answers.values.contains { $0.reply == .no } }
      #expect(failing.map(\.item.id) == ["square", "cameras"])
      let titles = failing.map { wording.words.quoted($0.item.title) }
      let said = try #require(text.range(of: wording.words.sentence(.checkedNo(titles)))).lowerBound
      #expect(said < context)
      #expect(text.contains("chiffré"))
    }
  }
}
