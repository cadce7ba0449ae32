import ParapetCatalogue
import ParapetMatching
import ParapetModel
import ParapetReporting

extension NightCities {
  /// A city with what changed for it.
  struct Compared {
    var id: String
    var entry: Entry
    var found: ComparedCity
  }

  /// Compares each city with what it was last told, and makes the mails of those who are told of it.
  func compare() throws -> [Compared] {
    let done = try run.catalogue.subjects(of: .compare, doneIn: night)
    var compared: [Compared] = []
    compared.reserveCapacity(entries.count)
    var queue = entries[...]
    while !queue.isEmpty {
      let some = queue.prefix(NightCities.citiesAtOnce)
      queue = queue.dropFirst(some.count)
      var finished: [FinishedPart] = []
      for entry in some {
        guard !entry.isAtRest else {
          let found = ComparedCity(state: "compared", changes: [], since: nil, due: [])
          compared.append(Compared(id: entry.id, entry: entry, found: found))
          continue
        }
        let part = NightPart(.compare, entry.id)
        if done.contains(entry.id), let kept = try run.catalogue.done(part, of: night) {
          run.note(night, .compare, .kept, city: entry.id)
          compared.append(
            Compared(id: entry.id, entry: entry, found: try KeptBytes.decoded(ComparedCity.self, kept)))
          continue
        }
        run.note(night, .compare, .begun, city: entry.id)
        let (found, ended) = try comparedAtOnce(entry) ?? comparedByAnswers(entry)
        finished.append(ended)
        compared.append(Compared(id: entry.id, entry: entry, found: found))
      }
      try run.catalogue.finish(finished, of: night)
      for part in finished { run.note(night, .compare, .done, city: part.part.subject) }
    }
    return compared
  }

  /// A city compared by its answers, with the mails about it.
  private func comparedByAnswers(_ entry: Entry) throws -> (found: ComparedCity, finished: FinishedPart) {
    let tonight = Tonight { try run.catalogue.state(of: entry.id, on: night, remembering: memory) }
    let found = try comparison(of: entry, tonight, for: "")
    var part = FinishedPart(NightPart(.compare, entry.id), body: try KeptBytes.encoded(found))
    for person in watchers[entry.id] ?? [] {
      if let mail = try mail(to: person, of: entry, tonight) {
        part.mails.append(mail)
      } else if try run.question.isBaseline
        || run.catalogue.told(person.name, of: entry.id, by: run.batch) == nil
      {
        part.told.append(person.name)
      }
    }
    return (found: found, finished: part)
  }

  /// Tonight's state of a city, brought back when it is first asked for.
  private final class Tonight {
    private let find: () throws -> KeptState?
    private var known: KeptState?

    init(_ find: @escaping () throws -> KeptState?) { self.find = find }

    func state() throws -> KeptState {
      if let known { return known }
      guard let found = try find() else { throw Failure(.fault, .fault("a city was matched and not kept")) }
      known = found
      return found
    }
  }

  /// What changed for a city since somebody was told of it, or since its own pages were written.
  private func comparison(
    of entry: Entry, _ tonight: Tonight, for person: String
  ) throws -> ComparedCity {
    let beginning = ComparedCity(
      state: entry.failure == nil ? "baseline" : "failed", changes: [], since: nil, due: [])
    guard !run.question.isBaseline, let told = try run.catalogue.told(person, of: entry.id, by: run.batch)
    else { return beginning }
    let changes: [CityChange]
    var due: [ComparedCity.KeptDue] = []
    if let (old, state) = try changedLists(of: entry, since: told) {
      changes = try self.changes(of: entry, from: old, to: state, since: told)
    } else {
      let state = try tonight.state()
      guard let old = try run.catalogue.state(of: entry.id, on: told.night, remembering: memory) else {
        return beginning
      }
      var all = try self.changes(of: entry, from: old, to: state, since: told)
      if entry.failure == nil, let before = try run.documents(of: told.night) {
        all += documents.changes(since: before, for: state)
        all.sort(by: CityChange.precedes)
      }
      changes = all
      due = NightCities.due(in: state, since: told.mailedOn)
    }
    return ComparedCity(
      state: entry.failure == nil ? "compared" : "failed",
      changes: changes.filter { $0.severity == .red || !NightCities.isHidden($0, entry.portfolio) },
      since: told.night.asOf.description, due: due,
      duties: NightCities.duties(of: entry.portfolio, on: night.asOf, since: told.mailedOn))
  }

