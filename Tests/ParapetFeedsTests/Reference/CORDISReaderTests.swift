import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Projects of CORDIS")
struct CORDISReaderTests {
  @Test("a project is read with all that a grant writer asks of it")
  func whole() throws {
    let events = Reading.cordis(try Reading.fixture("cordis-project.xml"))
    let project = try #require(events.precedents.first)
    #expect(events.count == 1)
    #expect(project.id == "199000001")
    #expect(project.acronym == "QUAYSIDE")
    #expect(project.titles == [LocalizedText("Quays that people like to stay on", language: "en")])
    #expect(project.topics == ["HORIZON-CL3-2099-FCT-01-07"])
    #expect(project.calls == ["HORIZON-CL3-2099-FCT-01"])
    #expect(project.programme == "HORIZON.2.3")
    #expect(project.scheme == "HORIZON-IA")
    #expect(project.start?.description == "2023-01-01")
    #expect(project.end?.description == "2025-12-31")
    #expect(project.totalCost == Money(minorUnits: 125_000_050))
    #expect(project.contribution == Money(minorUnits: 100_000_025))
    #expect(project.page == "https://cordis.europa.eu/project/id/199000001")
    #expect(project.countries.map(\.code) == ["IT", "NL", "UK"])
  }

  @Test("participants stand in the order of the agreement, third parties behind whom they work for")
  func participants() throws {
    let project = try #require(Reading.cordis(try Reading.fixture("cordis-project.xml")).precedents.first)
    #expect(
      project.participants.map(\.name) == [
        "COMUNE DI PORTANOVA", "STUDIO \"KADE\" BV", "KADE LAB", "BOROUGH OF SOMEWHERE",
      ])
    #expect(
      project.participants.map(\.role) == [.coordinator, .participant, .thirdParty, .associatedPartner])
    #expect(project.participants.map(\.kind) == [.publicBody, .company, nil, nil])
    #expect(project.participants.map(\.isSmall) == [false, true, false, false])
    #expect(project.participants.map(\.hasLeft) == [false, false, false, true])
    #expect(project.participants.map { $0.contribution?.decimal } == ["750000.25", "250000.00", "0.00", nil])
    #expect(
      project.participants.map { $0.netContribution?.decimal } == [
        "750000.25", "200000.00", "50000.00", "0.00",
      ])
    #expect(project.participants.map { $0.totalCost?.decimal } == [nil, "300000.50", "0.00", "0.00"])
    #expect(project.participants.map(\.town) == ["Portanova", "Havenrijk", nil, nil])
  }

  @Test("what nothing states of the whole is the sum of its parts, where each is stated")
  func sum() {
    var project = Precedent(id: "1")
    #expect(project.paid == nil)
    var first = Precedent.Participant(name: "A", role: .coordinator)
    first.contribution = Money(minorUnits: 100)
    project.participants = [first, Precedent.Participant(name: "B", role: .participant)]
    #expect(project.paid == nil)
    project.participants[1].netContribution = Money(minorUnits: 23)
    #expect(project.paid == Money(minorUnits: 123))
    project.contribution = Money(minorUnits: 200)
    #expect(project.paid == Money(minorUnits: 200))
  }

  @Test("without the namespace, as in the register's archives, it is the same")
  func withoutNamespace() throws {
    let text = String(decoding: try Reading.fixture("cordis-project.xml"), as: UTF8.self)
    let plain = text.replacing(" xmlns=\"http://cordis.europa.eu\"", with: "")
    #expect(Reading.cordis(Array(plain.utf8)) == Reading.cordis(Array(text.utf8)))
  }

  @Test("cut into pieces of 1 to 80 bytes it is the same", arguments: 1...80)
  func cuts(size: Int) throws {
    let bytes = try Reading.fixture("cordis-project.xml")
    #expect(Reading.cordis(bytes, cutEvery: size) == Reading.cordis(bytes))
  }

  @Test("truncated at any byte it is no project, and one finding says why")
  func truncations() throws {
    let bytes = try Reading.fixture("cordis-project.xml")
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for length in stride(from: 0, through: end, by: 7) {
      let events = Reading.cordis(Array(bytes.prefix(length)))
      #expect(events.precedents.isEmpty, "at byte \(length)")
      #expect(events.broken.count == 1, "at byte \(length)")
      #expect(events.count == 1, "at byte \(length)")
    }
  }

  @Test(
    "a bad figure costs the figure and a remark, and never the project",
    arguments: [
      ("<totalCost>1250000.5</totalCost>", "<totalCost>much</totalCost>", "unreadable-amount"),
      ("<totalCost>1250000.5</totalCost>", "<totalCost>-1</totalCost>", "unreadable-amount"),
      ("<totalCost>1250000.5</totalCost>", "<totalCost>1.234</totalCost>", "unreadable-amount"),
      ("<startDate>2023-01-01</startDate>", "<startDate>2023-02-30</startDate>", "impossible-date"),
      ("<country>IT</country>", "<country>Italy</country>", "unknown-country"),
      ("ecContribution=\"250000\"", "ecContribution=\"250,000,0\"", "unreadable-amount"),
      ("<legalName>KADE LAB</legalName>", "<legalName/>", "missing-name"),
    ])
  func badFigure(old: String, new: String, id: String) throws {
    let text = String(decoding: try Reading.fixture("cordis-project.xml"), as: UTF8.self)
    #expect(text.contains(old))
    let events = Reading.cordis(Array(text.replacing(old, with: new).utf8))
    #expect(events.precedents.count == 1)
    #expect(events.remarks.map(\.id) == [id])
    #expect(events.remarks.first?.severity == .warning)
    #expect(events.remarks.first?.place.line ?? 0 > 1)
  }

  @Test("nothing is never a sum of nought for a whole project, and small change of a computer is rounded")
  func amounts() {
    let events = Reading.cordis(
      Array("<project><id>1</id><totalCost>0</totalCost><ecMaxContribution/></project>".utf8))
    #expect(events.precedents.first?.totalCost == nil)
    #expect(events.precedents.first?.contribution == nil)
    #expect(PrecedentBuilder.amount("2456012.4950000001")?.decimal == "2456012.50")
    #expect(PrecedentBuilder.amount("2456012.4949999")?.decimal == "2456012.49")
    #expect(PrecedentBuilder.amount("1.2345x") == nil)
    #expect(PrecedentBuilder.amount("-1.23456") == nil)
    #expect(PrecedentBuilder.amount("100000000000000") == nil)
  }

  @Test("a project without number is rejected, one without topic is kept with a remark")
  func identity() {
    let nameless = Reading.cordis(Array("<project><acronym>A</acronym></project>".utf8))
    #expect(nameless.rejected.map(\.id) == ["missing-id"])
    #expect(nameless.precedents.isEmpty)
    let lost = Reading.cordis(Array("<project><id>1</id></project>".utf8))
    #expect(lost.remarks.map(\.id) == ["missing-topic"])
    #expect(lost.precedents.count == 1)
  }

  @Test("a number that is none makes no address")
  func page() {
    let events = Reading.cordis(Array("<project><id>1/../x</id></project>".utf8))
    #expect(events.precedents.first?.page == nil)
  }

  @Test("another root, a document type and an entity end the reading")
  func hostile() {
    #expect(Reading.cordis(Array("<projects/>".utf8)).broken.map(\.id) == ["unknown-root"])
    #expect(
      Reading.cordis(Array("<project xmlns=\"urn:x\"><id>1</id></project>".utf8)).broken.map(\.id)
        == ["unknown-root"])
    let typed = Reading.cordis(
      Array("<!DOCTYPE project [<!ENTITY a \"b\">]><project><id>&a;</id></project>".utf8))
    #expect(typed.broken.map(\.id) == ["document-type-declared"])
    #expect(typed.precedents.isEmpty)
  }

  @Test("a text beyond the limit rejects the project once")
  func tooLong() {
    let title = String(repeating: "a", count: (1 << 20) + 1)
    let events = Reading.cordis(Array("<project><id>1</id><title>\(title)</title><x/></project>".utf8))
    #expect(events.rejected.map(\.id) == ["text-too-long"])
    #expect(events.count == 1)
  }
}

