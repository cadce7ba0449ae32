import ParapetModel
import Testing

@testable import ParapetReading

@Suite("Doubles")
struct SEDIAIdentityTests {
  let records: [FeedRecord]

  init() throws {
    records = Reading.events(of: try Reading.fixture("sedia-doubles.json")).records
  }

  @Test("a topic of the legacy index has the key of its double in the present one")
  func pair() {
    #expect(records[0].key == "sedia-search|45700001TOPICSen")
    #expect(records[0].key == records[1].key)
  }

  @Test("of the two the present record is the richer")
  func richer() {
    #expect(records[0].richness < records[1].richness)
  }

  @Test("the legacy reference is kept beside the key")
  func kept() {
    #expect(
      records[0].opportunity.otherIdentifiers.contains(
        Identifier(
          scheme: "sedia-reference", value: "45700001HORIZONResearchandInnovationActions1696377600000")))
    #expect(!records[1].opportunity.otherIdentifiers.contains { $0.scheme == "sedia-reference" })
  }

  @Test("without a number of its own a legacy topic takes the one that its reference begins with")
  func leadingNumber() {
    #expect(records[2].opportunity.reference == "45700002TOPICSen")
  }

  @Test("the same topic in another language is a record of its own")
  func languages() {
    #expect(records[3].key != records[1].key)
    #expect(records[3].opportunity.titles == [LocalizedText("Les arts", language: "fr")])
  }

  @Test("calls for cascade funding keep the references that tell them apart, also in the legacy index")
  func cascade() {
    let events = Reading.events(
      of: #"{"results":[{"reference":"13501COMPETITIVE_CALLen","metadata":{"identifier":["P"],"type":["8"],"#
        + #""ccm2Id":["45700001"],"DATASOURCE":["SEDIA_PRD_CENTRICITY"]}}]}"#)
    #expect(events.records.map(\.opportunity.reference) == ["13501COMPETITIVE_CALLen"])
  }

  @Test("a hit without identifier is found by reference and title, and rejected without them")
  func nameless() {
    let events = Reading.events(
      of: #"{"results":[{"reference":"1","metadata":{"title":["T"]}},{"reference":"2","metadata":{}},"#
        + #"{"metadata":{"title":["T"],"identifier":[" "]}},{"reference":"4"}]}"#)
    #expect(events.records.map(\.opportunity.identifier) == ["1"])
    #expect(events.rejected.map(\.id) == Array(repeating: "missing-identifier", count: 3))
    #expect(events.rejected.map(\.place.path) == ["$.results[1]", "$.results[2]", "$.results[3]"])
  }
}
