import Foundation

/// Folders of portfolios, as a network of cities keeps them.
public enum PortfolioFolders {
  /// The portfolios that a folder stands for: itself, or, where it has no city.yaml, each folder in it that has one,
  /// in the order of their names.
  public static func portfolios(in folder: String) -> [String] {
    let files = FileManager.default
    func isPortfolio(_ path: String) -> Bool { files.fileExists(atPath: path + "/city.yaml") }
    guard !isPortfolio(folder), let names = try? files.contentsOfDirectory(atPath: folder) else {
      return [folder]
    }
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let found = names.sorted().map { base + "/" + $0 }.filter(isPortfolio)
    // A folder without any is left to the reader, which says what is missing.
    return found.isEmpty ? [folder] : found
  }
}
