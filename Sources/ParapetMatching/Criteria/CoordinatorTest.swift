import ParapetModel

/// The kind of body that may lead an application.
///
/// Where the lead is open, the city is taken for it, as it is for the applicant; what the city cannot, a partner may.
struct CoordinatorTest: CriterionTest {
  static let kind = "coordinator"
  static let reads: SubjectParts = .organisations

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
    .coordinator(included: classes.included, excluded: classes.excluded)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    let outcome = subject.judgeLead { facts in
      facts.applicant.map { kind in classes.outcome { $0 == kind } } ?? .undecided
    }
    let lead = subject.coordinator ?? (outcome == .undecided ? nil : subject.applicant)
    let isOfOpenKind = lead?.applicant != nil && outcome == .undecided
    return Judgement(
      outcome: outcome, stated: .coordinator(lead?.applicant),
      missing: outcome != .undecided ? [] : [isOfOpenKind ? .callDocument : .coordinator])
  }
}
