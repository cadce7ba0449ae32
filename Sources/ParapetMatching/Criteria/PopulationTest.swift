import ParapetModel

/// How many inhabitants the applicant has.
struct PopulationTest: CriterionTest {
  static let kind = "population"
  static let reads: SubjectParts = .applicant

  let range: NumberRange

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    range = try NumberRange(parameters, attribute: "value")
  }

  func compiled(on day: Day, _ coding: FactCoding) -> CompiledTest {
    coding.range(.population, range)
  }

  func required(on day: Day) -> Required {
    .population(minimum: range.minimum, maximum: range.maximum)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let population = subject.applicant.population else {
      return .undecided(.nothing, missing: [.population])
    }
    return Judgement(outcome: range.contains(population) ? .met : .unmet, stated: .population(population))
  }
}
