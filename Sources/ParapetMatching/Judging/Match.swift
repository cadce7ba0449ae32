public import ParapetBudgeting
public import ParapetModel

/// The answer for one item and one opportunity on one day.
public struct Match: Sendable {
  /// The opportunity with what its instruments add.
  public var offer: Offer
  /// Eligible, undecided or ineligible.
  public var verdict: Verdict
  /// What the opportunity's dates say of the day.
  public var status: DayStatus
  /// Every criterion with its outcome: the instruments' in the order of the files, then dates and amounts.
  public var reasons: [Reason]
  /// How well it fits, as named addends.
  public var fit: Fit
  /// What it would bring, or nil where it cannot be computed.
  public var estimate: GrantEstimate?
  /// The next deadline for a new application.
  public var nextDeadline: Deadline?
  /// The place in the whole list of the item, from 1; nothing for a pair that the list leaves out.
  public var rank: Int?
  /// The smallest sets of changes that would clear the way, the easiest first; they are searched for what is shown.
  public var fixes: [Fix] = []

  /// Whether the opportunity imposes a form of work that nothing says the item is; told of lists that know what is imposed.
  public var asksForOtherWork = false
  /// Of forms of work that bind lists as well as plans the first that nothing says the item is; it keeps the pair off lists.
  var missingWork: WorkDemand?
  /// Whether nothing tells when it can be applied for, and the year of its call is over.
  var isLeftOver = false

  /// The share of the criteria that are decided, in hundredths: how much of the answer rests on stated facts.
  public var confidence: Int {
    let decisive = reasons.places { !$0.isMoot }.count
    guard decisive > 0 else { return 0 }
    return reasons.places { !$0.isMoot && $0.outcome != .undecided }.count * 100 / decisive
  }

  /// The questions whose answers would decide it, each fact once.
  public var questions: [Fact] { Set(reasons.flatMap(\.questions)).sorted() }

}
