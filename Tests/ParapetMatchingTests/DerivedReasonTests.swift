import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Criteria that follow from dates and amounts")
struct DerivedReasonTests {
  private let official = Citation(grade: .official, source: "https://example.eu/call")

  @Test(
    "whether one can apply follows from the dates",
    arguments: [
      ("2026-01-01", "2026-06-15", Outcome.met, DayStatus.open),
      ("2026-04-01", "2026-06-15", .met, .forthcoming), ("2026-01-01", "2026-03-14", .unmet, .closed),
      (nil, "2026-06-15", .undecided, .unknown),
    ] as [(String?, String, Outcome, DayStatus)])
  func dates(opening: String?, deadline: String, outcome: Outcome, status: DayStatus) throws {
    var call = Opportunity.made(.call, "A")
    call.openingDate = opening.map(day)
    call.deadlines = [Deadline(day: day(deadline))]
    let reason = try reason("dates", of: call)
    #expect(reason.outcome == outcome)
    #expect(reason.stated == .day(ides, status))
    #expect(reason.missing == (outcome == .undecided ? [.callDocument] : []))
  }

  @Test("that a call is closed is timing, and decides nothing about who may apply")
  func closedCall() {
    var call = Opportunity.made(.call, "A")
    call.deadlines = [Deadline(day: day("2026-03-14"))]
    call.reference = "4711"
    #expect(match(call).status == .closed && match(call).verdict == .undecided)
    call.requirements = .criterion(.made("fresh", "completion"))
    #expect(match(call).status == .closed && match(call).verdict == .eligible)
    #expect(match(call).reasons.contains { $0.kind == "dates" && $0.outcome == .unmet })
    #expect(!match(call).isListed)
  }

  @Test("a topic is not eligible by its instrument's rules alone")
  func feedAlone() {
    let what = Requirement.criterion(
      .made("what", "measure", [.include(["measure": "barriers", "fit": "core"])]))
    let book = InstrumentBook(instruments: [.made(.instrument, "I", requirements: what)], calls: [])
    var topic = call(minimum: 1)
    topic.requirements = nil
    topic.partOf = [PartOf(level: .instrument, ref: "I")]
    let matcher = Matcher.onTheIdes(grant: 500)
    #expect(matcher.match(.made(), with: book.offer(topic)).verdict == .undecided)
    #expect(matcher.match(.made(), with: book.offer(topic.fromFeed())).verdict == .undecided)
  }

  @Test(
    "what the call asks is known from a rule of the law, an official page or the call; the press and we conclude nothing of it",
    arguments: Grade.allCases)
  func ownConditions(grade: Grade) {
    var call = call(minimum: 1)
    call.requirements = .all([
      .criterion(.made("fresh", "completion", grade: grade)),
      .criterion(
        .made("what", "measure", [.include(["measure": "barriers", "fit": "core"])], grade: .inferred)),
    ])
    #expect(match(call, grant: 500).verdict == (grade.canExclude ? .eligible : .undecided))
  }

  @Test("a standing instrument has no call and no size of grant to be judged")
  func standing() throws {
    let instrument = Opportunity.made(.instrument, "ERDF")
    let match = match(instrument)
    #expect(match.status == .noCall)
    #expect(match.verdict == .undecided)
    #expect(try reason("dates", of: instrument).required == .publishedCall)
    #expect(!match.reasons.contains { $0.kind == "grant-size" })
  }

  @Test(
    "a grant below the minimum excludes, one that reaches it does not",
    arguments: [(99_999, .unmet), (100_000, .met), (5_000_000, .met)] as [(Int64, Outcome)])
  func minimum(grant: Int64, outcome: Outcome) throws {
    let call = call(minimum: 100_000)
    let match = match(call, grant: grant)
    let reason = try #require(match.reasons.first { $0.kind == "grant-size" })
    #expect(reason.outcome == outcome)
    #expect(reason.stated == .grant(Money(minorUnits: grant * 100)))
    #expect((match.verdict == .ineligible) == (outcome == .unmet))
  }

  @Test("a minimum that an aggregator states cannot exclude")
  func weakMinimum() {
    var call = call(minimum: 100_000)
    call.funding.minimumGrant?.citation.grade = .secondary
    let match = match(call, grant: 1)
    #expect(match.verdict == .undecided)
    #expect(match.reasons.contains { $0.kind == "grant-size" && $0.isUnverified })
  }

  @Test("a rule that fails without the authority to exclude is a question to the call's document")
  func unverifiedAsks() {
    var call = call(minimum: 100_000)
    call.requirements = .criterion(
      .made("what", "measure", [.include(["measure": "barriers", "fit": "core"])]))
    #expect(match(call, grant: 1).questions == [])
    call.funding.minimumGrant?.citation.grade = .secondary
    #expect(match(call, grant: 1).questions == [.callDocument])
  }

  @Test("a grant above the maximum is cut and never excluded")
  func maximum() {
    var call = call(minimum: 1)
    call.funding.maximumGrant = Cited(Money(minorUnits: 100), official)
    #expect(!match(call, grant: 1_000_000).reasons.contains { $0.outcome == .unmet })
  }

