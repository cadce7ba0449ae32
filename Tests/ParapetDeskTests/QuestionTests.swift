import ParapetBudgeting
import ParapetDesk
import ParapetMatching
import ParapetModel
import ParapetPlanning
import Testing

@Suite("the questions of the desk")
struct QuestionTests {
  private static let scene = Result { try Scene() }

  private var scene: Scene { get throws { try QuestionTests.scene.get() } }

  @Test("a list has the items asked for, ranked from the first, as long as asked for")
  func shortlist() throws {
    var question = ShortlistQuestion()
    question.items = ["square"]
    question.length = .first(3)
    let lists = try scene.inquiry.lists(for: [scene.city("rivemont")], question)
    let list = try #require(lists.all().first)
    #expect(list.items.map(\.item.id) == ["square"])
    #expect(list.items.first?.matches.map(\.rank) == [1, 2, 3])
  }

  @Test("cities are handed over in their order, and each as if it were alone")
  func cities() throws {
    let folders = ["rivemont", "havenrijk", "fjordholm"]
    let cities = try folders.map { try scene.city($0) }
    var order: [String] = []
    var verdicts: [[Verdict]] = []
    try scene.inquiry.lists(for: cities).forEach {
      $0
    } _: { list in
      order.append(list.portfolio.city.id)
      verdicts.append(list.items.flatMap(\.matches).map(\.verdict))
    }
    #expect(order == cities.map(\.city.id))
    for (city, together) in zip(cities, verdicts) {
      let alone = try scene.inquiry.lists(for: [city]).list(of: city)
      #expect(alone.items.flatMap(\.matches).map(\.verdict) == together)
    }
  }

  @Test("a folder of portfolios stands for all in it")
  func folders() throws {
    let cities = try scene.inquiry.portfolios(in: [Scene.data + "/portfolios"])
    #expect(cities.map(\.city.id).sorted() == ["fjordholm", "havenrijk", "lipovgrad", "rivemont"])
  }

  @Test("a near miss is ineligible, and has a change that a city can make")
  func nearMisses() throws {
    var question = ShortlistQuestion()
    question.nearMisses = true
    let matches = try scene.inquiry.lists(for: [scene.city("rivemont")], question).all()
      .flatMap(\.items).flatMap(\.matches)
    #expect(!matches.isEmpty)
    #expect(matches.allSatisfy { $0.verdict == .ineligible && !$0.fixes.isEmpty })
  }

  @Test("a pair that no list shows is explained all the same, with what keeps it out")
  func explain() throws {
    let listed = try scene.inquiry.explain("square", of: scene.city("rivemont"), with: "EUI-IA-4")
    #expect(listed.match.offer.opportunity.identifier == "EUI-IA-4")
    #expect(listed.placement.rank == listed.match.rank)
    let ofInstrument = try scene.inquiry.explain("square", of: scene.city("rivemont"), with: "EUI-IA")
    #expect(ofInstrument.match.offer.opportunity.level == .instrument)
  }

  @Test("what opens most is told with what is on offer")
  func sensitivity() throws {
    let found = try scene.inquiry.sensitivity(of: scene.city("rivemont"))
    #expect(found.sensitivity.portfolio.city.id == "rivemont")
    let offered = Set(found.offers.map(\.opportunity.identifier))
    #expect(
      found.sensitivity.unlocks.flatMap(\.opportunities).map(\.identifier).allSatisfy(offered.contains))
  }

  @Test("a budget is of the items named, in the order of the portfolio")
  func budget() throws {
    let city = try scene.city("rivemont")
    let names = Array(city.items.map(\.id).prefix(2))
    let found = try scene.inquiry.budget(of: names.reversed(), of: city, for: "EUI-IA-4")
    #expect(found.items.map(\.id) == names)
    #expect(Set(found.budget.lines.map(\.item)).isSubset(of: names))
  }

  @Test("a plan without an opportunity does not apply to it, and is set beside the one with it")
  func plan() throws {
    let city = try scene.city("rivemont")
    var question = PlanQuestion()
    question.assumesUndecided = true
    let plan = try scene.inquiry.plan(for: city, question)
    let first = try #require(plan.study.plan.applications.first).offer.opportunity.identifier
    question.without = [first]
    let other = try scene.inquiry.plan(for: city, question)
    #expect(!other.study.plan.applications.contains { $0.offer.opportunity.identifier == first })
    #expect(other.study.scenarios.count == 2)
  }

  @Test("a record is found by its identifier in any case of its letters")
  func record() throws {
    #expect(try scene.inquiry.record(of: "isf-ua").offer.opportunity.identifier == "ISF-UA")
    let stored = try #require(
      try scene.inquiry.opportunities().offers.first { $0.opportunity.reference != nil }?.opportunity)
    let found = try scene.inquiry.record(of: try #require(stored.reference))
    #expect(found.offer.opportunity.identifier == stored.identifier)
    #expect(found.versions.map(\.readOn) == [Scene.day("2026-03-14")])
  }

  @Test("the changes that concern a city are those of what its items list")
  func changes() throws {
    #expect(try !scene.inquiry.changes(concerning: [scene.city("rivemont")]).changes.isEmpty)
    _ = try scene.write("choir/city.yaml", "id: vale\nname: Vale\ncountry: FR\n")
    let items = try scene.write("choir/items.csv", "id,title\nchoir,Sheet music for the choir\n")
    let choir = try scene.inquiry.portfolio(String(items.dropLast("/items.csv".count)))
    #expect(try scene.inquiry.changes(concerning: [choir]).changes.isEmpty)
    #expect(try scene.inquiry.changes(since: Scene.day("2026-03-15")).changes.isEmpty)
  }

  @Test("the book has every instrument of the data folder")
  func book() throws {
    let book = try scene.inquiry.instruments()
    #expect(book.instruments.contains { $0.opportunity.identifier == "ISF-UA" })
    #expect(book.matrix.offers.count <= book.instruments.count)
  }

  @Test("queries are ranked as far as they can be read")
  func examination() throws {
    let line = """
      {"id":"q1","asOf":"2026-03-15","item":{"title":"Protection of public spaces"}}
      {"id":"q2"}

      """
    let examination = try scene.inquiry.examination(gold: scene.write("gold.jsonl", line))
    #expect(examination.queries.map(\.id) == ["q1"])
    #expect(examination.isWanting)
    let query = try #require(examination.queries.first)
    #expect(!examination.answer(query, by: .relevance).ranked.isEmpty)
  }
}
