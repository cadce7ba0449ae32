import SeededDraws
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("What criteria read of a subject")
struct SubjectPartsTests {
  /// Of each kind that calls ask in their own texts, beside those that trees are drawn of.
  private static let further: [Criterion] = [
    .made("aim", "aim", [.include(["aim": "health", "en": "health"])]),
    .made(
      "members", "members",
      [.minimum(["bodies": "police", "entities": "2", "countries": "2", "places": "EU"])]),
    .made("seats", "seats", [.include(["group": "EU"])]),
    .made("lead-seat", "lead-seat", [.include(["group": "FR"])]),
    .made("control", "control", [.include(["group": "EU"])]),
    .made("everyone", "everyone", [.include(["bodies": "local-authority"])]),
    .made("lead-body", "lead-body", [.include(["bodies": "local-authority"])]),
    .made("sentence", "sentence", [Criterion.Parameter("text", ["of": "open"])]),
    .made("plan", "gender-equality-plan"),
    .made("strategy", "territorial-strategy"),
  ]

  @Test("what a criterion does not read may change, and its answer and its proposals stay")
  func unread() {
    var generator = SeededGenerator()
    var kinds: Set<String> = []
    for round in 0..<2_000 {
      let call = Opportunity.made(
        .call, "C",
        requirements: .all([
          .drawn(using: &generator),
          .criterion(SubjectPartsTests.further[round % SubjectPartsTests.further.count]),
        ]))
      let (first, second) = (drawn(using: &generator), drawn(using: &generator))
      for leaf in InstrumentBook.offer(call).tree.leaves {
        guard let logic = leaf.logic else { continue }
        kinds.insert(leaf.kind)
        let mixed = second.taking(logic.reads, of: first)
        guard logic.judge(mixed, on: ides) == logic.judge(first, on: ides),
          logic.proposals(mixed, on: ides) == logic.proposals(first, on: ides)
        else {
          Issue.record("round \(round), seed \(generator.seed): \(leaf.kind) reads more than it says")
          return
        }
      }
    }
    #expect(kinds == Set(CriterionKind.written.map(\.rawValue)), "the sample has to hold every kind")
  }

  @Test("a change of what criteria read is the change of the city and of the item, and of no other part")
  func changes() {
    var generator = SeededGenerator()
    let home = Change.NewPartner(isFromAnotherCountry: false, applicant: .lawEnforcement)
    let abroad = Change.NewPartner(isFromAnotherCountry: true)
    for round in 0..<2_000 {
      let city = City.drawn(using: &generator)
      let item = Item.drawn(of: city, using: &generator)
      let subject = Subject(city: city, item: item)
      let changes: [Change] = [
        .partners([abroad, home, abroad]), .measures(["lighting"]),
        .period(start: day("2027-01-01"), end: day("2028-12-31")),
        .cost(more: Money(minorUnits: 100, currency: city.currency)),
        .further(.awards, "urban-innovative-action"),
        .value(.technologyReadiness, .number(6)), .value(.applicant, .code("research")), .seat(.memberStates),
        .seat(.region("FRL03")),
        .value(.population, .number(80_000)), .value(.regionCategory, .code("transition")),
      ]
      for change in changes {
        var (changedCity, changedItem) = (city, item)
        change.apply(to: &changedCity, &changedItem)
        var changed = subject
        change.apply(to: &changed, applicantLeads: item.coordinator == city.id)
        guard changed == Subject(city: changedCity, item: changedItem),
          subject.taking(change.fact.changedParts, of: changed) == changed
        else {
          Issue.record("round \(round), seed \(generator.seed): \(change) makes \(changed) of \(subject)")
          return
        }
      }
    }
  }

  private func drawn(using generator: inout SeededGenerator) -> Subject {
    let city = City.drawn(using: &generator)
    return Subject(city: city, item: .drawn(of: city, using: &generator))
  }
}

extension Subject {
  /// The subject with some parts of another.
  fileprivate func taking(_ parts: SubjectParts, of other: Subject) -> Subject {
    var mixed = self
    if parts.contains(.applicant) { mixed.applicant = other.applicant }
    if parts.contains(.partners) { mixed.partners = other.partners }
    if parts.contains(.lead) { mixed.coordinator = other.coordinator }
    if parts.contains(.period) { (mixed.start, mixed.end) = (other.start, other.end) }
    for fact in Fact.allCases where fact.declaration.part == .item && parts.contains(fact.parts) {
      mixed[fact] = other[fact]
    }
    return mixed
  }
}
