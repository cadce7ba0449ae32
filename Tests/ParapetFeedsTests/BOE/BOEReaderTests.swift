import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("The Spanish gazette")
struct BOEReaderTests {
  let summary: [FeedEvent]
  let document: [FeedEvent]

  init() throws {
    summary = Reading.events(of: try Reading.fixture("boe-summary.xml"))
    document = Reading.events(of: try Reading.fixture("boe-document.xml"))
  }

  @Test("a summary gives the extracts of calls, with their department and their page")
  func extracts() {
    let calls = summary.opportunities
    #expect(summary.records.map(\.key) == ["boe-summary|BOE-B-2030-2", "boe-summary|BOE-B-2030-4"])
    #expect(summary.records.first?.place == Diagnostic.Place(file: "feed", line: 17, column: 15))
    #expect(calls.map(\.level) == [.call, .call])
    #expect(calls[0].publicationDate?.description == "2030-02-06")
    #expect(calls[0].landingPage == "https://www.boe.es/diario_boe/txt.php?id=BOE-B-2030-2")
    #expect(calls[0].documents.map(\.url) == ["https://www.boe.es/boe/dias/2030/02/06/pdfs/BOE-B-2030-2.pdf"])
    #expect(calls[0].partOf.first?.titles == [LocalizedText("MINISTERIO DEL INTERIOR", language: "es")])
    #expect(calls[1].partOf.isEmpty)
    #expect(calls[1].documents.isEmpty)
    #expect(calls[0].titles.first?.language == "es")
  }

  @Test("everything else in a summary is counted, and a nameless extract is rejected alone")
  func others() {
    #expect(
      summary.remarks.map(\.message) == ["2 announcements that are no extracts of calls are passed over"])
    #expect(summary.rejected.map(\.id) == ["missing-identifier"])
    #expect(summary.count == 4)
  }

  @Test(
    "the document of an announcement is called as its item in the summary, and tells the register's number")
  func joined() throws {
    let call = try #require(document.opportunities.first)
    #expect(document.count == 1)
    #expect(call.identifier == summary.opportunities[0].identifier)
    #expect(call.titles == summary.opportunities[0].titles)
    #expect(call.publicationDate == summary.opportunities[0].publicationDate)
    #expect(call.otherIdentifiers == [Identifier(scheme: "bdns", value: "812345")])
    #expect(
      call.documents.last?.url == "https://www.infosubvenciones.es/bdnstrans/GE/es/convocatoria/812345")
    #expect(try #require(document.records.first).richness > summary.records[0].richness)
  }

  @Test("prose gives the object, the period and the amounts, all as read from text")
  func prose() throws {
    let call = try #require(document.opportunities.first)
    #expect(call.descriptions == [LocalizedText("Proteger las plazas públicas.", language: "es")])
    #expect(call.openingDate?.description == "2030-02-07")
    #expect(call.deadlines == [Deadline(day: try #require(Day("2030-04-25")), time: "14:00")])
    #expect(call.funding.available.map(\.amount.decimal) == ["1200000.50"])
    #expect(call.funding.maximumGrant?.value.decimal == "8000.00")
    #expect(call.funding.maximumGrant?.citation.grade == .readFromText)
    #expect(call.funding.available.first?.citation.grade == .readFromText)
    #expect(call.conditions.map(\.id) == ["beneficiaries", "amount", "deadline"])
    #expect(call.conditions.allSatisfy { $0.citation.grade == .readFromText })
    #expect(
      call.conditions.first?.texts.map(\.text)
        == ["Ayuntamientos de más de 20.000 habitantes.\nQuedan excluidas las empresas."])
    #expect(
      call.notStated == ["applicantType", "country", "fundingRate", "minAwardAmount", "estimatedAwardCount"])
  }

  @Test("what a document says is its version, not when it was printed last")
  func hash() throws {
    let text = String(decoding: try Reading.fixture("boe-document.xml"), as: UTF8.self)
    let reprinted = Reading.events(of: text.replacing("20300206071537", with: "20310101000000"))
    let changed = Reading.events(of: text.replacing("8.000 euros", with: "9.000 euros"))
    #expect(reprinted.records.first?.hash == document.records.first?.hash)
    #expect(changed.records.first?.hash != document.records.first?.hash)
  }

  @Test("a document that is no extract is passed over, one without identifier rejected")
  func otherDocuments() {
    let head =
      "<documento><metadatos><identificador>BOE-A-1</identificador><titulo>Ley 1</titulo></metadatos>"
    #expect(Reading.events(of: head + "<texto/></documento>").map(\.diagnosticID) == ["passed-over"])
    #expect(
      Reading.events(of: "<documento><texto/></documento>").map(\.diagnosticID) == ["missing-identifier"])
    #expect(
      Reading.events(of: head + "<texto><p>BDNS(Identif.):123456</p></texto></documento>").records.count == 1)
  }

  @Test("a response without a summary is no feed, and an older summary may stand alone")
  func roots() {
    let refusal = "<response><status><code>404</code></status></response>"
    #expect(Reading.events(of: refusal).map(\.diagnosticID) == ["unknown-dialect"])
    let old = "<sumario><item id=\"BOE-B-9\"><titulo>Extracto de la Orden</titulo></item></sumario>"
    #expect(Reading.events(of: old).opportunities.map(\.identifier) == ["BOE-B-9"])
  }

  @Test("cut into pieces of 1 to 80 bytes both give the same events", arguments: 1...80)
  func cuts(size: Int) throws {
    #expect(Reading.events(of: try Reading.fixture("boe-summary.xml"), cutEvery: size) == summary)
    #expect(Reading.events(of: try Reading.fixture("boe-document.xml"), cutEvery: size) == document)
  }

  @Test("a summary cut off at any byte keeps the extracts before, and has one fault, which is last")
  func truncatedSummary() throws {
    let bytes = try Reading.fixture("boe-summary.xml")
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    var survivors = 0
    for length in 8..<end {
      let events = Reading.events(of: Array(bytes.prefix(length)))
      #expect(events.broken.map(\.id) == ["truncated-xml"], "at byte \(length)")
      guard case .broken? = events.last else {
        Issue.record("the fault is not the last event")
        return
      }
      #expect(events.records == Array(summary.records.prefix(events.records.count)))
      #expect(events.records.count >= survivors)
      survivors = events.records.count
    }
    #expect(survivors == 2)
  }

  @Test("a document cut off at any byte gives no half of it")
  func truncatedDocument() throws {
    let bytes = try Reading.fixture("boe-document.xml")
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for length in 8..<end {
      let events = Reading.events(of: Array(bytes.prefix(length)))
      #expect(events.map(\.diagnosticID) == ["truncated-xml"], "at byte \(length)")
    }
  }

  @Test("a document with a part beyond the limits is rejected once")
  func limits() {
    let text = String(repeating: "x", count: 1_100_000)
    let events = Reading.events(
      of:
        "<documento><texto><p>\(text)</p></texto><metadatos><identificador>A</identificador></metadatos></documento>"
    )
    #expect(events.map(\.diagnosticID) == ["text-too-long"])
  }
}
