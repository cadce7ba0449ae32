import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("The root of an XML feed")
struct XMLProbeTests {
  private static let feed = document(topic("A") + topic("B"))

  @Test("a feed behind a long prologue is read as it stands", arguments: [1, 80, 16_384, .max])
  func prologue(size: Int) {
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    let comment = "<!-- " + String(repeating: "é ", count: 30_000) + "-->"
    let text = Self.feed.replacing(declaration, with: declaration + comment)
    let events = Reading.events(of: Array(text.utf8), cutEvery: size)
    #expect(events.opportunities.map(\.identifier) == ["A", "B"])
    #expect(events.records.first?.place.line == 3)
  }

  @Test("the events of a feed do not depend on how it is cut, from its first byte on", arguments: 1...80)
  func cuts(size: Int) {
    let bytes = Array(smallFeed.utf8)
    #expect(Reading.events(of: bytes, cutEvery: size) == Reading.events(of: bytes))
  }

  @Test("a root that never comes is a fault of its own, however the bytes are cut", arguments: [4096, .max])
  func tooFar(size: Int) {
    let bytes = Array(String(repeating: "<!-- town -->", count: 90_000).utf8)
    #expect(Reading.events(of: bytes, cutEvery: size).map(\.diagnosticID) == ["root-too-far"])
  }

  @Test("the dialect is known once the root is, and not by the file's name")
  func dialect() {
    var reader = FeedReader(file: "feed.json")
    Array(Self.feed.utf8).withUnsafeBytes { reader.push($0) { _ in } }
    reader.finish { _ in }
    #expect(reader.dialect == .canonical)
  }

  @Test(
    "what has no root, or one that is not read here, is one fault",
    arguments: [
      ("<!DOCTYPE a><a/>", "document-type-declared"), ("<a b=></a>", "malformed-xml"),
      ("<!-- a", "truncated-xml"),
      ("<html/>", "web-page"), ("<page/>", "unknown-root"), ("<fundingOpportunities/>", "unknown-namespace"),
    ])
  func faults(text: String, id: String) {
    #expect(Reading.events(of: text).map(\.diagnosticID) == [id])
  }
}

extension FeedEvent {
  /// The identifier of what is wrong, or nothing for a record.
  var diagnosticID: String? {
    switch self {
    case .record, .precedent, .rates: nil
    case .rejected(let finding), .remark(let finding), .broken(let finding): finding.id
    }
  }
}
