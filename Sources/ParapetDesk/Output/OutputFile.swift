import Foundation
import ParapetModel

/// A file that an answer is written to: it is there whole or as it was.
public struct OutputFile: Sendable {
  /// Its path, as the person named it.
  public let path: String

  /// The file at a path, which need not be there.
  public init(path: String) { self.path = path }

  /// Writes the bytes: a file is there whole or as it was, and a device or pipe gets them as they come.
  ///
  /// - Throws: `Failure`, `unwritable`.
  public func write(_ bytes: [UInt8]) throws(Failure) {
    try Failure.on { try write { write in try write(bytes) } }
  }

  /// Writes part after part, as they are made: a file is there whole or as it was all the same.
  ///
  /// - Throws: `Failure`, `unwritable`, or what making the parts throws.
  public func write(parts: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
    // What ends in a slash names a folder, and no file is written in the place of one.
    guard !path.hasSuffix("/") else {
      throw Failure(
        .unwritable,
        Message(
          en: "'\(path)' cannot be written: it names a folder",
          fr: "« \(path) » ne peut pas être écrit : c’est le nom d’un dossier"))
    }
    // To replace a link by a file would tear it from what it points to.
    let target = URL(filePath: path).resolvingSymlinksInPath()
    var status = stat()
    let isThere = stat(target.path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      // A device cannot be replaced by a file of its name, and must not be.
      let descriptor = open(target.path, O_WRONLY)
      guard descriptor >= 0 else { throw failure(errno) }
      defer { close(descriptor) }
      return try parts { bytes in
        if let number = OutputFile.write(bytes, to: descriptor) { throw failure(number) }
      }
    }
    if isThere, OutputFile.isDatabase(target.path) {
      throw Failure(
        .unwritable,
        Message(
          en: "'\(path)' is a database, and no document is written in its place",
          fr: "« \(path) » est une base de données, et aucun document n’est écrit à sa place"))
    }
    let folder = target.deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Failure(
        .unwritable,
        Message(
          en: "'\(path)' cannot be written: its folder is not there",
          fr: "« \(path) » ne peut pas être écrit : son dossier n’existe pas"))
    }
    let mode = isThere ? status.st_mode & 0o777 : 0o666
    try Draft(beside: target.path, in: folder, mode: mode, failure).write(parts)
  }

  /// Whether a file is a database of SQLite, such as a catalogue, or the journal of one.
  private static func isDatabase(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let start = (try? file.read(upToCount: 16)) ?? Data()
    return start.starts(with: "SQLite format 3".utf8) || start.starts(with: [0x37, 0x7f, 0x06])
  }

  /// Writes all bytes to an open file and gives the number of the error that prevented it.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer -> Int32? in
      var rest = buffer[...]
      while !rest.isEmpty {
        let slice = UnsafeRawBufferPointer(rebasing: rest)
        let count = Foundation.write(descriptor, slice.baseAddress, slice.count)
        if count < 0, errno != EINTR { return errno }
        rest = rest.dropFirst(max(0, count))
      }
      return nil
    }
  }

  private func failure(_ number: Int32) -> Failure {
    Failure(.unwritable, .unwritable(path, String(cString: strerror(number))))
  }
}
