import ParapetModel

/// A kind that asks whether something holds of the applicant, which it states as `yes` or `no`.
///
/// `CriterionKind` declares of which fact; one that needs no more than this needs no file.
struct TruthKind: CriterionLogic {
  let kind: CriterionKind
  private let fact: Fact

  init(
    _ kind: CriterionKind, of fact: Fact, _ parameters: [Criterion.Parameter]
  ) throws(CriterionFault) {
    self.kind = kind
    self.fact = fact
    if let parameter = parameters.first { throw .parameter(parameter.name, allowed: []) }
  }

  var reads: SubjectParts { fact.parts }

  func required(on day: Day) -> Required { .truth(kind) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let truth = subject[fact]?.truth else { return .undecided(.nothing, missing: [fact]) }
    return Judgement(outcome: truth ? .met : .unmet, stated: .truth(kind, truth))
  }

  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    subject[fact]?.truth == false ? [.change(.value(fact, .truth(true)))] : []
  }
}
