public import ParapetModel

/// Why the folder of our own facts cannot be read at all.
public enum DataFolderError: Error, Hashable, Sendable {
  /// There is no folder at the path.
  case notFound(String)
  /// A file or folder inside cannot be opened.
  case unreadable(String)

  /// The reason as a sentence without its full stop.
  public var said: Message {
    switch self {
    case .notFound(let path):
      Message(
        en: "there is no data folder at '\(path)'", fr: "il n’y a pas de dossier de données à « \(path) »")
    case .unreadable(let path):
      Message(en: "'\(path)' cannot be read", fr: "« \(path) » ne peut pas être lu")
    }
  }
}
