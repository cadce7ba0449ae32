import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("What a town is shown first")
struct TownListTests {
  @Test(
    "cameras of a town that applies alone: the regional fund is first or second in each Member State",
    arguments: Country.memberStates.sorted())
  func cameras(country: String) throws {
    var portfolio = try #require(try ShippedData.rivemont())
    portfolio.city = .rivemont(country: country, nuts: nil)
    portfolio.city.partners = []
    portfolio.city.facts.regionCategory = nil
    let item = Item.made(
      "cameras", ["surveillance"], title: "Cameras for the town centre",
      text: "Video surveillance cameras on the main square and in the shopping streets.")
    portfolio.items = [item]
    let list = try Shortlist(
      portfolio, among: ShippedData.book.get().offers([], on: ides), lexicon: ShippedData.lexicon.get(),
      on: ides, only: ["cameras"], everything: false, pricing: ShippedData.pricing)
    let matches = try #require(list.items.first).matches
    let names = matches.prefix(2).map(\.offer.opportunity.identifier)
    #expect(names.contains("ERDF"), "\(names)")
  }
}
