import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Inheritance and overrides")
struct InheritanceTests {
  @Test("a call asks for what its instrument asks for, and the instrument for what the wider one does")
  func chain() {
    let offer = offer(
      programme: .criterion(population("p", 10)), instrument: .criterion(population("i", 20)),
      call: .criterion(population("c", 30)))
    #expect(offer.tree.leaves.map(\.id) == ["p", "i", "c"])
    #expect(offer.instruments.map(\.identifier) == ["strand", "programme"])
    #expect(offer.instrumentIdentifier == "strand")
  }

  @Test("a call without requirements of its own is judged by its instrument's")
  func silentCall() {
    let offer = offer(programme: nil, instrument: .criterion(population("i", 500_000)), call: nil)
    #expect(Matcher.onTheIdes().match(.made(), with: offer).verdict == .ineligible)
  }

  @Test("an override takes the place of the inherited criterion and leaves its neighbours alone")
  func inPlace() {
    let offer = offer(
      programme: nil,
      instrument: .all([.criterion(population("i", 500_000)), .criterion(.made("fresh", "completion"))]),
      call: .criterion(population("c", 25_000, overrides: "i")))
    #expect(offer.tree.leaves.map(\.id) == ["c", "fresh"])
    #expect(Matcher.onTheIdes().judge(.rivemont, against: offer).0 == .eligible)
  }

  @Test("an override inside an alternative stays inside it")
  func insideAny() {
    let offer = offer(
      programme: nil,
      instrument: .any([.criterion(population("small", 1)), .criterion(population("large", 500_000))]),
      call: .criterion(population("larger", 900_000, overrides: "large")))
    #expect(offer.tree.leaves.map(\.id) == ["small", "larger"])
    #expect(Matcher.onTheIdes().judge(.rivemont, against: offer).0 == .eligible)
  }

  @Test("an override of an override counts, however far down it is written")
  func overrideOfAnOverride() {
    let offer = offer(
      programme: .criterion(population("p", 1)), instrument: .criterion(population("i", 2, overrides: "p")),
      call: .criterion(population("c", 3, overrides: "i")))
    #expect(offer.tree.leaves.map(\.id) == ["c"])
  }

  @Test("of two overrides of one criterion the nearer counts")
  func nearerWins() {
    let offer = offer(
      programme: .criterion(population("p", 1)), instrument: .criterion(population("i", 2, overrides: "p")),
      call: .criterion(population("c", 3, overrides: "p")))
    #expect(offer.tree.leaves.map(\.id) == ["c"])
  }

  @Test("an override may keep the name of what it replaces")
  func sameName() {
    let offer = offer(
      programme: nil, instrument: .criterion(population("size", 500_000)),
      call: .criterion(population("size", 1, overrides: "size")))
    #expect(offer.tree.leaves.map(\.id) == ["size"])
    #expect(Matcher.onTheIdes().judge(.rivemont, against: offer).0 == .eligible)
  }

  @Test("a criterion that only widens keeps what it does not speak of as the nearest one before had it")
  func widening() throws {
    func seats(_ id: String, _ lists: [(String, String)], overrides: String? = nil, widens: Bool = false)
      -> Criterion
    {
      var parameters = lists.map { Criterion.Parameter($0.0, ["group": $0.1]) }
      if widens {
        parameters.append(Criterion.Parameter(Criterion.Parameter.widens, ["others": "as-before"]))
      }
      return Criterion(
        id: id, kind: "seats", parameters: parameters,
        citation: Citation(grade: .law, source: "CELEX:32021R0695 Art. 22"),
        overrides: overrides)
    }
    let offer = offer(
      programme: .criterion(seats("p", [("include", "EU")])),
      instrument: .criterion(
        seats("i", [("include", "EU"), ("include", "ZA"), ("exclude", "CN")], overrides: "p")),
      call: .criterion(seats("c", [("include", "EU"), ("include", "US")], overrides: "p", widens: true)))
    #expect(offer.tree.leaves.map(\.id) == ["c"])
    let day = try #require(Day("2026-11-28"))
    func outcome(_ partner: String) -> Outcome? {
      var subject = Subject(applicant: ApplicantFacts())
      subject.applicant.country = Country("FR")
      var member = ApplicantFacts()
      member.country = Country(partner)
      subject.partners = [member]
      return offer.tree.leaves[0].logic?.judge(subject, on: day).outcome
    }
    #expect(["US", "ZA", "CN", "JP"].map(outcome) == [.met, .met, .unmet, .unmet])
  }

