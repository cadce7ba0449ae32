import ParapetMatching
public import ParapetModel

/// Makes the action cards of a city.
struct CardMaker {
  /// So many sources and practices stand on a card.
  static let most = 3

  var city: Portfolio
  var asOf: Day
  var plan: Plan?
  var measures: MeasureCatalogue
  var frame: SecurityFrame
  var practices: [GoodPractice]

  func card(of item: Item, _ matches: [Match]) -> ActionCard {
    let scenarios = city.records.scenarios(of: item)
    let indicators = city.records.indicators.filter { $0.item == item.id }
    let checks = frame.checks(of: item.measures)
    let answers = checks.compactMap { check in
      city.records.answer(of: item.id, to: check.term.code, until: asOf).map { (check.term.code, $0) }
    }
    let funding = funding(of: item.id)
    let served = CommitmentCoverage.of([item], measures).filter { !$0.items.isEmpty }
    return ActionCard(
      item: item, commitments: served.map(\.commitment.number), cost: item.netCost,
      sources: sources(matches, funding), funding: funding, indicators: indicators,
      usualIndicators: indicators.isEmpty ? frame.usualIndicators(of: item.measures) : [],
      checks: checks, site: city.records.site(of: item), scenarios: scenarios,
      suggestions: suggestions(for: item, scenarios),
      openSuggestions: suggestions(for: item, scenarios.filter { !$0.isRestricted }),
      answers: Dictionary(answers, uniquingKeysWith: { $1 }), practices: nearest(to: item))
  }

  /// The best places of the list, and what of the list the plan applies to.
  private func sources(_ matches: [Match], _ funding: [ActionCard.Funding]) -> [Match] {
    let planned = Set(funding.map(\.offer.opportunity.identifier))
    return matches.prefix(CardMaker.most)
      + matches.dropFirst(CardMaker.most).filter { planned.contains($0.offer.opportunity.identifier) }
  }

  private func funding(of item: String) -> [ActionCard.Funding] {
    (plan?.applications ?? []).flatMap { application in
      application.parts.filter { $0.item == item }.map {
        ActionCard.Funding(offer: application.offer, verdict: $0.verdict, grant: $0.grant, own: $0.own)
      }
    }
  }

  /// Each measure once, for the highest of the threats that ask for it.
  private func suggestions(for item: Item, _ scenarios: [RiskScenario]) -> [ActionCard.Suggestion] {
    var seen = Set(item.measures)
    var rest = scenarios
    var suggestions: [ActionCard.Suggestion] = []
    while let highest = RiskScenario.highest(of: rest) {
      rest.removeAll { $0 == highest }
      for measure in frame.threat(highest.threat)?.suggestions ?? []
      where seen.insert(measure.measure).inserted {
        suggestions.append(ActionCard.Suggestion(scenario: highest, measure: measure))
      }
    }
    return suggestions
  }

  private func nearest(to item: Item) -> [GoodPractice] {
    Array(GoodPractice.nearest(to: item, in: city.records, among: practices).prefix(CardMaker.most))
  }
}

extension GoodPractice {
  /// The practices that share a measure with an item, the nearest first; of equally near ones those with a result and
  /// with a cost come first, then by name.
  public static func nearest(
    to item: Item, in records: CovenantRecords, among practices: [GoodPractice]
  ) -> [GoodPractice] {
    practices.compactMap { practice in practice.nearness(to: item, in: records).map { ($0, practice) } }
      .sorted { left, right in
        let (one, two) = (left.1, right.1)
        return (right.0, two.weight, one.id) < (left.0, one.weight, two.id)
      }.map(\.1)
  }

  private var weight: Int { (results.isEmpty ? 0 : 2) + (cost == .notPublished ? 0 : 1) }
}

extension Item {
  /// What it costs net of tax: the sum of its lines, else its own figure, or nothing where neither is known.
  public var netCost: Money? {
    guard let first = lines.first else { return cost }
    return lines.dropFirst().reduce(first.cost) { $0 + $1.cost }
  }
}
