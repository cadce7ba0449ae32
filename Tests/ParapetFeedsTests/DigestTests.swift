import Foundation
import Testing

@testable import ParapetFeeds

@Suite("The digest of a source")
struct DigestTests {
  private func write(_ files: [String: String], _ folder: TemporaryFolder) throws {
    for (name, text) in files {
      try text.write(toFile: folder.path + "/" + name, atomically: true, encoding: .utf8)
    }
  }

  @Test("it is the same for the same files, whatever their folder is called")
  func same() throws {
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
    for folder in [one, other] { try write(["a.json": "{}", "b.xml": "<a/>"], folder) }
    let digest = try #require(FeedSource.digest(of: one.path))
    #expect(digest.count == 64)
    #expect(FeedSource.digest(of: other.path) == digest)
    // What is no feed by its name is not read, and does not count.
    try write(["note.txt": "read me"], other)
    #expect(FeedSource.digest(of: other.path) == digest)
  }

  @Test(
    "it is another for other bytes, names or numbers of files",
    arguments: [
      ["a.json": "{} ", "b.xml": "<a/>"], ["a.json": "{}", "c.xml": "<a/>"], ["a.json": "{}"],
      ["a.json": "{}", "b.xml": "<a/>", "c.xml": ""], ["a.json": "<a/>", "b.xml": "{}"],
    ])
  func different(_ files: [String: String]) throws {
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
    try write(["a.json": "{}", "b.xml": "<a/>"], one)
    try write(files, other)
    #expect(FeedSource.digest(of: other.path) != FeedSource.digest(of: one.path))
  }

  @Test("a file larger than a block has one digest, and every byte of it counts")
  func large() throws {
    let folder = try TemporaryFolder()
    var bytes = Data(repeating: 0x20, count: (1 << 20) * 2 + 7)
    let file = folder.path + "/large.json"
    try bytes.write(to: URL(filePath: file))
    let digest = FeedSource.digest(of: file)
    bytes[1 << 20] = 0x21
    try bytes.write(to: URL(filePath: file))
    #expect(FeedSource.digest(of: file) != digest)
  }

  @Test("what is not there has none")
  func nothing() { #expect(FeedSource.digest(of: "/nowhere/feed.json") == nil) }
}
