import GRDB

extension Catalogue {
  /// Writes a copy of the catalogue as it is at one moment.
  public func copy(to path: String) throws(CatalogueError) {
    let target = try Catalogue(path: path, creating: true)
    try backUp(to: target)
  }
}
