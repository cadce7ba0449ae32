import ParapetModel

/// What the criteria and rules of a table say of one subject, each asked at most once; only the table that made it may
/// read it.
struct RuleAnswers {
  /// Who is judged.
  private(set) var subject = Subject()
  /// What was found, by the number of the criterion; `nil` where it was not asked.
  var judgements: [Judgement?]
  /// The outcomes of these alone, in one flat array: trees read nothing else, and each criterion stands in many.
  var outcomes: [Outcome?]
  /// By the number of the rule.
  var verdicts: [Verdict?]

  init(rules: Int, criteria: Int) {
    judgements = Array(repeating: nil, count: criteria)
    outcomes = Array(repeating: nil, count: criteria)
    verdicts = Array(repeating: nil, count: rules)
  }

  /// Turns to another subject.
  mutating func begin(_ subject: Subject) {
    self.subject = subject
    for number in judgements.indices { judgements[number] = nil }
    for number in outcomes.indices { outcomes[number] = nil }
    for rule in verdicts.indices { verdicts[rule] = nil }
  }
}
