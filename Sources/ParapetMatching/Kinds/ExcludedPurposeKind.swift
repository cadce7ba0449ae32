import ParapetModel

/// Purposes that are not paid for, such as defence or the mere upkeep of public order.
///
/// A city that has said nothing is asked only where a measure of the item gives reason to.
struct ExcludedPurposeKind: CriterionLogic {
  let kind = CriterionKind.excludedPurpose
  let reads: SubjectParts = [.item(.purposes), .item(.measures)]

  private let excluded: Exclusions<SpecialPurpose>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    excluded = try Exclusions(parameters, attribute: "purpose")
  }

  func required(on day: Day) -> Required { .list(kind, included: [], excluded: excluded.codes) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let purposes = subject.purposes else {
      return excluded.judgeSilence(of: subject, asking: .purposes)
    }
    return Judgement(
      outcome: excluded.values.contains(where: purposes.contains) ? .unmet : .met,
      stated: .values(kind, purposes.map(\.rawValue)))
  }
}
