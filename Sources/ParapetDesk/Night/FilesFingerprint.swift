import Foundation
import ParapetCatalogue
import ParapetFeeds

/// What tells the files of a portfolio from others.
struct FilesFingerprint: Hashable, Sendable {
  /// Their names and the digests of their bytes.
  var digests = ""
  /// The same at a look, without reading them; nothing where it cannot be told so.
  var look: FolderLook?

  /// Files that cannot be read.
  init() {}

  /// The files in a folder that were read between two looks.
  ///
  /// - Parameter before: the look before they were read; where it is another now, a look tells nothing.
  init(in folder: String, seenBefore before: FolderLook?) {
    digests = FilesFingerprint.digests(of: folder)
    look = FolderLook(at: folder) == before ? before : nil
  }

  private static let kinds = ["yaml", "csv", "xlsx", "ods"]

  /// Their names and digests as they are now.
  static func digests(of folder: String) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { kinds.contains(URL(filePath: $0).pathExtension.lowercased()) }
      .map { name in name + ":" + (FeedSource.digest(of: folder + "/" + name)?.prefix(16) ?? "-") }
      .joined(separator: " ")
  }
}