extension Reading {
  /// What the reader of projects reports of bytes that arrive in pieces of a size.
  static func cordis(_ bytes: [UInt8], cutEvery size: Int = .max) -> [FeedEvent] {
    var events: [FeedEvent] = []
    var reader = CORDISReader(file: "project.xml")
    pieces(of: bytes, size) { piece in reader.push(piece) { events.append($0) } }
    reader.finish { events.append($0) }
    return events
  }

  /// What the reader of the central bank's rates reports of bytes that arrive in pieces of a size.
  static func ecb(_ bytes: [UInt8], cutEvery size: Int = .max) -> [FeedEvent] {
    var events: [FeedEvent] = []
    var reader = ECBReader(file: "rates.xml")
    pieces(of: bytes, size) { piece in reader.push(piece) { events.append($0) } }
    reader.finish { events.append($0) }
    return events
  }

  private static func pieces(of bytes: [UInt8], _ size: Int, _ push: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let end = start + min(size, bytes.count - start)
        push(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }
}

extension [FeedEvent] {
  var precedents: [Precedent] {
    compactMap { if case .precedent(let precedent) = $0 { precedent } else { nil } }
  }

  var rates: [ExchangeRates] {
    compactMap { if case .rates(let rates) = $0 { rates } else { nil } }
  }
}
