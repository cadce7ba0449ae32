import Foundation
import ParapetCatalogue
import ParapetInput
import ParapetMatching
import ParapetModel
import ParapetReporting

extension Desk {
  /// Does a night's work: reads the feeds, matches the cities, compares each with what was last told, writes its reports,
  /// and hands the mails over.
  ///
  /// Each part is done once: a night that was killed goes on where it was, and comes to the same bytes. A feed, city or
  /// person that fails costs itself alone.
  ///
  /// - Parameter log: hears of each step.
  /// - Throws: `Failure`: `busy` where another night is at work, `unusable` where the file is no order or a later night
  ///   was told already, `unwritable` where the reports cannot be written.
  public func night(
    _ question: NightQuestion, telling tell: @escaping @Sendable (Notice) -> Void = { _ in },
    logging log: @escaping @Sendable (NightStep) -> Void = { _ in }
  ) throws(Failure) -> NightOutcome {
    try Failure.on {
      guard FileManager.default.fileExists(atPath: question.file) else {
        throw Failure(
          .notThere,
          Message(
            en: "there is no file '\(question.file)'", fr: "il n’y a pas de fichier « \(question.file) »"))
      }
      let (order, findings) = try BatchReader.read(file: question.file)
      tell(.findings(findings))
      guard let order else {
        throw Failure(
          .unusable,
          Message(
            en: "'\(question.file)' is no order for a night",
            fr: "« \(question.file) » n’est pas l’ordre d’une nuit"))
      }
      let isWanting = findings.contains { $0.severity == .error }
      guard let last = question.until else {
        return try night(of: order, question, isWanting: isWanting, telling: tell, logging: log)
      }
      return try nights(of: order, question, until: last, isWanting: isWanting, telling: tell, logging: log)
    }
  }

  /// Does the night of an order that was read.
  func night(
    of order: BatchOrder, _ question: NightQuestion, isWanting: Bool = false,
    telling tell: @escaping @Sendable (Notice) -> Void, logging log: @escaping @Sendable (NightStep) -> Void
  ) throws -> NightOutcome {
    let order = order.on(question.readOn ?? question.asOf)
    let catalogue = try catalogue(creating: true)
    guard question.isDry else {
      let lock = try NightLock(beside: places.store)
      let outcome = try NightRun(self, catalogue, order, question, tell, log).run(isWanting: isWanting)
      _ = consume lock
      return outcome
    }
    // What is tried is tried on a copy.
    let copy = places.scratch + "/parapet-dry-\(getpid()).sqlite"
    defer { for ending in ["", "-wal", "-shm"] { unlink(copy + ending) } }
    try catalogue.copy(to: copy)
    var places = places
    places.store = copy
    let desk = try Desk(places, program: program)
    return try NightRun(desk, try desk.catalogue(creating: true), order, question, tell, log)
      .run(isWanting: isWanting)
  }
}

/// One run of a night.
struct NightRun {
  let desk: Desk
  let catalogue: Catalogue
  let order: BatchOrder
  let question: NightQuestion
  let tell: @Sendable (Notice) -> Void
  private let log: @Sendable (NightStep) -> Void

  init(
    _ desk: Desk, _ catalogue: Catalogue, _ order: BatchOrder, _ question: NightQuestion,
    _ tell: @escaping @Sendable (Notice) -> Void, _ log: @escaping @Sendable (NightStep) -> Void
  ) {
    self.desk = desk
    self.catalogue = catalogue
    self.order = order
    self.question = question
    self.tell = tell
    self.log = log
  }

  /// What tells this order from others of the same catalogue.
  var batch: String { order.batch }

  /// The days of the night.
  func inquiry(of night: StoredNight) -> Inquiry { desk.at(Moment(asOf: night.asOf), telling: tell) }

  func note(
    _ night: StoredNight, _ phase: NightPart.Phase, _ state: NightStep.State, city: String? = nil,
    source: String? = nil, person: String? = nil, reason: String? = nil
  ) {
    log(
      NightStep(
        run: night.name, phase: phase.rawValue, city: city, source: source, person: person, state: state,
        reason: reason))
  }

  /// Notes how many cities a night passes over.
  func note(_ night: StoredNight, resting count: Int) {
    var step = NightStep(run: night.name, phase: "cities", state: .kept)
    step.resting = count
    log(step)
  }

  /// How many nights the page of a night shows.
  private static let remembered = 15

  /// The whole night.
  func run(isWanting refused: Bool) throws -> NightOutcome {
    let night = try begin()
    var clock = PhaseClock()
    /// Says that a phase is over, and what it took.
    func end(_ phase: String) {
      log(NightStep(run: night.name, phase: phase, state: .done, cpu: clock.lap()))
    }
    let outcomes = try read(night)
    let readDocuments = try readDocuments(night)
    end(NightPart.Phase.read.rawValue)
    let inquiry = inquiry(of: night)
    var cities = try NightCities(self, night, inquiry, outcomes, try documents(of: night) ?? NightDocuments())
    try cities.load()
    end("cities")
    try cities.match()
    end(NightPart.Phase.match.rawValue)
    let compared = try cities.compare()
    end(NightPart.Phase.compare.rawValue)
    try cities.write(compared)
    end(NightPart.Phase.write.rawValue)
    let mails = try handOver(night)
    end(NightPart.Phase.handOver.rawValue)
    var report = NightReport(
      run: night.name, feeds: outcomes,
      cities: compared.map { .init(city: $0.id, state: $0.found.state, changes: $0.found.changes) },
      told: mails.map {
        .init(person: $0.person, city: $0.city, message: $0.message, state: $0.state.rawValue)
      },
      words: inquiry.wording(question.language).words, edition: inquiry.wording(question.language).edition)
    report.documents = readDocuments
    report.former = try catalogue.nights(of: batch, last: NightRun.remembered).filter { $0.id < night.id }
      .map { NightReport.Former(run: $0.name, readOn: $0.readOn, isDone: $0.isDone) }
    if !question.isDry {
      let page = DocumentForm(.html).render(report, inquiry.wording(question.language).words)
      try OutputFile(path: order.output + "/night.html").write(Array(page.utf8))
      try OutputFile(path: order.output + "/night.json").write(Array(report.json.utf8))
      try cities.end(compared, mails)
    }
    return NightOutcome(
      report: report, severity: compared.flatMap(\.found.changes).map(\.severity).min(),
      isWanting: refused || readDocuments.contains { $0.state == "refused" }
        || outcomes.contains(where: \.findings.hasErrors)
        || cities.isWanting
        || mails.contains { $0.state == .failed })
  }

