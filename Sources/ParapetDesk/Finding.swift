import ParapetCatalogue
import ParapetFeeds
import ParapetMatching
import ParapetModel

/// An opportunity that was found by a name, and the versions that the catalogue keeps of it.
struct FoundOffer {
  var offer: Offer
  var versions: [RecordVersion] = []
}

extension Inquiry {
  /// An opportunity by its identifier or reference: of the catalogue, of our own calls or of our instruments.
  func find(_ name: String) throws -> FoundOffer {
    let catalogue = try catalogueIfThere()
    let stored = try catalogue.map { try records(of: name, in: $0) } ?? []
    if stored.count > 1 {
      let references = stored.compactMap { $0.first?.opportunity.reference }.sorted().joined(separator: ", ")
      throw Failure(
        .misuse,
        Message(
          en: "\(stored.count) records are called '\(name)'; name one by its reference: \(references)",
          fr:
            "\(stored.count) notices s’appellent « \(name) » ; nommez-en une par sa référence : \(references)"
        ))
    }
    if let records = stored.first, let catalogue,
      let opportunity = Merging.merged(records.map(\.opportunity))
    {
      let versions = try records.flatMap { try catalogue.versions(of: $0.version.key).reversed() }
        .map(\.version).filter { version in moment.knownOn.map { version.readOn <= $0 } ?? true }
      let decided = opportunity.isCascade ? nil : try decidedReadings()[opportunity.identifier.lowercased()]
      let offer = desk.book.offer(decided.map { opportunity.completed(by: $0) } ?? opportunity)
      return FoundOffer(offer: offer, versions: versions)
    }
    if let decided = try decidedReadings()[name.lowercased()] {
      return FoundOffer(offer: desk.book.offer(Opportunity(decided)))
    }
    do throws(Failure) {
      return FoundOffer(offer: desk.book.offer(try own(name)))
    } catch {
      // A topic of years ago may be known by those alone who won under it.
      guard error.kind == .notThere, let topic = try fundedTopic(name, catalogue) else { throw error }
      return FoundOffer(offer: desk.book.offer(topic))
    }
  }

  /// A topic of which nothing is known but the projects that were funded under it.
  private func fundedTopic(_ name: String, _ catalogue: Catalogue?) throws -> Opportunity? {
    let projects = try catalogue?.precedents(under: [name], knownOn: moment.knownOn) ?? []
    let wanted = name.lowercased()
    let identifier = projects.lazy.flatMap(\.topics).first { $0.lowercased() == wanted }
    return identifier.map {
      Opportunity(level: .topic, identifier: $0, origin: .feed(Dialect.cordis.rawValue))
    }
  }

  /// The records that go by a name, those of one topic together, the richest source first.
  private func records(of name: String, in catalogue: Catalogue) throws -> [[StoredOpportunity]] {
    let named = try passingOver { try catalogue.find(name, knownOn: moment.knownOn, damaged: $0) }
    var all = named
    // A reference names the record of one source; the others have the topic under its identifier.
    for identifier in Set(named.map(\.opportunity.identifier)).sorted() {
      let known = Set(all.map(\.version.key))
      all += try catalogue.find(identifier, knownOn: moment.knownOn, damaged: { _ in }).filter {
        !known.contains($0.version.key)
      }
    }
    let keys = Set(named.map(\.version.key))
    return Merging.groups(of: all.map(\.opportunity)).map { $0.map { all[$0] } }
      .filter { $0.contains { keys.contains($0.version.key) } }
  }

  /// One of our own calls or instruments by its identifier, else by another name that it alone has.
  private func own(_ name: String) throws(Failure) -> Opportunity {
    let wanted = name.lowercased()
    let opportunities = desk.data.opportunities
    if let own = opportunities.first(where: { $0.identifier.lowercased() == wanted }) { return own }
    let alike = opportunities.filter { opportunity in
      opportunity.otherIdentifiers.contains { $0.value.lowercased() == wanted }
    }
    if alike.count == 1 { return alike[0] }
    if !alike.isEmpty {
      let names = alike.map(\.identifier).joined(separator: ", ")
      throw Failure(
        .misuse,
        Message(
          en: "\(alike.count) opportunities are called '\(name)'; name one: \(names)",
          fr: "\(alike.count) opportunités s’appellent « \(name) » ; nommez-en une : \(names)"))
    }
    let known = opportunities.flatMap { [$0.identifier] + $0.otherIdentifiers.map(\.value) }
    throw Failure(
      .notThere,
      Message(en: "no opportunity is called '\(name)'", fr: "aucune opportunité ne s’appelle « \(name) »")
        .followed(
          by: Diagnostic.nearest(to: name, among: known).map { .didYouMean($0) }))
  }
}
