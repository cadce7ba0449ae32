import ParapetCatalogue
import ParapetFeeds
import ParapetFetching
import ParapetModel

/// The reading of one source, in one transaction that begins when all of the source is here.
///
/// A file that breaks off gives what came before the break. Something fetched that does is refused: the rest of it is
/// there to be had, and it is asked for again the next time.
struct FeedReading {
  /// What became of the source so far.
  var outcome: SourceOutcome

  private let question: IngestQuestion
  private let place: FeedPlace
  private let catalogue: Catalogue
  private let gist: RecordGist?
  private let program: String
  /// Whether something was remarked since the last record: such a record is read again each time, and so told again.
  private var hasRemark = false

  init(
    _ question: IngestQuestion, of place: FeedPlace, into catalogue: Catalogue, keeping gist: RecordGist?,
    by program: String
  ) {
    self.question = question
    self.place = place
    self.catalogue = catalogue
    self.gist = gist
    self.program = program
    outcome = SourceOutcome(source: place.name)
  }

  /// Fetches what is to be fetched, and reads.
  mutating func read(by fetcher: Fetcher) throws {
    switch place {
    case .path(let path):
      guard FileKind(of: path) == .pipe else {
        try store(digest: FeedSource.digest(of: path), nil) { known, take throws(FeedSourceError) in
          try FeedSource.read(path, known: known, take)
        }
        return
      }
      // What comes out of a pipe comes once, and no transaction waits for it.
      let stream = try KeptStream(path)
      try store(digest: nil, nil) { _, take throws(FeedSourceError) in try FeedSource.read(stream, take) }
    case .address(let address):
      let mark = try mark(of: address)
      switch try fetcher.fetch(address, unlike: mark) {
      case .document(let document):
        try store(digest: nil, document) { _, take throws(FeedSourceError) in
          var list: ListCount?
          for part in document.parts {
            list = try FeedSource.read(part.name, take, fill: document.filler(of: part))
          }
          for remark in document.remarks { take(.remark(remark)) }
          // A search in parts was counted as it was fetched.
          return document.parts.count == 1 ? list : nil
        }
      case .unmodified:
        outcome.dialect = mark?.dialect
        outcome.counts.unchanged = mark?.records ?? 0
        outcome.unmodifiedSince = mark?.readOn
        try catalogue.keepUnmodified(SourceReading(source: place.name, readOn: question.readOn))
      }
    }
  }

  /// Whether an error is of the source alone, and the catalogue none the worse for it.
  static func isOfSource(_ error: any Error) -> Bool {
    if case CatalogueError.shrunk = error { return true }
    return error is FeedSourceError || error is FetchError
  }

  /// What makes it enough to ask what is new; a whole list is compared record by record, so it is always read.
  private func mark(of address: FetchAddress) throws -> FetchMark? {
    guard !question.isComplete, let mark = try catalogue.fetchMark(of: address.name) else { return nil }
    return mark.program == program && mark.readOn <= question.readOn ? mark : nil
  }
}

extension FeedReading {
  private mutating func store(
    digest: String?, _ document: FetchedDocument?,
    _ read: (_ known: KnownRecords, _ take: (FeedEvent) -> Void) throws(FeedSourceError) -> ListCount?
  ) throws {
    var reading = SourceReading(source: place.name, readOn: question.readOn)
    reading.feed = question.feed
    reading.isComplete = question.isComplete
    reading.acceptsShrinking = question.acceptsShrinking
    reading.program = program
    reading.digest = digest
    if let repetition = try catalogue.repeated(reading) {
      outcome.dialect = repetition.dialect
      outcome.counts = repetition.counts
      return
    }
    var counts = try catalogue.ingest(reading, keeping: gist) { (intake) throws(any Error) in
      var failure: (any Error)?
      let known = KnownRecords(try intake.knownRecords())
      let list = try read(known) { event in
        guard failure == nil else { return }
        do {
          try take(known, into: &intake)
          try take(event, isFetched: document != nil, into: &intake)
        } catch { failure = error }
      }
      if let failure { throw failure }
      try take(known, into: &intake)
      if question.isComplete, let list, list.isShort, let stated = list.stated {
        intake.markShort(stated: stated, read: list.read)
      }
      if let document, !outcome.findings.hasErrors { intake.fetchMark = mark(after: document) }
    }
    counts.rejected = outcome.counts.rejected
    outcome.counts = counts
    if let finding = Diagnostic.incomplete(place.name, counts.completeness) {
      outcome.findings.append(finding)
    }
  }

  /// Takes the records in that were met again.
  private mutating func take(_ known: KnownRecords, into intake: inout Intake) throws {
    for hash in known.takeMet() {
      let dialect = try intake.repeatRecord(hash)
      outcome.dialect = outcome.dialect ?? dialect
    }
  }

  private mutating func take(_ event: FeedEvent, isFetched: Bool, into intake: inout Intake) throws {
    switch event {
    case .record(let record):
      outcome.dialect = outcome.dialect ?? record.dialect
      if Dialect(rawValue: record.dialect)?.isWindow == true { intake.markWindow() }
      try intake.add(record, isSilent: !hasRemark && KnownRecords.concerns(record.dialect))
      hasRemark = false
    case .precedent(let precedent):
      outcome.dialect = outcome.dialect ?? Dialect.cordis.rawValue
      try intake.add(precedent)
    case .rates(let rates):
      outcome.dialect = outcome.dialect ?? Dialect.centralBankRates.rawValue
      try intake.add(rates)
    case .rejected(let finding):
      outcome.counts.rejected += 1
      intake.markDamaged()
      outcome.findings.append(finding)
    case .remark(let finding):
      intake.markRemarkable()
      hasRemark = true
      if finding.severity == .error { intake.markDamaged() }
      outcome.findings.append(finding)
    case .broken(let finding):
      intake.markDamaged()
      outcome.findings.append(finding)
      if isFetched {
        throw FetchError.unusable(
          name: place.name, reason: Message(en: "it breaks off", fr: "il s’interrompt"))
      }
    }
  }

  private func mark(after document: FetchedDocument) -> FetchMark {
    FetchMark(
      tag: document.tag, lastModified: document.lastModified, hash: document.hash, readOn: question.readOn,
      dialect: outcome.dialect, records: 0, program: program)
  }
}

extension Diagnostic {
  /// Why a source that was said to be a whole list tells nothing of what is missing; nothing where it does.
  fileprivate static func incomplete(
    _ source: String, _ completeness: IntakeCounts.Completeness
  ) -> Diagnostic? {
    let reason: Message
    switch completeness {
    case .partial, .complete: return nil
    case .damaged: reason = Message(en: "some of it could not be read", fr: "une partie n’a pas pu être lue")
    case .window:
      reason = Message(
        en: "such a feed shows only what changed last",
        fr: "un tel flux ne montre que ce qui a changé en dernier")
    case .outdated(let later):
      reason = Message(
        en: "the whole list of \(later) is known already", fr: "la liste entière du \(later) est déjà connue")
    case .short(let stated, let read):
      reason = Message(
        en: "it says that it has \(stated) records, and \(read) were read",
        fr: "il dit avoir \(stated) notices, et \(read) ont été lues")
    case .nameless:
      reason = Message(
        en: "it has no record; name its feed (--feed) where an empty list is meant",
        fr: "il n’a aucune notice ; nommez son flux (--feed) si une liste vide est voulue")
    }
    return Diagnostic(
      .warning, id: "not-complete", at: Place(file: source),
      Message(
        en: "nothing is marked as missing: \(reason.english)",
        fr: "rien n’est marqué comme disparu : \(reason.french)"))
  }
}
