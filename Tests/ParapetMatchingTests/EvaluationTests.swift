@testable import ParapetSearching
import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Questions with known answers")
struct EvaluationTests {
  @Test(
    "candidates are what was open on the day: opened, or 180 days before its last deadline, and not past it")
  func candidates() {
    let offers = [
      offer("OPEN", opens: "2026-03-01", closes: ["2026-04-01"]),
      offer("LATER", opens: "2026-03-16", closes: ["2026-04-01"]),
      offer("PAST", opens: "2026-01-01", closes: ["2026-03-14"]),
      offer("TODAY", opens: "2026-03-15", closes: ["2026-03-15"]),
      offer("STAGES", opens: "2026-01-01", closes: ["2026-02-01", "2026-05-01"]),
      offer("NEAR", opens: nil, closes: ["2026-09-11"]), offer("FAR", opens: nil, closes: ["2026-09-12"]),
      offer("NEVER", opens: "2026-01-01", closes: []),
    ]
    let answer = answer("Evacuation", among: offers)
    #expect(answer.ranked.sorted() == ["NEAR", "OPEN", "STAGES", "TODAY"])
  }

  @Test("the nearest text comes first whoever may apply, and equals stand by verdict and deadline")
  func order() {
    let far = Requirement.criterion(.made("where", "territory", [.include(["country": "DK"])]))
    let offers = [
      offer("B", title: "Evacuation", closes: ["2026-04-02"]),
      offer("A", title: "Evacuation", closes: ["2026-04-03"]),
      offer("C", title: "Evacuation of cities"), offer("D", title: "Fishery"),
      offer("E", title: "Evacuation", requirements: far),
    ]
    let answer = answer("Evacuation", among: offers)
    #expect(answer.ranked == ["B", "A", "E", "C", "D"])
    #expect(answer.excluding["E"] == ["where"])
    #expect(answer.verdicts["E"] == .ineligible)
    #expect(answer.verdicts.count == 5)
  }

  @Test("of two records of one identifier the better place counts, and an undecided one names its questions")
  func doubles() {
    let answer = answer("Evacuation", among: [offer("A", title: "Fishery"), offer("A", title: "Evacuation")])
    #expect(answer.ranked == ["A"])
    #expect(answer.verdicts["A"] == .undecided)
    #expect(answer.questions["A"]?.isEmpty == false)
  }

  @Test("in the order of a shortlist the verdict comes before the words")
  func shortlist() {
    let home = Requirement.all([
      .criterion(.made("where", "territory", [.include(["country": "FR"])])),
      .criterion(.made("what", "measure", [.include(["measure": "training", "fit": "core"])])),
    ])
    let offers = [
      offer("SURE", title: "Fishery", requirements: home), offer("NEAR", title: "Evacuation"),
      offer("FAR", title: "Quantum physics", closes: ["2026-03-20"]),
    ]
    #expect(answer("Evacuation", among: offers, by: .relevance).ranked.first == "NEAR")
    #expect(answer("Evacuation", among: offers, by: .shortlist).ranked.first == "SURE")
    #expect(answer("Evacuation", among: offers, by: .shortlist).ranked.count == 3)
  }

  @Test("what a shortlist leaves out stands behind what it has")
  func leftOut() {
    let training = Requirement.criterion(
      .made("what", "measure", [.include(["measure": "training", "fit": "core"])]))
    let far = Requirement.all([
      training, .criterion(.made("where", "territory", [.include(["country": "DK"])])),
    ])
    let offers = [
      offer("A-OFF-SUBJECT", title: "Quantum physics"), offer("B-FAR", requirements: far),
      offer("C-LISTED", title: "Fishery", requirements: training),
    ]
    #expect(
      answer("Evacuation", among: offers, by: .shortlist).ranked == ["C-LISTED", "A-OFF-SUBJECT", "B-FAR"])
  }

  @Test("that a call was stated closed after the day of a question does not make it less open on that day")
  func statedLater() {
    let training = Requirement.criterion(
      .made("what", "measure", [.include(["measure": "training", "fit": "core"])]))
    let offers = [
      offer("FARTHER", title: "Fishery", requirements: training),
      offer("CLOSED-SINCE", requirements: training, stated: .closed),
      offer("WITHDRAWN", requirements: training, stated: .withdrawn),
    ]
    #expect(offers[1].opportunity.status(on: ides) == .unknown)
    #expect(
      answer("Evacuation", among: offers, by: .shortlist).ranked == ["CLOSED-SINCE", "FARTHER", "WITHDRAWN"])
  }

  private func offer(
    _ id: String, title: String = "Evacuation", opens: String? = "2026-01-01",
    closes: [String] = ["2026-04-01"], requirements: Requirement? = nil,
    stated: Status? = nil
  ) -> Offer {
    var call = Opportunity.made(.topic, id, title: title, requirements: requirements)
    call.openingDate = opens.map(day)
    call.deadlines = closes.map { Deadline(day: day($0)) }
    call.statedStatus = stated
    return InstrumentBook.offer(call)
  }

  private func answer(
    _ title: String, among offers: [Offer], by order: Evaluation.Order = .relevance
  ) -> Evaluation.Answer {
    let query = GoldQuery(
      id: "q", asOf: ides, city: .rivemont(), item: .made("q", ["training"], title: title))
    return Evaluation(among: offers, lexicon: Lexicon(), pricing: Pricing { _, _, _ in nil })
      .answer(query, by: order)
  }
}
