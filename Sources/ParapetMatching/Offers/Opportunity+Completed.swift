public import ParapetModel

extension Opportunity {
  /// Our own record of a call, completed by a feed's record of the same: a curated fact is never overwritten,
  /// and each that the feed states otherwise is reported.
  func completed(by feed: Opportunity) -> (Opportunity, [Offer.Difference]) {
    var result = self
    var differences: [Offer.Difference] = []
    func choose<Value: Equatable>(_ field: String, _ own: Value?, _ other: Value?) -> Value? {
      if let own, let other, own != other {
        differences.append(Offer.Difference(field: field, curated: "\(own)", feed: "\(other)"))
      }
      return own ?? other
    }
    result.reference = feed.reference ?? reference
    if let stated = feed.requirements, stated != requirements {
      result.requirements = requirements.map { .all([$0, stated]) } ?? stated
    }
    result.presence = feed.presence
    result.openingDate = choose("openingDate", openingDate, feed.openingDate)
    let days = choose(
      "deadline", deadlines.isEmpty ? nil : deadlines.map { $0.day.description }.joined(separator: " "),
      feed.deadlines.isEmpty ? nil : feed.deadlines.map { $0.day.description }.joined(separator: " "))
    if deadlines.isEmpty, days != nil { result.deadlines = feed.deadlines }
    let minimum = choose(
      "minAwardAmount", funding.minimumGrant?.value.decimal, feed.funding.minimumGrant?.value.decimal)
    if funding.minimumGrant == nil, minimum != nil { result.funding.minimumGrant = feed.funding.minimumGrant }
    let maximum = choose(
      "maxAwardAmount", funding.maximumGrant?.value.decimal, feed.funding.maximumGrant?.value.decimal)
    if funding.maximumGrant == nil, maximum != nil { result.funding.maximumGrant = feed.funding.maximumGrant }
    if funding.available.isEmpty { result.funding.available = feed.funding.available }
    result.funding.expectedGrants = funding.expectedGrants ?? feed.funding.expectedGrants
    result.deadlineModel = deadlineModel ?? feed.deadlineModel
    result.programme = programme ?? feed.programme
    result.statedStatus = statedStatus ?? feed.statedStatus
    result.statedStatusCode = statedStatusCode ?? feed.statedStatusCode
    result.landingPage = landingPage ?? feed.landingPage
    result.descriptions += feed.descriptions
    result.keywords += feed.keywords
    if typesOfAction.isEmpty { result.typesOfAction = feed.typesOfAction }
    result.partOf += feed.partOf.filter { other in !partOf.contains { $0.ref == other.ref } }
    result.notStated = notStated.intersection(feed.notStated)
    return (result, differences)
  }
}

extension Offer {
  /// The other days that sources state for the same round as a deadline, the first first.
  public func otherDays(beside deadline: Day) -> [Day] {
    Set(differences.flatMap(\.deadlines)).filter {
      $0 != deadline && abs($0.days(until: deadline)) <= Offer.longestRound
    }.sorted()
  }

  /// Days further apart than this are of two rounds.
  private static let longestRound = 60
}

extension Offer.Difference {
  /// The days that either source states as a deadline.
  fileprivate var deadlines: [Day] {
    guard field == "deadline" else { return [] }
    return (feed + " " + curated).split(separator: " ").compactMap { Day(String($0.prefix(10))) }
  }

  /// What two feeds state differently.
  init(_ disagreement: Disagreement) {
    func name(_ origin: Opportunity.Origin) -> String? {
      if case .feed(let dialect) = origin { dialect } else { nil }
    }
    self.init(
      field: disagreement.field.rawValue, curatedSource: name(disagreement.source),
      curated: disagreement.value.description, feedSource: name(disagreement.otherSource),
      feed: disagreement.otherValue.description)
  }
}
