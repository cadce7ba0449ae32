/// The records that several sources have of one topic, made into one opportunity.
///
/// The order of the sources is fixed: what was written for this program, then the portal's own file of the topic, its
/// search, its file of all, its news, lists of the Commission, all others. A field is taken from the first source that
/// states it, and where another states it otherwise that is told. Nothing is averaged and nothing is guessed.
public enum Merging {
  /// Which records are of one topic: places in the list given, the richest source first.
  ///
  /// The identifier tells, in any case of letters. A project that passes money on carries the identifier of the topic
  /// that pays it and stays apart. Where one source has two records of one identifier, which are two by its own
  /// reference, nobody can say which of them another source means, so that all stay apart.
  public static func groups(of opportunities: [Opportunity]) -> [[Int]] {
    var places: [String: [Int]] = [:]
    var order: [String] = []
    var groups: [(first: Int, places: [Int])] = []
    for (place, opportunity) in opportunities.enumerated() {
      guard !opportunity.level.isStanding, !opportunity.isCascade else {
        groups.append((place, [place]))
        continue
      }
      let name = opportunity.identifier.lowercased()
      if places[name] == nil { order.append(name) }
      places[name, default: []].append(place)
    }
    for name in order {
      guard let group = places[name], let first = group.first else { continue }
      if group.count == 1 {
        groups.append((first, group))
      } else if isOne(group.map { opportunities[$0] }) {
        groups.append((first, group.sorted { precedes((opportunities[$0], $0), (opportunities[$1], $1)) }))
      } else {
        groups += group.map { ($0, [$0]) }
      }
    }
    return groups.sorted { $0.first < $1.first }.map(\.places)
  }

  /// One opportunity from the records of a topic, the richest source first; nothing where there is none.
  public static func merged(_ records: [Opportunity]) -> Opportunity? {
    guard var merged = records.first else { return nil }
    for other in records.dropFirst() { merged.complete(from: other) }
    return merged
  }

  /// Whether no source has two records that it tells apart itself.
  private static func isOne(_ records: [Opportunity]) -> Bool {
    var references: [String: Set<String>] = [:]
    for record in records {
      guard case .feed(let dialect) = record.origin, let reference = record.reference else { continue }
      references[dialect, default: []].insert(reference)
    }
    return references.values.allSatisfy { $0.count <= 1 }
  }

  /// Richer sources first; of one source the record with a reference, then the one that came first.
  private static func precedes(_ left: (Opportunity, Int), _ right: (Opportunity, Int)) -> Bool {
    let (first, second) = (rank(left.0), rank(right.0))
    if first != second { return first < second }
    let (named, other) = (left.0.reference != nil, right.0.reference != nil)
    return named != other ? named : left.1 < right.1
  }

  private static func rank(_ opportunity: Opportunity) -> Int {
    guard case .feed(let dialect) = opportunity.origin else { return -1 }
    return Dialect(rawValue: dialect)?.rank ?? Int.max
  }
}

extension Opportunity {
  /// Whether it is a project that passes money on: it carries the identifier of the topic that pays it.
  public var isCascade: Bool { partOf.contains { $0.level == .topic } }

  /// Takes what is not stated from a thinner source, and notes where both state a fact and differ.
  fileprivate mutating func complete(from other: Opportunity) {
    let before = self
    func differ(_ field: FieldChange.Field, _ own: FieldChange.Value?, _ others: FieldChange.Value?) {
      guard let own, let others, own != others else { return }
      disagreements.append(
        Disagreement(
          field: field, source: before.origin, value: own, otherSource: other.origin, otherValue: others))
    }
    // The comparison of versions says what of two records is not the same.
    for change in other.changes(from: before, readOn: Day(number: .min))
    where Self.compared.contains(change.field) {
      differ(change.field, change.old, change.new)
    }
    reference = reference ?? other.reference
    let names = Set(otherIdentifiers)
    otherIdentifiers += other.otherIdentifiers.filter { !names.contains($0) }
    programme = programme ?? other.programme
    if divisions.isEmpty { divisions = other.divisions }
    partOf += other.partOf.filter { link in !partOf.contains { $0.level == link.level } }
    if titles.isEmpty { titles = other.titles }
    if descriptions.isEmpty { descriptions = other.descriptions }
    if legalBases.isEmpty { legalBases = other.legalBases }
    management = management ?? other.management
    period = period ?? other.period
    if applyAt.isEmpty { applyAt = other.applyAt }
    completeDates(from: other)
    completeMoney(from: other)
    if typesOfAction.isEmpty { typesOfAction = other.typesOfAction }
    requirements = requirements ?? other.requirements
    if conditions.isEmpty { conditions = other.conditions }
    cadence = cadence ?? other.cadence
    if keywords.isEmpty { keywords = other.keywords }
    let known = Set(documents.map(\.url))
    documents += other.documents.filter { !known.contains($0.url) }
    landingPage = landingPage ?? other.landingPage
    notStated.formIntersection(other.notStated)
    lastModified = [lastModified, other.lastModified].compactMap(\.self).max()
    presence = presence.together(with: other.presence)
  }

  private mutating func completeDates(from other: Opportunity) {
    if statedStatus == nil || statedStatus == .unknown, other.statedStatus != nil {
      statedStatus = other.statedStatus
      statedStatusCode = other.statedStatusCode
    }
    publicationDate = publicationDate ?? other.publicationDate
    openingDate = openingDate ?? other.openingDate
    // Deadlines and how they are meant are one statement.
    if deadlines.isEmpty, deadlineModel != .permanent {
      deadlines = other.deadlines
      deadlineModel = deadlineModel ?? other.deadlineModel
    } else if deadlines.map(\.day) == other.deadlines.map(\.day) {
      deadlineModel = deadlineModel ?? other.deadlineModel
    }
  }

  private mutating func completeMoney(from other: Opportunity) {
    if funding.available.isEmpty {
      funding.available = other.funding.available
      funding.currency = other.funding.currency
    }
    funding.minimumGrant = funding.minimumGrant ?? other.funding.minimumGrant
    funding.maximumGrant = funding.maximumGrant ?? other.funding.maximumGrant
    funding.expectedGrants = funding.expectedGrants ?? other.funding.expectedGrants
    if funding.rates.isEmpty { funding.rates = other.funding.rates }
    funding.lumpSums = funding.lumpSums ?? other.funding.lumpSums
    costRules = costRules.inheriting(other.costRules)
  }

  /// The facts on which it matters that sources differ; their words always do.
  private static let compared: Set<FieldChange.Field> = [
    .status, .openingDate, .deadlineModel, .deadline, .totalAmountAvailable, .minAwardAmount, .maxAwardAmount,
    .estimatedAwardCount, .fundingRate, .costRules, .requirements, .programme,
  ]
}

extension Presence {
  /// What two sources say together: what one still has is there.
  fileprivate func together(with other: Presence) -> Presence {
    switch (self, other) {
    case (.present, _), (_, .present): .present
    case (.missing(let first), .missing(let second)): .missing(since: max(first, second))
    case (.missing, .withdrawn): self
    case (.withdrawn, .missing): other
    case (.withdrawn(let first), .withdrawn(let second)): .withdrawn(on: max(first, second))
    }
  }
}
