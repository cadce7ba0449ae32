/// Why a portfolio could not be read at all; what is wrong inside its files is a diagnostic.
public enum PortfolioError: Error, Hashable, Sendable {
  /// There is no such folder.
  case folderNotFound(String)
  /// What was named is a file and not a folder.
  case notAFolder(String)
  /// The folder lacks a file without which it is no portfolio.
  case missing(file: String)
  /// A file is there and cannot be read.
  case unreadable(file: String, reason: String)
  /// A file is larger than any portfolio.
  case tooLarge(file: String, limit: Int)
}

extension PortfolioError: CustomStringConvertible {
  /// The error in a sentence, with what to do.
  public var description: String {
    switch self {
    case .folderNotFound(let folder): "there is no folder '\(folder)'"
    case .notAFolder(let path):
      "'\(path)' is a file; a portfolio is a folder with city.yaml, items.csv and, if you like, costs.csv"
    case .missing(let file): "there is no '\(file)', and without it the folder is no portfolio"
    case .unreadable(let file, let reason): "'\(file)' cannot be read: \(reason)"
    case .tooLarge(let file, let limit): "'\(file)' is larger than \(limit) bytes"
    }
  }
}
