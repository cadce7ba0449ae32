import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// The law and the tables that a grant keeps to, looked at again from what the portfolio and the offers say.
extension PlanCheck {
  /// Whether a call gets one application, and an authority that selects operations one for what belongs together.
  static func sendsOneEach(_ plan: Plan, _ request: PlanRequest) -> Bool {
    var sent: Set<String> = []
    return plan.applications.allSatisfy { application in
      let offer = application.offer
      let isShared = ([offer.opportunity] + offer.instruments).compactMap(\.management).first == .shared
      let isOne = !isShared || offer.asksForPartners || offer.terms.callBudget != nil
      let firsts = application.items.map { name in
        request.shortlist.portfolio.items.first { $0.id == name }?.measures.first ?? ""
      }
      let families = Set(
        firsts.map { code in request.measures.measures.first { $0.code == code }?.family ?? code })
      let name = [offer.opportunity.identifier, offer.opportunity.reference ?? ""]
      return sent.insert((name + (isOne ? [] : families.sorted())).joined(separator: "/")).inserted
        && (isOne || families.count == 1)
    }
  }

  /// Whether a grant that is a lump sum of the applicants' choice is one of the table's sums, or less where only one is left
  /// that the costs do not bear.
  static func isOneOfItsSums(_ application: Plan.Application) -> Bool {
    guard let table = application.offer.funding.lumpSums?.value, table.selector == .choice else {
      return true
    }
    let sums = Set(table.steps.map(\.amount.minorUnits))
    let grant = application.budget.totals.grant?.minorUnits ?? -1
    return sums.contains(grant) || (sums.count == 1 && sums.allSatisfy { grant <= $0 })
      || grant == PlanCheck.most(for: application)
  }

  /// Whether the city keeps its country's part of the public money for the works and equipment of each item.
  static func leavesOwnersPart(_ application: Plan.Application, _ city: City) -> Bool {
    let shares = city.national.ownShares.map(\.share.millionths)
    guard let share = shares.max(), city.facts.applicant != nil else { return true }
    for part in application.parts {
      let lines = application.budget.lines.filter { line in
        line.item == part.item && line.partner == nil && [.works, .equipment].contains(line.category)
      }
      let paid = lines.reduce(0) { $0 + $1.outlay.minorUnits - $1.returned.minorUnits }
      let granted = lines.reduce(0) { $0 + ($1.grant?.minorUnits ?? 0) }
      // In hundredths of a cent, so that nothing is lost by rounding; no more than 64 bits by far.
      let most = (1_000_000 - share).multipliedFullWidth(by: paid)
      let given = Int64(1_000_000).multipliedFullWidth(by: granted)
      if (given.high, given.low) > (most.high, most.low) { return false }
    }
    return true
  }
}
