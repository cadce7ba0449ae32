import SeededDraws
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("The rules of many offers, each criterion judged once")
struct RuleTableTests {
  @Test("two thousand random cities and items get the verdicts and reasons that each pair gets alone")
  func againstPairByPair() {
    var generator = SeededGenerator()
    let matcher = Matcher.onTheIdes()
    var seen: [Verdict: Int] = [:]
    for round in 0..<100 {
      let offers = (0..<30).map { number in
        var call = Opportunity.made(.call, "C\(number)", requirements: .drawn(using: &generator))
        call.openingDate = Int.random(in: 0..<3, using: &generator) == 0 ? day("2026-07-01") : nil
        return InstrumentBook.offer(call)
      }
      let table = RuleTable(offers, matcher: matcher)
      var answers = table.makeAnswers()
      for _ in 0..<20 {
        let city = City.drawn(using: &generator)
        let subject = Subject(city: city, item: .drawn(of: city, using: &generator))
        answers.begin(subject)
        for (index, offer) in offers.enumerated() {
          let (verdict, reasons) = matcher.judge(subject, against: offer)
          seen[verdict, default: 0] += 1
          // The verdict alone looks at fewer criteria than the reasons do.
          let alone = table.verdict(of: table.rules[index], &answers)
          let found = table.judged(by: table.rules[index], &answers)
          guard alone == verdict, found.0 == verdict, found.1 == reasons else {
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
    let rules = RuleTable(offers, matcher: .onTheIdes()).rules
    #expect(Set(rules.prefix(9)).count == 1)
    #expect(rules[9] != rules[0])
  }

  @Test("a tree of very many criteria is judged as any other")
  func many() {
    let parts = (0..<200).map { Requirement.criterion(.made("c\($0)", "completion")) }
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: .all(parts)))
    let table = RuleTable([offer], matcher: .onTheIdes())
    var answers = table.makeAnswers()
    for (end, verdict) in [("2025-12-31", Verdict.ineligible), ("2028-12-31", .eligible)] {
      var subject = Subject()
      subject.end = day(end)
      answers.begin(subject)
      let found = table.judged(by: table.rules[0], &answers)
      #expect(found.0 == verdict && found.1.count == 200)
    }
  }

  @Test("the shipped instruments and calls give every example city what each pair gets alone")
  func shippedData() throws {
    let matcher = Matcher.onTheIdes()
    let offers = try ShippedData.book.get().offers([], on: ides)
    let table = RuleTable(offers, matcher: matcher)
    var answers = table.makeAnswers()
    var pairs = 0
    for name in ["rivemont", "lipovgrad", "havenrijk", "fjordholm"] {
      let portfolio = try #require(try ShippedData.portfolio(name).portfolio)
      for item in portfolio.items {
        let subject = Subject(city: portfolio.city, item: item)
        answers.begin(subject)
        for (index, offer) in offers.enumerated() {
          let found = table.judged(by: table.rules[index], &answers)
          #expect(found == matcher.judge(subject, against: offer))
          pairs += 1
        }
      }
    }
    #expect(pairs > 500)
  }
}
