import ParapetBudgeting
import ParapetModel

/// The criteria that no file writes, since they follow from the opportunity's own dates and amounts.
extension Matcher {
  func derivedReasons(_ offer: Offer, _ status: DayStatus, _ estimate: GrantEstimate?, costs: Currency?)
    -> [Reason]
  {
    var reasons = [dates(offer.opportunity, status)]
    if !offer.opportunity.level.isStanding { reasons.append(grantSize(estimate, offer, costs)) }
    // What the city found in the call's document counts, and where that says no, it is told so of a call that was read.
    let document = offer.answer(to: Answer.callDocument, CriterionKind.unstated.rawValue)
    if leavesConditionsOpen(offer) || document?.outcome == .unmet {
      reasons.append(unstatedConditions(offer.opportunity, document))
    }
    return reasons
  }

  /// Whether more may be asked than any source at hand states.
  ///
  /// What an instrument asks of all its topics is not all that a topic asks whose own conditions are not at hand. What it
  /// pays for is fit and no question of who may apply. Where no rule at all is known, everything is open.
  func leavesConditionsOpen(_ offer: Offer) -> Bool {
    !offer.hasOwnConditions || offer.tree.leaves.isEmpty
  }

  /// Whether one can still apply: timing, told beside the criteria, that decides nothing about who may. A standing
  /// instrument without a call is open, and so is a call whose source does not state its dates.
  private func dates(_ opportunity: Opportunity, _ status: DayStatus) -> Reason {
    let outcome: Outcome =
      switch status {
      case .open, .forthcoming: .met
      case .closed: .unmet
      case .noCall, .unknown: .undecided
      }
    let required: Required =
      status == .noCall
      ? .publishedCall
      : .application(
        opening: opportunity.openingDate,
        deadline: opportunity.nextDeadline(on: today) ?? opportunity.entryDeadlines.last)
    return Reason(
      kind: CriterionKind.dates.rawValue, id: "dates", outcome: outcome, required: required,
      stated: .day(today, status),
      missing: outcome == .undecided ? [.callDocument] : [], citation: dateCitation(opportunity))
  }

  /// Whether the grant lies within what the call states, where no city has answered anything about it: asked before a
  /// reason is made of it, since most calls bind nobody to a smallest grant.
  func bindsGrant(_ offer: Offer) -> Bool {
    !offer.opportunity.level.isStanding && offer.funding.minimumGrant != nil && !offer.isIndicative
  }

  /// Whether the grant lies within what the call states. A grant above the maximum is cut to it and costs own
  /// money, so only the minimum can exclude; a call that states none asks for none. The amounts of Horizon Europe are
  /// what the Commission expects a project to need, and shut nobody out (General Annexes, part G).
  func grantSize(_ estimate: GrantEstimate?, _ offer: Offer, _ costs: Currency?) -> Reason {
    let minimum = offer.funding.minimumGrant
    let maximum = offer.funding.maximumGrant
    let binds = minimum != nil && !offer.isIndicative
    var outcome = binds ? Outcome.undecided : .met
    var stated = Stated.sourceSilent
    var missing = binds ? [Fact.callDocument] : []
    let answer = offer.answer(to: CriterionKind.grantSize.rawValue)
    if let answer, let found = answer.outcome {
      (outcome, stated, missing) = (found, .answered(answer), [])
    } else if let grant = estimate?.grant {
      stated = .grant(grant)
      if let minimum, binds, minimum.value.currency == grant.currency {
        outcome = grant.minorUnits >= minimum.value.minorUnits ? .met : .unmet
        missing = []
      }
    } else if binds, estimate?.eligible == nil {
      // Where the eligible cost is known, it is the rate that the source does not state.
      if let costs, costs != offer.funding.currency {
        stated = .costs(in: costs)
        missing = [.exchangeRate]
      } else {
        stated = .nothing
        missing = [.cost]
      }
    }
    return Reason(
      kind: CriterionKind.grantSize.rawValue, id: "grant-size", outcome: outcome,
      required: .grant(minimum: minimum?.value, maximum: maximum?.value), stated: stated, missing: missing,
      citation: sizeCitation(estimate, offer, failing: outcome == .unmet), answer: answer)
  }

  /// Who says that a grant is too small: the call, where even the whole cost would be; else the weakest of the
  /// figures that the estimate rests on, so that an unverified rate or rule cannot exclude by way of a sum.
  ///
  /// A rate of exchange moves until the grant is signed. Where costs were converted, a quarter more must not be enough.
  private func sizeCitation(_ estimate: GrantEstimate?, _ offer: Offer, failing: Bool) -> Citation {
    let minimum = offer.funding.minimumGrant
    let stated = minimum?.citation ?? offer.funding.maximumGrant?.citation ?? ownCitation(offer.opportunity)
    guard failing, stated.grade.canExclude, let minimum, let estimate, !estimate.assumptions.isEmpty,
      let grant = estimate.grant, let own = estimate.own
    else { return stated }
    let total = (grant + own).minorUnits
    let reach = estimate.assumptions.conversion == nil ? total : total + total / 4
    guard reach >= minimum.value.minorUnits else { return stated }
    var weakened = stated
    weakened.grade = .inferred
    return weakened
  }

  /// What a source says nothing of is undecided: no live feed states who may apply and for what.
  func unstatedConditions(_ opportunity: Opportunity, _ answer: GivenAnswer?) -> Reason {
    let outcome = answer?.outcome
    return Reason(
      kind: CriterionKind.unstated.rawValue, id: CriterionKind.unstated.rawValue,
      outcome: outcome ?? .undecided,
      required: .unstatedConditions,
      stated: outcome == nil ? .sourceSilent : answer.map { .answered($0) } ?? .sourceSilent,
      missing: outcome == nil ? [.callDocument] : [], citation: ownCitation(opportunity), answer: answer)
  }

  /// The sentence in which the deadline was read, where it was found in running text; else the opportunity itself.
  private func dateCitation(_ opportunity: Opportunity) -> Citation {
    opportunity.conditions.first { $0.id == Condition.deadline && $0.citation.grade == .readFromText }?
      .citation
      ?? ownCitation(opportunity)
  }

  /// The opportunity itself as a source: the portal's record, or a page that our own file names.
  ///
  /// A date of our own files that no record of the portal confirms may come from an aggregator, so it cannot
  /// exclude.
  private func ownCitation(_ opportunity: Opportunity) -> Citation {
    guard let page = opportunity.landingPage else { return Citation(grade: .inferred, source: "none") }
    let isPortal = page.hasPrefix("https://ec.europa.eu/info/funding-tenders/")
    return Citation(grade: opportunity.reference != nil || isPortal ? .call : .secondary, source: page)
  }
}
