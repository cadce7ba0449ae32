import Foundation
public import ParapetModel

/// Why a source cannot be read at all.
public enum FeedSourceError: Error, Hashable, CustomStringConvertible {
  /// There is no such file or folder.
  case notThere(String)
  /// It is there, and cannot be opened or read.
  case unreadable(String)
  /// A folder without any feed.
  case empty(String)

  /// The error as a person reads it.
  public var description: String {
    switch self {
    case .notThere(let path): "there is no file or folder '\(path)'"
    case .unreadable(let path): "'\(path)' cannot be read"
    case .empty(let path): "the folder '\(path)' has no feed: no file in JSON or XML that is read here"
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
  /// - Parameter citationRequired: whether rules in canonical XML are held to those of our own data.
  public static func read(
    _ path: String, citationRequired: Bool = false, _ emit: (FeedEvent) -> Void
  ) throws(FeedSourceError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .notThere(path)
    }
    guard isFolder.boolValue else {
      try read(file: path, citationRequired, emit)
      return
    }
    var feeds = 0
    for file in try files(in: path) {
      var isFeed = true
      do {
        try read(file: file, citationRequired) { event in
          if case .broken(let diagnostic) = event, FeedSource.strangers.contains(diagnostic.id) {
            isFeed = false
            emit(.remark(.notAFeed(diagnostic)))
          } else {
            emit(event)
          }
        }
      } catch {
        emit(.broken(.unreadable(file, error)))
      }
      if isFeed { feeds += 1 }
    }
    if feeds == 0 { throw .empty(path) }
  }

  /// Reads one feed from wherever its bytes come from, and reports what is in it.
  ///
  /// - Parameter fill: gives how many bytes it has put down, none at the end, less than none where they cannot be had.
  public static func read(
    _ name: String, _ emit: (FeedEvent) -> Void, fill: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(FeedSourceError) {
    try read(name, false, emit, fill: fill)
  }

  /// What a file among feeds is called that is none.
  static let strangers: Set<String> = ["unknown-dialect", "unknown-root", "unknown-namespace"]

  /// How many bytes are read at a time.
  static let chunkBytes = 64 * 1024
}

extension FeedSource {
  private static let endings = [".json", ".xml", ".rss"]

  /// The feed files directly in a folder, in the order of the bytes of their names.
  static func files(in folder: String) throws(FeedSourceError) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .unreadable(folder)
    }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return names.filter { name in
      let lower = name.lowercased()
      return !name.hasPrefix(".") && endings.contains(where: lower.hasSuffix)
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    .map { prefix + $0 }
    .filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  private static func read(
    file: String, _ citationRequired: Bool, _ emit: (FeedEvent) -> Void
  ) throws(FeedSourceError) {
    guard let stream = InputStream(fileAtPath: file) else { throw .unreadable(file) }
    stream.open()
    defer { stream.close() }
    try read(file, citationRequired, emit) { buffer in
      guard let start = buffer.bindMemory(to: UInt8.self).baseAddress else { return -1 }
      return stream.read(start, maxLength: buffer.count)
    }
  }

  /// Reads one feed from wherever its bytes come from; `fill` gives how many it has put down, less than none
  /// where they cannot be had.
  private static func read(
    _ file: String, _ citationRequired: Bool, _ emit: (FeedEvent) -> Void,
    fill: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(FeedSourceError) {
    var reader = FeedReader(file: file, citationRequired: citationRequired)
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
  }
}

extension Diagnostic {
  /// A file of a folder that cannot be opened or read.
  fileprivate static func unreadable(_ file: String, _ error: FeedSourceError) -> Diagnostic {
    Diagnostic(.error, id: "unreadable-file", at: Place(file: file), error.description)
  }

  /// The same finding about a file that stands among feeds without being one.
  fileprivate static func notAFeed(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(.warning, id: "not-a-feed", at: finding.place, "passed over: " + finding.message)
  }
}