  @Test("an override of what nobody wrote is a condition like any other: a slip in a name loses none")
  func unknownOverride() {
    let offer = offer(
      programme: nil, instrument: .criterion(population("size", 1)),
      call: .criterion(population("c", 500_000, overrides: "sise")))
    #expect(offer.tree.leaves.map(\.id) == ["size", "c"])
    #expect(Matcher.onTheIdes().judge(.rivemont, against: offer).0 == .ineligible)
  }

  @Test("criteria that override each other in a circle all count")
  func circle() {
    let offer = offer(
      programme: nil, instrument: nil,
      call: .all([
        .criterion(population("a", 1, overrides: "b")), .criterion(population("b", 2, overrides: "a")),
      ]))
    #expect(offer.tree.leaves.count == 2)
  }

  @Test("a group that holds nothing but overrides asks for nothing where it stands")
  func groupOfOverrides() {
    let offer = offer(
      programme: nil, instrument: .criterion(population("size", 500_000)),
      call: .any([.criterion(population("c", 1, overrides: "size"))]))
    #expect(Matcher.onTheIdes().judge(.rivemont, against: offer).0 == .eligible)
  }

  @Test("instruments that are part of each other end the chain instead of running for ever")
  func circularInstruments() {
    let one = Opportunity.made(.instrument, "one", partOf: "two")
    let two = Opportunity.made(.instrument, "two", partOf: "one")
    let call = Opportunity.made(.call, "call", partOf: "one")
    let book = InstrumentBook(instruments: [one, two], calls: [call])
    #expect(book.offer(call).instruments.map(\.identifier) == ["one", "two"])
  }

  @Test("amounts, rates and cost rules come from the nearest that states them")
  func terms() throws {
    let citation = Citation(grade: .law, source: "CELEX:32021R1149 Art. 12")
    var programme = Opportunity.made(.instrument, "programme")
    programme.funding.rates = [FundingRate(id: "wide", maximum: .whole, citation: citation)]
    programme.funding.minimumGrant = Cited(Money(minorUnits: 1), citation)
    programme.costRules.works = Cited(.eligible, citation)
    var strand = Opportunity.made(.instrument, "strand", partOf: "programme")
    strand.funding.rates = [FundingRate(id: "narrow", maximum: .whole, citation: citation)]
    var call = Opportunity.made(.call, "call", partOf: "strand")
    call.funding.minimumGrant = Cited(Money(minorUnits: 2), citation)
    call.costRules.works = Cited(.notEligible, citation)
    let offer = InstrumentBook(instruments: [programme, strand], calls: [call]).offer(call)
    #expect(offer.funding.rates.map(\.id) == ["narrow"])
    #expect(offer.funding.minimumGrant?.value.minorUnits == 2)
    #expect(offer.rules.works?.value == .notEligible)
  }

  private func offer(programme: Requirement?, instrument: Requirement?, call: Requirement?) -> Offer {
    let call = Opportunity.made(.call, "call", partOf: "strand", requirements: call)
    let book = InstrumentBook(
      instruments: [
        .made(.instrument, "programme", requirements: programme),
        .made(.instrument, "strand", partOf: "programme", requirements: instrument),
      ], calls: [call])
    return book.offer(call)
  }

  private func population(_ id: String, _ minimum: Int, overrides: String? = nil) -> Criterion {
    .made(id, "population", [.minimum(["value": String(minimum)])], overrides: overrides)
  }
}

extension Subject {
  /// The city of the tests with an item of barriers.
  static let rivemont = Subject(city: .rivemont(), item: .made())
}
