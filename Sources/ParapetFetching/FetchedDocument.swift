import Foundation
public import ParapetModel

/// A document that was fetched whole, in a file that nobody else sees and that ends with it.
///
/// It lies on the disk and not in memory, so that it may be large, and so that no transaction of a store ever
/// waits for a network. The file has no name any more once it is open: nothing is left behind by a crash.
public final class FetchedDocument {
  /// A stretch of the file that is a document of its own, such as one page of a search.
  public struct Part: Hashable, Sendable {
    /// What it is called in findings.
    public var name: String
    var start: Int
    var count: Int
  }

  /// The documents in it, in their order.
  public private(set) var parts: [Part] = []
  /// SHA-256 of all bytes, in hexadecimal.
  public internal(set) var hash = ""
  /// The server's own name for the content, where it gave one.
  public internal(set) var tag: String?
  /// When the content last changed, in the server's own words.
  public internal(set) var lastModified: String?
  /// What was found wrong with the source as a whole, such as records that the server did not give.
  public internal(set) var remarks: [Diagnostic] = []

  let descriptor: Int32
  private let folder: String

  /// How many bytes there are.
  var count: Int { parts.last.map { $0.start + $0.count } ?? 0 }

  init(folder: String) throws(FetchError) {
    self.folder = folder
    let path = folder + "/parapet-" + UUID().uuidString
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .noRoom(folder: folder) }
    unlink(path)
  }

  deinit { close(descriptor) }

  /// Counts the bytes that were written behind the others as a document.
  func append(_ name: String, count: Int) {
    parts.append(Part(name: name, start: self.count, count: count))
  }

  /// Forgets the last so many documents and whatever stands behind the rest.
  ///
  /// Neither step fails on an open file of ours; if one did, the next document would have the wrong bytes.
  func dropLast(_ documents: Int = 0) throws(FetchError) {
    parts.removeLast(documents)
    guard ftruncate(descriptor, off_t(count)) == 0, lseek(descriptor, off_t(count), SEEK_SET) >= 0 else {
      throw .noRoom(folder: folder)
    }
  }

  /// The bytes of a document.
  func bytes(of part: Part) -> Data? {
    var data = Data(count: part.count)
    let isWhole = data.withUnsafeMutableBytes { read(into: $0, at: part.start) == part.count }
    return isWhole ? data : nil
  }

  /// What puts the bytes of a document down, as many as there is room for at each call, and gives how many they are;
  /// less than none where they cannot be had.
  public func filler(of part: Part) -> (UnsafeMutableRawBufferPointer) -> Int {
    var start = part.start
    return { buffer in
      let rest = UnsafeMutableRawBufferPointer(
        rebasing: buffer[..<min(buffer.count, part.start + part.count - start)])
      let count = self.read(into: rest, at: start)
      start += count
      return count == rest.count ? count : -1
    }
  }

  /// Reads from a place on, and gives how many bytes there were.
  func read(into buffer: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(start + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      done += count
    }
    return done
  }
}
