import ParapetModel
import Testing

@testable import ParapetFeeds

@Test("a feed gives its good records in order and rejects the bad one between them")
func neighboursSurvive() {
  let all = events(of: smallFeed.utf8)
  #expect(all.opportunities.map(\.identifier) == ["A-1", "A-3"])
  #expect(all.rejected.map(\.id) == ["unknown-level"])
  #expect(all.broken.isEmpty)
}

@Test("text keeps entities and CDATA, folds white space and joins what a comment parts")
func textIsFolded() {
  let all = events(of: smallFeed.utf8)
  #expect(all.opportunities.first?.titles.first?.text == "Plätze & stations – “safe”")
  #expect(all.opportunities.first?.descriptions.first?.text == "5 < 6 € and more")
  let parted = events(of: document(topic("T", "<keyword>one <!-- two --> three</keyword>")).utf8)
  #expect(parted.opportunities.first?.keywords.first?.text == "one three")
}

@Test("an ampersand in an attribute is one ampersand")
func attributeAmpersand() {
  let all = events(of: smallFeed.utf8)
  #expect(all.opportunities.first?.documents.first?.url == "https://example.eu/a?b=1&c=2")
  let twice = events(of: document(topic("a&amp;#38;b&#38;c")).utf8)
  #expect(twice.opportunities.first?.identifier == "a&#38;b&c")
}

@Test("html in a text becomes plain text")
func htmlIsReduced() {
  let text =
    "<description format=\"html\">&lt;p&gt;Safe &lt;b&gt;squares&lt;/b&gt; &amp;amp; streets&lt;/p&gt;</description>"
  let all = events(of: document(topic("T", text)).utf8)
  #expect(all.opportunities.first?.descriptions.first?.text == "Safe squares & streets")
}

@Test("a text without a language takes that of the record, else of the document")
func languageIsInherited() {
  let text = """
    <fundingOpportunities xmlns="urn:parapet:funding:1" version="1" xml:lang="FR">
    <opportunity level="call" id="A"><title>place</title></opportunity>
    <opportunity level="call" id="B" xml:lang="de"><title>Platz</title><title xml:lang="en">square</title></opportunity>
    </fundingOpportunities>
    """
  let languages = events(of: text.utf8).opportunities.map { $0.titles.map(\.language) }
  #expect(languages == [["fr"], ["de", "en"]])
}

@Test("a record without an id is named by its identifier of a scheme of topics, else by its first")
func identifierNamesTheRecord() {
  let text = document(
    """
    <opportunity level="topic"><identifier scheme="sedia-reference">51TOPICSen</identifier>\
    <identifier scheme="sedia-topic">ISF-1</identifier><title>a</title></opportunity>
    <opportunity level="topic"><identifier scheme="boe">X-9</identifier><title>b</title></opportunity>
    """)
  let opportunities = events(of: text.utf8).opportunities
  #expect(opportunities.map(\.identifier) == ["ISF-1", "X-9"])
  #expect(opportunities.first?.reference == "51TOPICSen")
  #expect(opportunities.first?.otherIdentifiers.map(\.scheme) == ["sedia-reference"])
}

@Test("the origin of a data file is its place, that of a feed its dialect")
func originsDiffer() {
  let text = document(topic())
  #expect(events(of: text.utf8).opportunities.first?.origin == .feed("canonical"))
  let place = Diagnostic.Place(file: "feed.xml", line: 3, column: 1)
  #expect(events(of: text.utf8, isCurated: true).opportunities.first?.origin == .curated(place))
}

