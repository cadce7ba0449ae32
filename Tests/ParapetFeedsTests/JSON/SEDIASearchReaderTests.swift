import ParapetHashing
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Types of action")
struct TypeOfActionTests {
  @Test("tens of thousands of them are read in one walk, each once")
  func many() {
    let texts = (0..<50_000).map { "t\($0 % 25_000)" }
    #expect(SEDIATypeOfAction.distinct(texts).count == 25_000)
  }

  @Test("a text with its code replaces the bare label, and a bare code gives way to one with a label")
  func replaced() {
    let found = SEDIATypeOfAction.distinct([
      "HORIZON Innovation Actions", "HORIZON-IA HORIZON Innovation Actions", "HORIZON-EIC",
      "HORIZON-EIC HORIZON EIC",
      "HORIZON-EIC", "Other",
    ])
    #expect(found.map(\.code) == ["HORIZON-IA", "HORIZON-EIC", ""])
    #expect(found.map(\.label) == ["HORIZON Innovation Actions", "HORIZON EIC", "Other"])
  }
}

@Suite("Search pages")
struct SEDIASearchReaderTests {
  let records: [FeedRecord]
  let squares: Opportunity

  init() throws {
    records = Reading.events(of: try Reading.fixture("sedia-page.json")).records
    squares = try #require(records.first).opportunity
  }

