import ParapetBudgeting
import ParapetDesk
import ParapetMatching
import ParapetModel
import Testing

@Suite("what has no answer at the desk")
struct FailureTests {
  private static let scene = Result { try Scene() }

  private var scene: Scene { get throws { try FailureTests.scene.get() } }

  private func failure(_ ask: () throws -> Void) -> Failure? {
    do {
      try ask()
      return nil
    } catch {
      return error as? Failure
    }
  }

  @Test("a data folder that is not there")
  func noData() {
    let places = Places(data: "/nowhere", store: "/nowhere/store", scratch: "/tmp", solver: "")
    let failure = failure { _ = try Desk(places, program: "test") }
    #expect(failure?.kind == .notThere)
    #expect(failure?.message() == "there is no data folder at '/nowhere'")
  }

  @Test("a portfolio that is not there, and one that does not say which city it is about")
  func portfolios() throws {
    let listener = Listener()
    let inquiry = try scene.desk.at(Scene.moment, telling: listener.hear)
    #expect(failure { _ = try inquiry.portfolio("/nowhere") }?.kind == .notThere)
    _ = try scene.write("nameless/items.csv", "id,title\na,A\n")
    let city = try scene.write("nameless/city.yaml", "population: 5\n")
    let folder = String(city.dropLast("/city.yaml".count))
    #expect(failure { _ = try inquiry.portfolio(folder) }?.kind == .unusable)
    #expect(!listener.findings.isEmpty)
  }

  @Test("a city that fails costs itself alone")
  func isolation() throws {
    let folders = ["rivemont", "nowhere", "havenrijk"].map { Scene.data + "/portfolios/" + $0 }
    let read = try folders.map { folder in
      let inquiry = try scene.inquiry
      return Result { () throws(Failure) in try inquiry.portfolio(folder) }
    }
    let cities = read.compactMap { try? $0.get() }
    #expect(cities.map(\.city.id) == ["rivemont", "havenrijk"])
    #expect(try scene.inquiry.lists(for: cities).all().count == 2)
  }

  @Test("an item and an opportunity that nobody has, with what may have been meant")
  func unknownNames() throws {
    let inquiry = try scene.inquiry
    let city = try scene.city("rivemont")
    let item = failure { _ = try inquiry.explain("sqare", of: city, with: "EUI-IA-4") }
    #expect(item?.kind == .misuse)
    #expect(item?.message().contains("did you mean 'square'?") == true)
    let opportunity = failure { _ = try inquiry.record(of: "EUI-IA-44") }
    #expect(opportunity?.kind == .notThere)
    var question = PlanQuestion()
    question.without = ["EUI-IA-44"]
    #expect(failure { _ = try inquiry.plan(for: city, question) }?.kind == .misuse)
    question.without = []
    question.ownContribution = "2027:5"
    #expect(failure { _ = try inquiry.plan(for: city, question) }?.kind == .misuse)
  }

  @Test("limits that clash are named in the language asked for")
  func clash() throws {
    let inquiry = try scene.inquiry
    let city = try scene.city("rivemont")
    var question = PlanQuestion()
    question.required = city.items.map(\.id)
    question.ownContribution = "2027=0"
    let failure = try #require(failure { _ = try inquiry.plan(for: city, question) })
    #expect(failure.kind == .unusable)
    #expect(!failure.clash.isEmpty)
    #expect(failure.message(in: .english) != failure.message(in: .french))
  }

  @Test("changes where there is no catalogue")
  func noCatalogue() throws {
    let empty = try Scene([])
    #expect(failure { _ = try empty.inquiry.changes() }?.kind == .unreachable)
  }

  @Test("a file in a folder that is not there cannot be written")
  func output() {
    #expect(failure { try OutputFile(path: "/nowhere/a").write([1]) }?.kind == .unwritable)
  }

  @Test("an address that is none stops before anything is read, and is not repeated")
  func address() throws {
    let empty = try Scene([])
    let question = IngestQuestion(["a.json", "http://user:secret@"], readOn: Scene.day("2026-03-14"))
    let failure = failure { _ = try empty.inquiry.ingest(question) }
    #expect(failure?.kind == .misuse)
    #expect(failure?.message().contains("secret") == false)
  }
}
