import ParapetModel

extension Tree.Leaf {
  /// What it says of a subject on a day.
  func judge(_ subject: Subject, on day: Day) -> Judgement {
    settled(on: day) ?? logic?.judge(subject, on: day) ?? .unreadable
  }

  /// What it says of every subject on a day, where nobody can read it or it is not in force: it is open.
  func settled(on day: Day) -> Judgement? {
    guard logic != nil else { return .unreadable }
    guard isAnswered || citation.holds(on: day) else {
      return .undecided(
        .notInForce(from: citation.validFrom, to: citation.validTo), missing: [.callDocument])
    }
    return nil
  }
}

extension Judgement {
  /// What a criterion says that nobody can read.
  static let unreadable = Judgement.undecided(.sourceSilent, missing: [.callDocument])
}
