import ParapetBudgeting
import ParapetMatching
import ParapetModel
import ParapetPlanning

extension ActionPlanReport {
  /// The JSON document, by the schema `action-plan`.
  public var json: String {
    let body = Body(
      portfolio: city.id, restricted: isRestricted,
      duties: OrNull(wrappedValue: plan.duties.map { DutiesPart($0, on: plan.asOf) }),
      components: Item.Component.allCases.map { component in
        ComponentPart(component: component.rawValue, items: plan.items(of: component).map(\.id))
      },
      emptyComponents: plan.emptyComponents.map(\.rawValue),
      commitments: plan.coverage.map { coverage in
        CommitmentPart(
          number: coverage.commitment.number, by: coverage.commitment.by.rawValue,
          text: OrNull(wrappedValue: words.vocabulary.commitments[coverage.commitment.number]),
          items: coverage.items)
      },
      unserved: plan.unserved, lost: plan.lost.map(\.id),
      partners: plan.partnerShares.map { share in
        SharePart(
          partner: share.partner.id, items: share.items,
          years: share.years.map { year in
            ShareYearPart(
              year: OrNull(wrappedValue: year.year),
              promised: OrNull(wrappedValue: year.promised.map { Amount($0) }), asked: Amount(year.asked))
          })
      },
      totals: OrNull(wrappedValue: plan.plan.map { TotalsPart(cost: plan.cost, $0) }),
      sites: records.sites.map { site in
        SitePart(
          id: site.id, name: site.name, category: OrNull(wrappedValue: site.category),
          capacity: OrNull(wrappedValue: site.capacity),
          assessed: records.scenarios.contains { $0.site == site.id })
      },
      scenarios: shownScenarios.map(ScenarioPart.init), restrictedScenarios: keptBack,
      actions: plan.cards.map(part))
    return JSONDocument("action-plan", edition, in: words.language, body).text
  }

  private func part(_ card: ActionCard) -> ActionPart {
    ActionPart(
      item: card.item.id, title: card.item.title,
      component: OrNull(wrappedValue: card.item.component?.rawValue),
      commitments: card.commitments, measures: card.item.measures,
      lead: card.item.coordinator ?? city.id, partners: OrNull(wrappedValue: card.item.partners),
      site: OrNull(wrappedValue: card.item.site), start: OrNull(wrappedValue: card.item.start?.description),
      end: OrNull(wrappedValue: card.item.end?.description),
      cost: OrNull(wrappedValue: card.cost.map { Amount($0) }),
      sources: card.sources.map { match in
        SourceOfMoneyPart(
          opportunity: identifiers.shown(match.offer.opportunity),
          title: words.title(of: match.offer.opportunity), standing: match.standing.rawValue,
          status: match.status.rawValue,
          nextDeadline: OrNull(wrappedValue: match.nextDeadline?.day.description),
          grant: OrNull(wrappedValue: match.estimate?.grant.map { Amount($0) }))
      },
      planned: card.funding.map { funding in
        PlannedPart(
          opportunity: identifiers.shown(funding.offer.opportunity), verdict: funding.verdict.rawValue,
          grant: Amount(funding.grant), own: Amount(funding.own))
      },
      indicators: card.indicators.map(\.id),
      suggestedIndicators: card.usualIndicators.map {
        $0.term.names.text(in: words.language) ?? $0.term.code
      },
      questions: card.checks.map { check in
        let answer = card.answers[check.term.code]
        return QuestionPart(
          code: check.term.code, group: check.group.rawValue,
          text: check.term.names.text(in: words.language) ?? check.term.code, source: check.citation.source,
          grade: check.citation.grade.rawValue,
          answer: OrNull(wrappedValue: answer?.reply.rawValue),
          note: OrNull(wrappedValue: answer.flatMap { isKept($0, to: check) ? nil : $0.note }))
      },
      arguments: card.arguments.compactMap { $0.arguments.text(in: words.language) },
      suggestions: (isRestricted ? card.suggestions : card.openSuggestions).map { suggestion in
        SuggestionPart(
          measure: suggestion.measure.measure, threat: suggestion.scenario.threat,
          because: suggestion.measure.reasons.text(in: words.language) ?? "")
      },
      practices: card.practices.map(\.id), gaps: card.gaps.map(\.rawValue))
  }

  private struct Body: Encodable {
    var portfolio: String
    var restricted: Bool
    var duties: OrNull<DutiesPart>
    var components: [ComponentPart]
    var emptyComponents: [String]
    var commitments: [CommitmentPart]
    var unserved: [Int]
    var lost: [String]
    var partners: [SharePart]
    var totals: OrNull<TotalsPart>
    var sites: [SitePart]
    var scenarios: [ScenarioPart]
    var restrictedScenarios: Int
    var actions: [ActionPart]
  }