  @Test("every hit of a page becomes a record, in order")
  func all() {
    #expect(
      records.map(\.key) == [
        "sedia-search|51000001TOPICSen", "sedia-search|51000002TOPICSen",
        "sedia-search|13501COMPETITIVE_CALLen", "sedia-search|13502COMPETITIVE_CALLen",
        "sedia-search|185000PROSPECTSEN", "sedia-search|LIFE-2030-PLAIN",
      ])
  }

  @Test("a record knows its place, its richness and its hash")
  func record() throws {
    let record = try #require(records.first)
    #expect(record.place == Diagnostic.Place(file: "feed", line: 9, column: 3, path: "$.results[0]"))
    #expect(record.richness.fields == 15)
    #expect(record.richness.indexed == "2030-01-22T10:11:12.000+0000")
    #expect(record.dialect == "sedia-search")
  }

  @Test("the hash and the size are those of the record's own bytes, wherever it stands")
  func hash() throws {
    let raw = #"{"reference":"1","metadata":{"identifier":["A"]}}"#
    let record = try #require(Reading.events(of: "{\"x\":1,\"results\":[\n\(raw) ]}").records.first)
    #expect(record.hash == Array(raw.utf8).withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) })
    #expect(record.richness.bytes == raw.utf8.count)
  }

  @Test("names lose their markup and carry the language of the record")
  func names() {
    #expect(squares.titles == [LocalizedText("Safe squares & parks", language: "en")])
    #expect(squares.descriptions == [LocalizedText("Scope:\n- Barriéres", language: "en")])
    #expect(squares.identifier == "ISF-2030-TF9-AG-SQUARES")
    #expect(squares.level == .topic)
    #expect(squares.origin == .feed("sedia-search"))
  }

  @Test("the call above a topic is named")
  func call() {
    #expect(
      squares.partOf == [
        PartOf(
          level: .call, ref: "ISF-2030-TF9-AG",
          titles: [LocalizedText("Call for proposals on public spaces", language: "en")])
      ])
  }

  @Test("the programme has the code of the Publications Office")
  func programme() {
    #expect(squares.programme?.code == "ISF_2021")
    #expect(squares.programme?.label == "Internal Security Fund")
    #expect(
      squares.programme?.vocabulary == "http://publications.europa.eu/resource/authority/eu-programme")
  }

  @Test("a programme without such a code keeps the portal's number")
  func foreignProgramme() {
    #expect(records[5].opportunity.programme == Coded(code: "43697167", label: "European Parliament"))
    #expect(Reading.topic(#""frameworkProgramme":["46324255"]"#).opportunity?.programme?.code == "46324255")
  }

  @Test("the status of the action counts before that of the record")
  func status() {
    #expect(squares.statedStatus == .open)
    #expect(squares.statedStatusCode == "31094502")
  }

  @Test("quirk 7: a status that is not known is kept as a code, and none is none")
  func unknownStatus() {
    #expect(records[1].opportunity.statedStatus == .unknown)
    #expect(records[1].opportunity.statedStatusCode == "99999998")
    #expect(records[2].opportunity.statedStatus == nil)
  }

  @Test("quirk 16: a type of action is code and label, without double spaces and without its double")
  func typesOfAction() {
    #expect(squares.typesOfAction == [Coded(code: "ISF-PJG", label: "ISF Project Grants")])
    #expect(
      records[1].opportunity.typesOfAction
        == [Coded(code: "HORIZON-RIA", label: "HORIZON Research and Innovation Actions")])
  }

  @Test("a label alone has no code, a code alone no label")
  func bareTypes() {
    #expect(
      Reading.topic(#""typesOfAction":["EDF  Lump Sum Grants","HORIZON-EIC"]"#).opportunity?.typesOfAction
        == [Coded(code: "", label: "EDF Lump Sum Grants"), Coded(code: "HORIZON-EIC")])
  }

  @Test("words of the subject are distinct and without the identifiers")
  func keywords() {
    #expect(
      squares.keywords.map(\.text) == ["Security", "Public space", "Barriers", "AI", "Protected places"])
  }

  @Test("quirk 13: keywords inside one text are read")
  func innerKeywords() {
    #expect(
      records[1].opportunity.keywords.map(\.text)
        == ["Gender research", "Education: systems and institutions, teaching and"])
  }

  @Test("quirk 12: a topic's page is rebuilt, since the index gives addresses that are dead")
  func landingPage() {
    #expect(
      squares.landingPage
        == "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/"
        + "ISF-2030-TF9-AG-SQUARES")
  }

  @Test("other records keep their page, and only a secure one")
  func otherPages() {
    #expect(records[2].opportunity.landingPage?.hasSuffix("competitive-calls-cs/1") == true)
    #expect(records[4].opportunity.landingPage?.hasPrefix("https://webgate.ec.europa.eu/prospect/") == true)
    let insecure = Reading.topic(#""type":["2"],"url":["http://example.org/"]"#)
    #expect(insecure.opportunity?.landingPage == nil)
  }

  @Test("quirk 11: an identifier cannot lead the topic's page elsewhere")
  func strangeIdentifier() {
    let page = Reading.topic(identifier: "../?a b").opportunity?.landingPage
    #expect(page?.hasSuffix("/topic-details/..%2F%3Fa%20b") == true)
  }

  @Test("what a record is silent on is named")
  func notStated() {
    #expect(
      squares.notStated
        == ["applicantType", "country", "fundingRate", "minAwardAmount", "estimatedAwardCount"])
    #expect(
      records[3].opportunity.notStated == [
        "applicantType", "country", "fundingRate", "minAwardAmount", "maxAwardAmount", "estimatedAwardCount",
        "totalAmountAvailable", "openingDate", "deadline", "description",
      ])
  }

  @Test("metadata of single texts and numbers is read as lists are")
  func lenientMetadata() {
    #expect(records[5].opportunity.identifier == "LIFE-2030-PLAIN")
    #expect(records[5].opportunity.titles.first?.text == "Metadata that is no list")
    #expect(records[5].opportunity.reference == nil)
  }

  @Test("a call for cascade funding has its own name and the topic that pays for it above it")
  func cascade() {
    let vouchers = records[2].opportunity
    #expect(vouchers.titles.map(\.text) == ["Vouchers for towns"])
    #expect(vouchers.partOf.first?.level == .topic)
    #expect(vouchers.partOf.first?.ref == "SMP-2030-CLUSTER-01")
    #expect(vouchers.identifier == records[3].opportunity.identifier)
  }

  @Test("quirk 9: a stub with many fields of bookkeeping states less than a record with a deadline")
  func stub() {
    let bookkeeping = (0..<40).map { ",\"es_Field\($0)\":[\"x\"]" }.joined()
    let record = { (fields: String) in
      "{\"reference\":\"1TOPICSen\",\"metadata\":{\"identifier\":[\"A\"],\"title\":[\"T\"]\(fields)}}"
    }
    let full = record(",\"deadlineDate\":[\"2030-01-02\"]")
    let records = Reading.events(of: "{\"results\":[\(record(bookkeeping)),\(full)]}").records
    #expect(records[0].key == records[1].key)
    #expect(records[0].richness < records[1].richness)
  }

  @Test("quirk 11: a topic is named by its field, not by another topic that its text speaks of")
  func foreignNames() {
    let text = "<p>This builds on HORIZON-CL3-2025-01-FCT-09.</p>"
    let names = [
      "HORIZON-CL3-2027-01-FCT-04", "NEAR/ANK/2022/EA-RP/0056", "0b7c1f5e-1c1a-4e56-9a3e-0a1b2c3d4e5f",
    ]
    for name in names {
      let topic = Reading.topic(#""descriptionByte":[\#(Reading.quoted(text))]"#, identifier: name)
        .opportunity
      #expect(topic?.identifier == name)
    }
  }

  @Test("quirk 13: actions inside a text are read as those that are not")
  func innerActions() {
    let inner = Reading.quoted(#"[{"deadlineDates":["2030-04-08"],"status":{"id":"31094502"}}]"#)
    let topic = Reading.topic(#""actions":[\#(inner)]"#).opportunity
    #expect(topic?.deadlines.map(\.day.description) == ["2030-04-08"])
    #expect(topic?.statedStatus == .open)
  }

  @Test("half a character, as a cut leaves it, costs its text only and is remarked")
  func halfCharacter() {
    let topic = Reading.topic(#""tags":["towns","\ud83c"]"#)
    #expect(topic.opportunity?.keywords.map(\.text) == ["towns"])
    #expect(topic.remarks.map(\.place.path) == ["$.results[0].metadata.tags"])
    #expect(topic.remarks.map(\.id) == ["unreadable-field"])
  }
}
