import ParapetBudgeting
public import ParapetModel

/// What would change most for a city: the single changes that unlock grants, the questions that decide over most,
/// and the items that nothing can pay for.
public struct Sensitivity: Sendable {
  /// The city and its items.
  public var portfolio: Portfolio
  /// The single changes, what brings most first.
  public var unlocks: [Unlock] = []
  /// The open questions, what decides over most first.
  public var questions: [Question] = []
  /// The items that no opportunity can pay for.
  public var blocked: [Blocked] = []

  /// What one change would open.
  public struct Unlock: Hashable, Sendable {
    /// The change.
    public var change: Change
    /// The items for which it opens something, in the order of the portfolio.
    public var items: [String]
    /// What it opens, each once.
    public var opportunities: [Opportunity]
    /// The best grant that it opens for each item, put together; nil where no amount is known.
    public var grant: Money?
  }

  /// A fact that is not known.
  public struct Question: Hashable, Sendable {
    /// The fact.
    public var fact: Fact
    /// The items that it decides over.
    public var items: [String]
    /// The number of opportunities that it decides over.
    public var opportunities: Int
    /// The best grant of each item that hangs on it, put together; nil where no amount is known.
    public var grant: Money?
  }

  /// An item without a way.
  public struct Blocked: Hashable, Sendable {
    /// The item's name.
    public var item: String
    /// What stands in the way, what stands in most ways first; empty where nothing on offer is about its measures.
    public var blockers: [Blocker]
  }

  /// A kind of criterion that is not met.
  public struct Blocker: Hashable, Sendable {
    /// The kind.
    public var kind: String
    /// The number of opportunities that it closes.
    public var opportunities: Int
    /// One of the reasons, as an example.
    public var example: Reason
  }

  /// - Parameters:
  ///   - everything: the lists of all items with every opportunity, closed and ineligible ones too.
  ///   - matcher: the matcher that made them.
  public init(_ everything: Shortlist, by matcher: Matcher) {
    portfolio = everything.portfolio
    let lists = everything.items.map { list in
      (item: list.item, matches: list.matches.filter { $0.status != .closed && $0.fit.isRelevant })
    }
    unlocks = Sensitivity.unlocks(lists, of: portfolio.city, matcher)
    questions = Sensitivity.questions(lists)
    blocked = lists.compactMap { list in
      list.matches.contains { $0.verdict != .ineligible }
        ? nil : Blocked(item: list.item.id, blockers: Sensitivity.blockers(list.matches))
    }
  }

  private typealias List = (item: Item, matches: [Match])
}

