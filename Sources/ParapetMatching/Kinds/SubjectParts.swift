import ParapetModel

/// Parts of a subject: what a criterion reads, and what a change changes. Each fact's is declared with it.
struct SubjectParts: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// The applicant's facts.
  static let applicant = SubjectParts(rawValue: 1)
  /// Who takes part beside it.
  static let partners = SubjectParts(rawValue: 2)
  /// Who leads.
  static let lead = SubjectParts(rawValue: 4)
  /// The days of work.
  static let period = SubjectParts(rawValue: 8)

  /// What the items of one city with the same partners share.
  static let organisations: SubjectParts = [.applicant, .partners, .lead]

  /// A fact of the item.
  static func item(_ fact: Fact) -> SubjectParts {
    Fact.allCases.firstIndex(of: fact).map { SubjectParts(rawValue: 1 << UInt64($0 + 4)) } ?? []
  }
}

extension Fact {
  /// The part of a subject that holds it.
  var parts: SubjectParts {
    switch declaration.part {
    case .applicant: .applicant
    case .partners: .partners
    case .lead: .lead
    case .period: .period
    case .item: .item(self)
    case .nobody: []
    }
  }

  /// The parts of a subject that a change of this fact changes; a lead may be the applicant itself.
  var changedParts: SubjectParts { declaration.part == .applicant ? [.applicant, .lead] : parts }
}
