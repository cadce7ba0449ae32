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
    var (fails, isCurable, isUnverified, asksPartners, asksCity) = (false, true, false, false, false)
    // Reasons are large; each is looked at where it stands.
    for place in reasons.indices where !reasons[place].isMoot && !reasons[place].isOfFitOrTiming {
      switch reasons[place].outcome {
      case .met: continue
      case .unmet where reasons[place].isUnverified: isUnverified = true
      case .unmet:
        fails = true
        isCurable = isCurable && reasons[place].isCurableByPartners
      case .undecided:
        asksPartners = asksPartners || reasons[place].missing.contains(.partners)
        asksCity = asksCity || reasons[place].waitsForCity
      }
    }
    if verdict == .ineligible, !fails || !isCurable { return .no }
    if isUnverified || !fit.isRelevant { return .doubtful }
    if fails || asksPartners { return .partner }
    if asksCity { return .answer }
    return verdict == .undecided ? .readCall : .ready
  }
}

extension Match.Standing {
  /// Whether a rule says no that partners cannot cure.
  static func isNo(_ verdict: Verdict, _ reasons: [Reason]) -> Bool {
    guard verdict == .ineligible else { return false }
    var fails = false
    for place in reasons.indices where reasons[place].outcome == .unmet && !reasons[place].isMoot {
      if reasons[place].isUnverified || reasons[place].isOfFitOrTiming { continue }
      guard reasons[place].isCurableByPartners else { return true }
      fails = true
    }
    return !fails
  }
}

extension Reason {
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
