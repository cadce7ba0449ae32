import ParapetModel

/// What the criteria and rules of a table say of one subject, each asked at most once; only the table that made it may
/// read it.
///
/// It turns from subject to subject, and forgets what depends on the parts in which they differ: the items of a city share
/// their applicant, and many their partners.
struct RuleAnswers {
  /// Who is judged.
  private(set) var subject = Subject()
  /// What was found, by the number of the criterion; `nil` where it was not asked.
  private(set) var judgements: [Judgement?]
  /// The outcomes of these alone, in one flat array: trees read nothing else, and each criterion stands in many.
  private(set) var outcomes: [Outcome?]
  /// By the number of the rule.
  private(set) var verdicts: [Verdict?]
  /// What answers need to know of a rule, by its number.
  var gists: [RuleGist?]
  private let partsOfCriteria: [SubjectParts]
  private let partsOfRules: [SubjectParts]
  /// The numbers of what was asked, which is little of all that could be.
  private var askedCriteria: [Int] = []
  private var askedRules: [Int] = []

  /// Room for rules and criteria that read these parts of a subject.
  init(rules: [SubjectParts], criteria: [SubjectParts]) {
    partsOfRules = rules
    partsOfCriteria = criteria
    judgements = Array(repeating: nil, count: criteria.count)
    outcomes = Array(repeating: nil, count: criteria.count)
    verdicts = Array(repeating: nil, count: rules.count)
    gists = Array(repeating: nil, count: rules.count)
  }

  /// Turns to another subject.
  mutating func begin(_ next: Subject) {
    let changed = next.parts(differingFrom: subject)
    subject = next
    askedCriteria.removeAll { number in
      guard !partsOfCriteria[number].isDisjoint(with: changed) else { return false }
      judgements[number] = nil
      outcomes[number] = nil
      return true
    }
    askedRules.removeAll { rule in
      guard !partsOfRules[rule].isDisjoint(with: changed) else { return false }
      verdicts[rule] = nil
      gists[rule] = nil
      return true
    }
  }

  /// Keeps what a criterion says of the subject.
  mutating func keep(_ judgement: Judgement, ofCriterion number: Int) {
    judgements[number] = judgement
    outcomes[number] = judgement.outcome
    askedCriteria.append(number)
  }

  /// Keeps the verdict of a rule, which is asked before its gist.
  mutating func keep(_ verdict: Verdict, of rule: Int) {
    verdicts[rule] = verdict
    askedRules.append(rule)
  }
}

/// What an answer takes of a rule: its verdict and standing, and the criteria that are not met.
struct RuleGist {
  /// The verdict of the rule alone.
  var verdict: Verdict
  /// What its reasons say of what a person does.
  var signs: StandingSigns
  /// How many criteria fail that no authority backs.
  var unverified: Int
  /// The criteria that fail or are open, each once.
  var open: [String]

  /// Adds a reason.
  mutating func note(_ reason: borrowing Reason) {
    guard reason.outcome != .met, !reason.isMoot else { return }
    signs.note(reason)
    if reason.isUnverified { unverified += 1 }
    list(reason.id, of: reason.kind)
  }

  /// Adds an open criterion: what it would as a reason.
  mutating func noteOpen(kind: String, id: String, missing: [Fact]) {
    let isOfFitOrTiming = [CriterionKind.dates.rawValue, CriterionKind.measure.rawValue].contains(kind)
    if !isOfFitOrTiming || missing == Fact.onlyStrategy {
      signs.noteOpen(kind: kind, missing: missing)
    }
    list(id, of: kind)
  }

  private mutating func list(_ id: String, of kind: String) {
    guard kind != CriterionKind.dates.rawValue, !open.contains(id) else { return }
    open.append(id)
  }
}
