/// What two states of a city say differently: the one it was last told, and tonight's.
///
/// What lies between the two nights does not count: a deadline that moved and moved back is no change. Each fact is told
/// once, whichever of the two knows it first.
public struct CityComparison {
  private let old: KeptState
  private let new: KeptState
  /// Tonight's state of the opportunities that no list has any more, by name.
  private let others: [String: KeptOffer]
  private var changes: [CityChange] = []
  private var records: RecordComparisons

  /// Compares two states.
  ///
  /// - Parameters:
  ///   - others: tonight's opportunities that stand in no list, as far as the old state listed them.
  ///   - dropped: tonight's answers for pairs that no list has any more.
  public static func changes(
    from old: KeptState, to new: KeptState, others: [String: KeptOffer] = [:],
    dropped: [KeptAnswer.Key: KeptAnswer] = [:]
  ) -> [CityChange] {
    var records = RecordComparisons()
    return changes(from: old, to: new, others: others, dropped: dropped, remembering: &records)
  }

  /// Compares two states as above.
  ///
  /// - Parameter records: what the records of the two nights say differently, as far as other cities of the same two
  ///   nights have asked.
  public static func changes(
    from old: KeptState, to new: KeptState, others: [String: KeptOffer] = [:],
    dropped: [KeptAnswer.Key: KeptAnswer] = [:], remembering records: inout RecordComparisons
  ) -> [CityChange] {
    var comparison = CityComparison(old: old, new: new, others: others, records: records)
    records = RecordComparisons()
    defer { records = comparison.records }
    comparison.compareCity()
    // A portfolio that could not be read says nothing about its items.
    if new.city.failure == nil {
      for key in Set(old.answers.keys).union(new.answers.keys).sorted() {
        comparison.compare(key, old.answers[key], new.answers[key], dropped[key])
      }
    }
    return comparison.changes.sorted(by: CityChange.precedes)
  }

  private init(
    old: KeptState, new: KeptState, others: [String: KeptOffer], records: RecordComparisons
  ) {
    self.old = old
    self.new = new
    self.others = others
    self.records = records
  }
}

// One item and one opportunity.
extension CityComparison {
  private mutating func compare(
    _ key: KeptAnswer.Key, _ before: KeptAnswer?, _ after: KeptAnswer?, _ dropped: KeptAnswer?
  ) {
    let offers = (old.offers[key.offer], new.offers[key.offer] ?? others[key.offer])
    switch (before, after) {
    case (nil, let after?):
      guard let offer = offers.1 else { return }
      appear(after, offer)
    case (let before?, nil):
      guard let offer = offers.0 else { return }
      leave(before, offer, offers.1, dropped)
    case (let before?, let after?):
      guard let from = offers.0, let to = offers.1 else { return }
      compareRecord(key, from, to, before.status, after.status)
      compareAnswers(before, after, from, to)
    case (nil, nil): break
    }
  }

  private mutating func appear(_ answer: KeptAnswer, _ offer: KeptOffer) {
    let severity: RecordChange.Severity = answer.standing == "doubtful" ? .grey : .amber
    let wasMissing = old.offers[answer.key.offer]?.opportunity.presence.missingSince != nil
    note(
      wasMissing ? .returned : .new, severity, of: answer.key, offer, field: "standing", nil,
      answer.standing, as: .standing, because: causeOfNew(offer))
  }

  private mutating func leave(
    _ answer: KeptAnswer, _ before: KeptOffer, _ after: KeptOffer?, _ dropped: KeptAnswer?
  ) {
    guard let after else {
      // Our own files no longer have it, or its record is damaged.
      return note(
        .missing, .red, of: answer.key, before, field: "presence", "listed", nil, because: .rule)
    }
    let isClosed = after.opportunity.status(on: new.asOf) == .closed
    compareRecord(
      answer.key, before, after, answer.status,
      isClosed ? "closed" : dropped?.status ?? after.opportunity.status(on: new.asOf).rawValue)
    guard !isClosed else { return }
    note(
      .standing, .red, of: answer.key, after, field: "standing", answer.standing,
      dropped?.standing, as: .standing, because: cause(before, after),
      criteria: difference(answer.open, dropped?.open ?? []))
  }

