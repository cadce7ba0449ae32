import Foundation
import GRDB
public import ParapetModel

/// The store of every record that was ever read, with every version of it.
///
/// Reading a source is one transaction: the catalogue is as before or as after, whatever happens in between.
public final class Catalogue: Sendable {
  let queue: DatabaseQueue
  let path: String

  /// The catalogue in a file.
  ///
  /// - Parameter creating: whether to make the file, and the folder it is to stand in, where there is none.
  /// - Throws: `CatalogueError.notThere` where there is no file and none is to be made; `foreign` where it is
  ///   another program's database, which is left as it is; `unwritable` or `unreadable` where it cannot be opened.
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
        guard try Schema.isCatalogue(db) else { throw CatalogueError.foreign(path: path) }
        try db.execute(
          sql: """
            PRAGMA page_size = 8192;
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA cache_size = -\(Catalogue.cache);
            PRAGMA temp.cache_size = -\(Catalogue.cache);
            """)
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Schema.bringUpToDate(queue)
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
    try translated { try queue.write(work) }
  }

  /// Looks at the catalogue as it is at one moment, whoever is writing.
  func look<Value>(_ work: (Database) throws -> Value) throws(CatalogueError) -> Value {
    try translated { try queue.read(work) }
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
  public var version: Version
  /// What was kept of its texts (`RecordGist`); empty where nothing was.
  public var gist: [UInt8] = []

  /// An opportunity of a version.
  public init(opportunity: Opportunity, version: Version) {
    self.opportunity = opportunity
    self.version = version
  }

  /// One version of a record.
  public struct Version: Hashable, Sendable {
    /// What tells the record from all others.
    public var key: String
    /// The dialect it was read in.
    public var dialect: String
    /// SHA-256 of the raw bytes.
    public var hash: String
    /// Where it was read from, as it was named then.
    public var source: String
    /// The day on which it was read.
    public var readOn: Day
  }
}

/// A reading of a source that the catalogue keeps.
public struct StoredReading: Hashable, Sendable {
  /// The source, as it was named.
  public var source: String
  /// The day of the reading.
  public var readOn: Day
  /// How many records it had; 0 for one that was kept before these were counted.
  public var records: Int
  /// How many records it was the first whole list to be without.
  public var missing: Int
  /// Whether it was the whole list of its feed.
  public var isComplete: Bool
}
