import ParapetModel

extension Sentences {
  /// What is to be known of an answer that does not decide; nothing where it does, since that is told already.
  func note(_ given: GivenAnswer) -> String? {
    let answer = given.answer
    if let changed = given.lapsedOn {
      return note(StandingNote.lapsed(by: answer.by, on: answer.on, changed: changed))
    }
    return answer.outcome == .undecided ? note(StandingNote.askedInVain(by: answer.by, on: answer.on)) : nil
  }

  /// What a city found out, with who says so and when.
  func found(_ answer: Answer) -> String {
    word(answer.outcome) + " — "
      + note(StandingNote.answered(by: answer.by, on: answer.on, source: answer.source))
  }
}
