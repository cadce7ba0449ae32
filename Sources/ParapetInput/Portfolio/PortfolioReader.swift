import Foundation
public import ParapetModel

/// Reads a city's portfolio: a folder with city.yaml, items.csv and, where costs are given line by line, costs.csv.
///
/// Where other sources pay for some of the items, support.csv names them.
///
/// What a person wrote wrongly is a diagnostic and costs no more than the fact or row it stands in. What is not
/// stated stays unknown.
public enum PortfolioReader {
  /// The largest city.yaml, in bytes.
  public static let largestCityFile = 1 << 20
  /// The largest CSV file, in bytes.
  public static let largestTable = 64 << 20

  /// Reads a folder; there is no portfolio where city.yaml does not say which city it is about.
  ///
  /// With a catalogue of measures, codes that it lacks are reported and an item without component gets that of its
  /// first measure. Diagnostics come file by file, in the order of their places.
  public static func read(
    folder: String, measures: MeasureCatalogue?
  ) throws(PortfolioError) -> (portfolio: Portfolio?, diagnostics: [Diagnostic]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .folderNotFound(folder)
    }
    guard isFolder.boolValue else { throw .notAFolder(folder) }
    var base = folder[...]
    while base.count > 1, base.last == "/" { base = base.dropLast() }
    let prefix = base == "/" ? "/" : base + "/"
    guard let city = try bytes(of: prefix + "city.yaml", limit: largestCityFile) else {
      throw .missing(file: prefix + "city.yaml")
    }
    guard let items = try bytes(of: prefix + "items.csv", limit: largestTable) else {
      throw .missing(file: prefix + "items.csv")
    }
    let costs = try bytes(of: prefix + "costs.csv", limit: largestTable)
    let support = try bytes(of: prefix + "support.csv", limit: largestTable)
    return read(
      city: city, items: items, costs: costs, support: support, prefix: prefix, measures: measures)
  }

  /// Reads the bytes of the files.
  static func read(
    city cityBytes: [UInt8], items itemBytes: [UInt8], costs costBytes: [UInt8]?,
    support supportBytes: [UInt8]? = nil, prefix: String = "", measures: MeasureCatalogue? = nil
  ) -> (portfolio: Portfolio?, diagnostics: [Diagnostic]) {
    var cityReader = CityReader(file: prefix + "city.yaml")
    let city = cityReader.read(cityBytes)
    var itemReader = ItemReader(
      file: prefix + "items.csv", city: city, currency: cityReader.currency, measures: measures)
    var items = itemReader.read(itemBytes)
    var diagnostics = inOrder(cityReader.diagnostics)
    var costDiagnostics: [Diagnostic] = []
    if let costBytes {
      var costReader = CostReader(
        file: prefix + "costs.csv", city: city, currency: cityReader.currency,
        idsOfRefusedItems: itemReader.refusedIDs)
      let lines = costReader.read(costBytes, items: items)
      itemReader.give(lines, to: &items, incomplete: costReader.itemsWithLostLines)
      costDiagnostics = costReader.diagnostics
    }
    diagnostics += inOrder(itemReader.diagnostics) + inOrder(costDiagnostics)
    if let supportBytes {
      var supportReader = SupportReader(currency: cityReader.currency)
      supportReader.read(
        supportBytes, file: prefix + "support.csv", into: &items, refused: itemReader.refusedIDs)
      diagnostics += inOrder(supportReader.diagnostics)
    }
    return (city.map { Portfolio(city: $0, items: items) }, diagnostics)
  }

  private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (one, two) = (left.element.place, right.element.place)
      return (one.line ?? 0, one.column ?? 0, left.offset) < (two.line ?? 0, two.column ?? 0, right.offset)
    }.map(\.element)
  }

  /// The bytes of a file, or nothing where there is none.
  static func bytes(of path: String, limit: Int) throws(PortfolioError) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      // What a link was to stand for is not there, which is not that the city has nothing to say.
      guard lstat(path, &status) == 0 else { return nil }
      throw .unreadable(file: path, reason: "the link leads nowhere")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .unreadable(file: path, reason: "it is a folder")
    default: throw .unreadable(file: path, reason: "it is a pipe or a device and no file")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(file: path, reason: "permission denied")
    }
    defer { try? handle.close() }
    let data: Data
    do {
      data = try handle.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw .unreadable(file: path, reason: error.localizedDescription)
    }
    guard data.count <= limit else { throw .tooLarge(file: path, limit: limit) }
    return [UInt8](data)
  }
}
