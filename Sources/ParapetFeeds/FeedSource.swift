import Foundation
public import ParapetModel

/// Why a source cannot be read at all.
public enum FeedSourceError: Error, Hashable {
  /// There is no such file or folder.
  case notThere(String)
  /// It is there, and cannot be opened or read.
  case unreadable(String)
  /// A folder without any feed.
  case empty(String)
  /// A device or socket, from which nobody reads a feed.
  case notAFile(String)
  /// A pipe into which nobody writes, or that falls silent before its end.
  case silent(String)
  /// A stream of more bytes than are kept.
  case endless(String)
  /// There is no room to keep a stream aside.
  case noRoom(folder: String)

  /// The error as a person reads it, without its full stop.
  public var said: Message {
    switch self {
    case .notThere(let path):
      Message(en: "there is no file or folder '\(path)'", fr: "il n’y a ni fichier ni dossier « \(path) »")
    case .unreadable(let path): Message(en: "'\(path)' cannot be read", fr: "« \(path) » ne peut pas être lu")
    case .empty(let path):
      Message(
        en: "the folder '\(path)' has no feed: no file in JSON or XML that is read here",
        fr: "le dossier « \(path) » n’a pas de flux : aucun fichier JSON ou XML qui se lise ici")
    case .notAFile(let path):
      Message(
        en: "'\(path)' is a device or socket and no file",
        fr: "« \(path) » est un périphérique ou un socket, et non un fichier")
    case .silent(let path):
      Message(en: "nothing comes out of the pipe '\(path)'", fr: "rien ne sort du tube « \(path) »")
    case .endless(let path):
      Message(
        en: "more comes out of '\(path)' than is kept (\(KeptStream.limit >> 30) GiB)",
        fr: "il sort de « \(path) » plus qu’il n’en est gardé (\(KeptStream.limit >> 30) Gio)")
    case .noRoom(let folder):
      Message(
        en: "what comes in cannot be kept in '\(folder)'",
        fr: "ce qui arrive ne peut pas être gardé dans « \(folder) »")
    }
  }
}

/// The feeds at a path: a file, or a folder's files ending in `.json`, `.xml` or `.rss`.
public enum FeedSource {
  /// Reads the feeds at a path and reports what is in them, file by file in the order of their names.
  ///
  /// In a folder a file that is no feed, such as a page about the download, is passed over with a remark. A
  /// file that is broken or cannot be opened ends itself only; the next is read.
  ///
  /// - Parameters:
  ///   - citationRequired: whether rules in canonical XML are held to those of our own data.
  ///   - known: records of files that are passed over where their bytes are met again, and noted there.
  /// - Returns: how much of a list was read that says how long it is, all its pages together.
  @discardableResult
  public static func read(
    _ path: String, citationRequired: Bool = false, known: KnownRecords? = nil,
    _ emit: (FeedEvent) -> Void
  ) throws(FeedSourceError) -> ListCount? {
    switch FileKind(of: path) {
    case .missing: throw .notThere(path)
    case .dangling: throw .unreadable(path)
    case .device: throw .notAFile(path)
    case .pipe: return try read(try KeptStream(path), citationRequired: citationRequired, emit)
    case .file: return try read(file: path, citationRequired, known, emit)
    case .folder: break
    }
    var feeds = 0
    var list: ListCount?
    for entry in try FeedFolder.entries(of: path) {
      guard case .file(let file) = entry else {
        if case .refused(let diagnostic) = entry { emit(.broken(diagnostic)) }
        continue
      }
      var isFeed = true
      do {
        let page = try read(file: file, citationRequired, known) { event in
          if case .broken(let diagnostic) = event, FeedSource.strangers.contains(diagnostic.id) {
            isFeed = false
            emit(.remark(.notAFeed(diagnostic)))
          } else {
            emit(event)
          }
        }
        if let page {
          var sum = list ?? ListCount(stated: nil, read: 0)
          sum.add(page)
          list = sum
        }
      } catch {
        emit(.broken(.unreadable(file, error)))
      }
      if isFeed { feeds += 1 }
    }
    if feeds == 0 { throw .empty(path) }
    return list
  }

  /// Reads what came out of a stream and was kept aside.
  @discardableResult
  public static func read(
    _ stream: KeptStream, citationRequired: Bool = false, _ emit: (FeedEvent) -> Void
  ) throws(FeedSourceError) -> ListCount? {
    var start = 0
    return try read(stream.name, citationRequired, nil, emit) { buffer in
      let count = stream.read(into: buffer, at: start)
      start += max(0, count)
      return count
    }
  }

  /// Reads one feed from wherever its bytes come from, and reports what is in it.
  ///
  /// - Parameter fill: gives how many bytes it has put down, none at the end, less than none where they cannot be had.
  @discardableResult
  public static func read(
    _ name: String, _ emit: (FeedEvent) -> Void, fill: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(FeedSourceError) -> ListCount? {
    try read(name, false, nil, emit, fill: fill)
  }

  /// What a file among feeds is called that is none.
  static let strangers: Set<String> = ["unknown-dialect", "unknown-root", "unknown-namespace", "web-page"]

  /// How many bytes are read at a time.
  static let chunkBytes = 64 * 1024
}

extension FeedSource {
  private static func read(
    file: String, _ citationRequired: Bool, _ known: KnownRecords?, _ emit: (FeedEvent) -> Void
  ) throws(FeedSourceError) -> ListCount? {
    guard let stream = InputStream(fileAtPath: file) else { throw .unreadable(file) }
    stream.open()
    defer { stream.close() }
    return try read(file, citationRequired, known, emit) { buffer in
      guard let start = buffer.bindMemory(to: UInt8.self).baseAddress else { return -1 }
      return stream.read(start, maxLength: buffer.count)
    }
  }

  /// Reads one feed from wherever its bytes come from; `fill` gives how many it has put down, less than none
  /// where they cannot be had.
  private static func read(
    _ file: String, _ citationRequired: Bool, _ known: KnownRecords?, _ emit: (FeedEvent) -> Void,
    fill: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(FeedSourceError) -> ListCount? {
    var reader = FeedReader(file: file, citationRequired: citationRequired, known: known)
    var isBroken = false
    let watch = { (event: FeedEvent) in
      if case .broken = event { isBroken = true }
      emit(event)
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkBytes, alignment: 1)
    defer { buffer.deallocate() }
    while !isBroken {
      let count = fill(buffer)
      guard count >= 0 else { throw .unreadable(file) }
      guard count > 0 else { break }
      reader.push(UnsafeRawBufferPointer(rebasing: buffer[..<count]), watch)
    }
    reader.finish(watch)
    return reader.list
  }
}

extension Diagnostic {
  /// A file of a folder that cannot be opened or read.
  fileprivate static func unreadable(_ file: String, _ error: FeedSourceError) -> Diagnostic {
    Diagnostic(.error, id: "unreadable-file", at: Place(file: file), error.said)
  }

  /// The same finding about a file that stands among feeds without being one.
  fileprivate static func notAFeed(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      .warning, id: "not-a-feed", at: finding.place,
      Message(
        en: "passed over: " + finding.said.english, fr: "laissé de côté : " + finding.said.french))
  }
}
