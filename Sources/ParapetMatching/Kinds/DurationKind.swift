import ParapetModel

/// How many months the work takes.
struct DurationKind: CriterionLogic {
  let kind = CriterionKind.duration
  let reads: SubjectParts = .period

  private let range: NumberRange

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    range = try NumberRange(parameters, attribute: "months")
  }

  func required(on day: Day) -> Required {
    .range(kind, minimum: range.minimum, maximum: range.maximum, of: [])
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let start = subject.start, let end = subject.end else {
      return .undecided(
        .nothing, missing: [(Fact.start, subject.start), (.end, subject.end)].filter { $0.1 == nil }.map(\.0))
    }
    // Work that ends before it begins is a slip in one of the two, and nobody but the city knows in which.
    guard start <= end else { return .undecided(.nothing, missing: [.start, .end]) }
    let months = start.months(through: end)
    return Judgement(outcome: range.contains(months) ? .met : .unmet, stated: .number(kind, months))
  }

  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard subject.start != nil, subject.end != nil else { return [] }
    return [range.minimum, range.maximum].compactMap(\.self).map { .months($0) }
  }
}
