import ParapetSearching
import ParapetCatalogue
import ParapetMatching
public import ParapetModel

/// What happened in the catalogue.
public struct CatalogueChanges: Sendable {
  /// The changes, most urgent first.
  public var changes: [RecordChange]
  /// The first day of reading that counted, or nothing for all.
  public var since: Day?
  /// How opportunities are told apart that share an identifier.
  public var namesakes: [Opportunity]
  /// The cities that the changes concern, or none where all changes are told.
  public var cities: [Portfolio] = []
  /// What the cities' items are answered otherwise than on the night of that day, or on the last night; none where no
  /// night kept what they were answered.
  public var answers: [CityChange] = []
}

extension Inquiry {
  /// What changed in the catalogue, most urgent first.
  ///
  /// - Parameters:
  ///   - since: the first day of reading that counts; nothing for all.
  ///   - cities: where there are some, only what stands in the list of an item of theirs, or stood there before the
  ///     change.
  /// - Throws: `Failure`, `unreachable` where there is no catalogue.
  public func changes(since: Day? = nil, concerning cities: [Portfolio] = []) throws(Failure)
    -> CatalogueChanges
  {
    try Failure.on {
      let catalogue = try desk.catalogue()
      guard !cities.isEmpty else { return try allChanges(in: catalogue, since: since) }
      let stored = try passingOver { try catalogue.opportunities(knownOn: moment.knownOn, damaged: $0) }
      let changes = concerning(
        cities, try catalogue.changes(since: since, knownOn: moment.knownOn, damaged: { _ in }),
        among: stored,
        try lexicon())
      return CatalogueChanges(
        changes: changes.map(\.change), since: since,
        namesakes: StoredOpportunity.merged(stored).map(\.opportunity), cities: cities,
        answers: try answerChanges(of: cities, since: since))
    }
  }

  /// Every change; no record is kept, since a catalogue may have hundred thousands.
  private func allChanges(in catalogue: Catalogue, since: Day?) throws -> CatalogueChanges {
    let changes = try passingOver {
      try catalogue.changes(since: since, knownOn: moment.knownOn, damaged: $0, keeping: \.change)
    }
    let namesakes = try catalogue.namesakes(knownOn: moment.knownOn, damaged: { _ in })
    return CatalogueChanges(
      changes: changes.sorted(by: RecordChange.precedes), since: since,
      namesakes: StoredOpportunity.merged(namesakes).map(\.opportunity))
  }

  /// What cities are answered otherwise than on a night that kept it.
  private func answerChanges(of cities: [Portfolio], since: Day?) throws -> [CityChange] {
    let catalogue = try desk.catalogue()
    let offering = try NightOffering(self, for: cities, readOn: day)
    return try cities.flatMap { city -> [CityChange] in
      let id = city.city.id
      guard let night = try catalogue.lastNight(keeping: id, until: since),
        let old = try catalogue.state(of: id, on: night, remembering: KeptOfferMemory())
      else { return [] }
      var new = try offering.state(of: city)
      // Plans and files are compared by nights alone.
      new.city = old.city
      new.city.failure = nil
      for (key, answer) in new.answers {
        new.answers[key]?.planned = old.answers[key]?.planned ?? answer.planned
      }
      let lost = Set(old.answers.keys).subtracting(new.answers.keys)
      let others = Dictionary(
        try lost.compactMap { key in try offering.offer(key.offer).map { (key.offer, $0) } },
        uniquingKeysWith: { first, _ in first })
      return CityComparison.changes(
        from: old, to: new, others: others, dropped: try offering.answers(to: lost, of: city))
    }
  }

  /// The changes of what an item's list shows today, or would show had nothing changed.
  private func concerning(
    _ cities: [Portfolio], _ changes: [StoredChange], among stored: [StoredOpportunity], _ lexicon: Lexicon
  ) -> [StoredChange] {
    let after = listed(cities, among: stored, lexicon)
    // Of several changes of one record the earliest has the record as it was before them all.
    var former: [String: Opportunity] = [:]
    for change in changes.sorted(by: { $0.change.readOn > $1.change.readOn }) {
      if let before = change.before { former[change.key] = before }
    }
    let unchanged = stored.map { record in
      StoredOpportunity(
        opportunity: former[record.version.key] ?? record.opportunity, version: record.version)
    }
    let names = after.union(listed(cities, among: unchanged, lexicon))
    return changes.filter { change in
      [change.before, change.after].contains { $0.map { names.contains($0.name) } ?? false }
    }
  }

  /// What stands in the list of any item of the cities.
  private func listed(
    _ cities: [Portfolio], among stored: [StoredOpportunity], _ lexicon: Lexicon
  ) -> Set<Opportunity.Name> {
    let prepared = Shortlists(
      among: offers(StoredOpportunity.merged(stored)), lexicon: lexicon, on: day, knownOn: moment.knownOn,
      pricing: pricing(Exchange()))
    return cities.reduce(into: []) { names, city in
      for item in prepared.of(city).items { names.formUnion(item.matches.map(\.offer.opportunity.name)) }
    }
  }
}

extension Opportunity {
  /// What tells a topic from others in a list; projects that pass money on share the topic's identifier.
  fileprivate struct Name: Hashable {
    var identifier: String
    var reference: String?
  }

  fileprivate var name: Name {
    Name(identifier: identifier.lowercased(), reference: isCascade ? reference : nil)
  }
}
