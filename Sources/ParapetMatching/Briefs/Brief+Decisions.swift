import ParapetBudgeting
public import ParapetModel

extension Brief {
  /// What must be decided now: a deadline that an application still reaches, or a question that decides much money.
  public struct Decision: Sendable {
    /// What is to be decided.
    public enum Subject: Sendable {
      /// Whether to apply for items.
      case apply(Match, [Item])
      /// What the city says of a fact, for items.
      case answer(Fact, [Item])
    }

    /// What is to be decided.
    public var subject: Subject
    /// Until when.
    public var until: Day
    /// What it is worth, in the currency of the grants; nothing where that is unknown or of several currencies.
    public var worth: Money?
  }

  /// Own cash that the council promises before an application goes out.
  public struct Vote: Sendable {
    /// What is applied for.
    public var match: Match
    /// For which items.
    public var items: [Item]
    /// The own cash of all of them.
    public var own: Money
    /// The years in which it falls due.
    public var years: [Int]
    /// The deadline before which the vote is needed; nothing where none is known.
    public var until: Day?
  }

  /// What nothing credible pays for.
  public struct Unfunded: Sendable {
    /// The item.
    public var item: Item
    /// Why.
    public var because: Because

    /// Why nothing pays for it.
    public enum Because: Sendable {
      /// Nobody says what kind of thing it is.
      case kindUnknown
      /// Nothing open, expected or standing is on its subject.
      case nothingListed
      /// What there is, is in doubt; this comes first.
      case doubtful(Match)
    }
  }

  /// What must be decided within a month, the nearest end first, then the questions that decide most money.
  public var decideThisMonth: [Decision] {
    let month = asOf.adding(days: 30)
    let applications = groups.compactMap { group -> Decision? in
      guard let deadline = group.match.nextDeadline?.day, asOf.days(until: deadline) <= Brief.horizon else {
        return nil
      }
      return Decision(
        subject: .apply(group.match, group.items), until: min(deadline, month),
        worth: Brief.grants(group.rows.map { ($0, $0.best?.estimate?.grant) }))
    }
    return applications
      + questions.map { question in
        Decision(subject: .answer(question.fact, question.items), until: month, worth: question.worth)
      }
  }

  /// What the council must vote, the nearest deadline first.
  public var councilVotes: [Vote] {
    groups.compactMap { group -> Vote? in
      guard let own = Brief.sum(group.matches.map { $0.estimate?.own }), own.minorUnits > 0 else {
        return nil
      }
      let years = Set(group.rows.flatMap { $0.ownYears.map(\.year) }).sorted()
      return Vote(
        match: group.match, items: group.items, own: own, years: years, until: group.match.nextDeadline?.day)
    }
  }

  /// What nothing credible pays for.
  public var unfunded: [Unfunded] {
    rows.compactMap { row in
      guard row.best == nil else { return nil }
      if row.item.measures.isEmpty { return Unfunded(item: row.item, because: .kindUnknown) }
      return Unfunded(item: row.item, because: row.doubtful.map { .doubtful($0) } ?? .nothingListed)
    }
  }
}

extension Brief {
  /// Items with the same best source.
  private struct Group {
    var rows: [Row]
    var matches: [Match] { rows.compactMap(\.best) }
    var items: [Item] { rows.map(\.item) }
    var match: Match
  }

  /// The best sources, each once, the nearest deadline first.
  private var groups: [Group] {
    var groups: [Group] = []
    for row in rows {
      guard let best = row.best else { continue }
      let name = (best.offer.opportunity.identifier, best.offer.opportunity.reference)
      if let place = groups.firstIndex(where: {
        ($0.match.offer.opportunity.identifier, $0.match.offer.opportunity.reference) == name
      }) {
        groups[place].rows.append(row)
      } else {
        groups.append(Group(rows: [row], match: best))
      }
    }
    return groups.enumerated().sorted { left, right in
      let (first, second) = (left.element.match.nextDeadline?.day, right.element.match.nextDeadline?.day)
      switch (first, second) {
      case (let first?, let second?) where first != second: return first < second
      case (.some, nil): return true
      case (nil, .some): return false
      default: return left.offset < right.offset
      }
    }.map(\.element)
  }

  /// The facts that the city can state and that its best sources wait for, those that decide most money first.
  private var questions: [(fact: Fact, items: [Item], worth: Money?)] {
    var waiting: [Fact: [Row]] = [:]
    for row in rows {
      guard let best = row.best, best.standing == .answer else { continue }
      for fact in best.questions where fact.declaration.part != .nobody {
        waiting[fact, default: []].append(row)
      }
    }
    return waiting.map { fact, rows in
      (fact: fact, items: rows.map(\.item), worth: Brief.grants(rows.map { ($0, $0.europeanGrant) }))
    }
    .sorted { left, right in
      let (first, second) = (left.worth?.minorUnits ?? 0, right.worth?.minorUnits ?? 0)
      return first == second ? left.fact < right.fact : first > second
    }
  }

  /// The sum of amounts of one currency; nothing where none is known, or they are of several.
  public static func sum(_ amounts: [Money?]) -> Money? {
    let known = amounts.compactMap(\.self)
    guard let first = known.first, known.allSatisfy({ $0.currency == first.currency }) else { return nil }
    return known.dropFirst().reduce(first, +)
  }
}
