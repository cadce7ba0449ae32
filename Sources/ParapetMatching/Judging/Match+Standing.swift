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

  /// What to do, derived from the reasons.
  public var standing: Standing {
    let reasons = reasons.filter { !$0.isMoot && !$0.isOfFitOrTiming }
    let failing = reasons.filter { $0.outcome == .unmet && !$0.isUnverified }
    if verdict == .ineligible, !failing.allSatisfy(\.isCurableByPartners) || failing.isEmpty { return .no }
    if reasons.contains(where: \.isUnverified) || !fit.isRelevant { return .doubtful }
    if !failing.isEmpty { return .partner }
    let open = reasons.filter { $0.outcome == .undecided }
    if open.contains(where: { $0.missing.contains(.partners) }) { return .partner }
    if open.contains(where: { $0.missing.contains { !$0.isAnsweredByOthers } }) { return .answer }
    return verdict == .undecided ? .readCall : .ready
  }
}

extension Fact {
  /// Whether nobody of the city can answer it.
  fileprivate var isAnsweredByOthers: Bool { declaration.part == .nobody }
}

extension Reason {
  /// Whether it tells what is paid for, or when one can apply, and not who may.
  fileprivate var isOfFitOrTiming: Bool {
    kind == CriterionKind.dates.rawValue
      || (kind == CriterionKind.measure.rawValue && !(outcome == .unmet && citation.grade.canExclude))
  }

  /// Whether further partners make it met where it fails: a number that is not reached, and none that is exceeded.
  fileprivate var isCurableByPartners: Bool {
    switch (required, stated) {
    case (.members, _), (.share(.partnerShare, _, _), _): !isNegated
    case (.consortium(_, let maximum), .consortium(let entities, _, _)):
      !isNegated && maximum.map { entities < $0 } ?? true
    default: false
    }
  }
}
