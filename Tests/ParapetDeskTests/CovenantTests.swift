import Foundation
import ParapetModel
import ParapetPlanning
import ParapetReporting
import Testing

@testable import ParapetDesk

@Suite("The Covenant's plan, its report and its trace")
struct CovenantTests {
  static let cities = ["fjordholm", "havenrijk", "lipovgrad", "rivemont"]

  @Test(
    "a city's action plan has both halves, all commitments, and the figures of its plan", arguments: cities)
  func figures(_ name: String) throws {
    let scene = try Scene()
    let city = try scene.city(name)
    var question = PlanQuestion()
    question.assumesUndecided = true
    let plan = try scene.inquiry.plan(for: city, question).study.plan
    let made = try scene.inquiry.actionPlan(for: city, question).actionPlan
    #expect(made.emptyComponents.isEmpty)
    #expect(made.coverage.map(\.commitment.number) == Array(1...14))
    #expect(made.cards.map(\.item.id) == city.items.map(\.id))
    #expect(made.plan?.grant == plan.grant && made.plan?.own == plan.own)
    for card in made.cards {
      let parts = plan.applications.flatMap(\.parts).filter { $0.item == card.item.id }
      #expect(card.funding.map(\.grant) == parts.map(\.grant), "\(card.item.id)")
    }
    let granted = made.cards.flatMap(\.funding).reduce(Money.zero(plan.currency)) { $0 + $1.grant }
    #expect(granted == plan.grant)
  }

  @Test("what is told of progress is what progress.csv says until the day", arguments: cities)
  func progress(_ name: String) throws {
    let scene = try Scene([])
    let inquiry = scene.desk.at(Moment(asOf: Scene.day("2028-06-30")))
    let city = try inquiry.covenantPortfolio(Scene.data + "/portfolios/" + name)
    let review = try inquiry.progress(of: city, since: Scene.day("2027-06-30")).review
    #expect(city.unread.isEmpty)
    for item in review.items {
      let entries = city.records.progress.filter { $0.item == item.item.id && $0.day <= review.asOf }
      #expect(item.current == entries.last)
      #expect(item.spent == entries.last?.spent)
    }
    let spent = review.items.compactMap { $0.current?.spent?.minorUnits }.reduce(0, +)
    #expect(review.sum(\.spent).minorUnits == spent)
    let planned = city.items.compactMap { $0.netCost?.minorUnits }.reduce(0, +)
    #expect(review.sum(\.planned).minorUnits == planned)
    #expect(review.items.contains { $0.hasMoved })
  }

  @Test("a half without action is said before all else, in every language", arguments: Language.allCases)
  func emptyHalf(_ language: Language) throws {
    let scene = try Scene([])
    var city = try scene.city("lipovgrad")
    city.items.removeAll { $0.component == .prevention }
    let inquiry = scene.inquiry
    let plan = try inquiry.actionPlan(for: city)
    #expect(plan.isIncomplete && plan.actionPlan.emptyComponents == [.prevention])
    let wording = inquiry.wording(language)
    let text = DocumentForm(.text, width: 10_000).render(plan.report(wording), wording.words)
    let said = wording.words.sentence(.emptyComponent(.prevention))
    let before = try #require(text.range(of: said)).lowerBound
    let context = try #require(text.range(of: wording.words.label(.context))).lowerBound
    #expect(before < context)
  }

  @Test("a missed deadline and a refused application are said with what they leave without money")
  func lost() throws {
    let scene = try Scene([])
    let inquiry = scene.desk.at(Moment(asOf: Scene.day("2027-08-01")))
    let city = try inquiry.covenantPortfolio(Scene.data + "/portfolios/rivemont")
    let review = try inquiry.progress(of: city).review
    #expect(review.lost.map(\.item.id) == ["promenade", "drones"])
    let wording = inquiry.wording(.english)
    let page = try inquiry.progress(of: city).report(wording).report
    let promenade = try #require(city.items.first { $0.id == "promenade" })
    let said = wording.words.sentence(.lost(item: promenade.title, cost: promenade.netCost))
    let entries = page.blocks.flatMap { block -> [ListEntry] in
      if case .list(let entries) = block { entries } else { [] }
    }
    #expect(entries.contains { $0.phrase == Phrase(said) })
  }

