import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching
@testable import ParapetSearching

/// What a person does with an answer: the standing, the next action, and what the city's own answers change.
@Suite("Standing, next action and answers")
struct StandingTests {
  private static let consortium = Criterion.made(
    "two", "consortium", [.minimum(["entities": "2", "countries": "2"])], grade: .call)
  private static let seat = Criterion.made("seat", "territory", [.include(["group": "EU"])])
  private static let size = Criterion.made("size", "population", [.minimum(["value": "50000"])])
  private static let barriers = Criterion.made(
    "pays", "measure", [.include(["measure": "barriers", "fit": "core"])], grade: .official)

  private static func call(_ criteria: [Criterion]) -> Opportunity {
    .made(.call, "CALL-1", requirements: .all((criteria + [barriers]).map { .criterion($0) }))
  }

  private func match(
    _ criteria: [Criterion], _ city: City = .rivemont(), _ change: (inout Opportunity) -> Void = { _ in },
    item: (inout Item) -> Void = { $0.partners = ["portanova"] }
  ) -> Match {
    var call = Self.call(criteria)
    change(&call)
    var made = Item.made()
    item(&made)
    return Matcher.onTheIdes(grant: 100_000).match(made, city, with: InstrumentBook.offer(call))
  }

  private func answered(
    _ question: String, _ outcome: Outcome, on date: String = "2026-03-01", item: String? = "square",
    opportunity: String? = "CALL-1"
  ) -> City {
    var city = City.rivemont()
    city.answers = [
      Answer(
        item: item, opportunity: opportunity, question: question, outcome: outcome, by: "J. Doe",
        on: day(date))
    ]
    return city
  }

  @Test("where the city cannot lead a partner may, unless the city is to lead")
  func lead() {
    let elsewhere = Criterion.made("lead", "lead-seat", [.include(["group": "WIDENING"])], grade: .call)
    let open = match([Self.seat, elsewhere], item: { $0.partners = [] })
    #expect(open.standing == .partner && open.verdict == .ineligible)
    let own = match(
      [Self.seat, elsewhere],
      item: {
        $0.partners = []
        $0.coordinator = City.rivemont().id
      })
    #expect(own.standing == .no)
  }

  @Test("each standing has its next action and says whose turn it is")
  func steps() {
    let ready = match([Self.seat, Self.consortium])
    #expect(ready.standing == .ready && ready.next.code == "apply" && ready.next.by == .city)
    #expect(ready.next.until == day("2026-06-15"))

    let alone = match([Self.seat, Self.consortium], item: { $0.partners = [] })
    #expect(alone.standing == .partner && alone.verdict == .ineligible)
    #expect(alone.next.by == .partner)
    if case .findPartners(let reasons) = alone.next.step {
      #expect(reasons.map(\.id) == ["two"])
    } else {
      Issue.record("partners are to be found")
    }

    var silent = City.rivemont()
    silent.facts.population = nil
    let asked = match([Self.size], silent)
    #expect(asked.standing == .answer && asked.next.by == .city)
    #expect(asked.next.step == .answer([.population], questions: ["size"]))

    var small = City.rivemont()
    small.facts.population = 900
    let no = match([Self.size], small)
    #expect(no.standing == .no && no.next.code == "leave")

    var weak = Self.size
    weak.citation.grade = .inferred
    let doubtful = match([weak, Self.seat], small)
    #expect(doubtful.standing == .doubtful && doubtful.next.code == "verify")
    #expect(doubtful.next.by == .callDocument)
  }

  @Test("what has no call is asked of its authority")
  func authority() {
    let fund = Opportunity.made(
      .instrument, "FUND", requirements: .all([Self.seat, Self.barriers].map { .criterion($0) }))
    var item = Item.made()
    item.partners = []
    let match = Matcher.onTheIdes().match(
      item, with: InstrumentBook(instruments: [fund], calls: []).offer(fund))
    #expect(match.status == .noCall && match.verdict == .eligible && match.standing == .ready)
    #expect(match.next.step == .ask(.call) && match.next.by == .authority && match.next.until == nil)
  }

  @Test("a call whose conditions nobody read is to be read, until its document was answered for")
  func document() {
    let fund = Opportunity.made(
      .instrument, "FUND", requirements: .all([Self.seat, Self.barriers].map { .criterion($0) }))
    let call = Opportunity.made(.call, "CALL-1", partOf: "FUND").fromFeed()
    let offer = InstrumentBook(instruments: [fund], calls: []).offer(call)
    func match(_ city: City = .rivemont()) -> Match {
      Matcher.onTheIdes(grant: 100_000).match(.made(), city, with: offer)
    }
    let unread = match()
    #expect(unread.standing == .readCall && unread.next.code == "read")
    #expect(unread.next.by == .callDocument)
    let read = match(answered(Answer.callDocument, .met))
    #expect(read.standing == .ready && read.verdict == .eligible)
    let refused = match(answered(Answer.callDocument, .unmet))
    #expect(refused.standing == .no && refused.verdict == .ineligible)
  }

