import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

/// Real files, where the samples are at hand beside the repository.
@Suite("Real projects and rates", .enabled(if: FileManager.default.fileExists(atPath: SharedFeeds.folder)))
struct SharedReferenceTests {
  @Test("every project is read without a remark, and its shares add up to the whole")
  func projects() throws {
    let folder = SharedFeeds.folder + "/cordis"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count == 5)
    for name in names {
      let events = Reading.cordis(
        Array(try Data(contentsOf: URL(filePath: folder + "/" + name))), cutEvery: 65_536)
      let project = try #require(events.precedents.first, "\(name)")
      #expect(events.count == 1, "\(name)")
      #expect(!project.topics.isEmpty && project.participants.first?.role == .coordinator, "\(name)")
      let shares = project.participants.compactMap(\.netContribution).reduce(Money.zero()) { $0 + $1 }
      #expect(shares == project.paid, "\(name)")
    }
  }

  @Test("the project on public spaces has its nineteen partners")
  func safeCities() throws {
    let path = SharedFeeds.folder + "/cordis/project-101073945.xml"
    let project = try #require(
      Reading.cordis(Array(try Data(contentsOf: URL(filePath: path)))).precedents.first)
    #expect(project.topics.map { $0.uppercased() }.contains("HORIZON-CL3-2021-FCT-01-07"))
    #expect(project.calls.map { $0.uppercased() }.contains("HORIZON-CL3-2021-FCT-01"))
    #expect(project.scheme == "HORIZON-IA")
    #expect(project.participants.count == 19)
    #expect(project.contribution == Money(minorUnits: 275_261_750))
    #expect(project.participants.contains { $0.name == "COMUNE DI GORIZIA" && $0.kind == .publicBody })
  }

  @Test("the rates of a day are read whole")
  func rates() throws {
    let path = SharedFeeds.folder + "/ecb/eurofxref-daily.xml"
    guard case .rates(let rates, let findings) = try RatesFile.read(path) else {
      Issue.record("it is taken for something else")
      return
    }
    #expect(findings.isEmpty)
    #expect(rates.map(\.day.description) == ["2025-05-09"])
    #expect(rates.first?.rates.count == 30)
  }
}
