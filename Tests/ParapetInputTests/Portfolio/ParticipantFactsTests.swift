import ParapetModel
import Testing

@testable import ParapetInput

@Suite("What forms ask beside what decides")
struct ParticipantFactsTests {
  private func city(_ text: String) -> MarkedPortfolio {
    MarkedPortfolio(city: "id: rivemont\ncurrency: EUR\n" + text + "\n")
  }

  @Test("the city and each partner may have a short name and a code of nine figures")
  func stated() throws {
    let read = city(
      """
      short-name: RIV
      pic: "999 888 777"
      country: FR
      partners:
        - { id: portanova, name: Portanova, country: IT, short-name: PTN, pic: 012345678 }
      """)
    #expect(read.ids.isEmpty)
    let city = try #require(read.portfolio?.city)
    #expect(city.facts.shortName == "RIV" && city.facts.participantCode == "999888777")
    let partner = try #require(city.partners.first)
    #expect(partner.facts.shortName == "PTN" && partner.facts.participantCode == "012345678")
  }

  @Test("what is no code is refused where it stands, and costs the code alone")
  func refused() throws {
    let read = city("short-name: RIV\npic: ⟦99988877")
    let finding = try #require(read.atMark)
    #expect(finding.id == "bad-pic" && finding.severity == .error)
    #expect(read.portfolio?.city.facts.participantCode == nil)
    #expect(read.portfolio?.city.facts.shortName == "RIV")
    #expect(read.portfolio?.unread.count == 1)
  }

  @Test("upkeep is an amount a year, and an empty cell says nothing")
  func upkeep() {
    #expect(
      MarkedPortfolio(items: "id,title,upkeep\nb1,x,\"12000,5\"\n").item?.upkeep
        == Money(minorUnits: 1_200_050))
    #expect(MarkedPortfolio(items: "id,title,upkeep\nb1,x,\n").item?.upkeep == nil)
    let negative = MarkedPortfolio(items: "id,title,upkeep\nb1,x,⟦-5\n")
    #expect(negative.atMark?.severity == .error && negative.item?.upkeep == nil)
    #expect(negative.portfolio?.unread.count == 1)
  }
}
