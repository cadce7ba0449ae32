/// Why the folder of our own facts cannot be read at all.
public enum DataFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no folder at the path.
  case notFound(String)
  /// A file or folder inside cannot be opened.
  case unreadable(String)

  /// The reason as a sentence without its full stop.
  public var description: String {
    switch self {
    case .notFound(let path): "there is no data folder at '\(path)'"
    case .unreadable(let path): "'\(path)' cannot be read"
    }
  }
}
