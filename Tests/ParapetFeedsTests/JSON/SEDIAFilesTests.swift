import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("The portal's other files")
struct SEDIAFilesTests {
  @Test("the file of a topic says what a hit of the search says")
  func topic() throws {
    let events = Reading.events(of: try Reading.fixture("sedia-topic.json"))
    let record = try #require(events.records.first)
    let topic = record.opportunity
    #expect(events.count == 1)
    #expect(record.key == "sedia-topic|51000001")
    #expect(record.place == Diagnostic.Place(file: "feed", line: 1, column: 18, path: "$.TopicDetails"))
    #expect(topic.identifier == "ISF-2030-TF9-AG-SQUARES")
    #expect(topic.titles == [LocalizedText("Safe squares & parks", language: "en")])
    #expect(topic.descriptions.map(\.text) == ["Barriéres"])
    #expect(topic.programme?.code == "ISF_2021")
    #expect(topic.partOf.first?.ref == "ISF-2030-TF9-AG")
    #expect(topic.statedStatus == .open)
    #expect(topic.publicationDate?.description == "2030-01-26")
    #expect(topic.openingDate?.description == "2030-02-04")
    #expect(topic.deadlines.map(\.day.description) == ["2030-09-14"])
    #expect(topic.deadlineModel == .singleStage)
    #expect(topic.typesOfAction == [Coded(code: "ISF-PJG", label: "ISF Project Grants")])
    #expect(topic.funding.available.map(\.amount.decimal) == ["5000000.00"])
    #expect(topic.funding.maximumGrant?.value.decimal == "1500000.00")
    #expect(topic.funding.minimumGrant == nil)
    #expect(topic.documents.map(\.url) == ["https://example.eu/docs/call-fiche_isf-2030_en.pdf"])
    #expect(topic.keywords.map(\.text) == ["Public space", "security", "Protected places"])
    #expect(topic.origin == .feed("sedia-topic"))
  }

  @Test("the file of all grants gives its grants, and counts its tenders")
  func bulk() throws {
    let events = Reading.events(of: try Reading.fixture("sedia-bulk.json"))
    #expect(events.records.map(\.key) == ["sedia-bulk|51000001", "sedia-bulk|51000002"])
    #expect(events.rejected.map(\.id) == ["missing-identifier"])
    #expect(events.rejected.map(\.place.path) == ["$.fundingData.GrantTenderObj[2]"])
    #expect(events.remarks.map(\.message) == ["2 invitations to tender are passed over"])
    guard case .remark? = events.last else {
      Issue.record("the count is not told at the end")
      return
    }
  }

  @Test("quirk 24: the misspelt procedure is read, and the action's status counts before the record's")
  func misspelt() throws {
    let topics = Reading.events(of: try Reading.fixture("sedia-bulk.json")).opportunities
    #expect(topics[0].deadlineModel == .singleStage)
    #expect(topics[0].statedStatus == .open)
    #expect(topics[0].deadlines == [Deadline(day: try #require(Day("2030-09-14")), time: "17:00")])
    #expect(topics[0].typesOfAction == [Coded(code: "ISF-PJG", label: "ISF Project Grants")])
    #expect(topics[1].deadlineModel == .twoStage)
    #expect(topics[1].deadlines.map(\.stage) == [1, 2])
    #expect(topics[1].statedStatus == .closed)
  }

  @Test("cut into pieces of 1 to 80 bytes both files give the same events", arguments: 1...80)
  func cuts(size: Int) throws {
    for name in ["sedia-topic.json", "sedia-bulk.json"] {
      let bytes = try Reading.fixture(name)
      #expect(Reading.events(of: bytes, cutEvery: size) == Reading.events(of: bytes))
    }
  }

  @Test(
    "quirk 21: cut off at any byte, the grants before survive, the tenders are counted, and one fault is last"
  )
  func truncations() throws {
    let bytes = try Reading.fixture("sedia-bulk.json")
    let whole = Reading.events(of: bytes).records
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: "}")))
    var survivors = 0
    for length in 1..<end {
      let events = Reading.events(of: Array(bytes.prefix(length)))
      #expect(events.broken.map(\.id) == ["truncated-json"], "at byte \(length)")
      guard case .broken? = events.last else {
        Issue.record("the fault is not the last event")
        return
      }
      #expect(events.records == Array(whole.prefix(events.records.count)))
      #expect(events.records.count >= survivors)
      survivors = events.records.count
    }
    #expect(survivors == 2)
  }

  @Test("the file of a topic that is cut off gives no half of it")
  func truncatedTopic() throws {
    let bytes = try Reading.fixture("sedia-topic.json")
    for length in stride(from: 20, to: bytes.count - 5, by: 7) {
      let events = Reading.events(of: Array(bytes.prefix(length)))
      #expect(events.map(\.diagnosticID) == ["truncated-json"])
      #expect(events.broken.first?.place.path == "$.TopicDetails")
    }
  }

  @Test(
    "fields of unexpected types cost themselves only",
    arguments: [
      #""actions":{}"#, #""budgetOverviewJSONItem":[]"#, #""status":7"#, #""frameworkProgramme":"HORIZON""#,
      #""deadlineDatesLong":"soon""#, #""title":null"#, #""topicActions":{"id":1}"#, #""keywords":7"#,
    ])
  func oddFields(field: String) {
    let text =
      #"{"TopicDetails":{"identifier":"A","title":"T","plannedOpeningDateLong":1896393600000,\#(field)}}"#
    let topic = Reading.events(of: text).opportunities.first
    #expect(topic?.identifier == "A")
    #expect(topic?.openingDate?.description == "2030-02-04")
  }

  @Test("tenders are passed over in pages of the search too, and other types are not")
  func tendersOfTheSearch() {
    let hits = ["0", "1", "2", "8", "0"].enumerated().map { index, type in
      #"{"reference":"\#(index)","metadata":{"identifier":["T-\#(index)"],"type":["\#(type)"]}}"#
    }
    let events = Reading.events(of: "{\"results\":[\(hits.joined(separator: ","))]}")
    #expect(events.records.map(\.opportunity.identifier) == ["T-1", "T-2", "T-3"])
    #expect(events.remarks.map(\.message) == ["2 invitations to tender are passed over"])
    let cut = Reading.events(of: "{\"results\":[\(hits.joined(separator: ","))")
    #expect(cut.map(\.diagnosticID) == [nil, nil, nil, "passed-over", "truncated-json"])
  }

  @Test("the dialect is known by the key under which the records stand")
  func dialects() throws {
    for (name, dialect) in [("sedia-topic.json", Dialect.sediaTopic), ("sedia-bulk.json", .sediaBulk)] {
      var reader = FeedReader(file: "feed.xml")
      try Reading.fixture(name).withUnsafeBytes { reader.push($0) { _ in } }
      #expect(reader.dialect == dialect)
    }
  }
}
