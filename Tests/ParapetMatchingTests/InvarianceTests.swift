@testable import ParapetSearching
import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("What must not matter")
struct InvarianceTests {
  private let territory = Requirement.criterion(
    .made("where", "territory", [.include(["group": "EU"]), .exclude(["country": "DK"])]))

  @Test("facts that no criterion asks for change neither verdict nor reasons")
  func irrelevantFacts() {
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: territory))
    let matcher = Matcher.onTheIdes(grant: 100)
    let before = matcher.match(.made(), with: offer)
    var city = City.rivemont()
    city.facts.population = nil
    city.facts.applicant = .research
    city.facts.regionCategory = nil
    city.facts.vat = .recoverable
    city.covenantJoined = ides
    city.applications = 0
    var item = Item.made("other", ["training"])
    item.start = nil
    item.end = nil
    item.partners = ["portanova"]
    item.priority = 5
    let after = matcher.match(item, city, with: offer)
    #expect(after.verdict == before.verdict)
    #expect(after.reasons == before.reasons)
  }

  @Test("the fact that a criterion asks for does change them")
  func relevantFact() {
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: territory))
    let matcher = Matcher.onTheIdes(grant: 100)
    #expect(matcher.match(.made(), with: offer).reasons.first?.outcome == .met)
    #expect(matcher.match(.made(), .rivemont(country: "DK", nuts: nil), with: offer).verdict == .ineligible)
  }

  @Test("the order of partners does not matter, neither in the item nor in the city")
  func partners() {
    let criterion = Criterion.made("net", "consortium", [.minimum(["entities": "3", "countries": "3"])])
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: .criterion(criterion)))
    var item = Item.made()
    item.partners = ["portanova", "almavera"]
    var city = City.rivemont()
    let before = Matcher.onTheIdes().match(item, city, with: offer)
    item.partners?.reverse()
    city.partners.reverse()
    let after = Matcher.onTheIdes().match(item, city, with: offer)
    #expect(before.reasons == after.reasons)
    #expect(before.reasons.first?.outcome == .met)
  }

  @Test("an item's list is the same alone, among others and in any order")
  func items() throws {
    let offers = ["Evacuation", "Barriers", "Drones and barriers"].map {
      InstrumentBook.offer(.made(.call, $0, title: $0, requirements: territory))
    }
    let square = Item.made("square", ["barriers"], title: "Barriers for the evacuation")
    let drones = Item.made("drones", ["counter-drone"], title: "Drones for the evacuation, barriers")
    func list(_ items: [Item]) throws -> [String] {
      let shortlist = Shortlist(
        Portfolio(city: .rivemont(), items: items), among: offers,
        lexicon: Lexicon(vocabularies: [.english, .french]),
        on: ides, everything: true, pricing: Pricing { _, _, _ in nil })
      let square = try #require(shortlist.items.first { $0.item.id == "square" })
      return square.matches.map { "\($0.offer.opportunity.identifier) \($0.fit) \($0.verdict)" }
    }
    let alone = try list([square])
    #expect(try list([square, drones]) == alone)
    #expect(try list([drones, square]) == alone)
  }

  @Test("the items of a list are those asked for, in the order of the portfolio")
  func only() {
    let portfolio = Portfolio(
      city: .rivemont(), items: [.made("a"), .made("b"), .made("c")])
    let shortlist = Shortlist(
      portfolio, among: [], lexicon: Lexicon(), on: ides, only: ["c", "a", "nowhere"],
      pricing: Pricing { _, _, _ in nil })
    #expect(shortlist.items.map(\.item.id) == ["a", "c"])
  }

  @Test("a pair fits as well whether or not closed calls are listed beside it")
  func closedCallsAside() throws {
    let open = Opportunity.made(.call, "OPEN", title: "Evacuation")
    let closed = (0..<20).map { number in
      var call = Opportunity.made(.call, "CLOSED-\(number)", title: "Something else \(number)")
      call.deadlines = [Deadline(day: day("2025-01-01"))]
      return call
    }
    let offers = ([open] + closed).map(InstrumentBook.offer)
    let item = Item.made("a", ["barriers"], title: "Evacuation of the bollards")
    func fit(among offers: [Offer], everything: Bool) throws -> Fit {
      let shortlist = Shortlist(
        Portfolio(city: .rivemont(), items: [item]), among: offers,
        lexicon: Lexicon(vocabularies: [.english]), on: ides,
        everything: everything, pricing: Pricing { _, _, _ in nil })
      let matches = try #require(shortlist.items.first?.matches)
      return try #require(matches.first { $0.offer.opportunity.identifier == "OPEN" }).fit
    }
    #expect(try fit(among: offers, everything: true) == fit(among: [offers[0]], everything: true))
    #expect(try fit(among: offers, everything: true).addends[1].points > 0)
  }

  @Test("a short list keeps the instruments that have no call, behind those it cuts, but for the doubtful")
  func keeping() throws {
    func paying(_ fit: String) -> Requirement {
      .criterion(.made("what", "measure", [.include(["measure": "barriers", "fit": fit])]))
    }
    let offers =
      ["A", "B", "C"].map { InstrumentBook.offer(.made(.call, $0, requirements: paying("core"))) }
      + [
        InstrumentBook.offer(.made(.instrument, "ERDF", requirements: paying("possible"))),
        InstrumentBook.offer(.made(.instrument, "IDLE", requirements: territory)),
      ]
    let shortlist = Shortlist(
      Portfolio(city: .rivemont(), items: [.made()]), among: offers, lexicon: Lexicon(), on: ides,
      everything: true, pricing: Pricing { _, _, _ in nil }
    ).keeping(1)
    let matches = try #require(shortlist.items.first?.matches)
    #expect(matches.map(\.offer.opportunity.identifier) == ["A", "ERDF"])
    #expect(matches.map(\.rank) == [1, 4])
  }
}
