import Foundation
import ParapetHashing

extension FeedSource {
  /// What tells the bytes of a source from all others: the names and contents of its files, in 64 hexadecimal
  /// digits; nothing where one of them cannot be read.
  ///
  /// Two readings with one digest have the same records, so that the second need not look at them.
  public static func digest(of path: String) -> String? {
    let kind = FileKind(of: path)
    guard kind == .file || kind == .folder else { return nil }
    guard let entries = kind == .folder ? try? FeedFolder.entries(of: path) : [.file(path)] else {
      return nil
    }
    let files = entries.compactMap { entry in
      if case .file(let file) = entry { file } else { nil }
    }
    // What is refused may be there the next time.
    guard files.count == entries.count else { return nil }
    var parts: [String] = []
    for file in files {
      guard let digests = digests(of: file) else { return nil }
      // The name of a source may change with the day, those of the files in a folder place their findings.
      parts.append(kind == .folder ? URL(filePath: file).lastPathComponent : "")
      parts += digests
    }
    let list = Array(parts.joined(separator: "\n").utf8)
    return list.withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) }
  }

  /// How many bytes are read at a time; a part of what is digested, so it never changes.
  private static let blockBytes = 1 << 20

  /// The digests of a file's blocks, so that no more than one is ever in memory.
  private static func digests(of file: String) -> [String]? {
    guard let handle = FileHandle(forReadingAtPath: file) else { return nil }
    defer { try? handle.close() }
    var digests: [String] = []
    while true {
      guard let block = try? handle.read(upToCount: blockBytes) else {
        return digests.isEmpty ? nil : digests
      }
      guard !block.isEmpty else { return digests }
      digests.append(block.withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) })
    }
  }
}
