public import ParapetMatching
public import ParapetModel

/// A heading, or the name of a column or fact, of a decision sheet.
public enum BriefLabel: String, Hashable, Sendable, CaseIterable {
  case overview, itemWithPriority, applyTo, ownCash, nextAndTurn, atRisk, decideThisMonth, councilVotes
  case notFunded, deadlineAndDays
  case grantsInSight, nationalInSight, ownInSight, costOfAll
}

/// A sentence of a decision sheet, with the figures that it needs.
public enum BriefSentence: Hashable, Sendable {
  /// The title.
  case sheet(of: String)
  /// That grants are estimates, and whose the sheet's sources are.
  case estimates
  /// How many days are left until a day; few are marked.
  case daysLeft(Int)
  /// The day that another source states for the deadline.
  case otherDay(Day)
  /// How many items are not on the page.
  case more(Int)
  /// How many items a sentence leaves out.
  case others(Int)
  /// How many decisions or votes are not among the lines.
  case moreLines(Int)
  /// Who has the turn, and what they do.
  case turn(String, of: NextAction.Doer)
  /// Whether to apply for items, until a day.
  case apply(to: String, for: [String], until: Day, deadline: Day, worth: String?)
  /// What the city says of a fact that decides items.
  case answer(fact: String, for: [String], worth: String?)
  /// Own cash that the council promises, for what, in which years, and before which deadline.
  case vote(String, for: [String], to: String, years: [Int], until: Day?)
  /// That nothing is due.
  case nothingToDecide, nothingToVote, allFunded
  /// That nobody says what kind of thing an item is.
  case kindUnknown(item: String, cost: String?)
  /// That nothing on offer is on an item's subject.
  case nothingListed(item: String, cost: String?)
  /// That what there is for an item is in doubt.
  case doubtful(item: String, cost: String?, source: String, action: String)
  /// The second best source, with its grant.
  case runnerUp(String, grant: String?)
  /// What can go wrong.
  case risks([Brief.Risk])
  /// That nothing stands out.
  case noRisk
  /// Own cash by years.
  case years([String])
}

/// The words of decision sheets in a language.
public protocol BriefWords {
  /// A heading or the name of a column or fact.
  func label(_ label: BriefLabel) -> String
  /// A sentence.
  func sentence(_ sentence: BriefSentence) -> String
}
