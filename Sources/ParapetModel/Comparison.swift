/// Two versions of a record side by side.
///
/// What says the same in another form is no change: the order of a set, the hour of a deadline (sources write the
/// same hour in several zones), the address of a page, the state that is computed from dates.
struct Comparison {
  let old: Opportunity
  let new: Opportunity
  /// The day on which the new version was read: what lay before it can no longer be missed.
  let day: Day
  private(set) var fields: [FieldChange] = []

  init(from old: Opportunity, to new: Opportunity, readOn day: Day) {
    self.old = old
    self.new = new
    self.day = day
    compareNames()
    compareDates()
    compareMoney()
    compareRules()
    comparePlace()
    compareWords()
  }

  private mutating func note(
    _ field: FieldChange.Field, _ before: FieldChange.Value?, _ after: FieldChange.Value?,
    _ severity: RecordChange.Severity
  ) {
    guard before != after else { return }
    fields.append(FieldChange(field, old: before, new: after, severity: severity))
  }

  private mutating func compare(
    _ field: FieldChange.Field, _ severity: RecordChange.Severity = .grey,
    _ value: (Opportunity) -> FieldChange.Value?
  ) {
    note(field, value(old), value(new), severity)
  }
}

extension Opportunity {
  /// Field by field, what a record says otherwise than its version before; nothing where it says the same.
  ///
  /// - Parameter day: the day on which this version was read.
  public func changes(from old: Opportunity, readOn day: Day) -> [FieldChange] {
    Comparison(from: old, to: self, readOn: day).fields
  }
}

// Names, state and dates.
extension Comparison {
  private mutating func compareNames() {
    compare(.level, .amber) { .text($0.level.rawValue) }
    // Plans and letters quote the identifier.
    compare(.identifier, .amber) { .text($0.identifier) }
    compare(.otherIdentifier) { .texts(of: $0.otherIdentifiers.map { "\($0.scheme): \($0.value)" }) }
    compare(.title) { .texts(of: $0.titles) }
    compare(.proposal, .amber) { .text($0.isProposal ? "true" : "false") }
  }

  private mutating func compareDates() {
    let isWithdrawn = new.statedStatus == .withdrawn
    compare(.status, isWithdrawn ? .red : .amber) { opportunity in
      // Codes that mean nothing to us can still differ.
      guard let status = opportunity.statedStatus else { return nil }
      return .text(status == .unknown ? opportunity.statedStatusCode ?? status.rawValue : status.rawValue)
    }
    compare(.publicationDate) { $0.publicationDate.map { .day($0) } }
    compare(.openingDate, .amber) { $0.openingDate.map { .day($0) } }
    compare(.deadlineModel, .amber) { ($0.deadlineModel?.rawValue).map { .text($0) } }
    compare(.deadline, deadlineSeverity) { opportunity in
      let days = Set(opportunity.deadlines.map(\.day)).sorted()
      return days.isEmpty ? nil : .days(days)
    }
  }

  /// Red where a chance that was still to come is earlier or gone; a chance that had passed is nobody's loss.
  private var deadlineSeverity: RecordChange.Severity {
    func coming(_ opportunity: Opportunity) -> [Day] {
      Set(opportunity.deadlines.map(\.day)).filter { $0 >= day }.sorted()
    }
    let (before, after) = (coming(old), coming(new))
    if before == after { return .grey }
    if after.count < before.count { return .red }
    return zip(before, after).contains { $1 < $0 } ? .red : .amber
  }
}

// Money, and who may ask for it.
extension Comparison {
  private mutating func compareMoney() {
    compare(.totalAmountAvailable, .amber) { opportunity in
      let amounts = opportunity.funding.available.map {
        FieldChange.AnnualAmount($0.amount, year: $0.year)
      }
      guard !amounts.isEmpty else { return nil }
      return .amounts(
        amounts.sorted {
          ($0.year ?? 0, $0.amount.currency.code, $0.amount.minorUnits)
            < ($1.year ?? 0, $1.amount.currency.code, $1.amount.minorUnits)
        })
    }
    // A higher floor shuts out who would have asked for less, as a lower ceiling cuts who asks for more.
    let (floor, ceiling) = (\Funding.minimumGrant, \Funding.maximumGrant)
    compare(.minAwardAmount, isLess(floor, from: old, to: new) ? .amber : .red) { $0.amount(floor) }
    compare(.maxAwardAmount, isLess(ceiling, from: old, to: new) ? .red : .amber) { $0.amount(ceiling) }
    compare(.estimatedAwardCount, .amber) { ($0.funding.expectedGrants?.value).map { .count($0) } }
    compare(.fundingRate, rateSeverity) { .texts(of: $0.funding.rates.map(\.words)) }
    compare(.costRules, .amber) { .texts(of: $0.costRules.words + ($0.funding.lumpSums?.value.words ?? [])) }
  }

  /// Whether an amount is less than it was; one that is stated for the first time is not, nor one of another
  /// currency.
  private func isLess(
    _ amount: KeyPath<Funding, Cited<Money>?>, from old: Opportunity, to new: Opportunity
  ) -> Bool {
    guard let before = old.funding[keyPath: amount]?.value, let after = new.funding[keyPath: amount]?.value
    else { return amount == \Funding.minimumGrant }
    return before.currency == after.currency && after.minorUnits < before.minorUnits
  }

  /// Red where a rate that somebody could count on is lower or gone.
  private var rateSeverity: RecordChange.Severity {
    let isLost = old.funding.rates.contains { rate in
      !new.funding.rates.contains { $0.isFor(sameAs: rate) && $0.maximum >= rate.maximum }
    }
    return isLost ? .red : .amber
  }