extension Sensitivity {
  /// A change is tried on every item that it could be made for, not only where it is a smallest one: who finds
  /// three partners also has the one that another call asks for.
  private static func unlocks(_ lists: [List], of city: City, _ matcher: Matcher) -> [Unlock] {
    var changes: [(change: Change, item: String?)] = []
    var closed: [[Match]] = []
    for list in lists {
      var shut: [Match] = []
      for match in list.matches {
        let search = FixSearch(matcher: matcher, offer: match.offer, city: city, item: list.item)
        guard !search.isClear(city, list.item) else { continue }
        shut.append(match)
        for fix in search.fixes(upTo: 1) where fix.power < .impossible {
          let change = fix.changes[0]
          let owner = change.isOfOneItem ? list.item.id : nil
          if !changes.contains(where: { $0.change == change && $0.item == owner }) {
            changes.append((change, owner))
          }
        }
      }
      closed.append(shut)
    }
    let unlocks = changes.map { change, owner in
      var unlock = Unlock(change: change, items: [], opportunities: [])
      for (list, shut) in zip(lists, closed) where owner == nil || owner == list.item.id {
        var (changedCity, changedItem) = (city, list.item)
        change.apply(to: &changedCity, &changedItem)
        var best: Money?
        var opens = false
        for match in shut {
          let search = FixSearch(matcher: matcher, offer: match.offer, city: city, item: list.item)
          guard search.isClear(changedCity, changedItem) else { continue }
          opens = true
          if !unlock.opportunities.contains(where: { $0.isSame(as: match.offer.opportunity) }) {
            unlock.opportunities.append(match.offer.opportunity)
          }
          guard !match.offer.opportunity.isNational else { continue }
          best = larger(best, matcher.estimate(changedItem, of: changedCity, under: match.offer)?.grant)
        }
        if opens { unlock.items.append(list.item.id) }
        unlock.grant = sum(unlock.grant, best)
      }
      unlock.opportunities.sort { ($0.identifier, $0.reference ?? "") < ($1.identifier, $1.reference ?? "") }
      return unlock
    }
    return unlocks.filter { unlock in
      // What asks for more and opens no more is not worth saying.
      !unlocks.contains {
        $0.change.fact == unlock.change.fact && $0.change.size < unlock.change.size
          && $0.items == unlock.items
          && $0.opportunities == unlock.opportunities && $0.grant == unlock.grant
      }
    }.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      let amounts = (first.grant?.minorUnits ?? -1, second.grant?.minorUnits ?? -1)
      if amounts.0 != amounts.1 { return amounts.0 > amounts.1 }
      if first.opportunities.count != second.opportunities.count {
        return first.opportunities.count > second.opportunities.count
      }
      if first.change.size != second.change.size { return first.change.size < second.change.size }
      return left.offset < right.offset
    }.map(\.element)
  }

  private static func questions(_ lists: [List]) -> [Question] {
    Fact.allCases.sorted().compactMap { fact in
      var question = Question(fact: fact, items: [], opportunities: 0)
      for list in lists {
        let asking = list.matches.filter { $0.verdict == .undecided && $0.questions.contains(fact) }
        guard !asking.isEmpty else { continue }
        question.items.append(list.item.id)
        question.opportunities += asking.count
        let european = asking.filter { !$0.offer.opportunity.isNational }
        question.grant = sum(question.grant, european.reduce(nil) { larger($0, $1.estimate?.grant) })
      }
      return question.items.isEmpty ? nil : question
    }.sorted { left, right in
      let amounts = (left.grant?.minorUnits ?? -1, right.grant?.minorUnits ?? -1)
      return amounts.0 == amounts.1 ? left.fact < right.fact : amounts.0 > amounts.1
    }
  }

  private static func blockers(_ matches: [Match]) -> [Blocker] {
    var blockers: [String: Blocker] = [:]
    for match in matches {
      let unmet = match.reasons.filter { $0.outcome == .unmet && !$0.isMoot && !$0.isUnverified }
      for kind in Set(unmet.map(\.kind)) {
        guard let example = unmet.first(where: { $0.kind == kind }) else { continue }
        blockers[kind, default: Blocker(kind: kind, opportunities: 0, example: example)].opportunities += 1
      }
    }
    return blockers.values.sorted { ($1.opportunities, $0.kind) < ($0.opportunities, $1.kind) }
  }

  private static func larger(_ left: Money?, _ right: Money?) -> Money? {
    guard let left else { return right }
    guard let right, right.currency == left.currency else { return left }
    return left.minorUnits >= right.minorUnits ? left : right
  }

  /// The sum in the currency that came first; an amount in another is left out, since no rate is at hand here.
  private static func sum(_ left: Money?, _ right: Money?) -> Money? {
    guard let left else { return right }
    guard let right, right.currency == left.currency else { return left }
    return left + right
  }
}

extension Change {
  /// Whether it is a change of one item, and no other would have it by the same effort.
  var isOfOneItem: Bool {
    switch fact.declaration.part {
    case .item, .period: true
    case .applicant, .partners, .lead, .nobody: false
    }
  }

  /// How much it asks for, to put the smaller first among equals.
  var size: Int {
    if case .partners(let partners) = self { partners.count } else { 1 }
  }
}

extension Opportunity {
  /// Whether it is the same record as another.
  func isSame(as other: Opportunity) -> Bool {
    identifier == other.identifier && reference == other.reference
  }
}
