import ParapetModel

/// The kind of body that may apply.
struct ApplicantClassTest: CriterionTest {
  static let kind = "applicant-class"
  static let reads: SubjectParts = .applicant

  private let classes: ValueList<ApplicantClass>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    classes = try ValueList(parameters) { parameter throws(CriterionFault) in
      guard let value = parameter.attributes["applicant"].flatMap(ApplicantClass.init(rawValue:)) else {
        throw .value("applicant", of: parameter)
      }
      return value
    }
  }

  func accepts(_ applicant: ApplicantClass) -> Bool { classes.outcome { $0 == applicant } == .met }

  func compiled(on day: Day, _ coding: FactCoding) -> CompiledTest {
    coding.every(.applicant, among: ApplicantClass.allCases) { kind in classes.outcome { $0 == kind } }
  }

  func required(on day: Day) -> Required {
    .applicant(included: classes.included, excluded: classes.excluded)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let applicant = subject.applicant.applicant else {
      return .undecided(.nothing, missing: [.applicant])
    }
    let outcome = classes.outcome { $0 == applicant }
    return Judgement(
      outcome: outcome, stated: .applicant(applicant), missing: outcome == .undecided ? [.callDocument] : [])
  }
}