  private mutating func compareRules() {
    compare(.requirements, requirementSeverity) { $0.requirements.map { .texts($0.sentences) } }
    compare(.typeOfAction, .amber) { .texts(of: $0.typesOfAction.map(\.words)) }
  }

  /// Amber where conditions only went; anything else may shut somebody out.
  private var requirementSeverity: RecordChange.Severity {
    guard let after = new.requirements else { return .amber }
    guard let before = old.requirements else { return .red }
    return Set(before.conjuncts).isSuperset(of: after.conjuncts) ? .amber : .red
  }
}

// Where it belongs, and its words.
extension Comparison {
  private mutating func comparePlace() {
    compare(.programme, .amber) { $0.programme.map { .text($0.words) } }
    compare(.programmeDivision) { .texts(of: $0.divisions.map(\.words)) }
    let isMoved = old.partOf.compactMap(\.ref) != new.partOf.compactMap(\.ref)
    compare(.partOf, isMoved ? .amber : .grey) { opportunity in
      .texts(
        of: opportunity.partOf.map {
          ([$0.ref].compactMap(\.self) + $0.titles.map(\.text)).joined(separator: " ")
        })
    }
    compare(.appliesTo, .amber) { opportunity in
      .texts(
        of: opportunity.appliesTo.map {
          [$0.programme, $0.identifierPrefix, $0.typeOfAction].map { $0 ?? "*" }.joined(separator: " ")
        })
    }
    compare(.management) { ($0.management?.rawValue).map { .text($0) } }
    compare(.period) { $0.period.map { .days([$0.from, $0.to]) } }
    compare(.legalBasis) { .texts(of: $0.legalBases.map(\.celex)) }
  }

  private mutating func compareWords() {
    compare(.description) { .texts(of: $0.descriptions) }
    compare(.applyAt) { .texts(of: $0.applyAt) }
    compare(.condition) { .texts(of: $0.conditions.flatMap { $0.texts.map(\.text) }) }
    compare(.cadence) { .texts(of: $0.cadence?.texts ?? []) }
    compare(.keyword) { .texts(of: $0.keywords) }
    compare(.documentLink) { .texts(of: $0.documents.map(\.url)) }
  }
}

extension FieldChange.Value {
  /// A set of texts, or nothing where it is empty.
  fileprivate static func texts(of texts: [String]) -> FieldChange.Value? {
    texts.isEmpty ? nil : .texts(Set(texts).sorted())
  }

  /// The same of texts in languages; a single one stands alone.
  fileprivate static func texts(of texts: [LocalizedText]) -> FieldChange.Value? {
    let several = Set(texts.map(\.text)).sorted()
    return several.count == 1 ? .text(several[0]) : self.texts(of: several)
  }
}

extension Opportunity {
  fileprivate func amount(_ amount: KeyPath<Funding, Cited<Money>?>) -> FieldChange.Value? {
    funding[keyPath: amount].map { .money($0.value) }
  }
}

extension Coded {
  fileprivate var words: String { code.isEmpty ? label ?? "" : code }
}

extension FundingRate {
  fileprivate var words: String {
    let conditions: [String?] = [
      applicant?.rawValue, regionCategory?.rawValue, regionCategory2014.map { "\($0.rawValue) in 2014–2020" },
      gdpBelowAverage.map { $0 ? "product below average" : "product not below average" },
      cap.map { "cap of the \($0.rawValue)" }, usual.map { "usually \($0.value.percent)%" },
    ]
    let stated = conditions.compactMap(\.self)
    return "\(maximum.percent)%" + (stated.isEmpty ? "" : " (\(stated.joined(separator: ", ")))")
  }

  fileprivate func isFor(sameAs other: FundingRate) -> Bool {
    applicant == other.applicant && regionCategory == other.regionCategory
      && regionCategory2014 == other.regionCategory2014 && gdpBelowAverage == other.gdpBelowAverage
  }
}

extension CostRules {
  fileprivate var words: [String] {
    [
      (form?.value.rawValue).map { "form: \($0)" }, (vat?.value.rawValue).map { "vat: \($0)" },
      (indirect?.value).map { "indirect: \($0.rate.percent)% of \($0.base.rawValue)" },
      (equipment?.value.rawValue).map { "equipment: \($0)" }, (works?.value.rawValue).map { "works: \($0)" },
      (rounding?.value.rawValue).map { "rounding: \($0)" },
      simplifiedUpTo.map { "simplified up to \($0.value)" },
    ].compactMap(\.self)
  }
}

extension LumpSums {
  fileprivate var words: [String] {
    steps.map { step in
      "lump sum: \(step.amount)" + (step.from.map { " from \($0) \(selector.rawValue)" } ?? "")
    }
  }
}

extension Requirement {
  /// The parts that must all hold, as sentences that tell them apart.
  fileprivate var conjuncts: [String] {
    guard case .all(let parts) = self else { return [sentence] }
    return parts.flatMap(\.conjuncts)
  }

  fileprivate var sentences: [String] { conjuncts.sorted() }

  private var sentence: String {
    switch self {
    case .all(let parts): "all(" + parts.map(\.sentence).sorted().joined(separator: ", ") + ")"
    case .any(let parts): "any(" + parts.map(\.sentence).sorted().joined(separator: ", ") + ")"
    case .not(let part): "not(" + part.sentence + ")"
    case .criterion(let criterion): criterion.sentence
    }
  }
}

extension Criterion {
  fileprivate var sentence: String {
    let words = parameters.map { parameter in
      ([parameter.name] + parameter.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
        .joined(separator: " ")
    }
    return "\(kind): " + words.joined(separator: "; ") + " [\(citation.grade.rawValue)]"
  }
}
