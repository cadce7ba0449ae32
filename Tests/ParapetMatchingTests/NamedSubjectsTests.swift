import ParapetFeeds
import ParapetModel
import ParapetSearching
import Testing

@testable import ParapetMatching

@Suite("Places and threats that a call serves alone")
struct NamedSubjectsTests {
  @Test("a call on borders is none for a city's cameras, and one for those of a city at a border")
  func border() throws {
    #expect(try !Self.isServed("Advanced border surveillance", "Cameras for our square", ["surveillance"]))
    #expect(
      try Self.isServed("Advanced border surveillance", "Cameras at the border crossing", ["surveillance"]))
  }

  @Test("a title that names what the item names, too, serves it, whatever else it names")
  func shared() throws {
    #expect(
      try Self.isServed(
        "Protection of airports and public spaces against attacks", "Bollards for public spaces", ["barriers"]
      ))
  }

  @Test("what falls under a wider place names it: who speaks of a ferry port speaks of the sea")
  func wider() throws {
    #expect(try Self.isServed("Security of maritime traffic", "Cameras for the ferry port", ["surveillance"]))
    #expect(try !Self.isServed("Security of maritime traffic", "Cameras for our market", ["surveillance"]))
  }

  @Test("a kind of violence is no other violence: for hooligans a call on women's shelters is none")
  func special() throws {
    let call = "Prevention of gender-based violence"
    #expect(try !Self.isServed(call, "Stewards against violence in the stadium", ["awareness"]))
    #expect(try Self.isServed(call, "Campaign against domestic violence", ["awareness"]))
  }

  @Test("a call for a group serves it alone, whatever else it names")
  func group() throws {
    let item = "Shelter for women after domestic violence"
    #expect(
      try !Self.isServed(
        "Supporting intermediary organisations in the field of gender-based violence", item,
        ["victim-support"]))
    #expect(try Self.isServed("Support for victims of gender-based violence", item, ["victim-support"]))
  }

  @Test(
    "what befalls a city and what people do on purpose are apart, unless an item or a call names both",
    arguments: [
      ("Sirens against floods and earthquakes", "Police against terrorism", false),
      ("Sirens against floods and earthquakes", "Disaster risk and floods", true),
      ("Street police against burglary", "Floods, wildfires and earthquakes", false),
      ("Street police against burglary", "Terrorism and disasters: floods", true),
      ("Rescue exercise after a terrorist attack", "Floods, wildfires and earthquakes", true),
      ("Sirens against floods and sabotage", "Police against terrorism", true),
      ("A new square with trees", "Police against terrorism", true),
    ])
  func realms(_ item: String, _ call: String, isServed: Bool) throws {
    let search = WordSearch(
      offers: [InstrumentBook.offer(Opportunity.made(.instrument, "T", title: call))],
      lexicon: try ShippedData.lexicon.get())
    let found = search.evidence(for: [Item.made("t", ["exercises"], title: item)])[0][0]
    #expect(found.isOfOtherRealm != isServed)
  }

  @Test("an item that is not on the safety of people and places is held to no place")
  func otherField() throws {
    #expect(try Self.isServed("Maritime logistics", "A catalogue of paintings", ["best-practice-exchange"]))
  }

  @Test(
    "an item says it in its own language",
    arguments: [
      "Kameras am Grenzübergang", "Caméras au poste de frontière", "Kamery na przejściu granicznym",
    ])
  func languages(_ title: String) throws {
    #expect(try Self.isServed("Advanced border surveillance", title, ["surveillance"]))
  }

  private static func isServed(_ call: String, _ item: String, _ measures: [String]) throws -> Bool {
    let search = WordSearch(
      offers: [InstrumentBook.offer(Opportunity.made(.topic, "T", title: call))],
      lexicon: try ShippedData.lexicon.get())
    return !search.evidence(for: [Item.made("t", measures, title: item)])[0][0].isElsewhere
  }
}
