@testable import ParapetSearching
import SeededDraws
import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Lists of prepared offers")
struct OfferRankingTests {
  /// What an offer brings, made up from the name of its rate alone, which some offers share.
  private static let pricing = Pricing { _, _, terms in
    let number = terms.funding.rates.first.flatMap { Int64($0.id) } ?? 0
    guard number % 4 > 0 else { return nil }
    return GrantEstimate(
      eligible: Money(minorUnits: 100_000), grant: Money(minorUnits: number * 3_500),
      own: Money(minorUnits: 100_000 - number * 3_500))
  }

  @Test("the lists of two thousand random items hold what judging pair by pair and sorting gives")
  func againstPairByPair() {
    var generator = SeededGenerator()
    let matcher = Matcher(on: ides, pricing: OfferRankingTests.pricing)
    var listed = 0
    for round in 0..<100 {
      let offers = (0..<25).map { number in OfferRankingTests.offer(number, using: &generator) }
      let ranking = OfferRanking(offers, matcher: matcher)
      var answers = ranking.makeAnswers()
      for _ in 0..<20 {
        let city = City.drawn(using: &generator)
        let item = Item.drawn(of: city, using: &generator)
        let words = offers.map { _ in OfferRankingTests.words(using: &generator) }
        for everything in [false, true] {
          var expected = zip(offers, words).map { matcher.match(item, of: city, with: $0, words: $1) }
          if !everything { expected = expected.filter(\.isListed) }
          expected.sort(by: Match.precedes)
          if !everything {
            let kept = ranking.answers(
              to: item, of: city, marks: WordMarks(words), settled: ranking.settledRates(for: city),
              answers: &answers)
            guard kept.map({ Answer($0, of: offers[$0.place]) }) == expected.map(Answer.init) else {
              Issue.record("round \(round), seed \(generator.seed): what is kept of a list is not the list")
              return
            }
          }
          for length in [OfferRanking.Length.whole, .first(1), .first(5), .first(100)] {
            let list = ranking.list(
              item, of: city, words: FoundWords(words), everything: everything, length: length,
              answers: &answers
            ).matches
            let wanted = if case .first(let count) = length { expected.prefix(count) } else { expected[...] }
            listed += list.count
            guard list.map(\.offer.opportunity.identifier) == wanted.map(\.offer.opportunity.identifier),
              list.map(\.verdict) == wanted.map(\.verdict), list.map(\.reasons) == wanted.map(\.reasons),
              list.map(\.fit) == wanted.map(\.fit), list.map(\.rank) == list.indices.map({ $0 + 1 })
            else {
              Issue.record("round \(round), seed \(generator.seed): \(length), everything: \(everything)")
              return
            }
          }
        }
      }
    }
    #expect(listed > 2_000, "the sample has to hold lists")
  }

  /// What of a pair is kept from night to night.
  private struct Answer: Equatable {
    var offer: String
    var verdict: Verdict
    var standing: Match.Standing
    var status: DayStatus
    var fit: Int
    var grant: Money?
    var open: [String]

    init(_ listed: ListedAnswer, of offer: Offer) {
      self.offer = offer.opportunity.identifier
      (verdict, standing, status) = (listed.verdict, listed.standing, listed.status)
      (fit, grant, open) = (listed.fit, listed.grant, listed.open)
    }

