import ParapetModel

/// Whether work would be finished before one can apply: finished work cannot be paid for afterwards.
///
/// Financial Regulation (EU, Euratom) 2024/2509, Art. 196, for direct and indirect management; Regulation (EU)
/// 2021/1060, Art. 63(6), for shared management. It is judged against the earliest day on which an application
/// could be handed in: the day judged, or the opening of a call that is yet to come.
struct CompletionKind: CriterionLogic {
  let reads: SubjectParts = .period

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    if let first = parameters.first { throw .parameter(first.name, allowed: []) }
  }

  func required(on day: Day) -> Required { .unfinished(on: day) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let end = subject.end else { return .undecided(.nothing, missing: [.end]) }
    return Judgement(outcome: end < day ? .unmet : .met, stated: .end(end))
  }

  /// Work that is planned to be over before one can apply could be done later, if it has not been done.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    subject.end == nil ? [] : [.start(day), .end(day)]
  }
}
