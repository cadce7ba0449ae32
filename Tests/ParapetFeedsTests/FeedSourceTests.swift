import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Sources")
struct FeedSourceTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "parapet-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test("a folder's feeds are read in the order of their names, and nothing else is")
  func order() throws {
    for name in ["page-2.json", "page-10.JSON", ".hidden.json", "notes.txt", "b.json"] {
      try write(page(name), to: name)
    }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "deeper.json"), withIntermediateDirectories: true)
    let events = try read()
    #expect(events.records.map(\.opportunity.identifier) == ["b.json", "page-10.JSON", "page-2.json"])
    #expect(events.count == 3)
    clean()
  }

  @Test("RSS in a folder is read beside the other feeds")
  func rss() throws {
    try write("<rss><channel><item><guid>A</guid></item></channel></rss>", to: "list.rss")
    try write(page("B"), to: "page.json")
    #expect(try read().records.map(\.opportunity.identifier) == ["A", "B"])
    clean()
  }

  @Test("a file about the download is passed over with a remark")
  func meta() throws {
    try write(page("A"), to: "page.json")
    try write(#"{"date":"2030-01-01"}"#, to: "meta.json")
    let events = try read()
    #expect(events.records.count == 1)
    #expect(events.remarks.map(\.id) == ["not-a-feed"])
    #expect(events.remarks.first?.place.file.hasSuffix("/meta.json") == true)
    #expect(events.broken.isEmpty)
    clean()
  }

  @Test("a broken page does not end the folder")
  func brokenPage() throws {
    try write(String(page("A").dropLast(1)), to: "1.json")
    try write("", to: "2.json")
    try write(page("C"), to: "3.json")
    let events = try read()
    #expect(events.records.map(\.opportunity.identifier) == ["A", "C"])
    #expect(events.broken.map(\.id) == ["truncated-json", "empty-file"])
    clean()
  }

  @Test("a single file is read whatever its name, and must be a feed")
  func single() throws {
    try write(page("A"), to: "feed")
    try write("{}", to: "meta.json")
    var events: [FeedEvent] = []
    try FeedSource.read(folder.appending(path: "feed").path) { events.append($0) }
    try FeedSource.read(folder.appending(path: "meta.json").path) { events.append($0) }
    #expect(events.records.count == 1)
    #expect(events.broken.map(\.id) == ["unknown-dialect"])
    clean()
  }

  @Test("a page larger than the buffer is read whole")
  func large() throws {
    let records = (0..<4000).map { #"{"metadata":{"identifier":["T-\#($0)"],"title":["Town"]}}"# }
    try write("{\"results\":[" + records.joined(separator: ",") + "]}", to: "page.json")
    #expect(Set(try read().records.map(\.key)).count == 4000)
    clean()
  }

  @Test("a path that is not there is an error of its own")
  func notThere() {
    let path = folder.appending(path: "nowhere").path
    #expect(throws: FeedSourceError.notThere(path)) { try FeedSource.read(path) { _ in } }
    clean()
  }

  @Test("a folder without any feed is an error, also where it has files")
  func emptyFolder() throws {
    #expect(throws: FeedSourceError.empty(folder.path)) { try read() }
    try write("{}", to: "meta.json")
    #expect(throws: FeedSourceError.empty(folder.path)) { try read() }
    clean()
  }

  private func page(_ identifier: String) -> String {
    #"{"results":[{"metadata":{"identifier":["\#(identifier)"],"title":["T"]}}]}"#
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  @discardableResult
  private func read() throws -> [FeedEvent] {
    var events: [FeedEvent] = []
    try FeedSource.read(folder.path) { events.append($0) }
    return events
  }

  private func clean() { try? FileManager.default.removeItem(at: folder) }
}
