import ParapetModel
import Testing

@Suite("A country")
struct CountryTests {
  @Test(
    "Greece and the United Kingdom have two codes and are one country each",
    arguments: [("GR", "EL"), ("EL", "EL"), ("GB", "UK"), ("UK", "UK")])
  func twoCodes(written: String, kept: String) {
    #expect(Country(written)?.code == kept)
  }

  @Test("Norway is a country and no Member State")
  func norway() throws {
    let norway = try #require(Country("NO"))
    #expect(norway.description == "NO")
    #expect(!norway.isMemberState)
  }

  @Test("there are 27 Member States, Greece by either code among them, the United Kingdom not")
  func memberStates() {
    #expect(Country.memberStates.count == 27)
    #expect(Country("GR")?.isMemberState == true)
    #expect(Country("UK")?.isMemberState == false)
    #expect(Country("DK")?.isMemberState == true)
  }

  @Test("New Caledonia is overseas; Réunion's France is not")
  func overseas() {
    #expect(Country("NC")?.isOverseas == true)
    #expect(Country("NC")?.isMemberState == false)
    #expect(Country("FR")?.isOverseas == false)
  }

  @Test(
    "anything but two capital letters is refused",
    arguments: ["", "F", "fr", "Fr", "FRA", "F1", "É ", "false"])
  func refused(code: String) {
    #expect(Country(code) == nil)
  }

  @Test("countries sort by code")
  func order() {
    #expect(["IT", "GR", "FR"].compactMap { Country($0) }.sorted().map(\.code) == ["EL", "FR", "IT"])
  }
}
