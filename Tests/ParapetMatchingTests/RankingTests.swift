@testable import ParapetSearching
import SeededDraws
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("The order of a shortlist")
struct RankingTests {
  @Test("a better fit before a decided verdict")
  func noWall() {
    let undecided = call("B", fit: "core") {
      $0.requirements = .all(
        [$0.requirements, .criterion(.made("open", "consortium", [.minimum(["entities": "2"])]))].compactMap(
          \.self))
    }
    #expect(match(undecided).verdict == .undecided)
    #expect(ranked([call("A", fit: "possible"), undecided]) == ["B", "A"])
  }

  @Test("the better fit first")
  func fitThird() {
    #expect(ranked([call("A", fit: "possible"), call("B", fit: "core")]) == ["B", "A"])
  }

  @Test("then the earlier deadline, then the identifier")
  func deadlineAndIdentifier() {
    let late = call("A") { $0.deadlines = [Deadline(day: day("2026-12-15"))] }
    let early = call("B") { $0.deadlines = [Deadline(day: day("2026-07-15"))] }
    let alsoEarly = call("C") { $0.deadlines = [Deadline(day: day("2026-07-15"))] }
    #expect(ranked([late, alsoEarly, early]) == ["B", "C", "A"])
  }

  @Test("two records of one identifier are told apart by their reference")
  func reference() {
    let book = InstrumentBook(instruments: [], calls: [])
    let second = call("A").fromFeed(reference: "2")
    let first = call("A").fromFeed(reference: "1")
    let matches = list([second, first].map(book.offer))
    #expect(matches.map(\.offer.opportunity.reference) == ["1", "2"])
  }

  @Test("ranks count from 1 and the order of the offers does not matter")
  func orderOfOffers() {
    var generator = SeededGenerator()
    let calls = (0..<20).map { number in
      call("C\(number)", fit: number % 3 == 0 ? "core" : "possible") {
        $0.deadlines = [Deadline(day: day("2026-06-15").adding(days: number % 4 * 40))]
        if number % 5 == 0 { $0.funding.minimumGrant = nil }
      }
    }
    let expected = ranked(calls)
    for _ in 0..<20 {
      #expect(ranked(calls.shuffled(using: &generator)) == expected, "seed \(generator.seed)")
    }
    #expect(list(calls.map(InstrumentBook.offer)).map(\.rank) == Array(1...20))
  }

  @Test("closed, ineligible and unrelated calls are listed only when everything is asked for, and then last")
  func leftOut() {
    let closed = call("A") { $0.deadlines = [Deadline(day: day("2026-03-14"))] }
    let ineligible = call("B", country: "IT")
    let unrelated = call("C", measure: "training")
    let offers = [closed, ineligible, unrelated, call("D")].map(InstrumentBook.offer)
    #expect(list(offers).map(\.offer.opportunity.identifier) == ["D"])
    let all = list(offers, everything: true)
    #expect(Set(all.map(\.offer.opportunity.identifier)) == ["A", "B", "C", "D"])
    #expect(all.first?.offer.opportunity.identifier == "D")
    #expect(all.last?.verdict == .ineligible)
  }

  @Test("confidence is the share of the criteria that are decided")
  func confidence() {
    let sure = match(call("A"))
    let doubtful = match(call("A") { $0.funding.minimumGrant = nil })
    #expect(sure.confidence == 100)
    #expect(doubtful.confidence == 100, "a minimum that nobody states asks nothing")
  }

  @Test("each open fact is asked for once, in one order")
  func questions() {
    let tree = Requirement.all([
      .criterion(.made("a", "consortium", [.minimum(["entities": "2"])])),
      .criterion(.made("b", "consortium", [.minimum(["entities": "3"])])),
      .criterion(.made("c", "region-category", [.include(["category": "transition"])])),
    ])
    var city = City.rivemont()
    city.facts.regionCategory = nil
    let match = Matcher.onTheIdes().match(
      .made(), city, with: InstrumentBook.offer(.made(.call, "A", requirements: tree)))
    #expect(match.questions == [.partners, .regionCategory])
  }

  private func call(
    _ identifier: String, fit: String = "core", measure: String = "barriers", country: String = "FR",
    change: (inout Opportunity) -> Void = { _ in }
  ) -> Opportunity {
    var call = Opportunity.made(
      .call, identifier,
      requirements: .all([
        .criterion(.made("where", "territory", [.include(["country": country])])),
        .criterion(
          .made("what", "measure", [.include(["measure": measure, "fit": fit]), .otherwise(.undecided)])),
      ]))
    call.funding.minimumGrant = Cited(
      Money(minorUnits: 1), Citation(grade: .call, source: "https://example.eu"))
    change(&call)
    return call
  }

  private func ranked(_ opportunities: [Opportunity]) -> [String] {
    list(opportunities.map(InstrumentBook.offer)).map(\.offer.opportunity.identifier)
  }

  private func list(_ offers: [Offer], everything: Bool = false) -> [Match] {
    let ranking = OfferRanking(offers, matcher: .onTheIdes(grant: 1_000))
    var answers = ranking.makeAnswers()
    return ranking.list(
      .made(), of: .rivemont(), words: FoundWords(offers.map { _ in .none }), everything: everything,
      length: .whole,
      answers: &answers
    ).matches
  }

  private func match(_ opportunity: Opportunity) -> Match {
    Matcher.onTheIdes(grant: 1_000).match(.made(), with: InstrumentBook.offer(opportunity))
  }
}