  private mutating func compareAnswers(
    _ before: KeptAnswer, _ after: KeptAnswer, _ from: KeptOffer, _ to: KeptOffer
  ) {
    let key = after.key
    guard
      before.standing != after.standing || before.verdict != after.verdict || before.open != after.open
        || before.grant != after.grant || before.rank != after.rank
    else { return }
    let cause = cause(from, to)
    if before.standing != after.standing {
      let isWorse = CityComparison.place(before.standing) < CityComparison.place(after.standing)
      note(
        .standing, isWorse ? .red : .amber, of: key, to, field: "standing", before.standing, after.standing,
        as: .standing, because: cause, criteria: difference(before.open, after.open))
    } else if before.verdict != after.verdict || before.open != after.open {
      let isWorse = after.verdict == "ineligible" && before.verdict != "ineligible"
      note(
        .eligibility, isWorse ? .red : .amber, of: key, to, field: "verdict", before.verdict, after.verdict,
        because: cause, criteria: difference(before.open, after.open))
    }
    if before.grant != after.grant {
      let isLess =
        after.grant.map { grant in
          before.grant.map { $0.currency == grant.currency && grant.minorUnits < $0.minorUnits } ?? false
        } ?? true
      note(
        .money, isLess ? .red : .amber, of: key, to, field: "grant", before.grant.map(CityComparison.text),
        after.grant.map(CityComparison.text), as: .money, because: cause)
    }
    if before.rank != after.rank, before.rank == 1 || after.rank == 1 {
      note(
        .rank, .grey, of: key, to, field: "rank", String(before.rank), String(after.rank), as: .rank,
        because: cause)
    }
  }

  /// From what can be done to what cannot.
  private static let standings = ["ready", "read-call", "answer", "partner", "doubtful", "no"]

  private static func place(_ standing: String) -> Int {
    standings.firstIndex(of: standing) ?? standings.count
  }

  /// The criteria that one list has and the other has not.
  private func difference(_ left: [String], _ right: [String]) -> [String] {
    right.filter { !left.contains($0) } + left.filter { !right.contains($0) }
  }
}

// The record itself.
extension CityComparison {
  private mutating func compareRecord(
    _ key: KeptAnswer.Key, _ before: KeptOffer, _ after: KeptOffer, _ wasStatus: String, _ isStatus: String
  ) {
    let fields = records.fields(from: before, to: after, readOn: new.readOn)
    var hasStatus = false
    for field in fields {
      switch field.field {
      case .status:
        hasStatus = true
        if wasStatus != isStatus {
          note(
            .status, min(field.severity, statusSeverity(after, isStatus)), of: key, after, field: "status",
            wasStatus, isStatus, as: .status, because: .call)
        } else {
          note(
            .status, field.severity, of: key, after, field: "status", field.old?.description,
            field.new?.description, as: .stated, because: .call)
        }
      default:
        let was = field.old.map { CityComparison.shortened($0.description) }
        var became = field.new.map { CityComparison.shortened($0.description) }
        // Of two long texts that begin alike, only that they differ can be said.
        if was == became { became = became.map { $0 + " …" } }
        note(
          field.field.cityKind, field.severity, of: key, after, field: field.field.rawValue, was, became,
          as: field.form, because: .call)
      }
    }
    if !hasStatus, wasStatus != isStatus {
      note(
        .status, statusSeverity(after, isStatus), of: key, after, field: "status", wasStatus, isStatus,
        as: .status, because: fields.contains { $0.field.cityKind == .deadline } ? .call : .time)
    }
    comparePresence(key, before.opportunity.presence, after, isClosed: isStatus == "closed")
  }

  /// Red where it is closed although a deadline was still to come; that it closes on its day was known.
  private func statusSeverity(_ offer: KeptOffer, _ status: String) -> RecordChange.Severity {
    guard status == "closed" else { return .amber }
    return (offer.opportunity.entryDeadlines.last?.day).map { $0 >= new.asOf } ?? false ? .red : .amber
  }

  private mutating func comparePresence(
    _ key: KeptAnswer.Key, _ before: Presence, _ offer: KeptOffer, isClosed: Bool
  ) {
    let after = offer.opportunity.presence
    guard before != after else { return }
    switch after {
    case .missing(let day):
      // That a source drops what is over is no news.
      guard before.missingSince == nil, !isClosed else { return }
      note(
        .missing, .amber, of: key, offer, field: "presence", nil, day.description, as: .days, because: .call)
    case .withdrawn(let day):
      note(
        .missing, .red, of: key, offer, field: "withdrawn", nil, day.description, as: .days, because: .call)
    case .present:
      note(
        .returned, .amber, of: key, offer, field: "presence", before.missingSince?.description, nil,
        as: .days,
        because: .call)
    }
  }

  /// The longest text of a field that a change keeps.
  private static let longest = 300

  private static func shortened(_ text: String) -> String {
    text.count <= longest ? text : text.prefix(longest - 1) + "…"
  }

  private static func text(_ amount: Money) -> String { amount.decimal + " " + amount.currency.code }
}

// Why.
extension CityComparison {
  private mutating func cause(_ before: KeptOffer, _ after: KeptOffer) -> CityChange.Cause {
    if records.fields(from: before, to: after, readOn: new.readOn).contains(where: { $0.severity != .grey }) {
      return .call
    }
    if before.rules != after.rules { return .rule }
    if old.city.files != new.city.files { return .city }
    return .time
  }

  private func causeOfNew(_ offer: KeptOffer) -> CityChange.Cause {
    if let source = offer.source, let day = offer.readOn, day > old.readOn {
      return old.city.feeds.isEmpty || old.city.feeds.contains(source) ? .call : .feed
    }
    if offer.readOn == nil, old.offers[offer.name] == nil { return .rule }
    return old.city.files != new.city.files ? .city : .time
  }

