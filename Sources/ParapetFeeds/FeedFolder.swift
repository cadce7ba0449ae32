import Foundation
import ParapetModel

/// What stands at a path, links followed.
public enum FileKind: Hashable, Sendable {
  /// Nothing.
  case missing
  /// A link that leads nowhere.
  case dangling
  case file, folder, pipe
  /// A device or a socket.
  case device

  /// Looks at a path, and opens nothing.
  public init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = lstat(path, &status) == 0 ? .dangling : .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .pipe
    default: self = .device
    }
  }
}

/// The feeds of a folder: its files ending in `.json`, `.xml` or `.rss`.
enum FeedFolder {
  /// Something in a folder that is named as a feed is.
  enum Entry: Hashable {
    /// A file.
    case file(String)
    /// What cannot be one, and is not opened: what would be read there nobody knows.
    case refused(Diagnostic)
  }

  /// What is named as a feed directly in a folder, in the order of the bytes of the names.
  static func entries(of folder: String) throws(FeedSourceError) -> [Entry] {
    guard let directory = opendir(folder) else { throw .unreadable(folder) }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let lower = name.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
      guard name.first != UInt8(ascii: "."), endings.contains(where: { lower.ends(with: $0) }) else {
        continue
      }
      names.append(name)
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return names.compactMap { Self.entry($0, in: prefix) }
  }

  private static func entry(_ name: [UInt8], in prefix: String) -> Entry? {
    guard let text = String(validating: name, as: UTF8.self) else {
      let path = prefix + String(decoding: name, as: UTF8.self)
      return .refused(.unusable(path, .nameNotUTF8, .renameIt))
    }
    let path = prefix + text
    switch FileKind(of: path) {
    case .file: return .file(path)
    case .folder: return nil
    case .missing, .dangling:
      return .refused(.unusable(path, .danglingLink, .mendLink))
    case .pipe, .device:
      return .refused(.unusable(path, .noFile, .removeIt))
    }
  }

  private static let endings = [".json", ".xml", ".rss"].map { Array($0.utf8) }
}

extension Array<UInt8> {
  fileprivate func ends(with ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}

extension Diagnostic {
  fileprivate static func unusable(_ path: String, _ reason: Message, _ suggestion: Message) -> Diagnostic {
    Diagnostic(
      .error, id: "unreadable-file", at: Place(file: path),
      Message(
        en: "'\(path)' was not read: \(reason.english)", fr: "« \(path) » n’a pas été lu : \(reason.french)"),
      suggestion: suggestion)
  }
}

extension Message {
  fileprivate static let nameNotUTF8 = Message(
    en: "its name is not in UTF-8", fr: "son nom n’est pas en UTF-8")
  fileprivate static let renameIt = Message(en: "give it another name", fr: "donnez-lui un autre nom")
  fileprivate static let danglingLink = Message(
    en: "the link leads nowhere", fr: "le lien ne mène nulle part")
  fileprivate static let mendLink = Message(
    en: "put the file there, or remove the link", fr: "mettez-y le fichier, ou retirez le lien")
  fileprivate static let noFile = Message(
    en: "it is a pipe or a device and no file", fr: "c’est un tube ou un périphérique, et non un fichier")
  fileprivate static let removeIt = Message(
    en: "remove it from the folder", fr: "retirez-le du dossier")
}
