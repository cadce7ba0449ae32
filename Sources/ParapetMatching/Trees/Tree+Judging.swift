import ParapetModel

extension Tree.Leaf {
  /// What it says of a subject on a day: open where nobody can read it, or it is not in force.
  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let logic = logic else { return .undecided(.sourceSilent, missing: [.callDocument]) }
    guard isAnswered || citation.holds(on: day) else {
      return .undecided(
        .notInForce(from: citation.validFrom, to: citation.validTo), missing: [.callDocument])
    }
    return logic.judge(subject, on: day)
  }
}
