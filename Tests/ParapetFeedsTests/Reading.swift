import Foundation
import ParapetModel

@testable import ParapetFeeds

/// Feeds of the tests and what reading them gives.
enum Reading {
  /// The bytes of a fixture.
  static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// What the reader of all dialects reports of bytes that arrive in pieces of a size.
  static func events(of bytes: [UInt8], cutEvery size: Int = .max) -> [FeedEvent] {
    var events: [FeedEvent] = []
    var reader = FeedReader(file: "feed")
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let end = start + min(size, bytes.count - start)
        reader.push(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) { events.append($0) }
        start = end
      }
    }
    reader.finish { events.append($0) }
    return events
  }

  /// The same of a text.
  static func events(of text: String) -> [FeedEvent] { events(of: Array(text.utf8)) }

  /// What a page says whose only hit is a topic with these further fields of metadata.
  static func topic(
    _ fields: String = #""type": ["1"]"#, identifier: String = "ISF-2030-A"
  ) -> (opportunity: Opportunity?, remarks: [Diagnostic]) {
    let events = events(
      of: #"{"results":[{"reference":"1TOPICSen","language":"en","#
        + #""metadata":{"identifier":["\#(identifier)"],"title":["T"],\#(fields)}}]}"#)
    return (events.records.first?.opportunity, events.remarks)
  }

  /// A text as it stands inside a JSON string.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
