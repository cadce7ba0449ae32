import ParapetFeeds
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Sources that nobody looked at for a year")
struct SourceAgeTests {
  private let place = Diagnostic.Place(file: "instruments/ISF-UA.xml", line: 3, column: 3)

  private func record(_ level: Opportunity.Level = .instrument, looked: String?) -> Opportunity {
    var opportunity = Opportunity(level: level, identifier: "ISF-UA", origin: .curated(place))
    opportunity.lastModified = looked.map(day)
    return opportunity
  }

  @Test("a year and a day after the last look a warning names the record, where it is written and the day")
  func older() throws {
    let findings = SourceAgeCheck.findings(in: [record(looked: "2025-03-14")], on: ides)
    let finding = try #require(findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.id == "old-sources")
    #expect(finding.place == place)
    #expect(finding.message.contains("'ISF-UA'"))
    #expect(finding.message.contains("2025-03-14"))
    #expect(finding.said.french.contains("plus d’un an"))
  }

  @Test(
    "within the year nothing is said, nor where no day is known",
    arguments: ["2025-03-15", "2026-03-15", nil])
  func younger(looked: String?) {
    #expect(SourceAgeCheck.findings(in: [record(looked: looked)], on: ides).isEmpty)
  }

  @Test("a closed call is a precedent and is not asked about")
  func closed() {
    var call = record(.call, looked: "2020-01-01")
    call.deadlines = [Deadline(day: day("2020-06-30"))]
    #expect(SourceAgeCheck.findings(in: [call], on: ides).isEmpty)
    call.deadlines = [Deadline(day: day("2026-06-30"))]
    #expect(SourceAgeCheck.findings(in: [call], on: ides).count == 1)
  }

  @Test("every record of the data folder says when its sources were looked at")
  func shipped() throws {
    let undated = try ShippedData.funding.get().opportunities.filter { $0.lastModified == nil }
    #expect(undated.map(\.identifier) == [])
  }
}
