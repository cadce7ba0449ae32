import Foundation
import GRDB
public import ParapetModel

/// The store of every record that was ever read, with every version of it.
///
/// Reading a source is one transaction: the catalogue is as before or as after, whatever happens in between.
public final class Catalogue: Sendable {
  private let database: any DatabaseWriter
  let path: String

  /// The catalogue in a file.
  ///
  /// - Parameter creating: whether to make the file, and the folder it is to stand in, where there is none.
  /// - Throws: `CatalogueError.notThere` where there is no file and none is to be made; `foreign` where it is
  ///   another program's database and `otherForm` where another version of ours made it, which are left as they are;
  ///   `unwritable` or `unreadable` where it cannot be opened.
  public init(path: String, creating: Bool) throws(CatalogueError) {
    self.path = path
    do {
      if !FileManager.default.fileExists(atPath: path) {
        guard creating else { throw CatalogueError.notThere(path: path) }
        try FileManager.default.createDirectory(
          at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      var configuration = Configuration()
      configuration.busyMode = .timeout(Catalogue.patience)
      configuration.prepareDatabase { db in
        // Even the journal's mode would be a change to a database that is not ours.
        switch try Schema.standing(of: db) {
        case .empty, .current: break
        case .otherForm: throw CatalogueError.otherForm(path: path)
        case .foreign: throw CatalogueError.foreign(path: path)
        }
        try db.execute(
          sql: """
            PRAGMA page_size = 8192;
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA cache_size = -\(Catalogue.cache);
            PRAGMA temp.cache_size = -\(Catalogue.cache);
            """)
      }
      // Beside a writer a pool lets others look. It makes a change when it opens, so who only looks has none.
      database =
        creating
        ? try DatabasePool(path: path, configuration: configuration)
        : try DatabaseQueue(path: path, configuration: configuration)
      try Schema.make(in: database)
    } catch let error as CatalogueError {
      throw error
    } catch let error as DatabaseError {
      throw CatalogueError(error, path: path)
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }

  /// KiB of pages that SQLite keeps, of the catalogue and of what is staged; with its usual two thousand it reads the
  /// same pages again and again while a large source is stored.
  private static let cache = 8192

  /// Seconds to wait for another program that is writing.
  static let patience: Double = 5

  /// Changes the catalogue in a transaction.
  func perform<Value>(_ work: (Database) throws -> Value) throws(CatalogueError) -> Value {
    try translated { try database.write(work) }
  }

  /// Looks at the catalogue as it is at one moment, whoever is writing.
  func look<Value>(_ work: (Database) throws -> Value) throws(CatalogueError) -> Value {
    try translated { try database.read(work) }
  }

  /// Turns SQLite's errors into ours.
  private func translated<Value>(_ work: () throws -> Value) throws(CatalogueError) -> Value {
    do {
      return try work()
    } catch let error as CatalogueError {
      throw error
    } catch let error as DatabaseError {
      throw CatalogueError(error, path: path)
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }
}

/// An opportunity as it is stored, with the version that it comes from.
public struct StoredOpportunity: Sendable {
  /// The opportunity.
  public var opportunity: Opportunity
  /// The version.
  public var version: RecordVersion
  /// What was kept of its texts (`RecordGist`); empty where nothing was.
  public var gist: [UInt8] = []

  /// An opportunity of a version.
  public init(opportunity: Opportunity, version: RecordVersion) {
    self.opportunity = opportunity
    self.version = version
  }
}
