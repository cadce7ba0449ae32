import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Requirement trees as a compiled book")
struct OfferBookTests {
  @Test("two thousand random cities and items get the verdicts and masks of the criteria themselves")
  func againstTheCriteria() {
    var generator = SeededGenerator()
    let matcher = Matcher.onTheIdes()
    var seen: [Verdict: Int] = [:]
    for round in 0..<100 {
      let offers = (0..<30).map { number in
        var call = Opportunity.made(.call, "C\(number)", requirements: .drawn(using: &generator))
        call.openingDate = Int.random(in: 0..<3, using: &generator) == 0 ? day("2026-07-01") : nil
        return InstrumentBook.offer(call)
      }
      let book = OfferBook(offers, matcher: matcher)
      var answer = book.makeAnswer()
      for _ in 0..<20 {
        let city = City.drawn(using: &generator)
        let subject = Subject(city: city, item: .drawn(of: city, using: &generator))
        book.judge(subject, into: &answer)
        for (index, offer) in offers.enumerated() {
          let (verdict, reasons) = matcher.judge(subject, against: offer)
          guard let rule = book.rules[index] else {
            Issue.record(
              "round \(round), seed \(generator.seed): a tree of \(reasons.count) was not compiled")
            return
          }
          let found = book.answer(answer, of: rule)
          seen[verdict, default: 0] += 1
          guard found.verdict == verdict, found.unmet == mask(reasons, .unmet),
            found.open == mask(reasons, .undecided)
          else {
            Issue.record(
              "round \(round), seed \(generator.seed): \(found) for \(verdict)\n\(subject)\n\(reasons)")
            return
          }
        }
      }
    }
    #expect(seen.count == 3 && seen.values.allSatisfy { $0 > 500 }, "the sample has to hold every verdict")
  }

  @Test("topics of one instrument share its rule, and those of another day have one of their own")
  func shared() {
    let instrument = Opportunity.made(
      .instrument, "ISF", requirements: .criterion(.made("open", "completion")))
    let book = InstrumentBook(instruments: [instrument], calls: [])
    let offers = (0..<10).map { number in
      var topic = Opportunity.made(.topic, "T\(number)", partOf: "ISF")
      if number == 9 { topic.openingDate = day("2026-09-01") }
      return book.offer(topic)
    }
    let rules = OfferBook(offers, matcher: .onTheIdes()).rules
    #expect(Set(rules.prefix(9)).count == 1)
    #expect(rules[9] != rules[0])
  }

  @Test("a tree of more criteria than a mask has bits is left to the criteria themselves")
  func tooMany() {
    let parts = (0..<65).map { Requirement.criterion(.made("c\($0)", "completion")) }
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: .all(parts)))
    #expect(OfferBook([offer], matcher: .onTheIdes()).rules == [nil])
  }

  @Test("the shipped instruments and calls give every example city what the criteria give it")
  func shippedData() throws {
    let matcher = Matcher.onTheIdes()
    let offers = try ShippedData.book.get().offers([], on: ides)
    let book = OfferBook(offers, matcher: matcher)
    var answer = book.makeAnswer()
    var pairs = 0
    for name in ["rivemont", "lipovgrad", "havenrijk", "fjordholm"] {
      let portfolio = try #require(try ShippedData.portfolio(name).portfolio)
      for item in portfolio.items {
        let subject = Subject(city: portfolio.city, item: item)
        book.judge(subject, into: &answer)
        for (index, offer) in offers.enumerated() {
          guard let rule = book.rules[index] else {
            Issue.record("a shipped tree does not fit into a mask")
            return
          }
          let (verdict, reasons) = matcher.judge(subject, against: offer)
          let found = book.answer(answer, of: rule)
          #expect(found.verdict == verdict && found.unmet == mask(reasons, .unmet))
          pairs += 1
        }
      }
    }
    #expect(pairs > 500)
  }

  /// The criteria with an outcome; a reason tells that of the demand, a mask that of the criterion.
  private func mask(_ reasons: [Reason], _ outcome: Outcome) -> UInt64 {
    reasons.enumerated().reduce(0) { mask, entry in
      let own = entry.element.isNegated ? entry.element.outcome.negated : entry.element.outcome
      return own == outcome ? mask | 1 << UInt64(entry.offset) : mask
    }
  }
}
