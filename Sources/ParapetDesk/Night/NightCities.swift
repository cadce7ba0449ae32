import Foundation
import ParapetCatalogue
import ParapetFeeds
import ParapetMatching
import ParapetModel
import ParapetPlanning
import ParapetReporting
import Synchronization

/// The cities of a night: what is on offer is prepared once for all of them.
struct NightCities {
  /// A city of the order.
  struct Entry: Sendable {
    /// Its id; of a portfolio that could not be read, the name of its folder.
    var id: String
    /// The folder, as it is named in the order.
    var folder: String
    /// The folder as commands name it.
    var shown: String
    /// Its portfolio.
    var portfolio: Portfolio?
    /// What tells its files from others.
    var files = FilesFingerprint()
    /// Why it could not be read.
    var failure: String?
    /// What was told while it was read.
    var remarks: [Diagnostic] = []
    /// Whether it was not read, since nothing is to be said of it.
    var isAtRest = false
  }

  let run: NightRun
  let night: StoredNight
  let inquiry: Inquiry
  private let outcomes: [SourceOutcome]
  /// The documents that count tonight.
  let documents: NightDocuments
  /// What records of former nights and of this one say differently, by the former night.
  let records = Comparisons()
  var entries: [Entry] = []
  private(set) var isWanting = false
  /// Opportunities of former nights.
  let memory = KeptOfferMemory()
  /// Made when the first city needs it.
  private let offering = Once<NightOffering>()
  /// What is asked once for all cities, when the first is asked for.
  let sums = NightSums()
  /// The cities that the night before left at rest.
  var rest: CitiesAtRest
  /// Who is told of each city.
  let watchers: [String: [BatchOrder.Person]]
  /// What is known of the feeds.
  private let whole: WholeNight
  /// What tells our data and the program from others.
  private let base: UInt64

  /// What records of two nights say differently, by the former of them.
  final class Comparisons { var since: [Int64: RecordComparisons] = [:] }

  init(
    _ run: NightRun, _ night: StoredNight, _ inquiry: Inquiry, _ outcomes: [SourceOutcome],
    _ documents: NightDocuments
  ) throws {
    self.run = run
    self.night = night
    self.inquiry = inquiry
    self.outcomes = outcomes
    self.documents = documents
    whole = WholeNight(stale: try run.staleFeeds(on: night.readOn), feeds: run.order.feeds.map(\.name))
    base = NightMemory.base(of: inquiry.desk, on: night.asOf)
    rest = try CitiesAtRest(
      run, night, premises: try CitiesAtRest.premises(run, documents, whole, base: base))
    let people = run.order.mail == nil ? [] : run.order.people
    watchers = people.reduce(into: [:]) { watchers, person in
      for city in Set(person.cities) { watchers[city, default: []].append(person) }
    }
  }

  /// Reads the portfolios but for those of cities at rest; what is wrong in one costs that one.
  mutating func load() throws {
    var ids: Set<String> = []
    ids.reserveCapacity(run.order.cities.count)
    entries.reserveCapacity(run.order.cities.count)
    for city in run.order.cities {
      let resting = try rest.city(in: city.folder)
      var entry: Entry
      if let resting, !ids.contains(resting.city) {
        entry = Entry(id: resting.city, folder: city.folder, shown: city.shown)
        entry.isAtRest = true
        entry.remarks = try KeptFinding.findings(in: resting.remarks)
      } else {
        entry = try read(city, beside: ids)
      }
      if entry.failure == nil { ids.insert(entry.id) }
      entries.append(entry)
    }
    let known = Set(entries.map(\.id))
    for person in run.order.people {
      for city in person.cities where !known.contains(city) {
        isWanting = true
        run.tell(.findings([.unknownCity(city, of: person.name, known: known, in: run.order.file)]))
      }
    }
  }