  @Test("an answer decides its question, and is kept with who gave it")
  func answers() throws {
    let alone: (inout Item) -> Void = { $0.partners = [] }
    let met = match([Self.seat, Self.consortium], answered("two", .met), item: alone)
    #expect(met.standing == .ready)
    let reason = try #require(met.reasons.first { $0.id == "two" })
    #expect(reason.answer?.answer.by == "J. Doe" && reason.outcome == .met)

    #expect(match([Self.seat], answered("seat", .unmet)).standing == .no)
    var weak = Self.seat
    weak.citation.grade = .unsourced
    #expect(match([weak], answered("seat", .unmet)).verdict == .ineligible, "the city's own word excludes")

    let unknown = match([Self.seat, Self.consortium], answered("two", .undecided), item: alone)
    #expect(unknown.standing == .partner)
    #expect(unknown.reasons.first { $0.id == "two" }?.answer != nil)
  }

  @Test("an answer about another item or opportunity decides nothing")
  func others() {
    #expect(match([Self.seat], answered("seat", .unmet, item: "other")).standing == .ready)
    #expect(match([Self.seat], answered("seat", .unmet, opportunity: "CALL-2")).standing == .ready)
    #expect(match([Self.seat], answered("seat", .unmet, item: nil, opportunity: nil)).standing == .no)
    #expect(match([Self.seat], answered("seat", .unmet, opportunity: "call-1")).standing == .no)
  }

  @Test("the narrowest answer counts, and of equals the latest")
  func narrowest() {
    var city = answered("seat", .unmet, item: nil, opportunity: nil)
    city.answers += answered("seat", .met).answers
    #expect(match([Self.seat], city).standing == .ready)
    city.answers += answered("seat", .unmet, on: "2026-03-02").answers
    #expect(match([Self.seat], city).standing == .no)
  }

  @Test("an answer lapses where the record changed after its day, and is still shown")
  func lapse() throws {
    for (changed, standing) in [("2026-03-01", Match.Standing.no), ("2026-03-02", .ready)] {
      let match = match([Self.seat], answered("seat", .unmet)) { $0.changedOn = day(changed) }
      #expect(match.standing == standing, "\(changed)")
      let reason = try #require(match.reasons.first { $0.id == "seat" })
      #expect((reason.answer?.lapsedOn == nil) == (standing == .no))
    }
  }

  @Test("a list has the doubtful last, and leaves out what is ruled out or brings nothing, which it counts")
  func list() {
    var weak = Self.size
    weak.citation.grade = .inferred
    var city = City.rivemont()
    city.facts.population = 900
    func call(_ name: String, _ criteria: [Criterion], _ change: (inout Opportunity) -> Void = { _ in })
      -> Opportunity
    {
      var call = Self.call(criteria)
      call.identifier = name
      change(&call)
      return call
    }
    // It states no date, and its year is over: no list shows it, and nobody says that it is closed.
    let leftOver = call("LEFT-2025-01", [Self.seat]) {
      $0.deadlines = []
      $0.openingDate = nil
      $0.statedStatus = nil
    }
    let calls = [
      leftOver, call("DOUBT", [weak]), call("GOOD", [Self.seat]), call("NO", [Self.size]),
      call("OVER", [Self.seat]) { $0.deadlines = [Deadline(day: day("2026-01-15"))] },
    ]
    let offers = InstrumentBook(instruments: [], calls: calls).offers([], on: ides)
    func list(_ grant: Int64, everything: Bool) -> Shortlist.ItemShortlist? {
      let money = Money(minorUnits: grant)
      return Shortlist(
        Portfolio(city: city, items: [.made()]), among: offers, lexicon: Lexicon(), on: ides,
        everything: everything,
        pricing: Pricing { _, _, _ in GrantEstimate(eligible: money, grant: money, own: money) }
      ).items.first
    }
    let shown = list(100, everything: false)
    #expect(shown?.matches.map(\.offer.opportunity.identifier) == ["GOOD", "DOUBT"])
    #expect(shown?.omitted == Omitted(closed: 1, leftOver: 1, no: 1))
    let whole = list(100, everything: true)
    #expect(
      whole?.matches.map(\.offer.opportunity.identifier) == ["GOOD", "LEFT-2025-01", "DOUBT", "OVER", "NO"])
    #expect(whole?.omitted.total == 0)
    let nothing = list(0, everything: false)
    #expect(nothing?.matches.isEmpty == true && nothing?.omitted.withoutGrant == 2)
  }
}
