import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Criteria about who leads and who joins")
struct LeadCriteriaTests {
  private let lead = Criterion.made("lead", "coordinator", [.include(["applicant": "local-authority"])])
  private let labelled = Criterion.made(
    "label", "previous-award", [.include(["award": "urbact-good-practice"])])
  private let share = Criterion.made(
    "share", "partner-share",
    [
      .minimum(["percent": "70"]), .include(["category": "less-developed"]),
      .include(["category": "transition"]),
    ])

  @Test("a named lead is judged by its own kind, whatever the city is")
  func namedLead() throws {
    let facts = ["applicant": "research", "coordinator": "local-authority"]
    #expect(try lead.outcome(for: facts) == .met)
    #expect(try lead.outcome(for: ["applicant": "local-authority", "coordinator": "research"]) == .unmet)
  }

  @Test(
    "where nobody is named the city leads if it can, else a partner may",
    arguments: [
      ("local-authority", nil, Outcome.met), ("research", nil, .undecided), ("research", "none", .unmet),
      ("research", "IT:research", .unmet), ("research", "IT:local-authority", .undecided),
      ("research", "IT", .undecided), (nil, "none", .undecided),
    ] as [(String?, String?, Outcome)])
  func openLead(applicant: String?, partners: String?, outcome: Outcome) throws {
    let facts = facts(["applicant": applicant, "partners": partners])
    #expect(try lead.outcome(for: facts) == outcome)
    #expect(try lead.missing(for: facts) == (outcome == .undecided ? [.coordinator] : []))
  }

  @Test("what a list leaves open about a known lead is asked of the call's document")
  func openList() throws {
    let open = Criterion.made(
      "lead", "coordinator", [.include(["applicant": "local-authority"]), .otherwise(.undecided)])
    #expect(try open.missing(for: ["coordinator": "research"]) == [.callDocument])
  }

  @Test("the lead of an item is a partner by name, the city by its own, and open where nobody is named")
  func leadOfItem() {
    var item = Item.made()
    #expect(Subject(city: .rivemont(), item: item).coordinator == nil)
    item.coordinator = "portanova"
    #expect(Subject(city: .rivemont(), item: item).coordinator?.country == Country("IT"))
    item.coordinator = "rivemont"
    #expect(Subject(city: .rivemont(), item: item).coordinator?.population == 342_669)
  }

  @Test(
    "an award that is asked for must be the lead's",
    arguments: [
      ("urbact-good-practice", "none", Outcome.met), ("none", "none", .unmet),
      ("urban-innovative-action", "none", .unmet), ("none", "IT", .undecided), (nil, "none", .undecided),
    ] as [(String?, String?, Outcome)])
  func awards(awards: String?, partners: String?, outcome: Outcome) throws {
    #expect(try labelled.outcome(for: facts(["awards": awards, "partners": partners])) == outcome)
  }

  @Test("what decides an award is the award itself, and who leads where the city has none")
  func askedForAwards() throws {
    #expect(try labelled.missing(for: [:]) == [.awards])
    #expect(try labelled.missing(for: ["awards": "none", "partners": "IT"]) == [.coordinator])
  }

  @Test("an award that shuts out beats one that is asked for")
  func refusedAward() throws {
    let refused = Criterion.made("new", "previous-award", [.exclude(["award": "european-urban-initiative"])])
    let both = "urbact-good-practice|european-urban-initiative"
    #expect(try refused.outcome(for: ["awards": both, "partners": "none"]) == .unmet)
    #expect(try refused.outcome(for: ["awards": "urbact-good-practice"]) == .met)
  }

  @Test(
    "the share of regions counts the city itself, and leaves out whoever lies outside the Union",
    arguments: [
      ("PL:local-authority:less-developed|PT:local-authority:less-developed", Outcome.met),
      ("PL:local-authority:less-developed|DE:local-authority:more-developed", .unmet),
      ("PL:local-authority:less-developed|NO:local-authority", .unmet),
      ("PL:local-authority:less-developed|DE:local-authority", .undecided),
      ("none", .met), (nil, .undecided),
    ] as [(String?, Outcome)])
  func share(partners: String?, outcome: Outcome) throws {
    let facts = facts(["country": "FR", "regionCategory": "transition", "partners": partners])
    #expect(try share.outcome(for: facts) == outcome)
    guard outcome == .undecided else { return }
    #expect(try share.missing(for: facts) == [partners == nil ? .partners : .partnerRegions])
  }

  @Test("seven of ten is a share of seventy per cent, and six of nine is not")
  func exactShare() throws {
    func partners(_ inside: Int, _ outside: Int) -> [String: String] {
      let names =
        Array(repeating: "PL:local-authority:less-developed", count: inside)
        + Array(repeating: "DE:local-authority:more-developed", count: outside)
      return [
        "country": "FR", "regionCategory": "more-developed", "partners": names.joined(separator: "|"),
      ]
    }
    #expect(try share.outcome(for: partners(7, 2)) == .met)
    #expect(try share.outcome(for: partners(6, 2)) == .unmet)
  }

  @Test(
    "a criterion that cannot be understood says what it lacks",
    arguments: [
      Criterion.made("a", "coordinator", [.include(["applicant": "mayor"])]),
      Criterion.made("b", "previous-award", [.include(["award": "medal"])]),
      Criterion.made("c", "partner-share", [.minimum(["percent": "70"])]),
      Criterion.made(
        "d", "partner-share", [.minimum(["percent": "0"]), .include(["category": "transition"])]),
      Criterion.made("e", "partner-share", [.include(["category": "poor"]), .minimum(["percent": "70"])]),
    ])
  func faults(criterion: Criterion) {
    #expect(throws: CriterionFault.self) { try criterion.logic() }
  }

  private func facts(_ stated: [String: String?]) -> [String: String] { stated.compactMapValues(\.self) }
}
