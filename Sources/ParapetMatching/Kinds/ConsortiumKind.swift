import ParapetModel

/// How many organisations of how many countries must apply together.
struct ConsortiumKind: CriterionLogic {
  let reads: SubjectParts = [.applicant, .partners]

  let minimums: [ConsortiumMinimum]
  private let maximum: Int?

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    var minimums: [ConsortiumMinimum] = []
    var maximum: Int?
    for parameter in parameters {
      switch parameter.name {
      case "minimum": minimums.append(try ConsortiumKind.minimum(parameter))
      case "maximum": maximum = try ConsortiumKind.number("entities", of: parameter, default: nil)
      default: throw .parameter(parameter.name, allowed: ["minimum", "maximum"])
      }
    }
    guard !minimums.isEmpty || maximum != nil else {
      throw CriterionFault(message: "neither <minimum> nor <maximum>: the criterion says nothing")
    }
    self.minimums = minimums
    self.maximum = maximum
  }

  /// The largest number of organisations that is asked for.
  var organisations: Int { minimums.map(\.entities).max() ?? 1 }

  func required(on day: Day) -> Required { .consortium(minimums: minimums, maximum: maximum) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    // Affiliated entities and partners without money do not count (section 6 of the call documents).
    let members = ([subject.applicant] + (subject.partners ?? [])).filter {
      ($0.participation ?? .beneficiary) == .beneficiary
    }
    let stated = Stated.consortium(
      entities: members.count, countries: Count(members) { _ in true }.countries.count,
      known: subject.partners != nil)
    var outcomes = minimums.map {
      ConsortiumKind.outcome($0, members: members, open: subject.partners == nil)
    }
    if let maximum {
      outcomes.append(members.count > maximum ? .unmet : subject.partners == nil ? .undecided : .met)
    }
    if outcomes.contains(.unmet) { return Judgement(outcome: .unmet, stated: stated) }
    guard outcomes.contains(.undecided) else { return Judgement(outcome: .met, stated: stated) }
    let lacksCountry = subject.applicant.country == nil
    return .undecided(
      subject.partners == nil && lacksCountry ? .nothing : stated, missing: missing(in: subject))
  }

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

  /// What the applicant and its partners do not say of themselves.
  private func missing(in subject: Subject) -> [Fact] {
    let asksForKind = minimums.contains { $0.applicant != nil }
    var missing: [Fact] = []
    if asksForKind, subject.applicant.applicant == nil { missing.append(.applicant) }
    if subject.applicant.country == nil { missing.append(.country) }
    let partners = subject.partners
    let describesAll = partners?.allSatisfy { $0.country != nil && (!asksForKind || $0.applicant != nil) }
    if describesAll != true { missing.append(.partners) }
    return missing
  }

  /// A member whose country or kind is unknown may be the one that is missing, so it can make a count undecided
  /// and never unmet.
  private static func outcome(_ minimum: ConsortiumMinimum, members: [ApplicantFacts], open: Bool) -> Outcome
  {
    let members = minimum.isAcrossABorder ? neighbours(among: members) : members
    let certain = Count(members) { minimum.applicant == nil || $0 == minimum.applicant }
    if certain.reaches(minimum, unknown: 0) { return .met }
    if open { return .undecided }
    let possible = Count(members) { minimum.applicant == nil || $0 == nil || $0 == minimum.applicant }
    return possible.reaches(minimum, unknown: possible.unknown) ? .undecided : .unmet
  }

  /// The applicant, with those of its own country, of its neighbours' and of nobody knows where.
  private static func neighbours(among members: [ApplicantFacts]) -> [ApplicantFacts] {
    guard let home = members.first?.country else { return members }
    return members.filter { member in
      member.country.map { $0 == home || Neighbours.areNeighbours(home, $0) } ?? true
    }
  }

  /// Organisations, and the countries that they are from.
  private struct Count {
    var entities = 0
    var countries: [Country] = []
    /// How many are from nobody knows where.
    var unknown = 0

    init(_ members: [ApplicantFacts], counts: (ApplicantClass?) -> Bool) {
      for member in members where counts(member.applicant) {
        entities += 1
        guard let country = member.country else {
          unknown += 1
          continue
        }
        if !countries.contains(country) { countries.append(country) }
      }
    }

    /// Whether a minimum is reached where so many more countries are added.
    func reaches(_ minimum: ConsortiumMinimum, unknown: Int) -> Bool {
      entities >= minimum.entities && countries.count + unknown >= minimum.countries
        && countries.count(where: \.isMemberState) + unknown >= minimum.memberStates
    }
  }

  private static func minimum(_ parameter: Criterion.Parameter) throws(CriterionFault) -> ConsortiumMinimum {
    var applicant: ApplicantClass?
    if let text = parameter.attributes["applicant"] {
      guard let value = ApplicantClass(rawValue: text) else { throw .value("applicant", of: parameter) }
      applicant = value
    }
    let border = parameter.attributes["border"]
    guard border == nil || border == "yes" else { throw .value("border", of: parameter) }
    return ConsortiumMinimum(
      entities: try number("entities", of: parameter, default: 1),
      countries: try number("countries", of: parameter, default: 1),
      memberStates: try number("memberStates", of: parameter, default: 0), applicant: applicant,
      isAcrossABorder: border != nil)
  }

  private static func number(
    _ attribute: String, of parameter: Criterion.Parameter, default fallback: Int?
  ) throws(CriterionFault) -> Int {
    if parameter.attributes[attribute] == nil, let fallback { return fallback }
    guard let value = parameter.attributes[attribute].flatMap({ Int($0) }), (0...1000).contains(value) else {
      throw .value(attribute, of: parameter)
    }
    return value
  }
}
