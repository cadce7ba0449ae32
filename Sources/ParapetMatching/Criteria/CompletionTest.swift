import ParapetModel

/// Whether work would be finished before one can apply: finished work cannot be paid for afterwards.
///
/// Financial Regulation (EU, Euratom) 2024/2509, Art. 196, for direct and indirect management; Regulation (EU)
/// 2021/1060, Art. 63(6), for shared management. It is judged against the earliest day on which an application
/// could be handed in: the day judged, or the opening of a call that is yet to come.
struct CompletionTest: CriterionTest {
  static let kind = "completion"
  static let reads: SubjectParts = .period

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    if let first = parameters.first { throw .parameter(first.name, allowed: []) }
  }

  func compiled(on day: Day, _ coding: FactCoding) -> CompiledTest {
    .range(of: CompiledFact.end.rawValue, Int64(day.number)...(.max))
  }

  func required(on day: Day) -> Required { .unfinished(on: day) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let end = subject.end else { return .undecided(.nothing, missing: [.end]) }
    return Judgement(outcome: end < day ? .unmet : .met, stated: .end(end))
  }
}
