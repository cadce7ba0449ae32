import ParapetModel

/// The technology readiness level from which work may start: what has reached the level aimed at is not developed.
///
/// Only measures that develop technology have such a level; a course for guards has none and passes.
struct TechnologyReadinessTest: CriterionTest {
  static let kind = "technology-readiness"
  static let reads: SubjectParts = [.technologyReadiness, .measures]

  let range: NumberRange
  private let measures: [String]

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    range = try NumberRange(parameters.filter { $0.name != "include" }, attribute: "level")
    measures = try parameters.filter { $0.name == "include" }.map { parameter throws(CriterionFault) in
      guard let code = parameter.attributes["measure"], !code.isEmpty else {
        throw .value("measure", of: parameter)
      }
      return code
    }
  }

  func required(on day: Day) -> Required {
    .technologyReadiness(minimum: range.minimum, maximum: range.maximum, of: measures)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    if !measures.isEmpty {
      guard let own = subject.measures else { return .undecided(.nothing, missing: [.measures]) }
      guard own.contains(where: measures.contains) else {
        return Judgement(outcome: .met, stated: .otherMeasures)
      }
    }
    guard let level = subject.technologyReadiness else {
      return .undecided(.nothing, missing: [.technologyReadiness])
    }
    return Judgement(
      outcome: range.contains(level) ? .met : .unmet, stated: .technologyReadiness(level))
  }
}
