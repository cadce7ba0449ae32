import GRDB

/// Why the catalogue could not do what was asked.
public enum CatalogueError: Error, Hashable {
  /// There is no catalogue at the path.
  case notThere(path: String)
  /// Another program is writing and did not finish in time.
  case busy(path: String)
  /// The file is no catalogue, or it is damaged.
  case unreadable(path: String, reason: String)
  /// The file cannot be written: permissions, or a full disk.
  case unwritable(path: String, reason: String)
  /// It is the database of another program.
  case foreign(path: String)
  /// It is a catalogue that an earlier or a later version of this program made; what it holds is read anew from feeds.
  case otherForm(path: String)
  /// A whole list has so many fewer records than the last one that it is not believed.
  case shrunk(feed: String, from: Int, to: Int)
  /// A stored record cannot be brought back.
  case damagedRecord(key: String)

  /// The error of SQLite as one of ours.
  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_PERM:
      self = .unwritable(path: path, reason: reason)
    default: self = .unreadable(path: path, reason: reason)
    }
  }
}
