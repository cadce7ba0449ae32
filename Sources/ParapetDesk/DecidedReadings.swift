import ParapetCatalogue
import ParapetModel

extension Inquiry {
  /// What documents say of topics, by the topic in small letters; of several the last that was read counts.
  func decidedReadings() throws -> [String: DecidedReading] {
    guard let catalogue = try desk.catalogueIfThere() else { return [:] }
    let documents = try catalogue.documents(knownOn: moment.knownOn)
    guard !documents.isEmpty else { return [:] }
    let decisions = try catalogue.decisions(knownOn: moment.knownOn)
    var readings: [String: DecidedReading] = [:]
    for stored in documents {
      for reading in stored.document.topics {
        let name = reading.topic.lowercased()
        var decided = DecidedReading(
          document: stored.document, reading: reading, readOn: stored.readOn,
          decisions: decisions[name] ?? [:])
        if let before = readings[name] {
          decided.changedOn = before.reading.key == reading.key ? before.changedOn : stored.readOn
        }
        readings[name] = decided
      }
    }
    return readings
  }

  /// The catalogue's opportunities with what their documents say, and the topics that documents alone state.
  func completed(_ stored: [StoredOpportunity], notClosedOn day: Day?) throws -> [StoredOpportunity] {
    var rest = try decidedReadings()
    guard !rest.isEmpty else { return stored }
    var completed = stored.map { stored in
      guard !stored.opportunity.isCascade,
        let decided = rest.removeValue(forKey: stored.opportunity.identifier.lowercased())
      else { return stored }
      var stored = stored
      stored.opportunity = stored.opportunity.completed(by: decided)
      return stored
    }
    // What a feed has and is closed is no topic that a document alone states.
    let known = try desk.catalogueIfThere()?.known(Array(rest.values.map(\.reading.topic))) ?? []
    for (name, decided) in rest.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
      let opportunity = Opportunity(decided)
      if let day, opportunity.status(on: day) == .closed { continue }
      completed.append(
        StoredOpportunity(
          opportunity: opportunity,
          version: RecordVersion(
            key: Opportunity.documentDialect + "|" + decided.reading.topic,
            dialect: Opportunity.documentDialect,
            hash: decided.document.hash, source: decided.document.name, readOn: decided.readOn)))
    }
    return completed
  }
}