  /// Reads the portfolio of a city.
  ///
  /// - Parameter ids: those of cities that were read before.
  mutating func read(_ city: BatchOrder.CityFolder, beside ids: Set<String> = []) throws -> Entry {
    var entry = Entry(
      id: URL(filePath: city.folder).lastPathComponent, folder: city.folder, shown: city.shown)
    let look = FolderLook(at: city.folder)
    let remarks = Mutex<[Diagnostic]>([])
    let listening = Inquiry(desk: inquiry.desk, moment: inquiry.moment) { [run] notice in
      if case .findings(let findings) = notice { remarks.withLock { $0 += findings } }
      run.tell(notice)
    }
    do throws(Failure) {
      let portfolio = try listening.portfolio(city.folder)
      guard !ids.contains(portfolio.city.id) else {
        throw Failure(
          .unusable,
          Message(
            en: "another folder is of the city '\(portfolio.city.id)', too",
            fr: "un autre dossier est aussi de la ville « \(portfolio.city.id) »"))
      }
      entry.id = portfolio.city.id
      entry.portfolio = portfolio
      entry.files = FilesFingerprint(in: city.folder, seenBefore: look)
      entry.remarks = remarks.withLock { $0 }
      if !portfolio.unread.isEmpty { isWanting = true }
    } catch {
      guard [.notThere, .unusable].contains(error.kind) else { throw error }
      entry.failure = error.message(in: run.question.language)
      entry.id = try run.catalogue.city(in: city.folder, by: run.batch) ?? entry.id
      isWanting = true
      run.tell(.findings([error.finding(about: city.folder)]))
    }
    return entry
  }

  /// What is on offer this night.
  func offer() throws -> NightOffering {
    try offering.value {
      try NightOffering(
        inquiry, for: entries.compactMap(\.portfolio), base: base, readOn: night.readOn, feeds: feedNames)
    }
  }

