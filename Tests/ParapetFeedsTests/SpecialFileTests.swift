import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Pipes, devices and links")
struct SpecialFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder.path + "/" + name, atomically: true, encoding: .utf8)
  }

  private func read(_ name: String = "") throws -> (events: [FeedEvent], list: ListCount?) {
    var events: [FeedEvent] = []
    let list = try FeedSource.read(folder.path + "/" + name) { events.append($0) }
    return (events, list)
  }

  private func page(_ identifiers: [String], total: Int? = nil) -> String {
    let hits = identifiers.map { #"{"reference":"\#($0)","metadata":{"identifier":["\#($0)"]}}"# }
    return "{" + (total.map { "\"totalResults\":\($0)," } ?? "")
      + "\"results\":[\(hits.joined(separator: ","))]}"
  }

  @Test("in a folder a link to nowhere, a pipe and a device are told and cost the others nothing")
  func folders() throws {
    try write(page(["A"]), to: "a.json")
    #expect(mkfifo(folder.path + "/b.xml", 0o600) == 0)
    #expect(symlink("/dev/zero", folder.path + "/c.json") == 0)
    #expect(symlink(folder.path + "/none", folder.path + "/d.json") == 0)
    let bytes: [CChar] =
      Array(folder.path.utf8CString.dropLast()) + [0x2f, CChar(bitPattern: 0xff)] + ".json".utf8CString
    let descriptor = open(bytes, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    let events = try read().events
    #expect(events.opportunities.map(\.identifier) == ["A"])
    #expect(events.broken.map(\.id) == Array(repeating: "unreadable-file", count: 4))
    #expect(FeedSource.digest(of: folder.path) == nil)
  }

  @Test("a device is refused, and so is a pipe into which nobody writes")
  func silence() throws {
    #expect(throws: FeedSourceError.notAFile("/dev/zero")) { try FeedSource.read("/dev/zero") { _ in } }
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: FeedSourceError.silent(path)) { _ = try KeptStream(path, limit: 100, writerless: 50) }
  }

  @Test("what comes out of a pipe is read once and kept, within bounds")
  func streams() throws {
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let keeper = open(path, O_RDWR | O_NONBLOCK)
    let text = page(["A", "B"])
    #expect(
      text.utf8CString.withUnsafeBytes { Foundation.write(keeper, $0.baseAddress, $0.count - 1) }
        == text.utf8.count)
    #expect(throws: FeedSourceError.endless(path)) { _ = try KeptStream(path, limit: 10, writerless: 50) }
    #expect(
      text.utf8CString.withUnsafeBytes { Foundation.write(keeper, $0.baseAddress, $0.count - 1) }
        == text.utf8.count)
    let writer = open(path, O_WRONLY | O_NONBLOCK)
    close(keeper)
    close(writer)
    // With the last writer gone the pipe forgets what nobody read, so that one of its own is held here.
    let second = open(path, O_RDWR | O_NONBLOCK)
    #expect(
      text.utf8CString.withUnsafeBytes { Foundation.write(second, $0.baseAddress, $0.count - 1) }
        == text.utf8.count)
    let closing = Thread {
      usleep(200_000); close(second)
    }
    closing.start()
    let stream = try KeptStream(path, limit: 1 << 20, writerless: 5000)
    for _ in 0..<2 {
      var events: [FeedEvent] = []
      try FeedSource.read(stream) { events.append($0) }
      #expect(events.opportunities.map(\.identifier) == ["A", "B"])
    }
  }

  @Test("pages say how long their list is, whether the count stands before or behind the records")
  func lists() throws {
    try write(page(["A", "B"], total: 3), to: "1.json")
    #expect(try read().list == ListCount(stated: 3, read: 2))
    #expect(try read().list?.isShort == true)
    try write(String(page(["C"]).dropLast()) + #","totalResults":"3"}"#, to: "2.json")
    #expect(try read().list == ListCount(stated: 3, read: 3))
    #expect(try read("1.json").list?.isShort == true)
    try write(page(["D"]), to: "3.json")
    #expect(try read("3.json").list?.isShort == false)
  }
}
