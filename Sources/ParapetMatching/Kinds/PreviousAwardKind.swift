import ParapetModel

/// What the lead of an application must have been awarded before, or must not.
struct PreviousAwardKind: CriterionLogic {
  let kind = CriterionKind.previousAward
  let reads: SubjectParts = .organisations

  private let awards: ValueList<PreviousAward>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    awards = try ValueList(parameters) { parameter throws(CriterionFault) in
      guard let value = parameter.attributes["award"].flatMap(PreviousAward.init(rawValue:)) else {
        throw .value("award", of: parameter)
      }
      return value
    }
  }

  func required(on day: Day) -> Required {
    .list(
      kind, included: awards.included.map(\.rawValue), excluded: awards.excluded.map(\.rawValue))
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    let outcome = subject.judgeLead { facts in facts.awards.map(awards.outcome(of:)) ?? .undecided }
    let lead = subject.coordinator ?? subject.applicant
    guard outcome == .undecided else {
      return Judgement(outcome: outcome, stated: .values(kind, (lead.awards ?? []).map(\.rawValue)))
    }
    // An award that the city does not have may be a partner's, so the question is who leads.
    guard let own = lead.awards else { return .undecided(.nothing, missing: [.awards]) }
    return .undecided(
      .values(kind, own.map(\.rawValue)), missing: [subject.coordinator == nil ? .coordinator : .callDocument]
    )
  }

  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    subject.applicant.awards == nil ? [] : awards.included.map { .change(.further(.awards, $0.rawValue)) }
  }
}
