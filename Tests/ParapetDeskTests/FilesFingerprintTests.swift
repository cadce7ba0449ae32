import Foundation
import Testing

@testable import ParapetDesk

@Suite("What tells the files of a portfolio from others at a look")
struct FilesFingerprintTests {
  /// A folder of its own with two files that were written long ago.
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["city.yaml", "items.csv"] { try Data("first".utf8).write(to: folder.appending(path: name)) }
    return folder
  }

  /// The stamp once the files are old enough to have one.
  private func stamp(_ folder: URL) async throws -> UInt64 {
    for _ in 0..<100 {
      if let stamp = FilesFingerprint.stamp(of: folder.path) { return stamp }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw CancellationError()
  }

  @Test("files that were only just written have no stamp, since a further write could leave the same times")
  func young() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(FilesFingerprint.stamp(of: folder.path) == nil)
  }

  @Test("a stamp stays while nobody writes, and is another after a write of as many bytes or a new file")
  func stamps() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try await stamp(folder)
    #expect(FilesFingerprint.stamp(of: folder.path) == first)
    try Data("other".utf8).write(to: folder.appending(path: "items.csv"))
    let second = try await stamp(folder)
    #expect(second != first)
    try Data().write(to: folder.appending(path: "sites.csv"))
    #expect(try await stamp(folder) != second)
  }

  @Test("a folder that is not there has none, and no digests")
  func missing() {
    #expect(FilesFingerprint.stamp(of: "/nowhere/at/all") == nil)
    #expect(FilesFingerprint.digests(of: "/nowhere/at/all").isEmpty)
  }
}
