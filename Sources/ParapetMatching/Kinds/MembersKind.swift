import ParapetModel

/// Which bodies must be among those who apply, how many of each, and from how many countries.
struct MembersKind: CriterionLogic {
  let reads: SubjectParts = [.applicant, .partners]

  let demand: MembersDemand

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    demand = try MembersDemand(parameters)
  }

  /// The largest number of organisations that one of its groups asks for.
  var organisations: Int { demand.groups.filter { !$0.isShare }.map(\.minimum).max() ?? 1 }

  func required(on day: Day) -> Required { .members(demand) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    let members = [subject.applicant] + (subject.partners ?? [])
    let count = MemberCount(members, demand: demand, day: day)
    let stated = Stated.members(
      counted: count.groups.map(\.certain.count), possible: count.groups.map(\.possible.count),
      known: subject.partners != nil)
    if count.isReached(by: .certain), demand.overlap == true || count.areDistinct(.certain) {
      return Judgement(outcome: .met, stated: stated)
    }
    let canBe = count.isReached(by: .possible) && (demand.overlap != false || count.areDistinct(.possible))
    if !canBe, subject.partners != nil { return Judgement(outcome: .unmet, stated: stated) }
    return .undecided(stated, missing: [canBe && subject.partners != nil ? .roles : .partners])
  }

  /// Whom each group counts, from another country as long as these are lacking.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    demand.groups.flatMap { group -> [Proposal] in
      guard !group.isShare else { return [] }
      let body = group.bodies.kinds.first { $0.unknown == nil }
      return [
        .partner(
          Change.NewPartner(isFromAnotherCountry: true, applicant: body?.applicant, role: body?.role),
          atMost: max(group.minimum, group.countries, demand.together?.countries ?? 0))
      ]
    }
  }
}
