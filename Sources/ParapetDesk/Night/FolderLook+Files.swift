import CFileSystem
import Foundation
import ParapetCatalogue

// Taking a look at a folder, and telling whether it is still as it was then.
extension FolderLook {
  /// A look at a folder as it is; nothing where it is not there, or something in it was written to so lately that a further
  /// write could leave the same times.
  init?(at folder: String) {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    // The folder gives its files in no order, and a sum has none.
    var stamp: UInt64 = 0
    var names: [String] = []
    while let entry = readdir(directory) {
      guard entry.pointee.d_name.0 != FolderLook.dot else { continue }
      let found = withUnsafeBytes(of: &entry.pointee.d_name) { bytes -> (name: String, status: stat)? in
        guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return nil }
        var status = stat()
        guard fstatat(dirfd(directory), start, &status, 0) == 0 else { return nil }
        return (String(cString: start), status)
      }
      guard let (name, status) = found, status.isOlder(than: now) else { return nil }
      stamp &+= status.number(of: name)
      names.append(name)
    }
    var own = stat()
    if FolderLook.isDated(directory), fstat(dirfd(directory), &own) == 0 {
      guard own.isOlder(than: now) else { return nil }
      // No file is named so.
      self.init(stamp: stamp &+ own.number(of: "/"), files: names)
    } else {
      self.init(stamp: stamp, files: nil)
    }
  }

  /// Whether a folder looks the same now: nobody wrote to one of its files, and none came or went.
  func holds(of folder: String) -> Bool {
    guard let files else { return FolderLook(at: folder) == self }
    var status = stat()
    guard stat(folder, &status) == 0 else { return false }
    var sum = status.number(of: "/")
    for name in files {
      guard stat(folder + "/" + name, &status) == 0 else { return false }
      sum &+= status.number(of: name)
    }
    return sum == stamp
  }

  /// Whether the file system dates a folder by the last file that came or went, at once: those of Linux's own disks do; of
  /// one that lies elsewhere nobody knows.
  private static func isDated(_ directory: OpaquePointer) -> Bool {
    var system = statfs()
    return fstatfs(dirfd(directory), &system) == 0 && dated.contains(Int(system.f_type))
  }

  /// Ext2 to ext4, XFS, Btrfs, F2FS and tmpfs, by the numbers of Linux (`magic.h`).
  private static let dated: Set<Int> = [0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x0102_1994]

  private static let dot = CChar(bitPattern: UInt8(ascii: "."))
}

extension stat {
  fileprivate func isOlder(than now: timespec) -> Bool {
    max(st_mtim.tv_sec, st_ctim.tv_sec) < now.tv_sec - 1
  }

  /// A number of a name with the length, place and times of what has it: as long as it stays, nobody wrote to that.
  fileprivate func number(of name: String) -> UInt64 {
    let facts = [
      Int(st_size), Int(bitPattern: UInt(st_dev)), Int(bitPattern: UInt(st_ino)), st_mtim.tv_sec,
      st_mtim.tv_nsec, st_ctim.tv_sec, st_ctim.tv_nsec,
    ]
    return facts.withUnsafeBytes { NightMemory.number(of: $0, after: NightMemory.number(of: name.utf8)) }
  }
}
