import ParapetModel
import ParapetSearching
import Testing

@testable import ParapetMatching

@Suite("Criteria about what an item holds")
struct ContentCriteriaTests {
  private let readiness = Criterion.made(
    "trl", "technology-readiness", [.maximum(["level": "7"]), .include(["measure": "tech-pilot"])])
  private let purposes = Criterion.made(
    "purpose", "excluded-purpose",
    [
      .exclude(["purpose": "military", "measure": "counter-drone"]), .exclude(["purpose": "customs-control"]),
    ])
  private let headings = Criterion.made(
    "works", "cost-heading", [.exclude(["heading": "W", "measure": "barriers"])])

  @Test(
    "a technology is asked for its level, and a course for guards is not",
    arguments: [
      ("tech-pilot", "7", Outcome.met), ("tech-pilot", "8", .unmet), ("tech-pilot", nil, .undecided),
      ("training", nil, .met), ("training|tech-pilot", nil, .undecided), (nil, "3", .undecided),
    ] as [(String?, String?, Outcome)])
  func levels(measures: String?, level: String?, outcome: Outcome) throws {
    let facts = facts(["measures": measures, "trl": level])
    #expect(try readiness.outcome(for: facts) == outcome)
    guard outcome == .undecided else { return }
    #expect(try readiness.missing(for: facts) == [measures == nil ? .measures : .technologyReadiness])
  }

  @Test(
    "a purpose that is not paid for excludes, and only a measure that gives reason to is asked about",
    arguments: [
      ("barriers", nil, Outcome.met), ("counter-drone", nil, .undecided),
      ("barriers|counter-drone", nil, .undecided), ("counter-drone", "none", .met),
      ("counter-drone", "military", .unmet), ("barriers", "customs-control", .unmet),
      ("barriers", "public-order", .met), (nil, nil, .undecided), (nil, "none", .met),
    ] as [(String?, String?, Outcome)])
  func served(measures: String?, stated: String?, outcome: Outcome) throws {
    let facts = facts(["measures": measures, "purposes": stated])
    #expect(try purposes.outcome(for: facts) == outcome)
    #expect(try purposes.missing(for: facts) == (outcome == .undecided ? [.purposes] : []))
  }

  @Test(
    "an item of nothing but excluded costs is refused; of others the budget leaves them out",
    arguments: [
      ("barriers", "W", Outcome.unmet), ("barriers", "W|C2", .met), ("barriers", "C2", .met),
      ("barriers", nil, .undecided), ("training", nil, .met), (nil, nil, .undecided),
    ] as [(String?, String?, Outcome)])
  func costs(measures: String?, stated: String?, outcome: Outcome) throws {
    let facts = facts(["measures": measures, "costHeadings": stated])
    #expect(try headings.outcome(for: facts) == outcome)
    #expect(try headings.missing(for: facts) == (outcome == .undecided ? [.costHeadings] : []))
  }

  @Test("the headings of an item are those of its cost lines, where every line has one")
  func headingsOfLines() {
    var item = Item.made()
    #expect(Subject(city: .rivemont(), item: item).costHeadings == nil)
    var works = CostLine(quantity: 10_000, unitCost: Money(minorUnits: 100))
    works.category = .works
    item.lines = [works, works]
    #expect(Subject(city: .rivemont(), item: item).costHeadings == [.works])
    var unnamed = works
    unnamed.category = nil
    item.lines.append(unnamed)
    #expect(Subject(city: .rivemont(), item: item).costHeadings == nil)
  }

  @Test("a measure that is paid for one subject alone is never enough, and the subject is asked for")
  func partial() throws {
    let criterion = Criterion.made(
      "what", "measure",
      [
        .include(["measure": "victim-support", "fit": "possible", "scope": "part"]),
        .include(["measure": "awareness", "fit": "core"]), .exclude(["measure": "barriers"]),
        .otherwise(.undecided),
      ])
    #expect(try criterion.outcome(for: ["measures": "awareness"]) == .met)
    #expect(try criterion.missing(for: ["measures": "victim-support"]) == [.subject])
    #expect(try criterion.missing(for: ["measures": "victim-support|awareness"]) == [.subject])
    #expect(try criterion.missing(for: ["measures": "victim-support|training"]) == [.callDocument])
    #expect(try criterion.missing(for: ["measures": "victim-support|barriers"]) == [.measures])
  }