  /// The names of the feeds by their sources.
  var feedNames: [String: String] {
    Dictionary(
      zip(run.order.feeds, outcomes).map { ($1.source, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// So many cities are worked on before what was made of them is kept, in one transaction, and forgotten.
  static let citiesAtOnce = 64

  /// Judges the items of each city, as far as it was not answered before, and keeps what came of it.
  mutating func match() throws {
    try wake()
    let done = try run.catalogue.subjects(of: .match, doneIn: night)
    var unmatched: [Entry] = []
    for entry in entries where !entry.isAtRest {
      if done.contains(entry.id) {
        run.note(night, .match, .kept, city: entry.id)
      } else {
        unmatched.append(entry)
      }
    }
    guard !unmatched.isEmpty || entries.contains(where: \.isAtRest) else { return }
    let offering = try offer()
    try run.catalogue.finish(NightPart(.match, ""), of: night, with: offering.memory.bytes)
    let former = FormerNights(
      run.catalogue, night, after: rest.last, offering, judgesAnew: run.question.judgesAnew)
    var keptOffers: Set<String> = []
    var queue = unmatched[...]
    while !queue.isEmpty {
      let some = Array(queue.prefix(NightCities.citiesAtOnce))
      queue = queue.dropFirst(some.count)
      for entry in some { run.note(night, .match, .begun, city: entry.id) }
      let quiet = try nearlyQuiet(some, former, whole)
      let others = some.filter { quiet[$0.id] == nil }
      let known = try others.map { try former.answers(to: $0) }
      let answered = Parallel.map(Array(zip(others, known))) { entry, known in
        entry.portfolio.map { portfolio in
          guard let known, known.holds else { return offering.answers(to: portfolio) }
          return offering.answers(
            to: portfolio, after: known.state.answers, changed: known.names, known.changed)
        }
      }
      var matched = some.compactMap { quiet[$0.id] }
      var offers: [String: KeptOffer] = [:]
      func keepOffers(of answers: [KeptAnswer.Key: KeptAnswer]) throws {
        for key in answers.keys where keptOffers.insert(key.offer).inserted {
          offers[key.offer] = try offering.offer(key.offer)
        }
      }
      for city in matched { try keepOffers(of: city.answers ?? [:]) }
      for ((entry, answers), known) in zip(zip(others, answered), known) {
        var city = AnsweredCity(entry.id, in: entry.folder, KeptCity(files: entry.files.digests), nil)
        if var answers, let portfolio = entry.portfolio {
          if let known, known.isSame(answers) {
            known.plan(into: &city.kept, &answers)
          } else {
            try plan(portfolio, into: &city, &answers)
          }
          city.answers = answers
          try keepOffers(of: answers)
        } else {
          let state = try lastState(of: entry)
          city.kept = state.city
          city.kept.failure = entry.failure
          city.answers = state.answers
          // An opportunity is the same for all cities of a night; what a city that cannot be read was told is older.
          for (name, offer) in state.offers
          where try offering.offer(name) == nil && keptOffers.insert(name).inserted { offers[name] = offer }
        }
        city.kept.stale = whole.stale
        city.kept.feeds = whole.feeds
        matched.append(city)
      }
      try run.catalogue.keep(matched, offers: offers, on: night)
      for entry in some {
        run.note(
          night, .match, entry.failure == nil ? .done : .failed, city: entry.id, reason: entry.failure)
      }
    }
  }

  /// What is known of the feeds on a night, the same for every city.
  struct WholeNight {
    var stale: [String: String]
    var feeds: [String]
  }

  /// What was last known of a city whose files cannot be read now.
  private func lastState(of entry: Entry) throws -> KeptState {
    if let told = try run.catalogue.told("", of: entry.id, by: run.batch),
      let state = try run.catalogue.state(of: entry.id, on: told.night, remembering: memory)
    {
      return state
    }
    return KeptState(asOf: night.asOf, readOn: night.readOn, city: KeptCity(files: entry.files.digests))
  }

  /// Plans a city that says what it can do; a city that does not is not planned for.
  private func plan(
    _ portfolio: Portfolio, into answered: inout AnsweredCity, _ answers: inout [KeptAnswer.Key: KeptAnswer]
  ) throws {
    guard portfolio.isPlanned else { return }
    var question = PlanQuestion()
    question.assumesUndecided = true
    let made: Plan?
    if var request = try offer().planRequest(of: portfolio, inquiry.planSolver) {
      request.assumesUndecided = true
      // What losing each grant would cost, and why the rest is left, is not told by night.
      let former = try run.catalogue.choice(of: answered.city, before: night).flatMap { PlanChoice($0) }
      let found = try? Plan.make(request, after: former)
      made = found?.plan
      if let choice = found?.choice, choice != former { answered.choice = choice.bytes }
    } else {
      made = try? inquiry.plan(for: portfolio, question).study.plan
    }
    guard let plan = made else { return }
    answered.kept.planGrant = plan.grant.minorUnits
    answered.kept.planCurrency = plan.grant.currency.code
    answered.kept.planned = plan.fundedItems.sorted()
    for application in plan.applications {
      let name = KeptOffer.name(of: application.offer.opportunity)
      for part in application.parts {
        let key = KeptAnswer.Key(item: part.item, offer: name)
        guard let planned = answers[key]?.planned else {
          answers[key]?.planned = part.grant
          continue
        }
        answers[key]?.planned = planned + part.grant
      }
    }
  }
}

// MARK: Messages

extension Diagnostic {
  fileprivate static func unknownCity(
    _ city: String, of person: String, known: Set<String>, in file: String
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-city", at: Place(file: file),
      Message(
        en: "'\(person)' is to be told of '\(city)', and no city of the file has this id",
        fr: "« \(person) » doit être informé de « \(city) », et aucune ville du fichier n’a cet id"),
      suggestion: nearest(to: city, among: known.sorted()).map(Message.didYouMean))
  }
}