  /// The night to do: one of the same day that was not finished, else a new one.
  private func begin() throws -> StoredNight {
    let readOn = question.readOn ?? question.asOf
    if let last = try catalogue.lastNight(of: batch) {
      guard last.asOf <= question.asOf else {
        throw Failure(
          .unusable,
          Message(
            en:
              "a night of \(last.asOf) was done already, and one of \(question.asOf) would tell its changes backwards; "
              + "for a replay name another catalogue with --store",
            fr:
              "une nuit du \(last.asOf) est déjà faite, et une du \(question.asOf) dirait ses changements à rebours ; "
              + "pour rejouer, nommez un autre catalogue par --store"))
      }
      if !last.isDone {
        if last.asOf == question.asOf, last.readOn == readOn { return last }
        // What was ready to be told is told as it was; what was not is told by this night.
        _ = try handOver(last)
        try catalogue.end(last)
      }
    }
    return try catalogue.beginNight(of: batch, asOf: question.asOf, readOn: readOn, program: desk.program)
  }

  /// Reads the feeds, each in a transaction of its own.
  private func read(_ night: StoredNight) throws -> [SourceOutcome] {
    // Which readings are this night's, also of a run that was killed between a reading and its note.
    let start = NightPart(.read, "")
    let before: Int64
    if let kept = try catalogue.done(start, of: night) {
      before = Int64(String(decoding: kept, as: UTF8.self)) ?? 0
    } else {
      before = try catalogue.lastReading()
      try catalogue.finish(start, of: night, with: Array(String(before).utf8))
    }
    let inquiry = inquiry(of: night)
    return try order.feeds.map { feed in
      let part = NightPart(.read, feed.name)
      if let kept = try catalogue.done(part, of: night) {
        note(night, .read, .kept, source: feed.name)
        let outcome = try KeptBytes.decoded(KeptOutcome.self, kept).outcome
        tell(.read(outcome))
        return outcome
      }
      note(night, .read, .begun, source: feed.name)
      var outcome = try read(feed, night, inquiry)
      if let counts = try catalogue.counts(of: feed.name, after: before) {
        let rejected = outcome.counts.rejected
        outcome.counts = counts
        outcome.counts.rejected = rejected
      }
      try catalogue.finish(part, of: night, with: KeptBytes.encoded(KeptOutcome(outcome)))
      note(night, .read, outcome.findings.hasErrors ? .failed : .done, source: feed.name)
      return outcome
    }
  }

  private func read(
    _ feed: BatchOrder.Feed, _ night: StoredNight, _ inquiry: Inquiry
  ) throws -> SourceOutcome {
    var wanted = IngestQuestion([feed.source], readOn: night.readOn)
    wanted.feed = feed.name
    wanted.isComplete = feed.isComplete
    do throws(Failure) {
      return try inquiry.ingest(wanted).outcomes.first ?? SourceOutcome(source: feed.name)
    } catch {
      guard error.kind == .misuse else { throw error }
      return SourceOutcome(
        source: feed.name, findings: FirstFindings([error.finding(about: feed.name)]))
    }
  }

  /// Hands over what waits of a night; what is not taken is told by a later night.
  private func handOver(_ night: StoredNight) throws -> [StoredMail] {
    let mails = try catalogue.mails(of: night)
    guard let mail = order.mail, !question.isDry else { return mails }
    let door = MailDoor(mail)
    return try mails.map { mail in
      guard mail.state != .handed else {
        note(night, .handOver, .kept, city: mail.city, person: mail.person)
        return mail
      }
      var mail = mail
      do throws(Failure) {
        try door.handOver(mail, on: night.asOf)
        mail.state = .handed
        note(night, .handOver, .done, city: mail.city, person: mail.person)
      } catch {
        mail.state = .failed
        tell(.findings([.notHandedOver(to: mail.person, error, in: order.file)]))
        note(night, .handOver, .failed, city: mail.city, person: mail.person, reason: error.message())
      }
      try catalogue.settle(mail, of: night, as: mail.state)
      return mail
    }
  }
}

extension BatchOrder {
  /// What tells an order from others of the same catalogue.
  var batch: String { URL(filePath: file).standardizedFileURL.path }
}

// MARK: Messages

extension Diagnostic {
  fileprivate static func notHandedOver(to person: String, _ failure: Failure, in file: String) -> Diagnostic
  {
    Diagnostic(
      .error, id: "not-handed-over", at: Place(file: file),
      Message(
        en:
          "the mail to '\(person)' could not be handed over: \(failure.message()); the next night tells what it says",
        fr:
          "le message à « \(person) » n’a pu être remis : \(failure.message(in: .french)) ; la nuit prochaine dira ce qu’il contient"
      ))
  }
}
