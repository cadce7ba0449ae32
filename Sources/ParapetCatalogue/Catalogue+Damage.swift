import GRDB
import ParapetModel

extension Catalogue {
  /// Notes which records cannot be brought back, so that the next reading of their source stores them anew.
  ///
  /// The bytes of a record are compared by their hash, and those of a source by its digest: of the same ones nothing
  /// is looked at. So the record is marked as one of another program, and every source is looked at once more. Where
  /// the catalogue cannot be written now, nothing is noted.
  func note(damaged keys: [String]) {
    guard !keys.isEmpty else { return }
    try? perform { db in
      let mark = try db.makeStatement(
        sql: "UPDATE version SET program = NULL WHERE record = (SELECT id FROM record WHERE key = ?)")
      for key in keys { try mark.execute(arguments: [key]) }
      try db.execute(sql: "UPDATE reading SET digest = NULL; DELETE FROM fetch")
    }
  }
}