@Test("links, days and status are read into their fields")
func plainFields() throws {
  let content = """
    <legalBasis celex="32021R1149">Regulation (EU) 2021/1149</legalBasis><management mode="shared"/>
    <period from="2021-01-01" to="2027-12-31"/><status sourceCode="31094502">open</status>
    <publicationDate>2026-01-02</publicationDate><openingDate>2026-02-03T08:00:00</openingDate>
    <deadlineModel>two-stage</deadlineModel><deadline stage="2">2026-09-01</deadline>
    <deadline stage="1">2026-04-16T17:00:00</deadline><typeOfAction code="ISF-PJG">Project grants</typeOfAction>
    <landingPage>https://example.eu/</landingPage><notStated>minAwardAmount deadline</notStated>
    """
  let found = try #require(events(of: document(topic("T", content)).utf8).opportunities.first)
  #expect(found.legalBases == [LegalBasis(celex: "32021R1149", label: "Regulation (EU) 2021/1149")])
  #expect(found.management == .shared)
  #expect(found.period?.to == Day("2027-12-31"))
  #expect(found.statedStatus == .open && found.statedStatusCode == "31094502")
  #expect(found.openingDate == Day("2026-02-03"))
  #expect(found.deadlines.map(\.stage) == [1, 2])
  #expect(found.deadlines.first?.time == "17:00")
  #expect(found.typesOfAction == [Coded(code: "ISF-PJG", label: "Project grants")])
  #expect(found.notStated == ["minAwardAmount", "deadline"])
}

@Test("instruments say which topics they govern and what they are part of")
func linksUpwards() throws {
  let content = """
    <opportunity level="instrument" id="I"><programme code="HORIZONEU">Horizon Europe</programme>\
    <partOf level="instrument" ref="HE"><title xml:lang="en">Horizon</title></partOf>\
    <appliesTo programme="HORIZONEU" identifierPrefix="HORIZON-CL3-"/><title>i</title></opportunity>
    """
  let found = try #require(events(of: document(content).utf8).opportunities.first)
  #expect(found.partOf.first?.ref == "HE")
  #expect(found.partOf.first?.titles.text(in: .french) == "Horizon")
  #expect(found.appliesTo == [Scope(programme: "HORIZONEU", identifierPrefix: "HORIZON-CL3-")])
  #expect(found.programme?.label == "Horizon Europe")
}

@Test("the hash stays when only indentation, quotes and the order of attributes change")
func hashIgnoresLayout() {
  let plain = events(
    of: document("<opportunity level=\"call\" id=\"A\"><title>x  y</title></opportunity>").utf8)
  let other = events(
    of: document("<opportunity id='A'\n  level='call'>\n  <title>\n x y </title>\n</opportunity>").utf8)
  #expect(plain.records.first?.hash == other.records.first?.hash)
  #expect(plain.records.first?.hash.utf8.count == 64)
}

@Test("the hash changes when one letter does, or a text moves to another element")
func hashSeesContent() {
  let hashes = [
    "<title>x</title>", "<title>X</title>", "<title>x</title><keyword>y</keyword>", "<title>x y</title>",
  ]
  .map {
    events(of: document("<opportunity level=\"call\" id=\"A\">\($0)</opportunity>").utf8).records.first?.hash
  }
  #expect(Set(hashes).count == 4 && !hashes.contains(nil))
}

@Test("the richness of a record counts its different elements and its bytes")
func richnessCounts() {
  let text = topic("T", "<keyword>a</keyword><keyword>b</keyword><notStated>deadline</notStated>")
  let richness = events(of: document(text).utf8).records.first?.richness
  #expect(richness?.fields == 2)
  #expect(richness?.bytes == text.utf8.count)
}

@Test("of a record with several faults the first rejects it and the others are remarks")
func everyFaultIsFound() {
  let text = document(topic("T", "<status>opne</status><openingDate>2026-02-30</openingDate>"))
  let all = events(of: text.utf8)
  #expect(all.rejected.map(\.id) == ["unknown-value"])
  #expect(all.remarks.map(\.id) == ["impossible-date"])
  #expect(all.records.isEmpty)
}

@Test("an address that is neither http nor https is left out with a warning")
func unsafeAddress() {
  let text = document(
    topic("T", "<documentLink url=\"javascript:alert(1)\"/><landingPage>ftp://x</landingPage>"))
  let all = events(of: text.utf8)
  #expect(all.remarks.map(\.id) == ["unsafe-address", "unsafe-address"])
  #expect(all.opportunities.first?.documents.isEmpty == true)
  #expect(all.opportunities.first?.landingPage == nil)
}
