import ParapetModel

/// From where no member may be controlled.
///
/// A body that states nothing is taken as controlled from where it has its seat, as a public authority is; a company
/// that others control must say so.
struct ControlKind: CriterionLogic {
  let kind = CriterionKind.control
  let reads: SubjectParts = [.applicant, .partners]

  private let places: ValueList<Place>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    places = try ValueList(parameters) { parameter throws(CriterionFault) in
      guard let code = parameter.attributes["group"] ?? parameter.attributes["country"],
        let place = Place(code)
      else {
        throw .value("group", of: parameter)
      }
      return place
    }
  }

  func required(on day: Day) -> Required {
    .seats(kind, included: places.included, excluded: places.excluded)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    let controllers = ([subject.applicant] + (subject.partners ?? [])).compactMap(\.controlledFrom)
    let outcomes = controllers.map { country in
      (country: country, outcome: places.outcome { $0.contains(country, on: day) })
    }
    let refused = outcomes.filter { $0.outcome == .unmet }.map(\.country)
    let stated = Stated.seats(countries: Set(controllers).sorted(), outside: Set(refused).sorted())
    if !refused.isEmpty { return Judgement(outcome: .unmet, stated: stated) }
    return outcomes.contains { $0.outcome == .undecided }
      ? .undecided(stated, missing: [.callDocument]) : Judgement(outcome: .met, stated: stated)
  }
}
