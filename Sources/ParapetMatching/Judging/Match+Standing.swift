import ParapetBudgeting
import ParapetModel

extension Match {
  /// What a person does with an answer: the first that applies, from `no` to `ready`.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// Every known rule is met, and the call's own conditions were read.
    case ready
    /// Every known rule is met; the call's own document is unread.
    case readCall = "read-call"
    /// A fact of the city or of a partner is missing.
    case answer
    /// What fails or is open can be cured by partners.
    case partner
    /// An unverified rule is not met, or nothing says that it pays for such a thing.
    case doubtful
    /// A rule says no, and partners cannot cure it.
    case no
  }

  /// Whether what it brings is known, and is nothing.
  public var bringsNothing: Bool { estimate?.grant?.minorUnits == 0 }

  /// What to do, derived from the reasons.
  public var standing: Standing {
    StandingSigns(reasons).standing(verdict, isRelevant: fit.isRelevant)
  }
}

extension Match {
  /// Whether an instrument serves an aim and nothing says that the item serves it too: it is on another subject, as asylum is
  /// for a training of the police.
  public var leavesAimOpen: Bool { StandingSigns(reasons).leavesAimOpen }
}

/// What the reasons of a pair say of what a person does with it.
struct StandingSigns {
  private var fails = false
  private var isCurable = true
  private var isUnverified = false
  private var asksPartners = false
  private var asksCity = false
  /// Whether an instrument serves an aim of which neither the item's words nor its city say anything.
  private(set) var leavesAimOpen = false

  /// No reason yet.
  init() {}

  /// What some reasons say together.
  init(_ reasons: [Reason]) {
    // Reasons are large; each is looked at where it stands.
    for place in reasons.indices where !reasons[place].isMoot { note(reasons[place]) }
  }

  /// Counts a reason that is not moot.
  mutating func note(_ reason: borrowing Reason) {
    guard reason.outcome != .met, !reason.isOfFitOrTiming || reason.asksTerritorialStrategy else { return }
    if reason.outcome == .undecided {
      noteOpen(kind: reason.kind, missing: reason.missing)
    } else if reason.isUnverified {
      isUnverified = true
    } else {
      fails = true
      isCurable = isCurable && reason.isCurableByPartners
    }
  }

  /// Counts an open criterion that asks who may apply.
  mutating func noteOpen(kind: String, missing: [Fact]) {
    leavesAimOpen = leavesAimOpen || kind == CriterionKind.aim.rawValue
    asksPartners = asksPartners || missing.contains(.partners)
    asksCity = asksCity || missing.contains { $0.declaration.part != .nobody }
  }

  /// Whether a rule says no that partners cannot cure.
  func isNo(_ verdict: Verdict) -> Bool { verdict == .ineligible && (!fails || !isCurable) }

  /// What a person does.
  func standing(_ verdict: Verdict, isRelevant: Bool) -> Match.Standing {
    if isNo(verdict) { return .no }
    if isUnverified || !isRelevant { return .doubtful }
    if fails || asksPartners { return .partner }
    if asksCity { return .answer }
    return verdict == .undecided ? .readCall : .ready
  }
}

extension Match.Standing {
  /// Whether a rule says no that partners cannot cure.
  static func isNo(_ verdict: Verdict, _ reasons: [Reason]) -> Bool {
    guard verdict == .ineligible else { return false }
    return StandingSigns(reasons).isNo(verdict)
  }
}

extension Reason {
  /// Whether it pays for the item within a territorial strategy, and nobody says whether there is one with the item in it.
  var asksTerritorialStrategy: Bool { outcome == .undecided && missing == Fact.onlyStrategy }

  /// Whether it tells what is paid for, or when one can apply, and not who may.
  var isOfFitOrTiming: Bool {
    kind == CriterionKind.dates.rawValue
      || (kind == CriterionKind.measure.rawValue && !(outcome == .unmet && !isUnverified))
  }

  /// Whether further partners make it met where it fails: a number that is not reached, and none that is exceeded; or a lead
  /// that nobody was named for.
  var isCurableByPartners: Bool {
    switch (required, stated) {
    case (.seats(.leadSeat, _, _), _), (.everyone(.leadBody, _), _): missing.contains(.coordinator)
    case (.members, _), (.share(.partnerShare, _, _), _): !isNegated
    case (.consortium(_, let maximum), .consortium(let entities, _, _)):
      !isNegated && maximum.map { entities < $0 } ?? true
    default: false
    }
  }
}

extension Fact {
  /// What is missing where a measure is paid for within a territorial strategy alone.
  static let onlyStrategy = [Fact.territorialStrategy]
}
