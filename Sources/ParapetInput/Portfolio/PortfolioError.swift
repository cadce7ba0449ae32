public import ParapetModel

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

extension PortfolioError {
  /// The error in a sentence without its full stop, with what to do.
  public var said: Message {
    switch self {
    case .folderNotFound(let folder):
      Message(en: "there is no folder '\(folder)'", fr: "il n’y a pas de dossier « \(folder) »")
    case .notAFolder(let path):
      Message(
        en:
          "'\(path)' is a file; a portfolio is a folder with city.yaml, items.csv and, if you like, costs.csv",
        fr:
          "« \(path) » est un fichier ; un portefeuille est un dossier avec city.yaml, items.csv et, si l’on veut, "
          + "costs.csv")
    case .missing(let file):
      Message(
        en: "there is no '\(file)', and without it the folder is no portfolio",
        fr: "il n’y a pas de « \(file) », sans quoi le dossier n’est pas un portefeuille")
    case .unreadable(let file, let reason):
      Message(
        en: "'\(file)' cannot be read: \(reason)", fr: "« \(file) » ne peut pas être lu : \(reason)")
    case .tooLarge(let file, let limit):
      Message(
        en: "'\(file)' is larger than \(limit) bytes", fr: "« \(file) » dépasse \(limit) octets")
    }
  }
}
