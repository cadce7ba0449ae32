import Foundation
import ParapetModel

@testable import ParapetCatalogue

/// A folder that goes when the test ends.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "parapet-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

func makeTopic(_ identifier: String, title: String = "Safer squares", deadline: String? = nil) -> Opportunity
{
  var topic = Opportunity(level: .topic, identifier: identifier, origin: .feed("sedia-search"))
  topic.titles = [LocalizedText(title, language: "en")]
  topic.deadlines = deadline.flatMap { Day($0) }.map { [Deadline(day: $0)] } ?? []
  return topic
}

func makeRecord(
  _ opportunity: Opportunity, reference: String? = nil, hash: String, fields: Int = 5, indexed: String = ""
) -> FeedRecord {
  var opportunity = opportunity
  opportunity.reference = reference
  return FeedRecord(
    opportunity: opportunity, dialect: "sedia-search", hash: hash,
    richness: FeedRecord.Richness(fields: fields, indexed: indexed, bytes: 100),
    place: Diagnostic.Place(file: "page.json", line: 1, column: 1))
}

extension Catalogue {
  /// Reads records on a day.
  @discardableResult
  func take(
    _ records: [FeedRecord], on day: String, source: String = "page.json",
    as adjust: (inout SourceReading) -> Void = { _ in }
  ) throws -> IntakeCounts {
    guard let day = Day(day) else { throw ByteFault() }
    var reading = SourceReading(source: source, readOn: day)
    adjust(&reading)
    return try ingest(reading) { (intake) throws(any Error) in
      for record in records { try intake.add(record) }
    }
  }

  /// Reads records on a day as the whole list of their feed.
  @discardableResult
  func takeAll(
    _ records: [FeedRecord], on day: String, as adjust: (inout SourceReading) -> Void = { _ in }
  ) throws -> IntakeCounts {
    try take(records, on: day, source: "list of \(day)") {
      $0.isComplete = true
      adjust(&$0)
    }
  }
}
