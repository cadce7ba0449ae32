import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Doubles")
struct SEDIAIdentityTests {
  let records: [FeedRecord]

  init() throws {
    records = Reading.events(of: try Reading.fixture("sedia-doubles.json")).records
  }

  @Test("quirk 9, 11: a topic of the legacy index has the key of its double in the present one")
  func pair() {
    #expect(records[0].key == "sedia-search|45700001TOPICSen")
    #expect(records[0].key == records[1].key)
  }

  @Test("quirk 9: of the two the present record is the richer, though the other stands first")
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

  @Test("quirk 8, 10: the variants of a topic in other languages have its key, and state less")
  func languages() {
    #expect(records[3].key == records[1].key)
    #expect(records[3].opportunity.titles == [LocalizedText("Les arts", language: "fr")])
    #expect(records[3].richness < records[1].richness)
    #expect(
      records[3].opportunity.otherIdentifiers.contains(
        Identifier(scheme: "sedia-reference", value: "45700001TOPICSfr")))
  }

  @Test("of variants that state the same the English one stays, wherever it stands and whatever their status")
  func englishVariant() {
    let variants = [("sv", "31094501"), ("en", "31094503"), ("fr", "31094501")].map { language, status in
      #"{"reference":"45700009TOPICS\#(language)","language":"\#(language)","metadata":{"identifier":["A"],"#
        + #""title":["T"],"type":["1"],"status":["\#(status)"]}}"#
    }
    let records = Reading.events(of: "{\"results\":[\(variants.joined(separator: ","))]}").records
    #expect(Set(records.map(\.key)) == ["sedia-search|45700009TOPICSen"])
    #expect(records.max { $0.richness < $1.richness }?.opportunity.statedStatus == .closed)
  }

  @Test("a reference that only seems to end with a language is left as it is")
  func otherReferences() {
    let references = [
      ("STALE-TOPIC-en", "en"), ("prospectsfr", "fr"), ("1PROSPECTSFR", "fr"), ("1TOPICSfr", "de"),
    ]
    for ((reference, language), key) in zip(
      references, ["STALE-TOPIC-en", "prospectsfr", "1PROSPECTSEN", "1TOPICSfr"])
    {
      let events = Reading.events(
        of:
          #"{"results":[{"reference":"\#(reference)","language":"\#(language)","metadata":{"title":["T"]}}]}"#
      )
      #expect(events.records.map(\.key) == ["sedia-search|" + key])
    }
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
