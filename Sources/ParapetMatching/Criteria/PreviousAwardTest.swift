import ParapetModel

/// What the lead of an application must have been awarded before, or must not.
struct PreviousAwardTest: CriterionTest {
  static let kind = "previous-award"
  static let reads: SubjectParts = .organisations

  private let awards: ValueList<PreviousAward>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    awards = try ValueList(parameters) { parameter throws(CriterionFault) in
      guard let value = parameter.attributes["award"].flatMap(PreviousAward.init(rawValue:)) else {
        throw .value("award", of: parameter)
      }
      return value
    }
  }

  /// The awards that are asked for.
  var wanted: [PreviousAward] { awards.included }

  func required(on day: Day) -> Required {
    .award(included: awards.included, excluded: awards.excluded)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    let outcome = subject.judgeLead { facts in facts.awards.map(answer) ?? .undecided }
    let lead = subject.coordinator ?? subject.applicant
    guard outcome == .undecided else {
      return Judgement(outcome: outcome, stated: .awards(lead.awards ?? []))
    }
    // An award that the city does not have may be a partner's, so the question is who leads.
    guard let own = lead.awards else { return .undecided(.nothing, missing: [.awards]) }
    return .undecided(.awards(own), missing: [subject.coordinator == nil ? .coordinator : .callDocument])
  }

  /// One award that is refused is enough to be refused, and one that is asked for enough to be accepted.
  private func answer(_ stated: [PreviousAward]) -> Outcome {
    if awards.excluded.contains(where: stated.contains) { return .unmet }
    if awards.included.contains(where: stated.contains) { return .met }
    return awards.others
  }
}
