import ParapetModel

/// A value of one fact at which a criterion would be satisfied, as the criterion itself knows it.
enum Proposal: Hashable, Sendable {
  /// A further partner that counts, and up to how many of them could be asked for.
  case partner(Change.NewPartner, atMost: Int)
  /// The measures that are accepted of those wanted.
  case measures([String])
  /// A first day of work.
  case start(Day)
  /// A last day of work.
  case end(Day)
  /// A number of months that the work may take at most, or must take at least.
  case months(Int)
  /// A change that is one whole.
  case change(Change)

  /// Whose decision it is.
  var power: Change.Power {
    switch self {
    case .partner: .needsPartner
    case .measures, .start, .end, .months: .inOurPower
    case .change(let change): change.power
    }
  }

  /// The fact that it is about.
  var fact: Fact {
    switch self {
    case .partner: .partners
    case .measures: .measures
    case .start, .end, .months: .end
    case .change(let change): change.fact
    }
  }
}

extension CriterionTest {
  /// Nothing, where no change of the city would help.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] { [] }
}

extension PreviousAwardTest {
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    subject.applicant.awards == nil ? [] : wanted.map { .change(.award($0)) }
  }
}

extension TechnologyReadinessTest {
  /// A level can be risen to, and not gone back from.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard let level = subject.technologyReadiness, let least = range.minimum, level < least else { return [] }
    return [.change(.technologyReadiness(least))]
  }
}

extension ApplicantClassTest {
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard subject.applicant.applicant != nil else { return [] }
    return ApplicantClass.allCases.filter { accepts($0) }.map { .change(.applicant($0)) }
  }
}

extension TerritoryTest {
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard subject.applicant.country != nil || subject.applicant.nuts != nil else { return [] }
    return accepted.map { .change(.seat($0)) }
  }
}

extension PopulationTest {
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard subject.applicant.population != nil else { return [] }
    return [range.minimum, range.maximum].compactMap(\.self).map { .change(.population($0)) }
  }
}

extension RegionCategoryTest {
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard subject.applicant.regionCategory != nil else { return [] }
    return RegionCategory.allCases.filter { accepts($0) }.map { .change(.regionCategory($0)) }
  }
}

extension MeasureTest {
  /// An item whose measures are accepted in part can be divided; one of which nothing is accepted is another item.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    let accepted = (subject.measures ?? []).filter { accepts($0) }
    return accepted.isEmpty ? [] : [.measures(accepted)]
  }
}

extension ConsortiumTest {
  /// Whom the minimums count: bodies of the kind asked for, from further countries as long as these are lacking.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    minimums.flatMap { minimum -> [Proposal] in
      [true, false].map { isForeign in
        .partner(
          Change.NewPartner(isFromAnotherCountry: isForeign, applicant: minimum.applicant),
          atMost: max(minimum.entities, minimum.countries, minimum.memberStates))
      }
    }
  }
}

extension DurationTest {
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard subject.start != nil, subject.end != nil else { return [] }
    return [range.minimum, range.maximum].compactMap(\.self).map { .months($0) }
  }
}

extension CompletionTest {
  /// Work that is planned to be over before one can apply could be done later, if it has not been done.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    subject.end == nil ? [] : [.start(day), .end(day)]
  }
}
