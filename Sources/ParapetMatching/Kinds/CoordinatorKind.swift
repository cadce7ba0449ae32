import ParapetModel

/// The kind of body that may lead an application.
///
/// Where the lead is open, the city is taken for it, as it is for the applicant; what the city cannot, a partner may.
struct CoordinatorKind: CriterionLogic {
  let kind = CriterionKind.coordinator
  let reads: SubjectParts = .organisations

  private let classes: ValueList<ApplicantClass>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    classes = try ValueList(parameters) { parameter throws(CriterionFault) in
      guard let value = parameter.attributes["applicant"].flatMap(ApplicantClass.init(rawValue:)) else {
        throw .value("applicant", of: parameter)
      }
      return value
    }
  }

  func required(on day: Day) -> Required {
    .list(
      kind, included: classes.included.map(\.rawValue), excluded: classes.excluded.map(\.rawValue))
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    let outcome = subject.judgeLead { facts in
      facts.applicant.map { kind in classes.outcome { $0 == kind } } ?? .undecided
    }
    let lead = subject.coordinator ?? (outcome == .undecided ? nil : subject.applicant)
    let isOfOpenKind = lead?.applicant != nil && outcome == .undecided
    return Judgement(
      outcome: outcome, stated: .values(kind, lead?.applicant.map { [$0.rawValue] } ?? []),
      missing: outcome != .undecided ? [] : [isOfOpenKind ? .callDocument : .coordinator])
  }
}