  @Test("a council that joins after the day judged has no duty yet, and that is told")
  func joinedLater() throws {
    let scene = try Scene([])
    let listener = Listener()
    let inquiry = scene.desk.at(Moment(asOf: Scene.day("2026-02-28"))) { listener.hear($0) }
    let city = try inquiry.covenantPortfolio(Scene.data + "/portfolios/rivemont")
    #expect(listener.findings.map(\.id) == ["joined-in-future"])
    #expect(city.unread.map(\.finding.id) == ["joined-in-future"])
    let plan = try inquiry.actionPlan(for: city).actionPlan
    #expect(plan.duties == nil)
  }

  @Test("each commitment is traced, and what breaks off is told from both ends")
  func trace() throws {
    let scene = try Scene()
    var city = try scene.city("rivemont")
    city.records.indicators.removeAll { $0.item == "square" }
    city.items.removeAll { $0.measures.contains("victim-support") }
    var question = PlanQuestion()
    question.assumesUndecided = true
    let trace = try scene.inquiry.trace(of: city, question).trace
    #expect(Set(trace.paths.map(\.commitment)) == Set(1...14))
    #expect(trace.gaps.contains(.commitmentWithoutItem(13)))
    let paid = Set(trace.paths.filter { $0.funding != nil }.compactMap(\.item?.id))
    #expect(trace.gaps.contains(.moneyWithoutIndicator("square")) == paid.contains("square"))
    for item in city.items where !paid.contains(item.id) {
      #expect(trace.gaps.contains(.itemWithoutMoney(item.id)))
    }
  }

  @Test("what was granted pays for an item, also where the plan of that day has nothing for it any more")
  func grantedBefore() throws {
    let scene = try Scene([])
    let inquiry = scene.desk.at(Moment(asOf: Scene.day("2028-12-31")))
    let city = try inquiry.covenantPortfolio(Scene.data + "/portfolios/rivemont")
    let trace = try inquiry.trace(of: city).trace
    let square = try #require(trace.paths.first { $0.item?.id == "square" })
    #expect(square.granted == Money(minorUnits: 85_000_000))
    #expect(!trace.gaps.contains(.itemWithoutMoney("square")))
    #expect(!trace.gaps.contains(.spentWithoutSource("square")))
    let plan = try inquiry.actionPlan(for: city)
    let granted = city.items.compactMap {
      city.records.progress(of: $0.id, until: inquiry.moment.asOf).last?.granted?.minorUnits
    }.reduce(0, +)
    #expect(granted > 0 && plan.actionPlan.granted == Money(minorUnits: granted))
    let wording = inquiry.wording(.french)
    let text = DocumentForm(.text, width: 10_000).render(plan.report(wording), wording.words)
    #expect(text.contains(wording.words.sentence(.grantedAlready(Money(minorUnits: granted)))))
    // A refusal grants nothing: what the city pays by itself has no source.
    #expect(trace.gaps.contains(.spentWithoutSource("promenade")))
  }

  @Test("practices near an item share a measure with it, the nearest first")
  func practices() throws {
    let scene = try Scene([])
    let folder = Scene.data + "/portfolios/rivemont"
    let near = try scene.inquiry.practices(of: folder, near: "promenade").practices
    #expect(!near.isEmpty && near.allSatisfy { $0.measures.contains("barriers") })
    #expect(throws: Failure.self) { try scene.inquiry.practices(of: folder, near: "nowhere") }
  }

  @Test("a pack that one city exports and another takes in has the same bytes, and its practices are found")
  func packs() throws {
    let scene = try Scene([])
    let folder = Scene.data + "/portfolios/rivemont"
    let pack = try scene.inquiry.exportedPractices(of: folder)
    let file = try scene.write("pack.xml", pack.text)
    let city = try scene.write("other/city.yaml", "id: brimont\ncountry: FR\n")
    _ = try scene.write("other/items.csv", "id,title,measures\nsquare,The square,public-space-redesign\n")
    let other = URL(filePath: city).deletingLastPathComponent().path
    let taken = try scene.inquiry.importedPractices(file, into: other)
    #expect(taken.text == pack.text && !taken.isPartial)
    #expect(taken.path == other + "/practices/rivemont.xml")
    _ = try scene.write("other/practices/rivemont.xml", taken.text)
    let found = try scene.inquiry.practices(of: other, near: "square").practices
    #expect(found.contains { $0.id == "rivemont-market-walk" })
  }
}
