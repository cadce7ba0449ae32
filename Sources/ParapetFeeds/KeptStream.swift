import Foundation

/// What came out of a pipe, kept aside in a file that nobody else sees and that ends with it.
///
/// A stream can be read once, and a source is read more often: for its digest, for its kind, for its records.
public final class KeptStream {
  /// How the stream was named.
  public let name: String
  private let descriptor: Int32

  /// The most bytes that are kept.
  static let limit = 4 << 30
  /// How long a pipe may have nobody who writes, and a writer be silent, in milliseconds.
  private static let writerless: Int32 = 2000
  private static let silence: Int32 = 120_000

  /// Reads a pipe to its end.
  public convenience init(_ path: String) throws(FeedSourceError) {
    try self.init(path, limit: Self.limit, writerless: Self.writerless)
  }

  init(_ path: String, limit: Int, writerless: Int32) throws(FeedSourceError) {
    name = path
    let folder = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let file = folder + "/parapet-" + UUID().uuidString
    descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .noRoom(folder: folder) }
    unlink(file)
    // Without O_NONBLOCK, a pipe into which nobody writes would hold us in this call for ever.
    let pipe = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard pipe >= 0 else { throw .unreadable(path) }
    defer { close(pipe) }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var kept = 0
    while let count = try Self.next(of: pipe, path, &buffer, isFirst: kept == 0, writerless), count > 0 {
      guard kept + count <= limit else { throw .endless(path) }
      guard Self.write(buffer[..<count], to: descriptor) else { throw .noRoom(folder: folder) }
      kept += count
    }
  }

  deinit { close(descriptor) }

  /// Reads from a place on, and gives how many bytes there were; less than none where they cannot be had.
  func read(into buffer: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(start))
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// The first so many bytes of all.
  func contents(upTo count: Int) throws(FeedSourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count < count {
      let read = buffer.withUnsafeMutableBytes { self.read(into: $0, at: bytes.count) }
      guard read >= 0 else { throw .unreadable(name) }
      guard read > 0 else { break }
      bytes += buffer[..<read]
    }
    return bytes
  }

  /// The bytes that come next, none at the end.
  private static func next(
    of pipe: Int32, _ path: String, _ buffer: inout [UInt8], isFirst: Bool, _ writerless: Int32
  ) throws(FeedSourceError) -> Int? {
    var wait = isFirst ? writerless : silence
    while true {
      var state = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      let ready = poll(&state, 1, wait)
      if ready < 0, errno == EINTR { continue }
      let count = Foundation.read(pipe, &buffer, buffer.count)
      if count > 0 { return count }
      if count == 0 {
        // Nobody has ever written: the wait was in vain. Else it is the end.
        if ready == 0 { throw .silent(path) }
        return 0
      }
      guard errno == EAGAIN || errno == EINTR else { throw .unreadable(path) }
      // Somebody holds the other end, and may take his time.
      if ready == 0, wait == silence { throw .silent(path) }
      wait = silence
    }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let slice = UnsafeRawBufferPointer(rebasing: rest)
        let count = Foundation.write(descriptor, slice.baseAddress, slice.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
