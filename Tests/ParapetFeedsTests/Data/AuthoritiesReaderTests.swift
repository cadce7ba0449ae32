import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("authorities.xml")
struct AuthoritiesReaderTests {
  private func read(_ content: String) -> AuthoritiesReader {
    var reader = AuthoritiesReader(file: "authorities.xml")
    let text = "<authorities xmlns=\"urn:parapet:funding:1\" version=\"1\">\(content)</authorities>"
    DataFile(name: "authorities.xml", bytes: Data(text.utf8)).read(&reader)
    return reader
  }

  @Test("an authority with its programme, number, areas, page and source")
  func whole() throws {
    let read = read(
      """
      <fund code="ERDF" instruments="ERDF ERDF-SUD"/>
      <programme funds="ERDF ESF+">
        <title xml:lang="de">Programm der Mark</title>
        <cci grade="official" source="https://example.eu/list">2021DE16FFPR099</cci>
        <area nuts="DE4"/><area nuts="PL43" part="true"/>
        <authority grade="official" source="https://example.eu/who" page="https://example.eu">
          <name xml:lang="de">Ministerium</name></authority>
        <note xml:lang="en">Some of it.</note>
      </programme>
      """)
    #expect(read.findings.diagnostics.isEmpty)
    let authority = try #require(
      read.book.authorities(for: "ERDF-SUD", nuts: "DE401", country: nil).first)
    #expect(authority.funds == [.regionalDevelopment, .social])
    #expect(authority.number?.value == "2021DE16FFPR099")
    #expect(authority.areas.last == Authority.Area(nuts: "PL43", isPart: true))
    #expect(authority.country == nil)
    #expect(authority.office?.page == "https://example.eu")
    #expect(authority.office?.citation.grade == .official)
    #expect(read.instruments.map(\.id) == ["ERDF", "ERDF-SUD"])
  }

  @Test("unknown is an answer, and silence is none")
  func unknown() {
    let stated = read("<programme funds=\"ISF\"><area nuts=\"EE\"/><unknown/></programme>")
    #expect(stated.findings.diagnostics.isEmpty && stated.book.authorities.first?.office == nil)
    let silent = read("<programme funds=\"ISF\"><area nuts=\"EE\"/></programme>")
    #expect(silent.findings.diagnostics.map(\.id) == ["missing-authority"])
    #expect(silent.book.authorities.isEmpty)
  }

  @Test(
    "a programme that cannot be right is refused",
    arguments: [
      ("<programme funds=\"ISF\"><unknown/></programme>", "missing-area"),
      ("<programme funds=\"ISG\"><area nuts=\"EE\"/><unknown/></programme>", "unknown-value"),
      ("<programme funds=\"ISF\"><area nuts=\"Estonia\"/><unknown/></programme>", "malformed-region"),
      ("<fund code=\"ISF\" instruments=\"A A\"/>", "duplicate-terms"),
    ])
  func refused(_ content: String, _ id: String) {
    #expect(read(content).findings.diagnostics.map(\.id).contains(id))
  }

  @Test("the shipped book answers for every Member State that has an instrument to ask about")
  func shipped() throws {
    let data = try DataFolder(path: dataFolder).read()
    #expect(data.diagnostics.filter { $0.place.file.hasSuffix("authorities.xml") }.isEmpty)
    let book = data.authorities
    for code in Country.memberStates.sorted() {
      let found = book.authorities(for: "ERDF", nuts: nil, country: Country(code))
      let below = book.authorities.contains { $0.areas.contains { $0.nuts.hasPrefix(code) } }
      #expect(!found.isEmpty || below, "nobody is named for \(code), not even as unknown")
    }
    let nice = book.authorities(for: "ERDF", nuts: "FRL03", country: nil)
    #expect(nice.count == 1 && nice.first?.number != nil)
  }
}
