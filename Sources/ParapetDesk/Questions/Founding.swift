import Foundation
import ParapetFeeds
import ParapetInput
public import ParapetModel
import ParapetReporting

extension Desk {
  /// Writes a portfolio to fill in; nothing that is there is written over.
  ///
  /// - Parameters:
  ///   - folder: where it goes; it is made where it is not there.
  ///   - country: the country whose spreadsheet program opens the tables.
  ///   - asWorkbook: whether the tables are sheets of one workbook in place of files of CSV.
  /// - Returns: the files, in the order in which they were written.
  /// - Throws: `Failure`, `unwritable`.
  public func found(
    _ folder: String, in country: Country?, language: Language, asWorkbook: Bool
  ) throws(Failure) -> [String] {
    try Failure.on {
      let url = URL(filePath: folder, directoryHint: .isDirectory)
      let words = Words.make(data.vocabularies[language] ?? Vocabulary(language: language))
      let name = url.standardizedFileURL.lastPathComponent
      let template = PortfolioTemplate(
        named: name, id: CityIdentifier.made(of: name), in: country, measures: data.measures, words: words)
      let tables = asWorkbook ? ["portfolio.xlsx"] : template.tables.map { $0.caption + ".csv" }
      let paths = (["city.yaml"] + tables).map { url.appendingPathComponent($0).path }
      if let taken = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) {
        throw Failure(
          .unwritable,
          Message(
            en: "'\(taken)' is there already and was left as it is",
            fr: "« \(taken) » existe déjà et a été laissé tel quel"))
      }
      do {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      } catch {
        throw Failure(.unwritable, .noFolder(folder, error.localizedDescription))
      }
      try OutputFile(path: paths[0]).write(Array(template.city.utf8))
      if asWorkbook {
        let draft = paths[1] + ".part"
        do throws(PortfolioTemplate.WorkbookError) {
          try template.writeWorkbook(to: draft)
        } catch {
          unlink(draft)
          throw Failure(.unwritable, .unwritable(paths[1], error.reason))
        }
        guard rename(draft, paths[1]) == 0 else {
          throw Failure(.unwritable, .unwritable(paths[1], String(cString: strerror(errno))))
        }
      } else {
        for (path, table) in zip(paths.dropFirst(), template.tables) {
          try OutputFile(path: path).write(Array(template.csv(table).utf8))
        }
      }
      return paths
    }
  }
}
