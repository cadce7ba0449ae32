import ParapetCatalogue
import ParapetMatching
import ParapetModel

// Cities for which little or nothing changed, of which there are thousands on most nights: what did not change is not brought
// back.
extension NightCities {
  /// Those of some cities all whose answers hold but those of some items, or of none, by their ids; a city that is planned
  /// for is among them only where all hold.
  func nearlyQuiet(
    _ some: [Entry], _ former: FormerNights, _ whole: WholeNight
  ) throws -> [String: AnsweredCity] {
    let offering = try offer()
    let candidates = try some.compactMap { entry in
      try entry.portfolio.flatMap { portfolio in
        try former.touched(entry).map { (entry: entry, portfolio: portfolio, known: $0) }
      }
    }
    let entered = Parallel.map(candidates) { candidate in
      // Of a city that is planned for and touched anyway, all is asked again.
      candidate.portfolio.isPlanned && !candidate.known.items.isEmpty
        ? [] : offering.items(of: candidate.portfolio, listing: candidate.known.entering)
    }
    var found: [String: AnsweredCity] = [:]
    typealias Touching = (
      portfolio: Portfolio, known: FormerNights.Touched, old: KeptState, city: AnsweredCity
    )
    var touched: [Touching] = []
    for (candidate, entered) in zip(candidates, entered) {
      var city = AnsweredCity(candidate.entry.id, in: candidate.entry.folder, candidate.known.city, nil)
      city.kept.stale = whole.stale
      city.kept.feeds = whole.feeds
      let items = candidate.known.items.union(entered)
      if items.isEmpty {
        found[city.city] = city
      } else if !candidate.portfolio.isPlanned,
        let old = try run.catalogue.answers(of: city.city, about: items, on: candidate.known.night)
      {
        var portfolio = candidate.portfolio
        portfolio.items.removeAll { !items.contains($0.id) }
        city.items = items
        touched.append((portfolio, candidate.known, old, city))
      }
    }
    let answers = Parallel.map(touched) { one in
      offering.answers(
        to: one.portfolio, after: one.old.answers, changed: one.known.names, one.known.changed)
    }
    for (one, answers) in zip(touched, answers) {
      found[one.city.city] = one.city
      found[one.city.city]?.answers = answers
    }
    return found
  }

  /// What a comparison of a city comes to where it can be told without its answers: nothing that changed, is near or is
  /// to be sent, or a beginning. Nothing where it cannot.
  func comparedAtOnce(
    _ entry: Entry
  ) throws -> (found: ComparedCity, finished: FinishedPart)? {
    guard entry.failure == nil else { return nil }
    let people = watchers[entry.id] ?? []
    let marks = try ([""] + people.map(\.name)).map {
      try run.catalogue.told($0, of: entry.id, by: run.batch)
    }
    let part = NightPart(.compare, entry.id)
    if marks.allSatisfy({ $0 == nil }) || run.question.isBaseline {
      let found = ComparedCity(state: "baseline", changes: [], since: nil, due: [])
      let body = try sums.bytes("") { try KeptBytes.encoded(found) }
      return (found: found, finished: FinishedPart(part, body: body, told: people.map(\.name)))
    }
    for (place, mark) in marks.enumerated() {
      guard let mark, try isQuiet(entry, since: mark) else { return nil }
      // A mail that says that nothing changed is a mail.
      if place > 0, people[place - 1].rhythm != .red, isLong(since: mark) { return nil }
    }
    let since = marks[0]?.night.asOf.description
    let found = ComparedCity(state: "compared", changes: [], since: since, due: [], duties: [])
    let body = try sums.bytes(since ?? "-") { try KeptBytes.encoded(found) }
    return (found: found, finished: FinishedPart(part, body: body))
  }

  private func isQuiet(_ entry: Entry, since mark: ToldMark) throws -> Bool {
    guard let listed = try changes(since: mark.night),
      !(try run.catalogue.isChanged(entry.id, since: mark.night))
    else { return false }
    let standing = try run.catalogue.standing(of: entry.id, by: run.batch, about: listed)
    guard standing.about.isEmpty, !isNear(standing, since: mark) else { return false }
    return NightCities.duties(of: entry.portfolio, on: night.asOf, since: mark.mailedOn).isEmpty
  }

  private func isNear(_ standing: CityStanding, since mark: ToldMark) -> Bool {
    standing.deadlines.contains { NightCities.isNear($0, on: night.asOf, since: mark.mailedOn) }
  }

  /// The opportunities that are kept otherwise since a night; nothing where they do not tell all that changed.
  private func changes(since before: StoredNight) throws -> ListedOffers? {
    try sums.since(before) {
      let documents = try run.documents(of: before)
      guard documents == nil || documents == self.documents else { return nil }
      return try run.catalogue.listed(try run.catalogue.offersChanged(since: before))
    }
  }

  /// The states of a city by the lists of those items alone of which it may be told something; nothing where more than lists
  /// may be told, or has to be looked at.
  func changedLists(of entry: Entry, since mark: ToldMark) throws -> (old: KeptState, new: KeptState)? {
    guard entry.failure == nil, let listed = try changes(since: mark.night) else { return nil }
    let standing = try run.catalogue.standing(of: entry.id, by: run.batch, about: listed)
    guard !isNear(standing, since: mark),
      let (old, new) = try run.catalogue.states(
        of: entry.id, from: mark.night, to: night, about: Set(standing.about), remembering: memory),
      old.city.failure == nil, old.city.planGrant == new.city.planGrant,
      old.city.planned == new.city.planned
    else { return nil }
    return (old: old, new: new)
  }
}

extension Portfolio {
  /// Whether a plan is made for the city: whether it says what it can do.
  var isPlanned: Bool { city.applications != nil || !city.ownContribution.isEmpty }
}
