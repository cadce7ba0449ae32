import ParapetCatalogue
import ParapetMatching
import ParapetModel

// Cities for which nothing changed, of which there are thousands on most nights: their answers are not brought back.
extension NightCities {
  /// Keeps those of some cities whose answers are those of the night before, and says which they are.
  func keepQuiet(
    _ some: [Entry], _ former: FormerNights, stale: [String: String], feeds: [String]
  ) throws -> Set<String> {
    let offering = try offer()
    let candidates = try some.compactMap { entry in
      try entry.portfolio.flatMap { portfolio in
        try former.quiet(entry).map { (entry: entry, portfolio: portfolio, known: $0) }
      }
    }
    let areNothing = Parallel.map(candidates) { offering.isNothing($0.known.changed, for: $0.portfolio) }
    var quiet: Set<String> = []
    for (candidate, isNothing) in zip(candidates, areNothing) where isNothing {
      var city = candidate.known.city
      city.stale = stale
      city.feeds = feeds
      let entry = candidate.entry
      try run.catalogue.keep(city, withAnswersOf: entry.id, in: entry.folder, on: night)
      run.note(night, .match, .done, city: entry.id)
      quiet.insert(entry.id)
    }
    return quiet
  }

  /// What a comparison of a city comes to where it can be told without its answers: nothing that changed, is near or is
  /// to be sent, or a beginning. Nothing where it cannot.
  func comparedAtOnce(_ entry: Entry) throws -> (found: ComparedCity, silent: [String])? {
    guard entry.failure == nil else { return nil }
    let people = run.order.mail == nil ? [] : run.order.people.filter { $0.cities.contains(entry.id) }
    let names = [""] + people.map(\.name)
    let marks = try names.map { try run.catalogue.told($0, of: entry.id, by: run.batch) }
    if marks.allSatisfy({ $0 == nil }) || run.question.isBaseline {
      let found = ComparedCity(state: "baseline", changes: [], since: nil, due: [])
      return (found: found, silent: people.map(\.name))
    }
    let deadlines = try run.catalogue.deadlines(of: entry.id, by: run.batch)
    for (place, mark) in marks.enumerated() {
      guard let mark, try isQuiet(entry, since: mark, deadlines) else { return nil }
      // A mail that says that nothing changed is a mail.
      if place > 0, people[place - 1].rhythm != .red, isLong(since: mark) { return nil }
    }
    let since = marks[0]?.night.asOf.description
    return (
      found: ComparedCity(state: "compared", changes: [], since: since, due: [], duties: []), silent: []
    )
  }

  private func isQuiet(_ entry: Entry, since mark: ToldMark, _ deadlines: [Day]) throws -> Bool {
    guard try run.catalogue.isUnchanged(entry.id, since: mark.night) else { return false }
    let changed = try records.names(since: mark.night) { night in
      let before = try run.documents(of: night)
      return before == nil || before == documents ? try run.catalogue.offersChanged(since: night) : nil
    }
    guard let changed, try !run.catalogue.answers(of: entry.id, by: run.batch, areAbout: changed),
      !deadlines.contains(where: { NightCities.isNear($0, on: night.asOf, since: mark.mailedOn) })
    else { return false }
    return NightCities.duties(of: entry.portfolio, on: night.asOf, since: mark.mailedOn).isEmpty
  }
}
