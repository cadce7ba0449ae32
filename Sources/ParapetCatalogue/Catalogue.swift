import Foundation
import GRDB
public import ParapetModel

/// The store of every record that was ever read, with every version of it.
///
/// Reading a source is one transaction: the catalogue is as before or as after, whatever happens in between.
public final class Catalogue: Sendable {
  private let database: any DatabaseWriter
  let path: String
  /// The numbers of words that answers are full of.
  let words = WordBook()

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
      let isReadOnly = FileManager.default.fileExists(atPath: path) && access(path, W_OK) != 0
      var configuration = Configuration()
      configuration.readonly = isReadOnly
      configuration.busyMode = .timeout(Catalogue.patience)
      configuration.prepareDatabase { db in
        // Even the journal's mode would be a change to a database that is not ours.
        switch try Schema.standing(of: db) {
        case .empty, .current: break
        case .otherForm: throw CatalogueError.otherForm(path: path)
        case .foreign: throw CatalogueError.foreign(path: path)
        }
        if isReadOnly { return }
        try db.execute(
          sql: """
            PRAGMA page_size = 8192;
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA cache_size = -\(Catalogue.cache);
            PRAGMA temp.cache_size = -\(Catalogue.cache);
            """)
      }
      database = try Catalogue.patiently {
        // Beside a writer a pool lets others look. It makes a change when it opens, so who only looks has none.
        let database: any DatabaseWriter =
          creating && !isReadOnly
          ? try DatabasePool(path: path, configuration: configuration)
          : try DatabaseQueue(
            path: isReadOnly ? try Catalogue.readOnlyAddress(of: path) : path, configuration: configuration)
        if !isReadOnly { try Schema.make(in: database) }
        return database
      }
    } catch let error as CatalogueError {
      throw error
    } catch let error as DatabaseError {
      throw CatalogueError(error, path: path)
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }

  /// Tries again while another program makes the same catalogue: to set its journal SQLite waits for nobody.
  private static func patiently<Value>(_ work: () throws -> Value) throws -> Value {
    let end = ContinuousClock.now + .seconds(patience)
    while true {
      do {
        return try work()
      } catch let error as DatabaseError
        where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) && ContinuousClock.now < end
      {
        usleep(20_000)
      }
    }
  }

  /// The address by which SQLite opens a file on a disk that cannot be written: nobody changes it, and no journal can
  /// be made beside it.
  private static func readOnlyAddress(of path: String) throws -> String {
    let journal = (try? FileManager.default.attributesOfItem(atPath: path + "-wal"))?[.size] as? Int ?? 0
    guard journal == 0 else {
      throw CatalogueError.unreadable(
        path: path, reason: "it cannot be written, and its journal '\(path)-wal' holds what is not in it yet")
    }
    let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#%"))
    let escaped = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
    return "file:" + escaped + "?immutable=1"
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

  /// Copies what the catalogue holds at one moment into another.
  func backUp(to other: Catalogue) throws(CatalogueError) {
    try translated { try database.backup(to: other.database) }
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
