import ParapetModel

/// Whether public bodies, research organisations and higher education establishments have a gender equality plan.
///
/// It is due when the grant is signed and not when one applies (General Annexes to the Work Programme 2026-2027 of Horizon
/// Europe, part B, p. 18), so a body without one is asked to adopt and publish it, and is not shut out.
struct EqualityPlanKind: CriterionLogic {
  let reads: SubjectParts = [.applicant, .partners]

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    // That whoever has none is asked and not refused may be said.
    for parameter in parameters
    where parameter.name != "otherwise" || parameter.attributes["outcome"] != "undecided" {
      throw .parameter(parameter.name, allowed: ["otherwise"])
    }
  }

  func required(on day: Day) -> Required { .equalityPlan }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    let members = ([subject.applicant] + (subject.partners ?? [])).filter { $0.participation != .associated }
    let bound = members.filter { EqualityPlanKind.binds($0, on: day) }
    let lacking = bound.filter { $0[.genderEqualityPlan] != .truth(true) }
    let stated = Stated.equalityPlans(bound.count - lacking.count, of: bound.count)
    return lacking.isEmpty
      ? Judgement(outcome: .met, stated: stated) : .undecided(stated, missing: [.genderEqualityPlan])
  }

  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard subject.applicant[.genderEqualityPlan] == .truth(false) else { return [] }
    return [.change(.value(.genderEqualityPlan, .truth(true)))]
  }

  private static func binds(_ member: ApplicantFacts, on day: Day) -> Bool {
    let classes: Set<ApplicantClass> = [
      .localAuthority, .regionalAuthority, .nationalAuthority, .lawEnforcement, .publicBody, .research,
    ]
    guard let applicant = member.applicant, classes.contains(applicant) else { return false }
    guard let country = member.country else { return true }
    return country.isMemberState || CountryGroup.horizonAssociated.contains(country, on: day)
  }
}
