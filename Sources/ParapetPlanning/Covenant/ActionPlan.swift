public import ParapetMatching
public import ParapetModel

/// The Covenant's action plan of a city, from what is known of it: which item serves which commitment, what each item
/// is, who may pay for it, and what is missing.
///
/// It decides nothing: the matches are those of the shortlist, and the figures those of the plan.
public struct ActionPlan: Sendable {
  /// The city.
  public var portfolio: Portfolio
  /// The day judged.
  public var asOf: Day
  /// The commitments in their order, each with the items that serve it.
  public var coverage: [CommitmentCoverage]
  /// An action card for each item, in the order of the portfolio.
  public var cards: [ActionCard]
  /// The plan of who pays for what; nothing where none could be made.
  public var plan: Plan?
  /// The words in which sites are assessed and work is told.
  public var frame: SecurityFrame

  /// An action plan on a day.
  ///
  /// - Parameters:
  ///   - shortlist: of all items.
  ///   - practices: from which the nearest are taken.
  public init(
    _ shortlist: Shortlist, plan: Plan?, measures: MeasureCatalogue, frame: SecurityFrame,
    practices: [GoodPractice]
  ) {
    portfolio = shortlist.portfolio
    asOf = shortlist.asOf
    self.plan = plan
    self.frame = frame
    coverage = CommitmentCoverage.of(shortlist.portfolio.items, measures)
    let maker = CardMaker(
      city: shortlist.portfolio, asOf: shortlist.asOf, plan: plan, measures: measures, frame: frame,
      practices: practices)
    cards = shortlist.items.map { maker.card(of: $0.item, $0.matches) }
  }

  /// The items of a half of the plan.
  public func items(of component: Item.Component) -> [Item] {
    portfolio.items.filter { $0.component == component }
  }

  /// The halves without any item: a plan that has one is not complete.
  public var emptyComponents: [Item.Component] {
    Item.Component.allCases.filter { items(of: $0).isEmpty }
  }

  /// The commitments that measures fulfil and no item serves.
  public var unserved: [Int] {
    coverage.filter { $0.commitment.by == .measures && $0.items.isEmpty }.map(\.commitment.number)
  }

  /// The items whose deadline was missed or whose application was refused, as the city tells until the day, and that found
  /// no other money since.
  public var lost: [Item] {
    portfolio.items.filter { item in
      portfolio.records.progress(of: item.id, until: asOf).last.flatMap { frame.state($0.state)?.meaning }
        == .lost
    }
  }

  /// The days that the council has taken on.
  public var duties: CovenantDuties? { portfolio.city.covenantDuties(on: asOf) }

  /// What was granted until the day, as `progress.csv` tells; no plan of who pays for what counts it.
  public var granted: Money {
    portfolio.items.reduce(.zero(portfolio.city.currency)) { sum, item in
      let entry = portfolio.records.progress(of: item.id, until: asOf).last
      guard let granted = entry?.granted, granted.currency == sum.currency else { return sum }
      return sum + granted
    }
  }

  /// The known net costs of all items.
  public var cost: Money {
    cards.reduce(.zero(portfolio.city.currency)) { sum, card in
      guard let cost = card.cost, cost.currency == sum.currency else { return sum }
      return sum + cost
    }
  }
}

/// A commitment and the items that serve it.
public struct CommitmentCoverage: Hashable, Sendable {
  /// The commitment.
  public var commitment: Commitment
  /// The items with a measure that serves it, in the order of the portfolio.
  public var items: [String]

  /// Which items serve which commitment.
  public static func of(_ items: [Item], _ measures: MeasureCatalogue) -> [CommitmentCoverage] {
    let served = Dictionary(
      measures.measures.map { ($0.code, Set($0.serves)) }, uniquingKeysWith: { first, _ in first })
    return measures.commitments.map { commitment in
      CommitmentCoverage(
        commitment: commitment,
        items: items.filter { item in
          item.measures.contains { served[$0]?.contains(commitment.number) ?? false }
        }.map(\.id))
    }
  }
}

