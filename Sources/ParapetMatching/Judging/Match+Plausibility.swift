import ParapetModel

/// Whether a sensible officer would send it in, as far as its subject goes.
///
/// A list shows what may be on the subject, since a person reads it; a plan spends money on it. So a plan asks for more
/// than `Fit.isRelevant`: that something stated pays for the item's measure. The words of the texts alone are no reason:
/// a pilot of crowd sensors has "test" and "demonstration" in common with a demonstrator of aircraft.
extension Match {
  /// Whether what is stated of the opportunity pays for the item's measure, and its own text is on the item's subject.
  ///
  /// The nearest list of measures counts. A programme or a standing instrument that names one of the item's measures is
  /// enough, unless the item is first of all what it refuses. A topic has one subject of its own: its own list has the measure
  /// as what it exists for, or names it besides or for some items, or it has none and its instrument's list does; then its text
  /// must speak of the item's subject too.
  public var isPlausible: Bool {
    guard let measures = fit.addends.first(where: { $0.name == .measure }) else { return false }
    guard case .measures(let core, let possible) = measures.because,
      (core + possible).contains(where: { !isTakenInPartByConclusion($0) })
    else { return false }
    guard !refusesFirstMeasure else { return false }
    guard offer.opportunity.level == .topic else { return true }
    let own = ownLists
    // What the topic exists for; what it can pay for besides, its text must speak of.
    if !core.isEmpty, own.contains(where: { $0.outcome == .met || $0.isMadeForFirstMeasure }) { return true }
    if !own.isEmpty {
      let named = Set(own.flatMap(\.namedMeasures))
      guard (core + possible).contains(where: named.contains) else { return false }
    }
    return isOnSubjectByWords
  }

  /// Whether a topic's own text is on the item's subject beyond doubt: help for victims of violence against women is sent to the
  /// call for them though nobody answered the question.
  public var isOnSubjectByWords: Bool {
    guard offer.opportunity.level == .topic else { return false }
    return (fit.addends.first { $0.name == .words }?.points ?? 0) >= Match.plausibleWords
  }

  /// Whether every list that accepts any of the item's measures takes it where the item is on one subject alone, and nobody
  /// has said that it is.
  public var paysOneSubjectAlone: Bool {
    guard let measures = fit.addends.first(where: { $0.name == .measure }),
      case .measures(let core, let possible) = measures.because
    else { return false }
    let lists = nearestLists.filter { !$0.namedMeasures.isEmpty }
    let named = (core + possible).filter { measure in lists.contains { $0.namedMeasures.contains(measure) } }
    return !named.isEmpty
      && named.allSatisfy { measure in
        lists.allSatisfy {
          !$0.namedMeasures.contains(measure) || ($0.takesInPart(measure) && $0.outcome != .met)
        }
      }
  }

  /// Whether the only lists that accept a measure are our own conclusions and take it for some items alone: an exercise that a
  /// fund of investments pays for beside an investment is nothing to send to it.
  private func isTakenInPartByConclusion(_ measure: String) -> Bool {
    let lists = nearestLists.filter { $0.namedMeasures.contains(measure) }
    return !lists.isEmpty
      && lists.allSatisfy { $0.takesInPart(measure) && $0.outcome != .met && !$0.citation.grade.canExclude }
  }

  /// Whether a list refuses by name what the item is first of all, and no list accepts it: what is left of a visit to a
  /// twin town without the exchange is no project that anybody would send in.
  private var refusesFirstMeasure: Bool {
    let lists = reasons.filter { $0.kind == CriterionKind.measure.rawValue && !$0.isMoot }
    return lists.contains { list in
      guard case .values(_, let measures, let refused) = list.stated, let first = measures.first,
        refused.contains(first)
      else { return false }
      return !lists.contains { $0.namedMeasures.contains(first) }
    }
  }

  /// The points from words at which a topic's own text is on the item's subject beyond doubt.
  ///
  /// `Fit.relevantWords` is where a list begins to show a topic for its words alone; words such as "test" reach it. A
  /// judgement, from the lists of one city with sensors for crowds, and not set on `reports/quality.md`.
  static let plausibleWords = 67

  /// The lists that say what is paid for: a topic's or call's own where it has any, else all above it too.
  private var nearestLists: [Reason] {
    let own = ownLists
    return own.isEmpty || offer.opportunity.level.isStanding
      ? reasons.filter { $0.kind == CriterionKind.measure.rawValue } : own
  }

  /// The reasons that come from lists of measures of the opportunity's own.
  private var ownLists: [Reason] {
    let own = Set(
      (offer.opportunity.requirements?.criteria ?? []).filter { $0.kind == CriterionKind.measure.rawValue }
        .map(\.id))
    return reasons.filter { own.contains($0.id) }
  }
}

extension Reason {
  /// The measures that a list accepts, of all items or of some.
  fileprivate var namedMeasures: [String] {
    guard case .measures(let core, let possible, let partial, _) = required else { return [] }
    return core + possible + partial
  }

  /// Whether it is a list made for what the item is first of all, though what the item does besides is left open.
  fileprivate var isMadeForFirstMeasure: Bool {
    guard outcome == .undecided, case .measures(let core, _, _, _) = required,
      case .values(_, let measures, _) = stated, let first = measures.first
    else { return false }
    return core.contains(first)
  }

  /// Whether it is a list that accepts a measure of some items alone.
  fileprivate func takesInPart(_ measure: String) -> Bool {
    guard case .measures(_, _, let partial, _) = required else { return false }
    return partial.contains(measure)
  }
}
