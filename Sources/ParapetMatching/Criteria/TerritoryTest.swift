import ParapetModel

/// Where the applicant has its seat.
struct TerritoryTest: CriterionTest {
  static let kind = "territory"

  private let places: ValueList<Territory>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    places = try ValueList(parameters) { parameter throws(CriterionFault) in
      if let code = parameter.attributes["country"] {
        guard let country = Country(code) else { throw .value("country", of: parameter) }
        return .country(country)
      }
      if let code = parameter.attributes["nuts"] {
        guard (2...5).contains(code.utf8.count) else { throw .value("nuts", of: parameter) }
        return .region(code)
      }
      switch parameter.attributes["group"] {
      case "EU": return .memberStates
      case "OCT": return .overseas
      default: throw .value("group", of: parameter)
      }
    }
  }

  func required(on day: Day) -> Required {
    .territory(included: places.included, excluded: places.excluded)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    let country = subject.applicant.country
    let nuts = subject.applicant.nuts
    guard country != nil || nuts != nil else { return .undecided(.nothing, missing: [.country]) }
    let seat = country ?? nuts.flatMap { Country($0.prefix(2)) }
    let stated = Stated.place(country: seat, nuts: nuts)
    // A region that is only known to lie in the country cannot be ruled in or out.
    if nuts == nil, asksForRegion(in: seat) { return .undecided(stated, missing: [.nuts]) }
    let outcome = places.outcome { place in
      switch place {
      case .memberStates: seat?.isMemberState == true
      case .overseas: seat?.isOverseas == true
      case .country(let other): seat == other
      case .region(let code): nuts?.hasPrefix(code) == true
      }
    }
    return Judgement(outcome: outcome, stated: stated, missing: outcome == .undecided ? [.callDocument] : [])
  }

  private func asksForRegion(in seat: Country?) -> Bool {
    (places.included + places.excluded).contains { place in
      guard case .region(let code) = place else { return false }
      return Country(code.prefix(2)) == seat
    }
  }
}
