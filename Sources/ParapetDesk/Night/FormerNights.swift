import ParapetCatalogue
import ParapetMatching
import ParapetModel

/// What the cities of a night were answered before, and what of it still holds.
final class FormerNights {
  /// What a city was answered on a former night.
  struct Answers: Sendable {
    /// The answers.
    var state: KeptState
    /// What is on offer of the names whose answers no longer hold.
    var changed: Shortlists
    /// Those names.
    var names: Set<String>
    /// Whether only answers about those names have to be given again.
    var holds: Bool
    /// Whether the former night rests on the same city files, data and rates.
    var isAlike: Bool

    /// Whether tonight's answers are the same, about the same opportunities.
    func isSame(_ now: [KeptAnswer.Key: KeptAnswer]) -> Bool {
      guard isAlike else { return false }
      let before = state.answers.mapValues { answer in
        var answer = answer
        answer.planned = nil
        return answer
      }
      return before == now && names.isDisjoint(with: before.keys.lazy.map(\.offer))
    }

    /// The plan of the former night: where nothing changed, none is made again.
    func plan(into city: inout KeptCity, _ answers: inout [KeptAnswer.Key: KeptAnswer]) {
      city.planGrant = state.city.planGrant
      city.planCurrency = state.city.planCurrency
      city.planned = state.city.planned
      for (key, answer) in state.answers { answers[key]?.planned = answer.planned }
    }
  }

  private let catalogue: Catalogue
  private let night: StoredNight
  private let offering: NightOffering
  private let judgesAnew: Bool
  /// What changed since each former night; most often there is one.
  private var since: [Int64: Known?] = [:]
  /// The night before.
  private let last: StoredNight?

  /// What is known of a former night.
  private struct Known {
    var memory: NightMemory
    var names: Set<String>
    var changed: Shortlists
    /// What is on offer of the names that may have come into lists; nothing where none may.
    var entering: Shortlists?
    /// The names as answers have them.
    var listed: ListedOffers
  }

  init(
    _ catalogue: Catalogue, _ night: StoredNight, after last: StoredNight?, _ offering: NightOffering,
    judgesAnew: Bool
  ) {
    self.catalogue = catalogue
    self.night = night
    self.last = last
    self.offering = offering
    self.judgesAnew = judgesAnew
  }

  /// What a city was answered on the last night that matched it; nothing where none did, or where it cannot be told
  /// what has changed since.
  func answers(to entry: NightCities.Entry) throws -> Answers? {
    guard let portfolio = entry.portfolio, let former = try night(before: entry),
      let state = try catalogue.state(of: entry.id, on: former, remembering: nil),
      state.city.failure == nil, state.city.files == entry.files.digests,
      let known = try changes(since: former)
    else { return nil }
    let isAlike = isAlike(known.memory, for: portfolio, since: former)
    return Answers(
      state: state, changed: known.changed, names: known.names, holds: isAlike && !judgesAnew,
      isAlike: isAlike)
  }

  /// What a city was known as on the last night that matched it, and where what changed since touches it: where all its
  /// other answers hold.
  func touched(_ entry: NightCities.Entry) throws -> Touched? {
    guard !judgesAnew, let portfolio = entry.portfolio, let former = try night(before: entry),
      let city = try catalogue.city(entry.id, on: former), city.failure == nil,
      city.files == entry.files.digests, let known = try changes(since: former),
      isAlike(known.memory, for: portfolio, since: former)
    else { return nil }
    let items =
      known.names.isEmpty
      ? [] : try catalogue.standing(of: entry.id, by: night.batch, about: known.listed).about
    return Touched(
      night: former, city: city, items: Set(items), names: known.names, changed: known.changed,
      entering: known.entering)
  }

  /// Where what changed since a former night touches a city.
  struct Touched: Sendable {
    /// The former night.
    var night: StoredNight
    /// What the city was known as.
    var city: KeptCity
    /// The items with an answer about something that changed.
    var items: Set<String>
    /// The names of what changed.
    var names: Set<String>
    /// What is on offer of these.
    var changed: Shortlists
    /// What may have come into lists; nothing where nothing may.
    var entering: Shortlists?
  }

  /// The last night before this one that matched a city: nearly always that of all others.
  private func night(before entry: NightCities.Entry) throws -> StoredNight? {
    guard let last else { return nil }
    if try catalogue.done(NightPart(.match, entry.id), of: last) != nil { return last }
    return try catalogue.nightMatching(entry.id, before: night)
  }

  private func isAlike(_ memory: NightMemory, for portfolio: Portfolio, since former: StoredNight) -> Bool {
    // Whether an item is over by the day is asked of the day itself.
    let hasEnded = portfolio.items.contains { item in
      item.end.map { former.asOf <= $0 && $0 < night.asOf } ?? false
    }
    return offering.memory.isAlike(memory, for: portfolio.city) && !hasEnded
  }

  private func changes(since former: StoredNight) throws -> Known? {
    if let known = since[former.id] { return known }
    let bytes = try catalogue.done(NightPart(.match, ""), of: former)
    let found = try bytes.flatMap { NightMemory($0) }.map { memory in
      let names = offering.memory.changed(since: memory)
      let entering = offering.memory.entering(since: memory)
      return Known(
        memory: memory, names: names, changed: offering.changed(names),
        entering: entering.isEmpty ? nil : offering.changed(entering),
        listed: try catalogue.listed(names))
    }
    since[former.id] = .some(found)
    return found
  }
}
