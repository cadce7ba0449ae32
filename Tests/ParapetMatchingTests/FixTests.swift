import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Fixes")
struct FixTests {
  @Test("a network of four countries is reached by partners from as many other Member States")
  func consortium() {
    let fixes = fixes(
      .criterion(.made("net", "consortium", [.minimum(["entities": "4", "countries": "4"])])))
    #expect(fixes.map(\.changes) == [[.partners(Array(repeating: foreign, count: 3))]])
    #expect(fixes.first?.power == .needsPartner)
    #expect(fixes.first?.verdict == .eligible)
  }

  @Test("who has a partner already is asked for the others only")
  func someNamed() {
    var item = Item.made()
    item.partners = ["portanova"]
    let fixes = fixes(
      .criterion(.made("net", "consortium", [.minimum(["entities": "3", "countries": "2"])])), item)
    #expect(fixes.map(\.changes) == [[.partners([home])]])
  }

  @Test("a partner of the kind that is asked for, once for two rules")
  func oneForTwoRules() {
    let fixes = fixes(
      .all([
        .criterion(.made("a", "consortium", [.minimum(["entities": "2", "countries": "2"])])),
        .criterion(.made("b", "consortium", [.minimum(["entities": "1", "applicant": "research"])])),
      ]))
    #expect(
      fixes.map(\.changes) == [
        [.partners([Change.NewPartner(isFromAnotherCountry: true, applicant: .research)])]
      ])
  }

  @Test("of (a and b) or (c and d) each way is a fix of its own, and what is met is not touched")
  func alternatives() throws {
    let longer = Requirement.criterion(.made("longer", "duration", [.minimum(["months": "36"])]))
    let partner = Requirement.criterion(.made("two", "consortium", [.minimum(["entities": "2"])]))
    let seat = Requirement.criterion(.made("seat", "territory", [.include(["country": "FR"])]))
    let elsewhere = Requirement.criterion(.made("elsewhere", "territory", [.include(["country": "IT"])]))
    let italy = try #require(Country("IT"))
    let fixes = fixes(.any([.all([seat, longer]), .all([elsewhere, partner])]))
    #expect(
      fixes.map(\.changes) == [
        [.period(start: day("2027-01-01"), end: day("2029-12-31"))],
        [.seat(.country(italy)), .partners([home])],
      ])
    #expect(fixes.map(\.power) == [.inOurPower, .impossible])
  }

  @Test("an item that is accepted in part can be divided")
  func divided() {
    let list = Criterion.made(
      "what", "measure",
      [.include(["measure": "training", "fit": "core"]), .exclude(["measure": "barriers"])])
    let fixes = fixes(.criterion(list), .made("b", ["barriers", "training"]))
    #expect(fixes.map(\.changes) == [[.measures(["training"])]])
    #expect(self.fixes(.criterion(list), .made("b", ["barriers"])).isEmpty, "it would be another item")
  }

  @Test("a fact that is not known is a question and no change")
  func unknownFacts() {
    var city = City.rivemont()
    city.facts.population = nil
    let people = Requirement.criterion(.made("people", "population", [.minimum(["value": "25000"])]))
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: people))
    #expect(Matcher.onTheIdes().fixes(.made(), of: city, with: offer).isEmpty)
    city.facts.population = 18_000
    let fixes = Matcher.onTheIdes().fixes(.made(), of: city, with: offer)
    #expect(fixes.map(\.changes) == [[.value(.population, .number(25_000))]])
    #expect(fixes.map(\.power) == [.impossible])
  }

  @Test("a technology that is not ready enough, and an award that is still to be won, need time")
  func time() {
    var item = Item.made("pilot", ["tech-pilot"])
    item.technologyReadiness = 3
    let ready = fixes(
      .criterion(.made("ready", "technology-readiness", [.minimum(["level": "5"])])), item)
    #expect(ready.map(\.changes) == [[.value(.technologyReadiness, .number(5))]])
    #expect(ready.map(\.power) == [.needsTime])
    item.technologyReadiness = 8
    #expect(
      fixes(.criterion(.made("ready", "technology-readiness", [.maximum(["level": "6"])])), item).isEmpty,
      "nobody goes back from a level")
  }

  @Test("an unverified rule that fails excludes nobody, and no fix promises a way past it")
  func unverified() {
    let people = Criterion.made("people", "population", [.minimum(["value": "500000"])], grade: .secondary)
    let fixes = fixes(.criterion(people))
    #expect(fixes.map(\.power) == [.impossible])
  }

  @Test("what is closed is not opened by any change")
  func closed() {
    var call = Opportunity.made(
      .call, "A", requirements: .criterion(.made("two", "consortium", [.minimum(["entities": "2"])])))
    call.deadlines = [Deadline(day: day("2026-03-01"))]
    #expect(Matcher.onTheIdes().fixes(.made(), of: .rivemont(), with: InstrumentBook.offer(call)).isEmpty)
  }

  @Test("a grant below the minimum is reached by the least further cost, at most as much again")
  func cost() {
    var call = Opportunity.made(.call, "A")
    let citation = Citation(grade: .call, source: "https://example.eu/A")
    call.funding.minimumGrant = Cited(Money(minorUnits: 80_000_00), citation)
    let offer = InstrumentBook.offer(call)
    // Nine tenths of the cost are paid: 80 000 of 88 889.
    let matcher = Matcher(
      on: ides,
      pricing: Pricing { item, _, _ in
        let cost = item.cost ?? .zero()
        let grant = Money(minorUnits: cost.minorUnits * 9 / 10)
        return GrantEstimate(eligible: cost, grant: grant, own: cost - grant)
      })
    var item = Item.made()
    item.cost = Money(minorUnits: 50_000_00)
    #expect(
      matcher.fixes(item, of: .rivemont(), with: offer).map(\.changes)
        == [[.cost(more: Money(minorUnits: 38_889_00))]])
    item.cost = Money(minorUnits: 40_000_00)
    #expect(matcher.fixes(item, of: .rivemont(), with: offer).isEmpty, "more than twice is another item")
  }

  private let foreign = Change.NewPartner(isFromAnotherCountry: true)
  private let home = Change.NewPartner(isFromAnotherCountry: false)

  private func fixes(_ tree: Requirement, _ item: Item = .made()) -> [Fix] {
    Matcher.onTheIdes().fixes(
      item, of: .rivemont(), with: InstrumentBook.offer(.made(.call, "A", requirements: tree)))
  }
}
