import Foundation
public import ParapetModel

/// Reads a city's portfolio: a folder with city.yaml and the tables of items, costs and other support.
///
/// A table is a file of CSV, a sheet of its name in `portfolio.xlsx` or `portfolio.ods`, or a workbook of its own.
/// What a person wrote wrongly is a diagnostic and costs no more than the fact or row it stands in; it is kept as
/// unread in the portfolio, so that nothing that rests on it is told as if it were whole. What is not stated stays
/// unknown.
public enum PortfolioReader {
  /// The largest city.yaml, in bytes.
  public static let largestCityFile = 1 << 20
  /// The largest file of a table, in bytes.
  public static let largestTable = 64 << 20

  /// Reads a folder; there is no portfolio where city.yaml does not say which city it is about.
  ///
  /// With a catalogue of measures, codes that it lacks are reported and an item without component gets that of its
  /// first measure; with vocabularies measures are known by their names, too. Diagnostics come file by file, in the
  /// order of their places.
  public static func read(
    folder: String, measures: MeasureCatalogue?, vocabularies: [Vocabulary] = [],
    frame: SecurityFrame = SecurityFrame()
  ) throws(PortfolioError) -> (portfolio: Portfolio?, diagnostics: [Diagnostic]) {
    try read(folder: folder, names: measures.map { MeasureNames($0, vocabularies) }, frame: frame)
  }

  /// Reads a folder as above; the names of measures are made once for any number of folders.
  public static func read(
    folder: String, names: MeasureNames?, frame: SecurityFrame = SecurityFrame()
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
    var files = PortfolioFiles(prefix: prefix)
    let items = try files.table("items")
    let costs = try files.table("costs")
    let support = try files.table("support")
    let answers = try files.table("answers")
    let covenant = try CovenantTables(&files)
    // A workbook that cannot be read has said so, and is no missing table.
    guard items != nil || !files.findings.all.isEmpty else { throw .missing(file: prefix + "items.csv") }
    let hidden = try files.table("hidden")
    var answer = read(
      city: city, items: items, costs: costs, support: support, answers: answers, covenant: covenant,
      frame: frame, prefix: prefix, before: files.findings,
      measures: names)
    if let terms = try files.table("terms") {
      TermsReader.read(terms, into: &answer.portfolio, &answer.diagnostics)
    }
    if let hidden { HiddenReader.read(hidden, into: &answer.portfolio, &answer.diagnostics) }
    return answer
  }

  /// Reads the bytes of the files.
  static func read(
    city: [UInt8], items: [UInt8], costs: [UInt8]?, support: [UInt8]? = nil, answers: [UInt8]? = nil,
    prefix: String = "",
    measures: MeasureCatalogue? = nil, vocabularies: [Vocabulary] = []
  ) -> (portfolio: Portfolio?, diagnostics: [Diagnostic]) {
    read(
      city: city, items: .csv(items, file: prefix + "items.csv"),
      costs: costs.map { .csv($0, file: prefix + "costs.csv") },
      support: support.map { .csv($0, file: prefix + "support.csv") },
      answers: answers.map { .csv($0, file: prefix + "answers.csv") }, prefix: prefix, before: Findings(),
      measures: measures.map { MeasureNames($0, vocabularies) })
  }

  private static func read(
    city cityBytes: [UInt8], items itemTable: InputSource?, costs costTable: InputSource?,
    support supportTable: InputSource?, answers answerTable: InputSource?,
    covenant: CovenantTables = CovenantTables(), frame: SecurityFrame = SecurityFrame(), prefix: String,
    before: Findings, measures: MeasureNames?
  ) -> (portfolio: Portfolio?, diagnostics: [Diagnostic]) {
    var cityReader = CityReader(file: prefix + "city.yaml")
    var city = cityReader.read(cityBytes)
    var found = [cityReader.findings, before]
    var items: [Item] = []
    var refused: Set<String> = []
    var itemReader = ItemReader(city: city, currency: cityReader.currency, measures: measures)
    if let itemTable {
      items = itemReader.read(itemTable)
      refused = itemReader.refusedIDs
    }
    var afterItems: [Findings] = []
    if let costTable {
      var costReader = CostReader(city: city, currency: cityReader.currency, idsOfRefusedItems: refused)
      let lines = costReader.read(costTable, items: items)
      itemReader.give(lines, to: &items, incomplete: costReader.itemsWithLostLines)
      afterItems.append(costReader.findings)
    }
    if let supportTable {
      var supportReader = SupportReader(currency: cityReader.currency)
      supportReader.read(supportTable, into: &items, refused: refused)
      afterItems.append(supportReader.findings)
    }
    if let answerTable {
      var answerReader = AnswerReader(country: city?.facts.country)
      city?.answers = answerReader.read(answerTable, items: items, refused: refused)
      afterItems.append(answerReader.findings)
    }
    let context = CovenantContext(
      frame: frame, country: city?.facts.country, currency: cityReader.currency, items: items,
      refused: refused)
    let (records, ofRecords) = covenant.read(context)
    found += [itemReader.findings] + afterItems + ofRecords
    let unread = found.flatMap { inOrder($0.unread, by: \.finding.place) }
    return (
      city.map {
        var portfolio = Portfolio(city: $0, items: items, unread: unread)
        portfolio.records = records
        return portfolio
      },
      found.flatMap { inOrder($0.all, by: \.place) }
    )
  }

  private static func inOrder<Found>(_ found: [Found], by place: (Found) -> Diagnostic.Place) -> [Found] {
    found.enumerated().sorted { left, right in
      let (one, two) = (place(left.element), place(right.element))
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
