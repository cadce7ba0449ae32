import ParapetModel

/// What every beneficiary, or whoever leads, must be.
struct EveryoneKind: CriterionLogic {
  let kind: CriterionKind
  let reads: SubjectParts

  private let bodies: Bodies

  init(_ kind: CriterionKind, _ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    self.kind = kind
    reads = kind == .leadBody ? [.applicant, .partners, .lead] : [.applicant, .partners]
    var found: Bodies?
    for parameter in parameters {
      guard parameter.name == "include" else { throw .parameter(parameter.name, allowed: ["include"]) }
      guard let bodies = parameter.attributes["bodies"].flatMap({ Bodies($0) }) else {
        throw .value("bodies", of: parameter)
      }
      found = bodies
    }
    guard let found else { throw CriterionFault(message: "no <include>: the criterion says nothing") }
    bodies = found
  }

  func required(on day: Day) -> Required { .everyone(kind, bodies) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    if kind == .leadBody {
      let outcome = subject.judgeLead { bodies.outcome(for: $0) }
      return Judgement(
        outcome: outcome, stated: .everyone(others: 0, unknown: 0),
        missing: outcome == .undecided
          ? [subject.coordinator == nil ? .coordinator : .roles] : subject.missingLead(where: outcome))
    }
    let members = ([subject.applicant] + (subject.partners ?? [])).filter {
      ($0.participation ?? .beneficiary) == .beneficiary
    }
    let outcomes = members.map { bodies.outcome(for: $0) }
    let stated = Stated.everyone(
      others: outcomes.count { $0 == .unmet }, unknown: outcomes.count { $0 == .undecided })
    if outcomes.contains(.unmet) { return Judgement(outcome: .unmet, stated: stated) }
    return outcomes.contains(.undecided)
      ? .undecided(stated, missing: [.roles]) : Judgement(outcome: .met, stated: stated)
  }
}
