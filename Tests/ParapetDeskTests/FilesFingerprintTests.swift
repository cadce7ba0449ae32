import Foundation
import ParapetCatalogue
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

  /// A look once the files are old enough for one.
  private func look(_ folder: URL) async throws -> FolderLook {
    for _ in 0..<100 {
      if let look = FolderLook(at: folder.path) { return look }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw CancellationError()
  }

  @Test(
    "at files that were only just written there is no look, since a further write could leave the same times")
  func young() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(FolderLook(at: folder.path) == nil)
  }

  @Test("a look holds while nobody writes, and no longer after a write of as many bytes or a new file")
  func looks() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try await look(folder)
    #expect(first.holds(of: folder.path))
    #expect(FolderLook(at: folder.path) == first)
    try Data("other".utf8).write(to: folder.appending(path: "items.csv"))
    #expect(!first.holds(of: folder.path))
    let second = try await look(folder)
    #expect(second.stamp != first.stamp && second.holds(of: folder.path))
    try Data().write(to: folder.appending(path: "sites.csv"))
    #expect(!second.holds(of: folder.path))
    let third = try await look(folder)
    try FileManager.default.removeItem(at: folder.appending(path: "sites.csv"))
    #expect(!third.holds(of: folder.path))
    // The same names and bytes as at first are other files.
    #expect(!first.holds(of: folder.path))
  }

  @Test("at a folder that is not there there is none, and it has no digests")
  func missing() {
    #expect(FolderLook(at: "/nowhere/at/all") == nil)
    #expect(!FolderLook(stamp: 0, files: []).holds(of: "/nowhere/at/all"))
    #expect(FilesFingerprint.digests(of: "/nowhere/at/all").isEmpty)
  }
}
