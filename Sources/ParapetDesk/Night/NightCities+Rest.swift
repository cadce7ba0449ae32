import ParapetCatalogue
import ParapetMatching
import ParapetModel

// Which cities the next night may pass over, and until when.
extension NightCities {
  /// Looks after all at the resting cities whose lists have something that changed since the night before, or may have it now.
  mutating func wake() throws {
    guard let last = rest.last, entries.contains(where: \.isAtRest) else { return }
    let memory = try offer().memory
    let former = try run.catalogue.done(NightPart(.match, ""), of: last).flatMap { NightMemory($0) }
    let listing = try former.map { former in
      try run.catalogue.resting(
        of: run.batch, listing: try run.catalogue.listed(memory.changed(since: former)))
    }
    let isOpen = former.map { !memory.entering(since: $0).isEmpty } ?? true
    for place in entries.indices
    where entries[place].isAtRest && (isOpen || listing?.contains(entries[place].id) ?? true) {
      entries[place] = try read(run.order.cities[place])
    }
    let resting = entries.filter(\.isAtRest)
    run.tell(.findings(resting.flatMap(\.remarks)))
    run.note(night, resting: resting.count)
  }

  /// Says that the night is over, and which cities rest after it.
  func end(_ compared: [Compared], _ mails: [StoredMail]) throws {
    guard CitiesAtRest.isPossible(run.order) else { return try run.catalogue.end(night) }
    var end = NightEnd(premises: rest.premises)
    let mailed = Set(mails.map(\.city))
    let lookedAt = compared.filter { !$0.entry.isAtRest }
    end.lookedAt = lookedAt.count < compared.count ? lookedAt.map(\.entry.folder) : nil
    for city in lookedAt {
      guard !mailed.contains(city.id), city.found.isSilent, let wakes = try wakes(city.entry) else {
        continue
      }
      end.resting.append(
        RestingCity(
          city.id, in: city.entry.folder, look: city.entry.files.look, wakes: wakes,
          remarks: try KeptFinding.bytes(of: city.entry.remarks)))
    }
    end.looks = rest.looks
    try run.catalogue.end(night, end)
  }

  /// The first day after this one on which there may be something to say of a city that stays as it is; nothing where that
  /// cannot be told, since something in its files could not be read, or its currency has a rate that moves from day to day.
  private func wakes(_ entry: Entry) throws -> Day? {
    guard let portfolio = entry.portfolio, portfolio.unread.isEmpty,
      !entry.remarks.contains(where: { $0.severity == .error }), portfolio.city.currency == .euro,
      portfolio.agreed.isEmpty
    else { return nil }
    let standing = try run.catalogue.standing(of: entry.id, by: run.batch)
    var days = standing.deadlines.flatMap { NightCities.reminders(of: $0) }
    days += portfolio.items.compactMap { $0.end?.adding(days: 1) }
    days += NightCities.daysOfDuties(of: portfolio.city, on: night.asOf)
    for person in watchers[entry.id] ?? [] {
      guard let mark = try run.catalogue.told(person.name, of: entry.id, by: run.batch) else { return nil }
      if person.rhythm != .red { days.append(NightCities.endOfSilence(since: mark)) }
    }
    return days.filter { $0 > night.asOf }.min() ?? Day(number: .max)
  }
}

extension ComparedCity {
  /// Whether there is nothing to say, not even as a count.
  var isSilent: Bool { state != "failed" && changes.isEmpty && due.isEmpty && duties?.isEmpty ?? true }
}
