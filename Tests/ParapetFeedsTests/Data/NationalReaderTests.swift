import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("national.xml")
struct NationalReaderTests {
  private func read(_ content: String) -> NationalReader {
    var reader = NationalReader(file: "national.xml")
    let text = "<national xmlns=\"urn:parapet:funding:1\" version=\"1\">\(content)</national>"
    DataFile(name: "national.xml", bytes: Data(text.utf8)).read(&reader)
    return reader
  }

  private let cited = "grade=\"official\" source=\"https://example.fr\" validFrom=\"2015-01-01\""

  @Test("the owner's part and a fund of tax, each with its country, its figures and its days")
  func rules() throws {
    let read = read(
      """
      <ownShare country="FR" percent="20" exceptRegions="FRY FRM" \(cited)/>
      <taxFund country="FR" name="FCTVA" percent="16.404" years="2" \(cited)/>
      """)
    #expect(read.findings.diagnostics.isEmpty)
    let own = try #require(read.rules.ownShare)
    #expect(own.share.percent == "20" && own.exceptRegions == ["FRY", "FRM"])
    let fund = try #require(read.rules.taxFund)
    #expect(fund.share.percent == "16.404" && fund.years == 2 && fund.name == "FCTVA")
    #expect(fund.citation.validFrom == Day(year: 2015, month: 1, day: 1))
  }

  @Test("a scheme that pays tax back is its country's, for its authorities, on its days")
  func compensation() throws {
    let read = read("<taxCompensation country=\"NL\" name=\"fund\" \(cited)/>")
    #expect(read.findings.diagnostics.isEmpty)
    var facts = ApplicantFacts()
    (facts.country, facts.applicant) = (Country("NL"), .localAuthority)
    let day = try #require(Day(year: 2026, month: 3, day: 15))
    let rules = read.rules.holding(for: facts, on: day)
    #expect(rules.taxCompensation(for: facts)?.name == "fund")
    facts.applicant = .privateCompany
    #expect(rules.taxCompensation(for: facts) == nil)
    let before = try #require(Day(year: 2014, month: 12, day: 31))
    #expect(read.rules.holding(for: facts, on: before).taxCompensations.isEmpty)
  }

  @Test(
    "what is no rule is refused",
    arguments: [
      ("<ownShare country=\"France\" percent=\"20\"", "unknown-country"),
      ("<ownShare country=\"FR\" percent=\"120\"", "malformed-percentage"),
      ("<taxFund country=\"FR\" name=\"F\" percent=\"16\" years=\"40\"", "malformed-number"),
      ("<taxFund country=\"FR\" percent=\"16\" years=\"1\"", "missing-attribute"),
    ])
  func refused(element: String, id: String) {
    let read = read("\(element) \(cited)/>")
    #expect(read.findings.diagnostics.map(\.id) == [id])
    #expect(read.rules == NationalRules())
  }
}
