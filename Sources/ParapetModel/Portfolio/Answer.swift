/// What a city found out about one question: whether a condition of an opportunity is met.
///
/// It decides the question for this city and says whose word that is. What an answer rests on can change: it does not
/// count once the opportunity's record changed after its day.
public struct Answer: Hashable, Sendable {
  /// The item that it is about; nothing for all.
  public var item: String?
  /// The opportunity, by its identifier or its source's reference; nothing for all.
  public var opportunity: String?
  /// The question: the name of a criterion, or `callDocument`.
  public var question: String
  /// What was found: `undecided` says that the city asked and does not know.
  public var outcome: Outcome
  /// Where it was found, in the city's words.
  public var source: String?
  /// Who says so.
  public var by: String
  /// When.
  public var on: Day
  /// Where it stands, for diagnostics.
  public var place: Diagnostic.Place

  /// An answer from its parts.
  public init(
    item: String?, opportunity: String?, question: String, outcome: Outcome, source: String? = nil,
    by: String,
    on day: Day, place: Diagnostic.Place = Diagnostic.Place(file: "")
  ) {
    self.item = item
    self.opportunity = opportunity
    self.question = question
    self.outcome = outcome
    self.source = source
    self.by = by
    self.on = day
    self.place = place
  }

  /// The question whether what the call's own document asks is met.
  public static let callDocument = Fact.callDocument.rawValue

  /// Whether it is about a pair, by any of the opportunity's names.
  public func isAbout(_ item: String, _ opportunity: Opportunity) -> Bool {
    guard self.item == nil || self.item == item else { return false }
    guard let name = self.opportunity else { return true }
    return opportunity.goes(by: name)
  }

  /// How narrowly it says what it is about; the narrowest counts.
  public var narrowness: Int { (opportunity == nil ? 0 : 2) + (item == nil ? 0 : 1) }
}

/// How an answer is written.
public enum AnswerWord: String, Hashable, Sendable, CaseIterable {
  case met, unmet, unknown

  /// The word for an outcome.
  public init(_ outcome: Outcome) {
    switch outcome {
    case .met: self = .met
    case .unmet: self = .unmet
    case .undecided: self = .unknown
    }
  }

  /// What it says of the question.
  public var outcome: Outcome {
    switch self {
    case .met: .met
    case .unmet: .unmet
    case .unknown: .undecided
    }
  }
}

/// An answer with whether it still counts.
public struct GivenAnswer: Hashable, Sendable {
  /// The answer.
  public var answer: Answer
  /// The day on which the opportunity's record changed, after that of the answer: then it counts no more.
  public var lapsedOn: Day?

  /// An answer about an opportunity.
  public init(_ answer: Answer, about opportunity: Opportunity) {
    self.answer = answer
    lapsedOn = opportunity.changedOn.flatMap { $0 > answer.on ? $0 : nil }
  }

  /// What it decides; nothing where it has lapsed, or says that nobody knows.
  public var outcome: Outcome? { lapsedOn == nil && answer.outcome != .undecided ? answer.outcome : nil }
}

extension Opportunity {
  /// Whether a name is one of its own: its identifier or its source's reference, in any case.
  public func goes(by name: String) -> Bool {
    let name = name.lowercased()
    return identifier.lowercased() == name || reference?.lowercased() == name
  }
}
