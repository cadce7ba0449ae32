import ParapetBudgeting
import ParapetDesk
import ParapetMatching
import ParapetModel
import ParapetReporting
import Testing

@Suite("the desk")
struct DeskTests {
  /// Ten different questions, each answered by its JSON.
  private static let questions: [@Sendable (Inquiry, Wording, String) throws -> String] = [
    { desk, words, folder in
      let lists = try desk.lists(for: [desk.portfolio(folder)])
      return lists.report(of: lists.all(), words).json
    },
    { desk, words, folder in
      var question = ShortlistQuestion()
      question.nearMisses = true
      question.length = .first(3)
      let lists = try desk.lists(for: [desk.portfolio(folder)], question)
      return lists.report(of: lists.all(), words).json
    },
    { try $0.explain("square", of: $0.portfolio($2), with: "EUI-IA-4").report($1).json },
    { try $0.sensitivity(of: $0.portfolio($2)).report($1).json },
    { try $0.budget(of: ["square"], of: $0.portfolio($2), for: "EUI-IA-4").report($1).json },
    { try $0.plan(for: $0.portfolio($2)).report($1).json },
    { desk, words, _ in try desk.opportunities().report(words).json },
    { desk, words, _ in try desk.record(of: "ISF-UA").report(words).json },
    { try $0.changes(concerning: [$0.portfolio($2)]).report($1).json },
    { desk, words, _ in desk.instruments().report(words).json },
  ]

  @Test("opened once and asked ten questions by ten tasks at once, it answers as it does one by one")
  func tenAtOnce() async throws {
    let folder = Scene.data + "/portfolios/rivemont"
    let wording = try Scene().inquiry.wording(.english)
    let alone = try Scene()
    let expected = try DeskTests.questions.map { try $0(alone.inquiry, wording, folder) }
    #expect(Set(expected).count == DeskTests.questions.count)

    let shared = try Scene()
    let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (number, ask) in DeskTests.questions.enumerated() {
        group.addTask { (number, try ask(shared.inquiry, wording, folder)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for (number, answer) in expected.enumerated() { #expect(answers[number] == answer, "question \(number)") }
  }

  @Test("two moments at one desk are two answers: what is open on one day is closed on another")
  func moments() throws {
    let scene = try Scene()
    let now = try scene.inquiry.opportunities().offers
    let later = try scene.desk.at(Moment(asOf: Scene.day("2031-01-01"))).opportunities().offers
    #expect(now.contains { $0.opportunity.status(on: Scene.moment.asOf) == .open })
    #expect(later.count < now.count)
    #expect(!later.contains { $0.opportunity.status(on: Scene.day("2031-01-01")) == .closed })
  }

  @Test("what the catalogue learnt later is not known before")
  func knownOn() throws {
    let scene = try Scene()
    let before = Moment(asOf: Scene.moment.asOf, knownOn: Scene.day("2026-03-13"))
    #expect(
      try scene.desk.at(before).opportunities().offers.count < scene.inquiry.opportunities().offers.count)
  }

  @Test("without a catalogue the calls of the data folder are all there is, and that is told")
  func noCatalogue() throws {
    let scene = try Scene([])
    let listener = Listener()
    let offers = try scene.desk.at(Scene.moment, telling: listener.hear).opportunities().offers
    #expect(!offers.isEmpty)
    #expect(
      listener.notices.contains { notice -> Bool in
        if case .noCatalogue(scene.desk.places.store) = notice { true } else { false }
      })
  }

  @Test("a catalogue that another question makes is seen by the next")
  func catalogueMadeLater() throws {
    let scene = try Scene([])
    let before = try scene.inquiry.opportunities().offers.count
    let question = IngestQuestion(
      [Scene.data + "/feeds/portal-2026-03-14"], readOn: Scene.day("2026-03-14"))
    #expect(try scene.inquiry.ingest(question).hasTaken)
    #expect(try scene.inquiry.opportunities().offers.count > before)
  }
}