/// What a council needs to know of one item.
public struct ActionCard: Sendable {
  /// The item.
  public var item: Item
  /// The commitments that it serves, in their order.
  public var commitments: [Int]
  /// Its net cost, or nothing where it is unknown.
  public var cost: Money?
  /// The best places of its list.
  public var sources: [Match]
  /// The applications of the plan that it goes into, with what it gets there.
  public var funding: [Funding]
  /// What is measured of it.
  public var indicators: [Indicator]
  /// What is commonly measured of such an item, where the city says nothing.
  public var usualIndicators: [SecurityFrame.UsualIndicator]
  /// The questions of security by design and of rights that concern it.
  public var checks: [SecurityFrame.Check]
  /// Its site, where the city describes it.
  public var site: Site?
  /// What was assessed at its site or named by it; restricted ones too, which no open report tells.
  public var scenarios: [RiskScenario]
  /// Measures that are thought of for its threats and are not among its own, with the threat and the reason; restricted
  /// threats too, which no open report tells.
  public var suggestions: [Suggestion]
  /// The same of what is not restricted alone, as if nothing else were known.
  public var openSuggestions: [Suggestion]
  /// What the city answered to the questions until the day, by their codes.
  public var answers: [String: CheckAnswer]
  /// What others did, the nearest first.
  public var practices: [GoodPractice]

  /// A part of it in an application.
  public struct Funding: Sendable {
    /// What is applied to.
    public var offer: Offer
    /// Whether it is surely eligible.
    public var verdict: Verdict
    /// The grant.
    public var grant: Money
    /// What is left to the city and its partners.
    public var own: Money
  }

  /// A measure that answers a threat.
  public struct Suggestion: Hashable, Sendable {
    /// The scenario that asks for it.
    public var scenario: RiskScenario
    /// The measure and why.
    public var measure: SecurityFrame.Suggestion
  }

  /// The scenario of the highest consequence and probability: levels are compared and never added. Of two of which
  /// neither is above the other, the one of the higher consequence comes first.
  public var driver: RiskScenario? { RiskScenario.highest(of: scenarios) }

  /// The questions that were answered with yes or no, those with no first.
  public var answered: [(check: SecurityFrame.Check, answer: CheckAnswer)] {
    let found = checks.compactMap { check in answers[check.term.code].map { (check: check, answer: $0) } }
    return found.filter { $0.answer.reply == .no } + found.filter { $0.answer.reply == .yes }
  }

  /// The questions that nobody answered.
  public var unanswered: [SecurityFrame.Check] { checks.filter { answers[$0.term.code] == nil } }

  /// What an application can say of it: the Commission's groups of good practice that its measures serve, without those to
  /// which the city answered that it is not so.
  public var arguments: [SecurityFrame.Check] {
    checks.filter { !$0.arguments.isEmpty && (answers[$0.term.code]?.reply ?? .yes) == .yes }
  }

  /// What is missing of it, for who reads the plan first.
  public var gaps: [Gap] {
    var gaps: [Gap] = []
    if item.component == nil { gaps.append(.component) }
    if cost == nil { gaps.append(.cost) }
    if sources.isEmpty { gaps.append(.source) }
    if indicators.isEmpty { gaps.append(.indicator) }
    if item.start == nil || item.end == nil { gaps.append(.time) }
    return gaps
  }

  /// What can be missing.
  public enum Gap: String, Hashable, Sendable, CaseIterable {
    case component, cost, source, indicator, time
  }
}

extension RiskScenario {
  /// The scenario of the highest consequence, then probability, then the first by name; those without levels come last.
  public static func highest(of scenarios: [RiskScenario]) -> RiskScenario? {
    scenarios.filter { $0.risk != nil }.max { left, right in
      let (one, two) = (left.risk ?? lowest, right.risk ?? lowest)
      return (one.consequence, one.probability, right.id) < (two.consequence, two.probability, left.id)
    }
  }

  private static let lowest = Risk(consequence: 0, probability: 0)
}
