import ParapetModel
import Testing

@testable import ParapetInput

@Suite("city.yaml")
struct CityReaderTests {
  private func city(_ text: String) -> MarkedPortfolio { MarkedPortfolio(city: text + "\ncurrency: EUR\n") }

  @Test("every key of the contract becomes a fact")
  func everyKey() throws {
    let read = city(
      """
      id: rivemont
      name: { en: Rivemont, fr: Rivemont-sur-Loire }
      country: FR
      nuts: FRL03
      population: 342669
      applicant: local-authority
      region-category: transition
      region-category-2014-2020: more-developed
      gdp-below-eu-average: true
      vat: non-recoverable
      awards: [urbact-good-practice]
      covenant: { joined: 2026-03-01 }
      partners:
        - { id: portanova, name: Portanova, country: IT, applicant: public-body, population: 210000, vat: recoverable }
      capacity: { own-contribution: { 2027: 800000, 2028: "700000,5" }, applications: 4, tax-fund-years: 1 }
      """)
    #expect(read.ids.isEmpty)
    let city = try #require(read.portfolio?.city)
    #expect(city.names.text(in: .french) == "Rivemont-sur-Loire")
    #expect(city.facts.country == Country("FR") && city.facts.nuts == "FRL03")
    #expect(city.facts.population == 342_669 && city.facts.applicant == .localAuthority)
    #expect(city.facts.regionCategory == .transition && city.facts.regionCategory2014 == .moreDeveloped)
    #expect(city.facts.gdpBelowAverage == true && city.facts.vat == .nonRecoverable)
    #expect(city.facts.awards == [.urbactGoodPractice])
    #expect(city.covenantJoined == Day(year: 2026, month: 3, day: 1))
    #expect(city.ownContribution[2028] == Money(minorUnits: 70_000_050) && city.applications == 4)
    #expect(city.taxFundYears == 1)
    let partner = try #require(city.partners.first)
    #expect(partner.facts.country == Country("IT") && partner.facts.vat == .recoverable)
    #expect(partner.facts.nuts == nil)
  }

  @Test("no awards, an unknown one and a word that is no list are three answers")
  func awards() throws {
    #expect(city("id: rivemont\nawards: []").portfolio?.city.facts.awards == [])
    let misspelt = city("id: rivemont\nawards: [urbact-good-practise]")
    #expect(misspelt.ids == ["unknown-award"] && misspelt.portfolio?.city.facts.awards == nil)
    let single = city("id: rivemont\nawards: urbact-good-practice")
    #expect(single.ids == ["wrong-shape"] && single.portfolio?.city.facts.awards == nil)
  }

  @Test("a role or a fact that does not exist is told, and leaves what was meant unknown")
  func unknownRolesAndFacts() throws {
    let misspelt = city("id: rivemont\nroles: [polices]")
    #expect(misspelt.ids == ["unknown-role"] && misspelt.portfolio?.city.facts.roles == nil)
    let fact = city("id: rivemont\nfacts: { gender-equality-plann: yes }")
    #expect(fact.ids == ["unknown-key"])
    #expect(fact.portfolio?.city.facts[.genderEqualityPlan] == nil)
    let both = city("id: rivemont\nroles: []\nfacts: { gender-equality-plan: no }")
    #expect(both.ids.isEmpty && both.portfolio?.city.facts.roles == [])
    #expect(both.portfolio?.city.facts[.genderEqualityPlan] == .truth(false))
  }

  @Test("what a city does not state is unknown")
  func onlyID() throws {
    let read = city("id: rivemont")
    let city = try #require(read.portfolio?.city)
    #expect(city.facts == ApplicantFacts() && city.partners.isEmpty && read.ids.isEmpty)
  }

  @Test("an empty value is unknown", arguments: ["", "~", "null", "\"\""])
  func empty(_ value: String) {
    let read = city("id: rivemont\ncountry: \(value)\npopulation: \(value)\npartners: \(value)")
    #expect(read.portfolio?.city.facts.country == nil && read.ids.isEmpty)
  }