    init(_ match: Match) {
      offer = match.offer.opportunity.identifier
      (verdict, standing, status) = (match.verdict, match.standing, match.status)
      (fit, grant) = (match.fit.total, match.estimate?.grant)
      open = match.reasons.filter { !$0.isMoot && $0.outcome != .met && $0.kind != "dates" }.map(\.id)
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  @Test("many cities get the lists that each gets alone, in any order")
  func manyCities() {
    var generator = SeededGenerator()
    let offers = (0..<20).map { OfferRankingTests.offer($0, using: &generator) }
    let portfolios = (0..<10).map { _ in
      let city = City.drawn(using: &generator)
      return Portfolio(city: city, items: (0..<3).map { _ in .drawn(of: city, using: &generator) })
    }
    let together = Shortlists(
      among: offers, lexicon: Lexicon(vocabularies: [.english]), on: ides,
      pricing: OfferRankingTests.pricing)
    func names(_ list: Shortlist) -> [[String]] {
      list.items.map { $0.matches.map(\.offer.opportunity.identifier) }
    }
    for portfolio in portfolios.reversed() {
      let alone = Shortlist(
        portfolio, among: offers, lexicon: Lexicon(vocabularies: [.english]), on: ides,
        pricing: OfferRankingTests.pricing)
      #expect(names(together.of(portfolio)) == names(alone))
      #expect(names(together.of(portfolio, length: .first(2))) == names(alone.first(2)))
    }
  }

  @Test("the fixes of a list are those that each pair has by itself, of random items under shared rules")
  func fixes() {
    var generator = SeededGenerator()
    var found = 0
    for round in 0..<100 {
      let instruments = (0..<3).map { number in
        Opportunity.made(.instrument, "I\(number)", requirements: .drawn(using: &generator))
      }
      let book = InstrumentBook(instruments: instruments, calls: [])
      let offers = (0..<9).map { number in
        var call = Opportunity.made(.call, "C\(number)", partOf: "I\(number % 3)")
        let cited = Citation(grade: .call, source: "https://example.eu")
        call.funding.rates = [
          FundingRate(id: "\(number / 2)", maximum: Rate(millionths: 500_000), citation: cited)
        ]
        if number % 4 == 0 { call.funding.minimumGrant = Cited(Money(minorUnits: 40_000), cited) }
        if number == 5 { call.openingDate = day("2026-07-01") }
        return book.offer(call)
      }
      let matcher = Matcher(on: ides, pricing: OfferRankingTests.pricing)
      let ranking = OfferRanking(offers, matcher: matcher)
      let city = City.drawn(using: &generator)
      var item = Item.drawn(of: city, using: &generator)
      item.cost = Money(minorUnits: 90_000)
      let matches = offers.map { matcher.match(item, city, with: $0) }
      let fixed = ranking.withFixes(matches, of: item, city)
      for (match, offer) in zip(fixed, offers) {
        let alone = matcher.fixes(item, of: city, with: offer)
        found += alone.count
        guard match.fixes == alone else {
          Issue.record(
            "round \(round), seed \(generator.seed): \(offer.opportunity.identifier): \(match.fixes) and \(alone)"
          )
          return
        }
      }
    }
    #expect(found > 100, "the sample has to hold fixes")
  }

  private static func offer(_ number: Int, using generator: inout SeededGenerator) -> Offer {
    let level: Opportunity.Level = number % 5 == 0 ? .topic : .call
    var call = Opportunity.made(level, "C\(number)", title: "Call", requirements: .drawn(using: &generator))
    call.deadlines =
      [nil, "2026-03-20", "2026-06-15", "2025-01-01"].randomElement(using: &generator)
      .flatMap { $0.map { [Deadline(day: day($0))] } } ?? []
    let cited = Citation(grade: number % 3 == 0 ? .inferred : .call, source: "https://example.eu")
    call.funding.rates = [
      FundingRate(id: "\(number / 3)", maximum: Rate(millionths: 500_000), citation: cited)
    ]
    if number % 2 == 0 { call.funding.minimumGrant = Cited(Money(minorUnits: 40_000), cited) }
    if number % 7 == 0 { call.funding.maximumGrant = Cited(Money(minorUnits: 60_000), cited) }
    return InstrumentBook.offer(call)
  }

  private static func words(using generator: inout SeededGenerator) -> WordEvidence {
    guard Bool.random(using: &generator) else { return .none }
    return WordEvidence(
      hits: [WordEvidence.Hit(text: "word", field: .title)],
      points: Int.random(in: 1...30, using: &generator),
      isTelling: Bool.random(using: &generator))
  }
}
