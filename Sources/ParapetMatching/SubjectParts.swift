/// Parts of a subject: what a criterion reads, and what a change changes.
struct SubjectParts: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// The applicant's facts.
  static let applicant = SubjectParts(rawValue: 1)
  /// Who takes part beside it.
  static let partners = SubjectParts(rawValue: 2)
  /// Who leads.
  static let lead = SubjectParts(rawValue: 4)
  /// The item's measures.
  static let measures = SubjectParts(rawValue: 8)
  /// The days of work.
  static let period = SubjectParts(rawValue: 16)
  /// The technology readiness level.
  static let technologyReadiness = SubjectParts(rawValue: 32)
  /// What the item serves.
  static let purposes = SubjectParts(rawValue: 64)
  /// The headings of its costs.
  static let costHeadings = SubjectParts(rawValue: 128)

  /// What the items of one city with the same partners share.
  static let organisations: SubjectParts = [.applicant, .partners, .lead]
}

extension Subject {
  /// The organisations alone, without what the item is about.
  var organisations: Subject {
    var organisations = Subject(applicant: applicant)
    organisations.partners = partners
    organisations.coordinator = coordinator
    return organisations
  }
}

extension Fact {
  /// The parts of a subject that a change of this fact changes; a lead may be the applicant itself.
  var changedParts: SubjectParts {
    switch self {
    case .partners: .partners
    case .measures: .measures
    case .start, .end: .period
    case .technologyReadiness: .technologyReadiness
    case .applicant, .country, .nuts, .population, .regionCategory, .awards: [.applicant, .lead]
    // More cost under a heading that the item has already: no criterion of a tree reads how much.
    case .cost: []
    case .subject, .partnerRegions, .coordinator, .purposes, .costHeadings, .exchangeRate, .callDocument: []
    }
  }
}