  @Test("NO is Norway, and ON is no country", arguments: ["NO", "\"NO\"", "'NO'"])
  func norway(_ code: String) {
    #expect(city("id: a\ncountry: \(code)").portfolio?.city.facts.country == Country("NO"))
    #expect(city("id: a\ncountry: ON").ids == ["unknown-country"])
  }

  @Test(
    "Greece and the United Kingdom are read in both spellings",
    arguments: [("GR", "EL"), ("UK", "UK"), ("GB", "UK")])
  func spellings(_ written: String, _ kept: String) {
    #expect(city("id: a\ncountry: \(written)").portfolio?.city.facts.country?.code == kept)
  }

  @Test("a country in small letters is read with a remark")
  func smallCountry() {
    let read = city("id: a\ncountry: ⟦fr")
    #expect(read.atMark?.id == "word-read" && read.portfolio?.city.facts.country?.code == "FR")
  }

  @Test("a name may be one text, of no language")
  func oneName() {
    #expect(
      city("id: a\nname: Saint-Élan").portfolio?.city.names == [LocalizedText("Saint-Élan", language: "")])
  }

  @Test("NUTS has its shape", arguments: ["FRL031", "fr1", "F", "33FR", "FR-1"])
  func badNUTS(_ code: String) {
    let read = city("id: a\nnuts: ⟦\(code)")
    #expect(read.atMark?.id == "bad-nuts" && read.portfolio?.city.facts.nuts == nil)
  }

  @Test("a region in another country is unknown")
  func foreignNUTS() {
    let read = city("nuts: ⟦ITC11\nid: a\ncountry: FR")
    #expect(read.atMark?.id == "nuts-country" && read.portfolio?.city.facts.nuts == nil)
    #expect(read.portfolio?.city.facts.country == Country("FR"))
  }

  @Test(
    "a population below zero, with decimals or past all people is unknown",
    arguments: ["-1", "342.6", "9999999999999999999999", "3e5", "34 2669"])
  func badPopulation(_ text: String) {
    let read = city("id: a\npopulation: ⟦\(text)")
    #expect(read.atMark?.id == "bad-population" && read.portfolio?.city.facts.population == nil)
  }

  @Test(
    "inhabitants are counted in whole people, so grouped ones mean one number",
    arguments: ["342.669", "342 669", "342'669", "\"342,669\""])
  func groupedPopulation(_ text: String) {
    let read = city("id: a\npopulation: ⟦\(text)")
    #expect(read.portfolio?.city.facts.population == 342_669 && read.ids == ["number-read"])
  }

  @Test(
    "yes and no are answers in seven languages", arguments: ["true", "yes", "oui", "ja", "tak", "si", "sí"])
  func yes(_ word: String) {
    #expect(city("id: a\ngdp-below-eu-average: \(word)").portfolio?.city.facts.gdpBelowAverage == true)
  }

  @Test("a misspelt class of applicant gets the nearest one")
  func applicant() {
    let read = city("id: a\napplicant: ⟦local-autority")
    #expect(
      read.atMark?.id == "unknown-applicant" && read.atMark?.suggestion == "did you mean 'local-authority'?")
  }

  @Test("an unknown key is a warning with the key that was meant")
  func unknownKey() {
    let read = city("id: a\n⟦poplation: 12")
    #expect(read.atMark?.id == "unknown-key" && read.atMark?.severity == .warning)
    #expect(read.atMark?.suggestion == "did you mean 'population'?")
  }

  @Test("partly recovered VAT needs its share")
  func partly() {
    #expect(
      city("id: a\nvat: partly\nvat-recoverable-share: 0.4").portfolio?.city.facts.vat
        == .partly(recoverable: Rate(millionths: 400_000)))
    #expect(city("id: a\nvat: ⟦partly").atMark?.id == "missing-share")
  }

  @Test("a share lies between 0 and 1", arguments: ["40", "1.1", "-0.4", "40 %", "0.1234567", "0."])
  func badShare(_ text: String) {
    let read = city("id: a\nvat: partly\nvat-recoverable-share: ⟦\(text)")
    #expect(read.atMark?.id == "bad-share" && read.portfolio?.city.facts.vat == nil)
  }

  @Test("a day that does not exist is named")
  func noSuchDay() {
    let read = city("id: a\ncovenant: { joined: ⟦2026-02-30 }")
    #expect(read.atMark?.id == "no-such-date" && read.portfolio?.city.covenantJoined == nil)
  }

  @Test("a date is read by the habits of the city's country, and refused where there is none")
  func otherOrder() {
    let read = city("id: a\ncountry: FR\ncovenant: { joined: 01/03/2026 }")
    #expect(read.portfolio?.city.covenantJoined == Day(year: 2026, month: 3, day: 1))
    #expect(city("id: a\ncovenant: { joined: ⟦01/03/2026 }").atMark?.id == "ambiguous-date")
  }

  @Test("a city without id is no city, and its items are still checked")
  func noID() {
    let read = MarkedPortfolio(city: "country: FR\ncurrency: EUR", items: "id,title,cost\nb1,x,12abc\n")
    #expect(read.portfolio == nil && read.ids == ["missing-id", "bad-amount"])
  }

  @Test("an id has small letters, digits and hyphens")
  func badID() {
    let read = city("id: ⟦Rive Mont")
    #expect(read.atMark?.id == "bad-id" && read.atMark?.suggestion == "write 'rive-mont'")
    #expect(read.portfolio == nil)
  }

  @Test("a partner without id or of a taken id is left out, the others stay")
  func badPartners() {
    let read = city(
      "id: a\npartners:\n  - { name: X }\n  - { id: b }\n  - { id: ⟦b }\n  - { id: a }\n  - { id: c }")
    #expect(read.portfolio?.city.partners.map(\.id) == ["b", "c"])
    #expect(read.ids == ["missing-id", "duplicate-id", "duplicate-id"] && read.atMark?.id == "duplicate-id")
  }

  @Test("partners beyond any project are not read")
  func manyPartners() {
    let partners = (0...CityReader.mostPartners).map { "  - { id: p\($0) }" }.joined(separator: "\n")
    let read = city("id: a\npartners:\n" + partners)
    #expect(
      read.portfolio?.city.partners.count == CityReader.mostPartners && read.ids == ["too-many-partners"])
  }

  @Test("an unknown currency makes every amount unknown")
  func unknownCurrency() {
    let read = MarkedPortfolio(
      city: "id: a\ncurrency: ⟦eurs\ncapacity: { own-contribution: { 2027: 5 } }",
      items: "id,title,cost\nb1,x,12\n")
    #expect(read.atMark?.id == "unknown-currency" && read.portfolio?.unread.count == 1)
    #expect(read.item?.cost == nil && read.portfolio?.city.ownContribution.isEmpty == true)
  }

  @Test("a currency by its sign or name is read", arguments: ["€", "euro", "eur"])
  func writtenCurrency(_ text: String) {
    let read = MarkedPortfolio(city: "id: a\ncurrency: ⟦\(text)")
    #expect(read.portfolio?.city.currency == .euro && read.ids == ["word-read"])
  }

  @Test("amounts are in the city's currency")
  func otherCurrency() {
    let read = MarkedPortfolio(city: "id: a\ncurrency: DKK", items: "id,title,cost\nb1,x,12\n")
    #expect(read.item?.cost == Money(minorUnits: 1200, currency: Currency("DKK") ?? .euro))
  }

  @Test("a city that states no currency is told that amounts are euro")
  func noCurrency() { #expect(MarkedPortfolio(city: "id: a").ids == ["no-currency"]) }

  @Test("a bad year or amount of a contribution costs itself")
  func badContribution() {
    let read = city("id: a\ncapacity: { own-contribution: { 27: 5, 2028: ⟦1.234, 2029: 7 } }")
    #expect(read.ids == ["bad-year", "bad-amount"] && read.atMark?.id == "bad-amount")
    #expect(read.portfolio?.city.ownContribution == [2029: Money(minorUnits: 700)])
  }

  @Test(
    "a value of the wrong shape costs its fact",
    arguments: ["country: ⟦[FR]", "partners: ⟦portanova", "capacity: ⟦4", "name: ⟦[a]"])
  func wrongShape(_ line: String) {
    let read = city("id: a\n" + line)
    #expect(read.atMark?.id == "wrong-shape" && read.portfolio?.city.id == "a")
  }
}
