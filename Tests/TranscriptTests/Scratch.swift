import Foundation

/// A folder of its own for one test: the fixtures, an empty place for a catalogue, and the program to run in it.
final class Scratch: Sendable {
  /// The folder.
  let folder: URL

  /// A folder with a copy of the fixtures.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "parapet-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.copyItem(at: Repository.tests.appending(path: "Fixtures"), to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The place of a file.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file, with the folders on its way.
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Writes a text file.
  func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Replaces a word that stands exactly once in a file, so that a fixture that moves on is noticed.
  func replace(_ old: String, with new: String, in name: String) throws {
    let parts = try text(name).components(separatedBy: old)
    guard parts.count == 2 else { throw Surprise("'\(old)' stands \(parts.count - 1) times in \(name)") }
    try write(name, parts.joined(separator: new))
  }

  /// The names in a folder, hidden ones too.
  func names(in name: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }
}

/// What a test stumbled over before it could test anything.
struct Surprise: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// The repository that these tests stand in.
enum Repository {
  /// The folder of this test target.
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  /// The root of the repository.
  static let root = tests.appending(path: "../..").standardizedFileURL
  /// The data that is shipped.
  static let data = root.appending(path: "data").path
}
