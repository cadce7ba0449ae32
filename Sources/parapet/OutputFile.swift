import Foundation

/// The file that `--output` names.
struct OutputFile {
  /// Its path, as the person named it.
  let path: String

  /// Writes the bytes: a file is there whole or as it was, and a device or pipe gets them as they come.
  func write(_ bytes: [UInt8]) throws(Stop) {
    try write { (write: ([UInt8]) throws(Stop) -> Void) throws(Stop) in try write(bytes) }
  }

  /// Writes part after part, as they are made: a file is there whole or as it was all the same.
  func write(parts: (_ write: ([UInt8]) throws(Stop) -> Void) throws(Stop) -> Void) throws(Stop) {
    // To replace a link by a file would tear it from what it points to.
    let target = URL(filePath: path).resolvingSymlinksInPath()
    var status = stat()
    let isThere = stat(target.path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      // A device cannot be replaced by a file of its name, and must not be.
      let descriptor = open(target.path, O_WRONLY)
      guard descriptor >= 0 else { throw failure(errno) }
      defer { close(descriptor) }
      return try parts { (bytes: [UInt8]) throws(Stop) in
        if let number = Console.write(bytes, descriptor: descriptor) { throw failure(number) }
      }
    }
    let folder = target.deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Stop(.unwritable, "'\(path)' cannot be written: its folder is not there")
    }
    // Beside the target, so that it can take its place in one step.
    let draft = target.path + ".\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, isThere ? status.st_mode & 0o777 : 0o666)
    guard descriptor >= 0 else { throw failure(errno) }
    do throws(Stop) {
      do throws(Stop) {
        try parts { (bytes: [UInt8]) throws(Stop) in
          if let number = Console.write(bytes, descriptor: descriptor) { throw failure(number) }
        }
      } catch {
        close(descriptor)
        throw error
      }
      // What failed to be closed is closed all the same.
      guard close(descriptor) == 0, rename(draft, target.path) == 0 else { throw failure(errno) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  private func failure(_ number: Int32) -> Stop {
    Stop(.unwritable, "'\(path)' cannot be written: \(String(cString: strerror(number)))")
  }
}
