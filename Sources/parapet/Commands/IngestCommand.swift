import ArgumentParser
import ParapetCatalogue
import ParapetModel
import ParapetReading
import ParapetReporting

/// `parapet ingest`: reads sources into the catalogue.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Reads files and folders of feeds into the catalogue.",
    discussion: "Each source is one transaction: the catalogue is as before or as after.")

  @Argument(help: ArgumentHelp("Files, or folders of files in JSON or XML.", valueName: "source"))
  var sources: [String]

  @Option(
    help: ArgumentHelp("The day of the reading (default: today in Brussels); for replays.", valueName: "day"))
  var readOn: Day?

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  /// How many findings of one source are kept; the rest are counted.
  static let findingsKept = 1000

  mutating func run() throws {
    try Stop.on { try ingest() }
  }

  private func ingest() throws {
    let notices = Notices(output)
    for name in sources where name.hasPrefix("http://") || name.hasPrefix("https://") {
      throw Stop(.misuse, "'\(name)' is an address; download it first, this version reads files and folders")
    }
    let day = readOn ?? Clock.today
    let catalogue = try Catalogue(path: Workspace.storePath(source.store), creating: true)
    var results: [IngestReport.Source] = []
    var isMissing = false
    for name in sources {
      var result: IngestReport.Source
      do {
        result = try read(name, into: catalogue, on: day)
      } catch let error as FeedSourceError {
        // The other sources are none the worse for it.
        if case .notThere = error { isMissing = true }
        result = IngestReport.Source(source: name, dialect: nil, counts: IngestReport.Counts())
        result.diagnostics = [.unusable(name, error)]
      }
      notices.tell(result.diagnostics)
      results.append(result)
    }
    let words = Words.make(vocabulary)
    let report = IngestReport(
      results, words: words,
      edition: Edition(asOf: source.asOf ?? day, knownOn: source.knownOn, program: Program.version))
    try output.write(text: report.report, table: report.table, json: report.json, words: words)
    if isMissing { throw ExitStatus.noInput.code }
    try IngestCommand.judge(results)
  }

  /// One source in one transaction; a source that breaks off gives what came before the break.
  private func read(_ name: String, into catalogue: Catalogue, on day: Day) throws -> IngestReport.Source {
    var result = IngestReport.Source(source: name, dialect: nil, counts: IngestReport.Counts())
    var failure: (any Error)?
    let counts = try catalogue.ingest(source: name, readOn: day) { (intake) throws(any Error) in
      try FeedSource.read(name) { event in
        guard failure == nil else { return }
        switch event {
        case .record(let record):
          result.dialect = result.dialect ?? record.dialect
          do { try intake.add(record) } catch { failure = error }
        case .rejected(let finding):
          result.counts.rejected += 1
          IngestCommand.keep(finding, in: &result)
        case .remark(let finding), .broken(let finding):
          IngestCommand.keep(finding, in: &result)
        }
      }
      if let failure { throw failure }
    }
    result.counts.created = counts.created
    result.counts.changed = counts.changed
    result.counts.unchanged = counts.unchanged
    result.counts.doubled = counts.doubled
    return result
  }

  private static func keep(_ finding: Diagnostic, in result: inout IngestReport.Source) {
    if result.diagnostics.count < findingsKept { result.diagnostics.append(finding) }
  }

  /// 65 where nothing could be read, 1 where something was refused.
  private static func judge(_ results: [IngestReport.Source]) throws {
    let errors = results.contains { $0.diagnostics.contains { $0.severity == .error } }
    guard errors else { return }
    let taken = results.contains { $0.counts.created + $0.counts.changed + $0.counts.unchanged > 0 }
    throw taken ? ExitStatus.wanting.code : ExitStatus.unusableInput.code
  }

  /// Names by language; a reading needs none of the data folder, so it goes on without.
  private var vocabulary: Vocabulary {
    guard let data = try? DataFolder(path: Workspace.dataFolder(source.data)).read() else {
      return Vocabulary(language: output.lang)
    }
    return data.vocabularies[output.lang] ?? Vocabulary(language: output.lang)
  }
}

extension Diagnostic {
  /// A source of which nothing could be read.
  fileprivate static func unusable(_ name: String, _ error: FeedSourceError) -> Diagnostic {
    let id =
      switch error {
      case .notThere: "source-not-there"
      case .unreadable: "source-unreadable"
      case .empty: "no-feed"
      }
    return Diagnostic(.error, id: id, at: Place(file: name), error.description)
  }
}
