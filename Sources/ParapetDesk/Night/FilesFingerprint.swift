import Foundation
import ParapetFeeds

/// What tells the files of a portfolio from others.
struct FilesFingerprint: Hashable, Sendable {
  /// Their names and the digests of their bytes.
  var digests = ""
  /// The same at a look, without reading them; nothing where it cannot be told so.
  var stamp: UInt64?

  /// Files that cannot be read.
  init() {}

  /// The files in a folder that were read between two looks.
  ///
  /// - Parameter before: the stamp before they were read; where it is another now, a look tells nothing.
  init(in folder: String, stampedBefore before: UInt64?) {
    digests = FilesFingerprint.digests(of: folder)
    stamp = FilesFingerprint.stamp(of: folder) == before ? before : nil
  }

  private static let kinds = ["yaml", "csv", "xlsx", "ods"]

  /// Their names and digests as they are now.
  static func digests(of folder: String) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { kinds.contains(URL(filePath: $0).pathExtension.lowercased()) }
      .map { name in name + ":" + (FeedSource.digest(of: folder + "/" + name)?.prefix(16) ?? "-") }
      .joined(separator: " ")
  }

  /// A number of the names, lengths, inodes and times of a folder's files: as long as it stays, nobody wrote to one of them.
  /// Nothing where one was written to so lately that a further write could leave the same times.
  static func stamp(of folder: String) -> UInt64? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    // The folder gives its files in no order.
    var sum: UInt64 = 0
    while let entry = readdir(directory) {
      guard entry.pointee.d_name.0 != dot else { continue }
      var status = stat()
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { name -> UInt64? in
        guard let start = name.bindMemory(to: CChar.self).baseAddress,
          fstatat(dirfd(directory), start, &status, 0) == 0
        else { return nil }
        return NightMemory.number(of: name.prefix { $0 != 0 })
      }
      guard let name, max(status.st_mtim.tv_sec, status.st_ctim.tv_sec) < now.tv_sec - 1 else { return nil }
      let facts = [
        Int(status.st_size), Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
      sum &+= facts.withUnsafeBytes { NightMemory.number(of: $0, after: name) }
    }
    return sum
  }

  private static let dot = CChar(bitPattern: UInt8(ascii: "."))
}
