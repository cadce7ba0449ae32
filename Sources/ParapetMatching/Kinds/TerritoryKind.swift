import ParapetModel

/// Where the applicant has its seat.
struct TerritoryKind: CriterionLogic {
  let reads: SubjectParts = .applicant

  private let places: ValueList<Territory>
  /// The regions named.
  private let regions: [String]

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    places = try ValueList(parameters) { parameter throws(CriterionFault) in
      if let code = parameter.attributes["country"] {
        guard let country = Country(code) else { throw .value("country", of: parameter) }
        return .country(country)
      }
      if let code = parameter.attributes["nuts"] {
        guard (2...5).contains(code.utf8.count) else { throw .value("nuts", of: parameter) }
        // A plan of years ago names its regions by the codes of its time.
        return .region(NUTS.current(code))
      }
      switch parameter.attributes["group"] {
      case "EU": return .memberStates
      case "OCT": return .overseas
      default: throw .value("group", of: parameter)
      }
    }
    regions = (places.included + places.excluded).compactMap { place in
      if case .region(let code) = place { code } else { nil }
    }
  }

  func required(on day: Day) -> Required {
    .places(included: places.included, excluded: places.excluded)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    let country = subject.applicant.country
    let nuts = subject.applicant.nuts
    guard country != nil || nuts != nil else { return .undecided(.nothing, missing: [.country]) }
    let seat = country ?? nuts.flatMap { Country($0.prefix(2)) }
    let stated = Stated.place(country: seat, nuts: nuts)
    // A seat that is known less finely than the regions named may lie in any of them, or in none: it is decided
    // only where all these give one answer.
    let region = nuts ?? seat?.code ?? ""
    let outcome = outcome(seat, region: region)
    for code in regions where code.hasPrefix(region) && self.outcome(seat, region: code) != outcome {
      return .undecided(stated, missing: [.nuts])
    }
    return Judgement(outcome: outcome, stated: stated, missing: outcome == .undecided ? [.callDocument] : [])
  }

  /// A seat in one of the places that it names, or in any Member State where it only refuses some.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard subject.applicant.country != nil || subject.applicant.nuts != nil else { return [] }
    let accepted = places.included.isEmpty ? [.memberStates] : places.included
    return accepted.map { .change(.seat($0)) }
  }

  private func outcome(_ seat: Country?, region: String) -> Outcome {
    places.outcome { place in
      switch place {
      case .memberStates: seat?.isMemberState == true
      case .overseas: seat?.isOverseas == true
      case .country(let other): seat == other
      case .region(let code): region.hasPrefix(code)
      }
    }
  }
}
