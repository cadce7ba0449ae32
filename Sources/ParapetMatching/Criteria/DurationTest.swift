import ParapetModel

/// How many months the work takes.
struct DurationTest: CriterionTest {
  static let kind = "duration"
  static let reads: SubjectParts = .period

  let range: NumberRange

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    range = try NumberRange(parameters, attribute: "months")
  }

  func compiled(on day: Day, _ coding: FactCoding) -> CompiledTest {
    coding.range(.months, range)
  }

  func required(on day: Day) -> Required {
    .duration(minimum: range.minimum, maximum: range.maximum)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let start = subject.start, let end = subject.end else {
      return .undecided(
        .nothing, missing: [(Fact.start, subject.start), (.end, subject.end)].filter { $0.1 == nil }.map(\.0))
    }
    // Work that ends before it begins is a slip in one of the two, and nobody but the city knows in which.
    guard start <= end else { return .undecided(.nothing, missing: [.start, .end]) }
    let months = start.months(through: end)
    return Judgement(outcome: range.contains(months) ? .met : .unmet, stated: .months(months))
  }
}
