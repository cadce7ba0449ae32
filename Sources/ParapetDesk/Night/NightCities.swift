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

  /// What records of two nights say differently, by the former of them.
  final class Comparisons {
    var since: [Int64: RecordComparisons] = [:]
    private var names: [Int64: Set<String>?] = [:]

    /// The names of what changed since a night, found out once; nothing where names do not tell it.
    func names(
      since night: StoredNight, _ find: (StoredNight) throws -> Set<String>?
    ) rethrows -> Set<String>? {
      if let known = names[night.id] { return known }
      let found = try find(night)
      names[night.id] = .some(found)
      return found
    }
  }

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

  /// So many cities are matched before what was made of them is kept and forgotten.
  private static let citiesAtOnce = 16

  /// Judges the items of each city, as far as it was not answered before, and keeps what came of it.
  func match() throws {
    var rest: [Entry] = []
    for entry in entries {
      if try run.catalogue.done(NightPart(.match, entry.id), of: night) != nil {
        run.note(night, .match, .kept, city: entry.id)
      } else {
        rest.append(entry)
      }
    }
    guard !rest.isEmpty else { return }
    let offering = try offer()
    try run.catalogue.finish(NightPart(.match, ""), of: night, with: offering.memory.bytes)
    let former = FormerNights(run.catalogue, night, offering, judgesAnew: run.question.judgesAnew)
    let stale = try staleFeeds()
    let feeds = run.order.feeds.map(\.name)
    var keptOffers: Set<String> = []
    var queue = rest[...]
    while !queue.isEmpty {
      let some = Array(queue.prefix(NightCities.citiesAtOnce))
      queue = queue.dropFirst(some.count)
      for entry in some { run.note(night, .match, .begun, city: entry.id) }
      let quiet = try keepQuiet(some, former, stale: stale, feeds: feeds)
      let rest = some.filter { !quiet.contains($0.id) }
      let known = try rest.map { try former.answers(to: $0) }
      let states = Parallel.map(Array(zip(rest, known))) { entry, known in
        entry.portfolio.map { portfolio in
          guard let known, known.holds else { return offering.state(of: portfolio) }
          return offering.state(of: portfolio, after: known.state, changed: known.names, known.changed)
        }
      }
      for ((entry, matched), known) in zip(zip(rest, states), known) {
        var state: KeptState
        if let matched, let portfolio = entry.portfolio {
          state = matched
          state.city = KeptCity(files: entry.files)
          if let known, known.isSame(matched) {
            known.plan(into: &state)
          } else {
            try plan(portfolio, into: &state)
          }
        } else {
          state = try lastState(of: entry)
          state.city.failure = entry.failure
        }
        state.city.stale = stale
        state.city.feeds = feeds
        // An opportunity is the same for all cities of a night; what a city that cannot be read was told is older.
        if entry.failure != nil { state.offers = state.offers.filter { offering.offer($0.key) == nil } }
        state.offers = state.offers.filter { keptOffers.insert($0.key).inserted }
        try run.catalogue.keep(state, of: entry.id, in: entry.folder, on: night)
        run.note(night, .match, entry.failure == nil ? .done : .failed, city: entry.id, reason: entry.failure)
      }
    }
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
  private func plan(_ portfolio: Portfolio, into state: inout KeptState) throws {
    let city = portfolio.city
    guard city.applications != nil || !city.ownContribution.isEmpty else { return }
    var question = PlanQuestion()
    question.assumesUndecided = true
    let made: Plan?
    if var request = try offer().planRequest(of: portfolio, inquiry.planSolver) {
      request.assumesUndecided = true
      // What losing each grant would cost is not told by night.
      request.studies = false
      made = try? PlanStudy.make(request).plan
    } else {
      made = try? inquiry.plan(for: portfolio, question).study.plan
    }
    guard let plan = made else { return }
    state.city.planGrant = plan.grant.minorUnits
    state.city.planCurrency = plan.grant.currency.code
    state.city.planned = plan.fundedItems.sorted()
    for application in plan.applications {
      let name = KeptOffer.name(of: application.offer.opportunity)
      for part in application.parts {
        let key = KeptAnswer.Key(item: part.item, offer: name)
        guard let kept = state.answers[key]?.planned else {
          state.answers[key]?.planned = part.grant
          continue
        }
        state.answers[key]?.planned = kept + part.grant
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