  @Test("a minimum that no source states asks nothing")
  func silentSource() throws {
    let reason = try #require(
      match(.made(.call, "A"), grant: 500).reasons.first { $0.kind == "grant-size" })
    #expect(reason.outcome == .met)
    #expect(reason.missing.isEmpty)
  }

  @Test("a city that has not stated its cost is asked for it")
  func unknownCost() throws {
    let reason = try #require(
      match(call(minimum: 100_000)).reasons.first { $0.kind == "grant-size" })
    #expect(reason.outcome == .undecided)
    #expect(reason.missing == [.cost])
  }

  @Test("a city that has stated its cost is not asked for it again: the missing rate stands in the call")
  func unknownRate() throws {
    let matcher = Matcher(
      on: ides,
      pricing: Pricing { _, _, _ in
        GrantEstimate(eligible: Money(minorUnits: 50_000_000), grant: nil, own: nil)
      })
    let match = matcher.match(.made(), with: InstrumentBook.offer(call(minimum: 100_000)))
    let reason = try #require(match.reasons.first { $0.kind == "grant-size" })
    #expect(reason.outcome == .undecided)
    #expect(reason.missing == [.callDocument])
  }

  @Test(
    "a city that has stated its cost in another currency is not asked for it, but for the rate of exchange")
  func foreignCost() throws {
    let krone = try #require(Currency("DKK"))
    var city = City.rivemont()
    city.currency = krone
    var item = Item.made()
    item.cost = Money(minorUnits: 500_000_000, currency: krone)
    let match = Matcher.onTheIdes().match(item, city, with: InstrumentBook.offer(call(minimum: 100_000)))
    let reason = try #require(match.reasons.first { $0.kind == "grant-size" })
    #expect(reason.stated == .costs(in: krone))
    #expect(reason.missing == [.exchangeRate])
  }

  @Test(
    "converted costs exclude only where a quarter more would still be too little",
    arguments: [
      (100_000, Verdict.eligible), (99_999, .undecided), (80_000, .undecided), (79_999, .ineligible),
    ] as [(Int64, Verdict)])
  func convertedCost(cost: Int64, verdict: Verdict) throws {
    let krone = try #require(Currency("DKK"))
    let rates = try ExchangeRates(
      publisher: .centralBank, day: ides, rates: [krone: #require(ExchangeRate("7.4604"))])
    let conversion = try #require(Exchange([rates], on: ides).conversion(from: krone, to: .euro))
    let matcher = Matcher(
      on: ides,
      pricing: Pricing { _, _, _ in
        let money = Money(minorUnits: cost * 100)
        return GrantEstimate(
          eligible: money, grant: money, own: .zero(),
          assumptions: [Assumption(.converted(conversion), grade: .official)])
      })
    var call = call(minimum: 100_000)
    call.requirements = .all([
      .criterion(.made("fresh", "completion")),
      .criterion(.made("what", "measure", [.include(["measure": "barriers", "fit": "core"])])),
    ])
    let match = matcher.match(.made(), with: InstrumentBook.offer(call))
    let reason = try #require(match.reasons.first { $0.kind == "grant-size" })
    #expect(reason.outcome == (cost >= 100_000 ? .met : .unmet))
    #expect(match.verdict == verdict)
  }

  @Test("a minimum in another currency is not compared")
  func otherCurrency() throws {
    let currency = try #require(Currency("SEK"))
    var call = call(minimum: 1)
    call.funding.minimumGrant = Cited(Money(minorUnits: 100, currency: currency), official)
    let reason = try #require(match(call, grant: 500).reasons.first { $0.kind == "grant-size" })
    #expect(reason.outcome == .undecided)
  }

  @Test("for what is paid decides nothing about who may apply")
  func formAlone() throws {
    let who = Requirement.criterion(
      .made("who", "applicant-class", [.include(["applicant": "local-authority"])]))
    let what = Requirement.criterion(
      .made("what", "measure", [.include(["measure": "barriers", "fit": "core"])]))
    var topic = call(minimum: 1)
    topic.requirements = who
    #expect(match(topic, grant: 500).verdict == .eligible)
    topic.requirements = .all([who, what])
    #expect(match(topic, grant: 500).verdict == .eligible)
  }

  private func call(minimum: Int64) -> Opportunity {
    var call = Opportunity.made(.call, "A", requirements: .criterion(.made("fresh", "completion")))
    call.funding.minimumGrant = Cited(Money(minorUnits: minimum * 100), official)
    return call
  }

  private func match(_ opportunity: Opportunity, grant: Int64? = nil) -> Match {
    Matcher.onTheIdes(grant: grant).match(.made(), with: InstrumentBook.offer(opportunity))
  }

  private func reason(_ kind: String, of opportunity: Opportunity) throws -> Reason {
    try #require(match(opportunity).reasons.first { $0.kind == kind })
  }
}
