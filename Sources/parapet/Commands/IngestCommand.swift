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

  @Flag(
    help: ArgumentHelp(
      "Each source is the whole list of its feed: what is not in it is missing.",
      discussion: "What so is missing three times in a row before its deadline counts as withdrawn."))
  var complete = false

  @Option(
    help: ArgumentHelp(
      "What the sources are readings of (default: their dialect).",
      discussion: "Name it where you read several lists of one dialect: each is compared with itself.",
      valueName: "name"))
  var feed: String?

  @Flag(help: "Believe a whole list that has lost more than a third of its records.")
  var acceptShrinking = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if let feed, feed.isEmpty { throw ValidationError("--feed needs a name.") }
  }

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
    var results: [(source: IngestReport.Source, findings: Findings)] = []
    var isMissing = false
    for name in sources {
      var source = IngestReport.Source(source: name, dialect: nil, counts: IngestReport.Counts())
      var findings = Findings()
      do {
        try read(name, into: catalogue, on: day, &source, &findings)
      } catch let error as FeedSourceError {
        // The other sources are none the worse for it.
        let stop = Stop(error)
        if stop.status == .noInput { isMissing = true }
        source.counts = IngestReport.Counts()
        findings.append(stop.finding(about: name))
      } catch let error as CatalogueError {
        guard case .shrunk = error else { throw error }
        source.counts = IngestReport.Counts()
        findings.append(Stop(error).finding(about: name))
      }
      notices.tell(
        findings.first, unkeptErrors: findings.unkeptErrors, unkeptWarnings: findings.unkeptWarnings)
      source.diagnostics = findings.first
      results.append((source, findings))
    }
    let words = Words.make(vocabulary)
    let report = IngestReport(
      results.map(\.source), words: words,
      edition: Edition(asOf: source.asOf ?? day, knownOn: source.knownOn, program: Program.version))
    try output.write(text: report.report, table: report.table, json: report.json, words: words)
    if isMissing { throw ExitStatus.noInput.code }
    guard results.contains(where: \.findings.hasErrors) else { return }
    let taken = results.contains {
      $0.source.counts.created + $0.source.counts.changed + $0.source.counts.unchanged > 0
    }
    throw taken ? ExitStatus.wanting.code : ExitStatus.unusableInput.code
  }

  /// One source in one transaction; a source that breaks off gives what came before the break.
  private func read(
    _ name: String, into catalogue: Catalogue, on day: Day, _ source: inout IngestReport.Source,
    _ findings: inout Findings
  ) throws {
    var failure: (any Error)?
    var reading = SourceReading(source: name, readOn: day)
    reading.feed = feed
    reading.isComplete = complete
    reading.acceptsShrinking = acceptShrinking
    reading.program = Program.version
    let counts = try catalogue.ingest(reading) { (intake) throws(any Error) in
      try FeedSource.read(name) { event in
        guard failure == nil else { return }
        switch event {
        case .record(let record):
          source.dialect = source.dialect ?? record.dialect
          do { try intake.add(record) } catch { failure = error }
        case .precedent(let precedent):
          source.dialect = source.dialect ?? Dialect.cordis.rawValue
          do { try intake.add(precedent) } catch { failure = error }
        case .rates(let rates):
          source.dialect = source.dialect ?? Dialect.centralBankRates.rawValue
          do { try intake.add(rates) } catch { failure = error }
        case .rejected(let finding):
          source.counts.rejected += 1
          intake.markDamaged()
          findings.append(finding)
        case .broken(let finding):
          intake.markDamaged()
          findings.append(finding)
        case .remark(let finding):
          findings.append(finding)
        }
      }
      if let failure { throw failure }
    }
    source.counts.created = counts.created
    source.counts.changed = counts.changed
    source.counts.unchanged = counts.unchanged
    source.counts.doubled = counts.doubled
    source.counts.missing = counts.missing
    source.counts.returned = counts.returned
    source.counts.withdrawn = counts.withdrawn
    if let finding = Diagnostic.incomplete(name, counts.completeness) { findings.append(finding) }
  }

  /// Names by language; a reading needs none of the data folder, so it goes on without.
  private var vocabulary: Vocabulary {
    guard let data = try? DataFolder(path: Workspace.dataFolder(source.data)).read() else {
      return Vocabulary(language: output.lang)
    }
    return data.vocabularies[output.lang] ?? Vocabulary(language: output.lang)
  }
}

/// The findings of one source: the first thousand, and how many more there were.
private struct Findings {
  /// How many are kept, whatever is thrown at us.
  static let kept = 1000

  private(set) var first: [Diagnostic] = []
  private(set) var unkeptErrors = 0
  private(set) var unkeptWarnings = 0

  /// Whether anything was refused.
  var hasErrors: Bool { unkeptErrors > 0 || first.contains { $0.severity == .error } }

  mutating func append(_ finding: Diagnostic) {
    guard first.count == Findings.kept else { return first.append(finding) }
    switch finding.severity {
    case .error: unkeptErrors += 1
    case .warning: unkeptWarnings += 1
    }
  }
}

extension Diagnostic {
  /// Why a source that was said to be a whole list tells nothing of what is missing; nothing where it does.
  fileprivate static func incomplete(
    _ source: String, _ completeness: IntakeCounts.Completeness
  ) -> Diagnostic? {
    let reason: String
    switch completeness {
    case .partial, .complete: return nil
    case .damaged: reason = "some of it could not be read"
    case .outdated(let later): reason = "the whole list of \(later) is known already"
    case .nameless: reason = "it has no record; name its feed (--feed) where an empty list is meant"
    }
    return Diagnostic(
      .warning, id: "not-complete", at: Place(file: source), "nothing is marked as missing: \(reason)")
  }
}
