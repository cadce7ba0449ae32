import ParapetFeeds
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("A state's own money")
struct NationalSourceTests {
  private func sources() throws -> [Offer] {
    try ShippedData.book.get().allInstruments.filter(\.opportunity.isNational)
  }

  @Test("five are known, each a standing source with the day it was looked at and a French title")
  func known() throws {
    let sources = try sources()
    #expect(
      sources.map(\.opportunity.identifier)
        == ["BE-PSSP", "DE-STAEDTEBAU", "FR-FIPD", "IT-PATTO-SICUREZZA", "PL-OLIOC"])
    let french = try #require(try ShippedData.funding.get().vocabularies[.french])
    for source in sources {
      #expect(source.opportunity.level == .national)
      #expect(source.opportunity.lastModified != nil)
      #expect(french.texts["\(source.opportunity.identifier)/title"] != nil)
    }
  }

  @Test(
    "a city of its own country may apply as far as is known, one of another may not",
    arguments: [
      ("FR-FIPD", "FR", "BE"), ("IT-PATTO-SICUREZZA", "IT", "FR"), ("PL-OLIOC", "PL", "DE"),
      ("DE-STAEDTEBAU", "DE", "AT"), ("BE-PSSP", "BE", "FR"),
    ])
  func territory(identifier: String, own: String, other: String) throws {
    let offer = try #require(try sources().first { $0.opportunity.identifier == identifier })
    for (country, isOwn) in [(own, true), (other, false)] {
      let portfolio = try #require(try ShippedData.rivemont(country: country))
      let matcher = Matcher(on: ides, pricing: ShippedData.pricing)
      let match = matcher.match(portfolio.items[0], portfolio.city, with: offer)
      #expect((match.verdict == .ineligible) == !isOwn)
    }
  }

  @Test("a round that has closed is closed, and plans that were not prolonged too")
  func closed() throws {
    let status = try Dictionary(
      uniqueKeysWithValues: sources().map { ($0.opportunity.identifier, $0.opportunity.status(on: ides)) })
    #expect(status["IT-PATTO-SICUREZZA"] == .closed)
    #expect(status["BE-PSSP"] == .closed)
    #expect(status["FR-FIPD"] == .noCall)
  }

  @Test("a call of a state's source is its money too, and one of the Union's is not")
  func calls() {
    var call = Opportunity(
      level: .call, identifier: "FIPD-2027", origin: .curated(Diagnostic.Place(file: "")))
    #expect(!call.isNational)
    call.partOf = [PartOf(level: .national, ref: "FR-FIPD")]
    #expect(call.isNational)
  }
}
