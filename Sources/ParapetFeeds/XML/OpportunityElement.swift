/// The elements of an opportunity in canonical XML, in the order of the schema.
enum OpportunityElement: Int, CaseIterable {
  case identifier, programme, partOf, appliesTo, title, description, legalBasis, management
  case period, applyAt, status, publicationDate, openingDate, deadlineModel, deadline, funding
  case costRules, typeOfAction, requirements, condition, cadence, keyword, documentLink
  case landingPage, notStated

  /// Their names, which are those of the cases.
  static let names = allCases.map { "\($0)" }
  /// Each by its name.
  static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))

  /// Whether there may be several of it.
  var isRepeatable: Bool {
    switch self {
    case .identifier, .partOf, .appliesTo, .title, .description, .legalBasis, .applyAt, .deadline,
      .typeOfAction, .condition, .keyword, .documentLink:
      true
    default: false
    }
  }
}

/// Some elements of an opportunity, a bit each.
struct OpportunityElements: OptionSet {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }
  init(_ element: OpportunityElement) { rawValue = 1 << UInt32(element.rawValue) }

  /// How many there are.
  var count: Int { rawValue.nonzeroBitCount }
}