  @Test(
    "a measure that is paid for within a territorial strategy asks for it, and the city's own fact decides")
  func strategy() throws {
    let criterion = Criterion.made(
      "what", "measure",
      [
        .include(["measure": "barriers", "fit": "possible", "scope": "strategy"]),
        .include(["measure": "resilience", "fit": "possible"]), .otherwise(.undecided),
      ])
    let aim = Criterion.made(
      "aim", "measure",
      [
        .include(["measure": "barriers", "fit": "core"]), .include(["measure": "resilience", "fit": "core"]),
      ])
    let offer = InstrumentBook.offer(
      .made(.instrument, "FUND", requirements: .all([.criterion(aim), .criterion(criterion)])))
    func match(_ strategy: Bool?, _ measure: String = "barriers") -> Match {
      var city = City.rivemont()
      city.facts.others[.territorialStrategy] = strategy.map { .truth($0) }
      return Matcher.onTheIdes().match(.made("x", [measure]), of: city, with: offer, words: .none)
    }
    #expect(match(nil).reasons.first { $0.id == "what" }?.missing == [.territorialStrategy])
    #expect(match(nil).standing == .answer)
    #expect(match(true).reasons.first { $0.id == "what" }?.outcome == .met)
    #expect(match(true).standing == .ready && match(nil, "resilience").standing == .ready)
    #expect(match(false).reasons.first { $0.id == "what" }?.missing == [.subject], "another way is open")
  }

  @Test("whose list says what is paid for, the instrument or the topic, decides nothing about who may apply")
  func narrowTopic() {
    let list = Criterion.made("what", "measure", [.include(["measure": "barriers", "fit": "core"])])
    let instrument = Opportunity.made(.instrument, "FUND", requirements: .criterion(list))
    func verdict(_ level: Opportunity.Level, _ own: Requirement?) -> Verdict {
      var call = Opportunity.made(level, "CALL", partOf: "FUND", requirements: own)
      call.funding.minimumGrant = Cited(
        Money(minorUnits: 100), Citation(grade: .call, source: "https://example.eu"))
      let book = InstrumentBook(instruments: [instrument], calls: [call])
      return Matcher.onTheIdes(grant: 1_000).match(.made(), with: book.offer(call)).verdict
    }
    let rule = Requirement.criterion(.made("fresh", "completion"))
    #expect(verdict(.call, rule) == .eligible)
    #expect(verdict(.topic, rule) == .eligible)
    #expect(verdict(.call, nil) == .undecided, "what the call itself asks is not known")
    #expect(verdict(.topic, nil) == .undecided)
    let own = Criterion.made("own", "measure", [.include(["measure": "barriers", "fit": "possible"])])
    #expect(verdict(.topic, .criterion(own)) == .eligible)
  }

  @Test(
    "a criterion that cannot be understood says what it lacks",
    arguments: [
      Criterion.made("a", "technology-readiness", [.include(["measure": "tech-pilot"])]),
      Criterion.made("b", "excluded-purpose", [.exclude(["purpose": "parade"])]),
      Criterion.made("c", "excluded-purpose", []),
      Criterion.made("d", "cost-heading", [.exclude(["heading": "Z"])]),
      Criterion.made("e", "cost-heading", [.include(["heading": "W"])]),
      Criterion.made("f", "measure", [.include(["measure": "barriers", "fit": "core", "scope": "half"])]),
      Criterion.made("g", "measure", [.include(["measure": "barriers", "fit": "core", "scope": "part"])]),
    ])
  func faults(criterion: Criterion) {
    #expect(throws: CriterionFault.self) { try criterion.logic() }
  }

  private func facts(_ stated: [String: String?]) -> [String: String] { stated.compactMapValues(\.self) }
}
