import ArgumentParser
import ParapetCatalogue
import ParapetFeeds
import ParapetFetching
import ParapetModel
import ParapetReporting

/// `parapet ingest`: reads sources into the catalogue.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Reads feeds, from disk or web, into the catalogue.",
    discussion: """
      Each source is one transaction: the catalogue is as before or as after. An address is fetched whole before it \
      is read, and only where it has changed since; names, passwords and keys in it are shown as ***.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders of files in JSON or XML, or http(s) addresses.", valueName: "source"))
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
    // Nothing is read before all that was named can be meant.
    let places = try sources.map { name throws(FetchError) in try FeedPlace(name) }
    let day = readOn ?? Clock.today
    let catalogue = try Catalogue(path: Workspace.storePath(source.store), creating: true)
    var results: [(source: IngestReport.Source, findings: Findings)] = []
    var worst: ExitStatus?
    let fetcher = Fetcher.make(notices)
    // A reading needs none of the data folder, so it goes on without; a search then reads the texts itself.
    let folder = DataFolder(path: Workspace.dataFolder(source.data))
    let data = try? folder.read()
    let gist = data.flatMap { try? Workspace.gist(of: $0, in: folder) }
    for place in places {
      let name = place.name
      var source = IngestReport.Source(source: name, dialect: nil, counts: IngestReport.Counts())
      var findings = Findings()
      do {
        try read(place, fetcher, into: catalogue, keeping: gist, on: day, &source, &findings)
      } catch  where error is FeedSourceError || error is FetchError {
        // The other sources are none the worse for it.
        guard let stop = Stop(error) else { throw error }
        if stop.status != .unusableInput { worst = worst ?? stop.status }
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
    // What was not read now may be of another glossary.
    if let gist { try catalogue.keep(gist) }
    let words = Words.make(data?.vocabularies[output.lang] ?? Vocabulary(language: output.lang))
    let report = IngestReport(
      results.map(\.source), words: words,
      edition: Edition(asOf: source.asOf ?? day, knownOn: source.knownOn, program: Program.version))
    try output.write(text: report.report, table: report.table, json: report.json, words: words)
    if let worst { throw worst.code }
    guard results.contains(where: \.findings.hasErrors) else { return }
    let taken = results.contains {
      $0.source.counts.created + $0.source.counts.changed + $0.source.counts.unchanged > 0
    }
    throw taken ? ExitStatus.wanting.code : ExitStatus.unusableInput.code
  }

  /// One source in one transaction, which begins when all of the source is here.
  ///
  /// A file that breaks off gives what came before the break. Something fetched that does is refused: the rest of
  /// it is there to be had, and it is asked for again the next time.
  private func read(
    _ place: FeedPlace, _ fetcher: Fetcher, into catalogue: Catalogue, keeping gist: RecordGist?, on day: Day,
    _ source: inout IngestReport.Source, _ findings: inout Findings
  ) throws {
    var failure: (any Error)?
    var document: FetchedDocument?
    if case .address(let address) = place {
      let mark = try mark(of: address, in: catalogue, on: day)
      switch try fetcher.fetch(address, unlike: mark) {
      case .document(let fetched): document = fetched
      case .unmodified:
        source.dialect = mark?.dialect
        source.counts.unchanged = mark?.records ?? 0
        source.unmodifiedSince = mark?.readOn
        return
      }
    }
    var reading = SourceReading(source: place.name, readOn: day)
    reading.feed = feed
    reading.isComplete = complete
    reading.acceptsShrinking = acceptShrinking
    reading.program = Program.version
    if case .path(let path) = place { reading.digest = FeedSource.digest(of: path) }
    if let repetition = try catalogue.repeated(reading) {
      source.dialect = repetition.dialect
      source.counts = IngestReport.Counts(repetition.counts)
      return
    }
    let counts = try catalogue.ingest(reading, keeping: gist) { (intake) throws(any Error) in
      func take(_ event: FeedEvent) {
        guard failure == nil else { return }
        switch event {
        case .record(let record):
          source.dialect = source.dialect ?? record.dialect
          if Dialect(rawValue: record.dialect)?.isWindow == true { intake.markWindow() }
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
        case .remark(let finding):
          intake.markRemarkable()
          if finding.severity == .error { intake.markDamaged() }
          findings.append(finding)
        case .broken(let finding):
          intake.markDamaged()
          findings.append(finding)
          if document != nil { failure = FetchError.unusable(name: place.name, reason: "it breaks off") }
        }
      }
      if let document {
        for part in document.parts {
          try FeedSource.read(part.name, take, fill: document.filler(of: part))
        }
        for remark in document.remarks { take(.remark(remark)) }
      } else {
        try FeedSource.read(place.name, take)
      }
      if let failure { throw failure }
      if let document, !findings.hasErrors {
        intake.fetchMark = FetchMark(
          tag: document.tag, lastModified: document.lastModified, hash: document.hash, readOn: day,
          dialect: source.dialect, records: 0, program: Program.version)
      }
    }
    let rejected = source.counts.rejected
    source.counts = IngestReport.Counts(counts)
    source.counts.rejected = rejected
    if let finding = Diagnostic.incomplete(place.name, counts.completeness) { findings.append(finding) }
  }

  /// What makes it enough to ask what is new; a whole list is compared record by record, so it is always read.
  private func mark(
    of address: FetchAddress, in catalogue: Catalogue, on day: Day
  ) throws -> FetchMark? {
    guard !complete, let mark = try catalogue.fetchMark(of: address.name) else { return nil }
    return mark.program == Program.version && mark.readOn <= day ? mark : nil
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

extension IngestReport.Counts {
  /// What the catalogue counted.
  fileprivate init(_ counts: IntakeCounts) {
    self.init()
    created = counts.created
    changed = counts.changed
    unchanged = counts.unchanged
    doubled = counts.doubled
    missing = counts.missing
    returned = counts.returned
    withdrawn = counts.withdrawn
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
    case .window: reason = "such a feed shows only what changed last"
    case .outdated(let later): reason = "the whole list of \(later) is known already"
    case .nameless: reason = "it has no record; name its feed (--feed) where an empty list is meant"
    }
    return Diagnostic(
      .warning, id: "not-complete", at: Place(file: source), "nothing is marked as missing: \(reason)")
  }
}