  private mutating func note(
    _ kind: CityChange.Kind, _ severity: RecordChange.Severity, of key: KeptAnswer.Key, _ offer: KeptOffer?,
    field: String, _ before: String?, _ after: String?, as form: CityChange.Form = .text,
    because cause: CityChange.Cause, criteria: [String] = []
  ) {
    var change = CityChange(
      kind, severity, field: field, before: before, after: after, as: form, because: cause)
    change.item = key.item
    if let offer {
      change.opportunity = offer.opportunity.identifier
      change.reference = offer.opportunity.reference
      change.titles = Dictionary(
        offer.opportunity.titles.map { ($0.language, $0.text) }, uniquingKeysWith: { first, _ in first })
      change.source = offer.source
      change.readOn = offer.readOn?.description
    }
    change.criteria = criteria
    changes.append(change)
  }
}

// The city as a whole.
extension CityComparison {
  private mutating func compareCity() {
    let (before, after) = (old.city, new.city)
    if before.failure != after.failure, let failure = after.failure {
      changes.append(
        CityChange(
          .stale, .red, field: "portfolio", before: old.asOf.description, after: failure, because: .failure))
    }
    for (feed, day) in after.stale.sorted(by: { $0.key < $1.key }) where before.stale[feed] == nil {
      changes.append(
        CityChange(.stale, .amber, field: feed, before: day, after: nil, as: .days, because: .failure))
    }
    guard after.failure == nil, before.planGrant != after.planGrant || before.planned != after.planned else {
      return
    }
    func text(_ city: KeptCity) -> String? {
      guard let amount = city.planGrant, let currency = city.planCurrency.flatMap({ Currency($0) }) else {
        return nil
      }
      return CityComparison.text(Money(minorUnits: amount, currency: currency))
    }
    let isLess = (after.planGrant ?? 0) < (before.planGrant ?? 0)
    if before.planGrant != after.planGrant {
      changes.append(
        CityChange(
          .plan, isLess ? .red : .amber, field: "grant", before: text(before), after: text(after), as: .money,
          because: causeOfPlan))
    }
    let lost = before.planned.filter { !after.planned.contains($0) }
    if before.planned != after.planned {
      changes.append(
        CityChange(
          .plan, lost.isEmpty ? .amber : .red, field: "items",
          before: before.planned.joined(separator: "|"), after: after.planned.joined(separator: "|"),
          as: .items, because: causeOfPlan))
    }
    if before.planGrant != nil, after.planGrant != nil { comparePlanned(isLess: isLess || !lost.isEmpty) }
  }

  /// From which opportunities the plan takes more, or less, and for which items: what a changed sum comes from.
  private mutating func comparePlanned(isLess: Bool) {
    for key in Set(old.answers.keys).union(new.answers.keys).sorted() {
      let (before, after) = (old.answers[key]?.planned, new.answers[key]?.planned)
      guard before != after, let to = new.offers[key.offer] ?? others[key.offer] ?? old.offers[key.offer]
      else { continue }
      let isFallen = (after?.minorUnits ?? 0) < (before?.minorUnits ?? 0)
      note(
        .plan, isLess && isFallen ? .red : .amber, of: key, to, field: "planned",
        before.map(CityComparison.text), after.map(CityComparison.text), as: .money,
        because: old.offers[key.offer].map { cause($0, to) } ?? causeOfPlan)
    }
  }

  private var causeOfPlan: CityChange.Cause {
    if old.city.files != new.city.files { return .city }
    let isOfRules = new.offers.contains { name, offer in
      old.offers[name].map { $0.rules != offer.rules } ?? false
    }
    if isOfRules { return .rule }
    // What closed is in no list any more, and is known all the same.
    return old.offers.contains { name, offer in
      (new.offers[name] ?? others[name]).map { $0.opportunity != offer.opportunity } ?? true
    } ? .call : .time
  }
}

extension FieldChange.Field {
  /// The kind of change that it is to a city.
  fileprivate var cityKind: CityChange.Kind {
    switch self {
    case .deadline, .deadlineModel, .openingDate, .publicationDate, .cadence, .period: .deadline
    case .status: .status
    case .totalAmountAvailable, .minAwardAmount, .maxAwardAmount, .estimatedAwardCount, .fundingRate,
      .costRules:
      .money
    case .requirements, .typeOfAction, .condition, .appliesTo, .programme, .programmeDivision: .eligibility
    case .documentLink, .title, .description, .keyword, .identifier, .otherIdentifier, .level, .partOf,
      .management, .legalBasis, .applyAt, .proposal:
      .document
    }
  }
}

extension FieldChange {
  /// How its values are put into words.
  fileprivate var form: CityChange.Form {
    switch new ?? old {
    case .day, .days: .days
    case .money: .money
    default: .text
    }
  }
}
