import Foundation
import ParapetModel

/// A small file that is read whole.
struct DataFile {
  let name: String
  let bytes: Data

  /// Gives the root and the records to a reader, and its own findings to that reader's.
  func read(_ reader: inout some DataReader) {
    let parser = XMLPushParser(file: name)
    var isRefused = false
    /// Hands on what came of a piece, so that the next finds its room again.
    func take(_ events: [XMLEvent]) {
      for event in events where !isRefused {
        switch event {
        case .root(let root, let namespace):
          if let refusal = root.refusal(expecting: reader.rootName, namespace, in: name) {
            reader.findings.note(refusal)
            isRefused = true
          } else {
            reader.open(root)
          }
        case .opened: break
        case .record(let record, _): reader.read(record)
        case .rejected(let diagnostic), .broken(let diagnostic): reader.findings.note(diagnostic)
        }
      }
    }
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        take(parser.events(of: UnsafeRawBufferPointer(rebasing: rest.prefix(FeedSource.chunkBytes))))
        rest = rest.dropFirst(FeedSource.chunkBytes)
      }
    }
    take(parser.lastEvents())
  }
}

extension DataFile {
  /// The file at a path.
  init(path: String) throws(DataFolderError) {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    self.init(name: path, bytes: bytes)
  }
}

/// What reads one of the small files: the taxonomy of measures, or the words of a language.
protocol DataReader {
  /// The name of the root.
  var rootName: String { get }
  /// What is wrong with the file.
  var findings: XMLFindings { get set }

  /// Reads the root's attributes.
  mutating func open(_ root: XMLElement)
  /// Reads one element inside the root.
  mutating func read(_ element: XMLElement)
}
