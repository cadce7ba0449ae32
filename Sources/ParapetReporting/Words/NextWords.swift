public import ParapetMatching
public import ParapetModel

/// What is to be done next, with the names and rules in words.
public enum NextSentence: Hashable, Sendable {
  /// Write the application.
  case apply
  /// Ask whoever runs the money when it takes applications.
  case askForCall(String)
  /// Ask whoever runs the money whether rules bind that nobody has verified.
  case askForRules(String, rules: [String])
  /// Ask whoever runs the money whether it pays for such a thing.
  case askForRelevance(String)
  /// Read what the call's own document asks, at an address where one is known.
  case read(at: String?)
  /// Answer the questions about facts, by the codes under which answers are given.
  case answer(facts: [String], codes: [String])
  /// Find partners so that rules hold.
  case findPartners([String])
  /// Find out in the call's document whether rules bind that nobody has verified.
  case verify([String], at: String?)
  /// Find out in the call's document whether it pays for such a thing.
  case checkSubject(at: String?)
  /// Leave it, since rules are not met.
  case leave([String])
  /// Wait for the next call.
  case awaitCall
}

/// A remark about standings, with the figures that it needs.
public enum StandingNote: Hashable, Sendable {
  /// How many rows of each standing follow.
  case counts([StandingCount])
  /// How many pairs a list leaves out, and how they are shown.
  case omitted(Omitted)
  /// What a standing of a list means, each in its order.
  case meaning
  /// Whose turn it is and until when, after the sentence that says what is to be done.
  case turn(String, of: NextAction.Doer, until: Day?)
  /// Who answered a question, when, and where it was found.
  case answered(by: String, on: Day, source: String?)
  /// That the city asked and does not know.
  case askedInVain(by: String, on: Day)
  /// That an answer counts no more, since the record changed after it.
  case lapsed(by: String, on: Day, changed: Day)
  /// Under which codes answers are given.
  case codes([String])
}

/// How many rows have a standing.
public struct StandingCount: Hashable, Sendable {
  /// The standing.
  public var standing: Match.Standing
  /// How many.
  public var count: Int
}

/// The words for what a person does with an answer, in a language.
public protocol NextWords {
  /// The name of a column or fact.
  func label(_ label: NextLabel) -> String
  /// The words for a standing.
  func word(_ standing: Match.Standing) -> String
  /// The words for whose turn it is.
  func word(_ doer: NextAction.Doer) -> String
  /// Who runs the money, where no name is known; nothing where even that is not.
  func runner(_ management: Management?) -> String
  /// What is to be done next.
  func sentence(_ next: NextSentence) -> String
  /// A remark.
  func note(_ note: StandingNote) -> String
}

/// A heading or the name of a column about standings.
public enum NextLabel: String, Hashable, Sendable, CaseIterable {
  case standing, nextAction
}
