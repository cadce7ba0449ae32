import ParapetCatalogue
import ParapetMatching
import ParapetModel

// Cities for which nothing changed, of which there are thousands on most nights: their answers are not brought back.
extension NightCities {
  /// Those of some cities whose answers are those of the night before, by their ids.
  func quiet(
    _ some: [Entry], _ former: FormerNights, _ whole: WholeNight
  ) throws -> [String: AnsweredCity] {
    let offering = try offer()
    let candidates = try some.compactMap { entry in
      try entry.portfolio.flatMap { portfolio in
        try former.quiet(entry).map { (entry: entry, portfolio: portfolio, known: $0) }
      }
    }
    let areNothing = Parallel.map(candidates) { offering.isNothing($0.known.changed, for: $0.portfolio) }
    var quiet: [String: AnsweredCity] = [:]
    for (candidate, isNothing) in zip(candidates, areNothing) where isNothing {
      var city = AnsweredCity(candidate.entry.id, in: candidate.entry.folder, candidate.known.city, nil)
      city.kept.stale = whole.stale
      city.kept.feeds = whole.feeds
      quiet[city.city] = city
    }
    return quiet
  }

  /// What a comparison of a city comes to where it can be told without its answers: nothing that changed, is near or is
  /// to be sent, or a beginning. Nothing where it cannot.
  func comparedAtOnce(
    _ entry: Entry, _ marks: [ToldMark.Reader: ToldMark]
  ) throws -> (found: ComparedCity, finished: FinishedPart)? {
    guard entry.failure == nil else { return nil }
    let people = run.order.mail == nil ? [] : run.order.people.filter { $0.cities.contains(entry.id) }
    let names = [""] + people.map(\.name)
    let marks = names.map { marks[ToldMark.Reader(person: $0, city: entry.id)] }
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
    let changed = try sums.since(mark.night) {
      let before = try run.documents(of: mark.night)
      let names =
        before == nil || before == documents ? try run.catalogue.offersChanged(since: mark.night) : nil
      return NightSums.Since(
        cities: try run.catalogue.citiesChanged(since: mark.night),
        standings: try names.map { try run.catalogue.standings(of: run.batch, about: $0) })
    }
    guard !changed.cities.contains(entry.id), let standings = changed.standings else { return false }
    let standing = standings[entry.id] ?? CityStanding()
    guard !standing.isAbout,
      !standing.deadlines.contains(where: { NightCities.isNear($0, on: night.asOf, since: mark.mailedOn) })
    else { return false }
    return NightCities.duties(of: entry.portfolio, on: night.asOf, since: mark.mailedOn).isEmpty
  }
}
