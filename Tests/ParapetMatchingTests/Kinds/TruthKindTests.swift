import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("What must hold of the applicant")
struct TruthKindTests {
  private let strategy = Criterion.made("strategy", "territorial-strategy")

  @Test("yes meets it, no fails it, and silence is asked about")
  func outcomes() throws {
    for (answer, outcome) in [("yes", Outcome.met), ("no", .unmet), (nil, .undecided)] {
      var subject = Subject()
      subject.applicant[.territorialStrategy] = answer.flatMap {
        FactValue($0, as: Fact.territorialStrategy.declaration.form)
      }
      let judgement = try strategy.logic().judge(subject, on: day("2026-03-15"))
      #expect(judgement.outcome == outcome)
      #expect(judgement.missing == (outcome == .undecided ? [.territorialStrategy] : []))
    }
  }

  @Test("who has none may come to have one; who is silent is asked first")
  func proposals() throws {
    var subject = Subject()
    let kind = try strategy.logic()
    #expect(kind.proposals(subject, on: day("2026-03-15")).isEmpty)
    subject.applicant[.territorialStrategy] = .truth(false)
    #expect(
      kind.proposals(subject, on: day("2026-03-15"))
        == [.change(.value(.territorialStrategy, .truth(true)))])
  }

  @Test("it has no parameters")
  func parameters() {
    let wrong = Criterion.made("strategy", "territorial-strategy", [.include(["country": "FR"])])
    #expect(throws: CriterionFault.self) { try wrong.logic() }
  }
}
