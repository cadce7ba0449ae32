import Foundation
import ParapetCatalogue
import ParapetFeeds
import ParapetMatching
import ParapetModel
import ParapetPlanning
import ParapetReporting

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
    var files = ""
    /// Why it could not be read.
    var failure: String?
  }

  let run: NightRun
  let night: StoredNight
  let inquiry: Inquiry
  private let outcomes: [SourceOutcome]
  /// The documents that count tonight.
  let documents: NightDocuments
  /// What records of former nights and of this one say differently, by the former night.
  let records = Comparisons()
  private(set) var entries: [Entry] = []
  private(set) var isWanting = false
  /// Opportunities of former nights.
  let memory = KeptOfferMemory()
  /// Made when the first city needs it.
  private let offering = Once<NightOffering>()
  /// What is asked of all cities at once, when the first is asked for.
  let sums = NightSums()

  /// What records of two nights say differently, by the former of them.
  final class Comparisons { var since: [Int64: RecordComparisons] = [:] }

  init(
    _ run: NightRun, _ night: StoredNight, _ inquiry: Inquiry, _ outcomes: [SourceOutcome],
    _ documents: NightDocuments
  ) {
    self.run = run
    self.night = night
    self.inquiry = inquiry
    self.outcomes = outcomes
    self.documents = documents
  }

  /// Reads the portfolios; what is wrong in one costs that one.
  mutating func load() throws {
    for city in run.order.cities {
      var entry = Entry(
        id: URL(filePath: city.folder).lastPathComponent, folder: city.folder, shown: city.shown)
      do throws(Failure) {
        let portfolio = try inquiry.portfolio(city.folder)
        if entries.contains(where: { $0.id == portfolio.city.id && $0.portfolio != nil }) {
          throw Failure(
            .unusable,
            Message(
              en: "another folder is of the city '\(portfolio.city.id)', too",
              fr: "un autre dossier est aussi de la ville « \(portfolio.city.id) »"))
        }
        entry.id = portfolio.city.id
        entry.portfolio = portfolio
        entry.files = NightCities.fingerprint(of: city.folder)
        if !portfolio.unread.isEmpty { isWanting = true }
      } catch {
        guard [.notThere, .unusable].contains(error.kind) else { throw error }
        entry.failure = error.message(in: run.question.language)
        entry.id = try run.catalogue.city(in: city.folder, by: run.batch) ?? entry.id
        isWanting = true
        run.tell(.findings([error.finding(about: city.folder)]))
      }
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

  /// What tells the files of a portfolio from others.
  private static func fingerprint(of folder: String) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let kinds = ["yaml", "csv", "xlsx", "ods"]
    return names.sorted().filter { kinds.contains(URL(filePath: $0).pathExtension.lowercased()) }
      .map { name in name + ":" + (FeedSource.digest(of: folder + "/" + name)?.prefix(16) ?? "-") }
      .joined(separator: " ")
  }

  /// What is on offer this night.
  func offer() throws -> NightOffering {
    try offering.value {
      try NightOffering(
        inquiry, for: entries.compactMap(\.portfolio), readOn: night.readOn, feeds: feedNames)
    }
  }

  /// The names of the feeds by their sources.
  var feedNames: [String: String] {
    Dictionary(
      zip(run.order.feeds, outcomes).map { ($1.source, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many days a feed may go unread before somebody is told.
  private static let patience = 3

  /// The feeds that are old, with the last day on which each was read.
  func staleFeeds() throws -> [String: String] {
    let fresh = Dictionary(
      try run.catalogue.freshness().map { ($0.feed, $0.readOn) }, uniquingKeysWith: { first, _ in first })
    var stale: [String: String] = [:]
    for feed in run.order.feeds {
      guard let day = fresh[feed.name] else {
        stale[feed.name] = ""
        continue
      }
      if day.days(until: night.readOn) >= NightCities.patience { stale[feed.name] = day.description }
    }
    return stale
  }

  /// So many cities are worked on before what was made of them is kept, in one transaction, and forgotten.
  static let citiesAtOnce = 64

  /// Judges the items of each city, as far as it was not answered before, and keeps what came of it.
  func match() throws {
    let done = try run.catalogue.subjects(of: .match, doneIn: night)
    var rest: [Entry] = []
    for entry in entries {
      if done.contains(entry.id) {
        run.note(night, .match, .kept, city: entry.id)
      } else {
        rest.append(entry)
      }
    }
    guard !rest.isEmpty else { return }
    let offering = try offer()
    try run.catalogue.finish(NightPart(.match, ""), of: night, with: offering.memory.bytes)
    let former = FormerNights(run.catalogue, night, offering, judgesAnew: run.question.judgesAnew)
    let whole = WholeNight(stale: try staleFeeds(), feeds: run.order.feeds.map(\.name))
    var keptOffers: Set<String> = []
    var queue = rest[...]
    while !queue.isEmpty {
      let some = Array(queue.prefix(NightCities.citiesAtOnce))
      queue = queue.dropFirst(some.count)
      for entry in some { run.note(night, .match, .begun, city: entry.id) }
      let quiet = try nearlyQuiet(some, former, whole)
      let rest = some.filter { quiet[$0.id] == nil }
      let known = try rest.map { try former.answers(to: $0) }
      let answered = Parallel.map(Array(zip(rest, known))) { entry, known in
        entry.portfolio.map { portfolio in
          guard let known, known.holds else { return offering.answers(to: portfolio) }
          return offering.answers(
            to: portfolio, after: known.state.answers, changed: known.names, known.changed)
        }
      }
      var matched = some.compactMap { quiet[$0.id] }
      var offers: [String: KeptOffer] = [:]
      func keepOffers(of answers: [KeptAnswer.Key: KeptAnswer]) {
        for key in answers.keys where keptOffers.insert(key.offer).inserted {
          offers[key.offer] = offering.offer(key.offer)
        }
      }
      for city in matched { keepOffers(of: city.answers ?? [:]) }
      for ((entry, answers), known) in zip(zip(rest, answered), known) {
        var city = AnsweredCity(entry.id, in: entry.folder, KeptCity(files: entry.files), nil)
        if var answers, let portfolio = entry.portfolio {
          if let known, known.isSame(answers) {
            known.plan(into: &city.kept, &answers)
          } else {
            try plan(portfolio, into: &city, &answers)
          }
          city.answers = answers
          keepOffers(of: answers)
        } else {
          let state = try lastState(of: entry)
          city.kept = state.city
          city.kept.failure = entry.failure
          city.answers = state.answers
          // An opportunity is the same for all cities of a night; what a city that cannot be read was told is older.
          for (name, offer) in state.offers
          where offering.offer(name) == nil && keptOffers.insert(name).inserted { offers[name] = offer }
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
    return KeptState(asOf: night.asOf, readOn: night.readOn, city: KeptCity(files: entry.files))
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