  private struct ComponentPart: Encodable {
    var component: String
    var items: [String]
  }

  private struct CommitmentPart: Encodable {
    var number: Int
    var by: String
    var text: OrNull<String>
    var items: [String]
  }

  private struct TotalsPart: Encodable, Sendable {
    var cost: Amount
    var grant: Amount
    var own: Amount
    var left: Amount

    init(cost: Money, _ plan: Plan) {
      (self.cost, grant, own, left) = (Amount(cost), Amount(plan.grant), Amount(plan.own), Amount(plan.left))
    }
  }

  private struct SharePart: Encodable {
    var partner: String
    var items: [String]
    var years: [ShareYearPart]
  }

  private struct ShareYearPart: Encodable {
    var year: OrNull<Int>
    var promised: OrNull<Amount>
    var asked: Amount
  }

  private struct SitePart: Encodable {
    var id: String
    var name: String
    var category: OrNull<String>
    var capacity: OrNull<Int>
    var assessed: Bool
  }

  private struct ScenarioPart: Encodable {
    var site: String
    var threat: String
    var measuresInPlace: OrNull<String>
    var consequence: OrNull<Int>
    var probability: OrNull<Int>
    var confidence: OrNull<Int>
    var residualConsequence: OrNull<Int>
    var residualProbability: OrNull<Int>
    var assessor: OrNull<String>
    var day: OrNull<String>
    var restricted: Bool

    init(_ scenario: RiskScenario) {
      (site, threat, restricted) = (scenario.site, scenario.threat, scenario.isRestricted)
      measuresInPlace = OrNull(wrappedValue: scenario.measuresInPlace)
      consequence = OrNull(wrappedValue: scenario.risk?.consequence)
      probability = OrNull(wrappedValue: scenario.risk?.probability)
      confidence = OrNull(wrappedValue: scenario.confidence)
      residualConsequence = OrNull(wrappedValue: scenario.residual?.consequence)
      residualProbability = OrNull(wrappedValue: scenario.residual?.probability)
      assessor = OrNull(wrappedValue: scenario.assessor)
      day = OrNull(wrappedValue: scenario.day?.description)
    }
  }

  private struct ActionPart: Encodable {
    var item: String
    var title: String
    var component: OrNull<String>
    var commitments: [Int]
    var measures: [String]
    var lead: String
    var partners: OrNull<[String]>
    var site: OrNull<String>
    var start: OrNull<String>
    var end: OrNull<String>
    var cost: OrNull<Amount>
    var sources: [SourceOfMoneyPart]
    var planned: [PlannedPart]
    var indicators: [String]
    var suggestedIndicators: [String]
    var questions: [QuestionPart]
    var arguments: [String]
    var suggestions: [SuggestionPart]
    var practices: [String]
    var gaps: [String]
  }

  private struct SourceOfMoneyPart: Encodable {
    var opportunity: String
    var title: String
    var standing: String
    var status: String
    var nextDeadline: OrNull<String>
    var grant: OrNull<Amount>
  }

  private struct PlannedPart: Encodable {
    var opportunity: String
    var verdict: String
    var grant: Amount
    var own: Amount
  }

  private struct QuestionPart: Encodable {
    var code: String
    var group: String
    var text: String
    var source: String
    var grade: String
    var answer: OrNull<String>
    var note: OrNull<String>
  }

  private struct SuggestionPart: Encodable {
    var measure: String
    var threat: String
    var because: String
  }
}

/// The days that a council has taken on, as JSON.
struct DutiesPart: Encodable, Sendable {
  var joined: String
  var planDue: String
  var planDueInDays: Int
  var reportDue: String
  var reportDueInDays: Int

  init(_ duties: CovenantDuties, on day: Day) {
    let report = duties.reportDue(duties.nextReport(on: day))
    (joined, planDue, reportDue) = (
      duties.joined.description, duties.planDue.description, report.description
    )
    planDueInDays = day.days(until: duties.planDue)
    reportDueInDays = day.days(until: report)
  }
}

extension ActionPlanReport {
  /// The titles of what pays or may pay for an action.
  public var foreign: ForeignTitles {
    words.foreign(plan.cards.lazy.flatMap(\.sources).map(\.offer.opportunity))
      .merging(words.foreign(plan.cards.lazy.flatMap(\.funding).map(\.offer.opportunity)))
  }
}