  private func changes(
    of entry: Entry, from old: KeptState, to state: KeptState, since told: ToldMark
  ) throws -> [CityChange] {
    var others: [String: KeptOffer] = [:]
    var dropped: [KeptAnswer.Key: KeptAnswer] = [:]
    let lost = Set(old.answers.keys).subtracting(state.answers.keys)
    if !lost.isEmpty, let portfolio = entry.portfolio {
      let offering = try offer()
      for key in lost { others[key.offer] = try offering.offer(key.offer) }
      dropped = try offering.answers(to: lost, of: portfolio)
    }
    return CityComparison.changes(
      from: old, to: state, others: others, dropped: dropped,
      remembering: &records.since[told.night.id, default: RecordComparisons()])
  }

  /// Whether the city has dismissed what a change is about; what is red is told all the same.
  private static func isHidden(_ change: CityChange, _ portfolio: Portfolio?) -> Bool {
    guard let item = change.item, let opportunity = change.opportunity else { return false }
    return portfolio?.hidden.contains { pair in
      (pair.item == nil || pair.item == item)
        && [opportunity.lowercased(), change.reference?.lowercased()].contains(pair.opportunity.lowercased())
    } ?? false
  }

  /// The deadlines of what is planned, or stands first without a plan, that came near since a day: each distance is told
  /// once, however many nights were missed, and again where the deadline moved away and comes back.
  private static func due(in state: KeptState, since: Day) -> [ComparedCity.KeptDue] {
    var found: [String: ComparedCity.KeptDue] = [:]
    let hasPlan = state.answers.values.contains { $0.planned != nil }
    for answer in state.answers.values.sorted(by: { $0.key < $1.key }) {
      guard hasPlan ? answer.planned != nil : answer.rank == 1 && answer.standing != "doubtful",
        let deadline = answer.deadline?.day
      else { continue }
      guard isNear(deadline, on: state.asOf, since: since) else { continue }
      let now = state.asOf.days(until: deadline)
      found[answer.key.offer, default: ComparedCity.KeptDue(offer: answer.key.offer, items: [], days: now)]
        .items.append(answer.key.item)
    }
    return found.values.sorted { ($0.days, $0.offer) < ($1.days, $1.offer) }
  }

  /// The mail to a person about a city; nothing where there is none to be sent tonight.
  private func mail(
    to person: BatchOrder.Person, of entry: Entry, _ tonight: Tonight
  ) throws -> StoredMail? {
    guard !run.question.isBaseline,
      let told = try run.catalogue.told(person.name, of: entry.id, by: run.batch)
    else { return nil }
    let found = try comparison(of: entry, tonight, for: person.name)
    var digest = try digest(of: entry, found, found.due.isEmpty ? nil : try tonight.state())
    digest.reader = Digest.Reader(person, file: run.order.file)
    let isLong = isLong(since: told)
    let isTime =
      switch person.rhythm {
      case .daily: !digest.isEmpty || isLong
      case .weekly: isLong
      case .red: digest.isRed
      }
    guard isTime else { return nil }
    let wording = inquiry.wording(person.language)
    let message = MailMessage(
      DigestReport(digest, words: wording.words, edition: wording.edition), to: person, night: night.name,
      from: run.order.sender)
    return StoredMail(to: person.name, about: entry.id, message: message.identifier, bytes: message.bytes)
  }

  /// A digest of what was found.
  ///
  /// - Parameter state: what the city was answered, where something of it is near.
  func digest(of entry: Entry, _ found: ComparedCity, _ state: KeptState?) throws -> Digest {
    var digest = Digest(
      city: entry.id, names: entry.portfolio?.city.names ?? [], folder: entry.shown)
    digest.items = Dictionary(
      (entry.portfolio?.items ?? []).map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    digest.changes = found.changes
    digest.since = found.since.flatMap { Day($0) }
    digest.isBaseline = found.state == "baseline"
    if digest.isBaseline {
      digest.watched = try run.catalogue.standing(of: entry.id, by: run.batch).watched
    }
    digest.hidden = entry.portfolio?.hidden.count ?? 0
    digest.duties = found.duties ?? []
    digest.due = found.due.compactMap { due in
      guard let state, let offer = state.offers[due.offer], let item = due.items.first,
        let deadline = state.answers[KeptAnswer.Key(item: item, offer: due.offer)]?.deadline
      else { return nil }
      return Digest.Due(
        items: due.items, opportunity: offer.opportunity, deadline: deadline, days: due.days)
    }
    return digest
  }
}
