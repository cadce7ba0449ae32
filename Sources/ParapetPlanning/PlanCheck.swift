import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// Looks at a finished plan with other eyes: from the portfolio, the offers and the figures shown, and nothing else.
///
/// It shares no code with what made the plan, so that a fault there cannot hide itself here.
public struct PlanCheck: Sendable {
  /// What is looked at.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// No cost of an item is claimed twice.
    case claimedOnce = "claimed-once"
    /// No grant exceeds the eligible cost that it is for, nor the rate.
    case withinCosts = "within-costs"
    /// No application exceeds the largest grant or the call's budget.
    case withinCeilings = "within-ceilings"
    /// No application stays below the smallest grant.
    case aboveFloors = "above-floors"
    /// The city's own money stays within its limit in each year.
    case ownContribution = "own-contribution"
    /// No more applications than the city can write; one for a call, and each of one project.
    case applications
    /// All sums are those of their parts.
    case sums
    /// Nothing ineligible, closed or left out is used, and what is undecided only where that is assumed.
    case eligible
    /// Items that may not be split are not, and sources kept apart by law are not combined.
    case splitting
    /// What must be paid for is.
    case required
    /// Each application is priced as the one operation that it is, as a budget of the same items is.
    case pricedAsOne = "priced-as-one"
    /// No cost is from before the day by which its application is handed in.
    case dates
  }

  /// What does not hold.
  public private(set) var failures: [Kind] = []

  /// Checks a plan against its request.
  public init(_ plan: Plan, _ request: PlanRequest) {
    func demand(_ kind: Kind, _ holds: Bool) {
      if !holds, !failures.contains(kind) { failures.append(kind) }
    }
    demand(.claimedOnce, PlanCheck.claimsOnce(plan, request))
    var ownOfCity: [Int: Int64] = [:]
    var undatedOwn: Int64 = 0
    var grandGrant: Int64 = 0
    var grandCost: Int64 = 0
    for application in plan.applications {
      let offer = application.offer
      let excluded = [offer.opportunity.identifier, offer.opportunity.reference ?? ""]
      demand(.eligible, !excluded.contains { !$0.isEmpty && request.without.contains($0) })
      var grant: Int64 = 0
      var cost: Int64 = 0
      for line in application.budget.lines {
        let given = line.grant?.minorUnits ?? -1
        demand(.withinCosts, given >= 0 && given <= line.eligible.minorUnits)
        demand(.withinCosts, line.eligible.minorUnits <= line.outlay.minorUnits)
        grant += given
        cost += line.outlay.minorUnits
      }
      for line in application.budget.indirect {
        let given = line.grant?.minorUnits ?? -1
        demand(.withinCosts, given >= 0 && given <= line.amount.minorUnits)
        grant += given
        cost += line.amount.minorUnits
      }
      demand(.withinCeilings, grant <= PlanCheck.most(for: application))
      demand(.withinCeilings, PlanCheck.isOneOfItsSums(application))
      demand(.withinCosts, PlanCheck.leavesOwnersPart(application, request.city))
      if let smallest = offer.funding.minimumGrant?.value, smallest.currency == application.budget.currency {
        demand(.aboveFloors, grant >= smallest.minorUnits)
      }
      var cells: Int64 = 0
      for part in application.parts {
        var ofPart: Int64 = 0
        for cell in part.cells {
          ofPart += cell.grant.minorUnits
          guard cell.partner == nil else { continue }
          let own = cell.outlay.minorUnits - cell.grant.minorUnits - cell.support.minorUnits
          if let year = cell.year { ownOfCity[year, default: 0] += own } else { undatedOwn += own }
        }
        demand(.sums, ofPart == part.grant.minorUnits)
        cells += ofPart
        demand(.eligible, PlanCheck.mayUse(part, of: application, request))
      }
      demand(.sums, application.budget.currency == plan.currency)
      demand(.sums, cells == grant && application.budget.totals.grant?.minorUnits == grant)
      demand(.sums, application.budget.totals.cost.minorUnits == cost)
      demand(
        .sums,
        application.payments.isEmpty || application.payments.reduce(0) { $0 + $1.amount.minorUnits } == grant)
      demand(.withinCosts, PlanCheck.keepsRates(application))
      grandGrant += grant
      grandCost += cost
    }
    demand(.sums, plan.totals.grant?.minorUnits == grandGrant && plan.totals.cost.minorUnits == grandCost)
    demand(.sums, plan.totals.own?.minorUnits == grandCost - grandGrant)
    for year in plan.years {
      demand(.sums, year.spent == year.grant + year.support + year.partners + year.own)
    }
    let noMoney = plan.cash.flatRateBeyondCosts + plan.cash.returnedVAT
    demand(.sums, plan.years.reduce(0) { $0 + $1.spent.minorUnits } == grandCost - noMoney.minorUnits)
    demand(
      .sums,
      plan.cash.own?.minorUnits == grandCost - grandGrant - noMoney.minorUnits - plan.cash.support.minorUnits)
    demand(.sums, plan.years.reduce(0) { $0 + $1.grant.minorUnits } == grandGrant)
    let shown = plan.years.reduce(0) { $0 + $1.own.minorUnits }
    demand(.sums, shown == ownOfCity.values.reduce(undatedOwn, +))
    let limits = request.ownContribution ?? request.shortlist.portfolio.city.ownContribution
    if !limits.isEmpty {
      var all: Int64 = 0
      for (year, own) in ownOfCity {
        var limit = limits[year]
        if let stated = limit, stated.currency != plan.currency {
          limit = request.exchange.conversion(from: stated.currency, to: plan.currency)?.convert(stated)
        }
        demand(.ownContribution, own <= limit?.minorUnits ?? 0)
      }
      for stated in limits.values {
        let limit =
          stated.currency == plan.currency
          ? stated : request.exchange.conversion(from: stated.currency, to: plan.currency)?.convert(stated)
        let (sum, overflow) = all.addingReportingOverflow(limit?.minorUnits ?? 0)
        all = overflow ? .max : sum
      }
      // What has no year can be paid in any, and in no case by more than all of them have.
      demand(.ownContribution, undatedOwn <= all)
    }
    demand(.applications, PlanCheck.sendsOneEach(plan, request))
    if let most = request.shortlist.portfolio.city.applications {
      demand(.applications, plan.applications.count <= most)
    }
    demand(.splitting, PlanCheck.splitsLawfully(plan, request))
    demand(.pricedAsOne, plan.applications.allSatisfy { PlanCheck.isOneOperation($0, request) })
    demand(.dates, PlanCheck.keepsDates(plan))
    demand(.required, request.required.isSubset(of: Set(plan.applications.flatMap { $0.parts.map(\.item) })))
  }

  /// What an application can get: no more than the largest grant, nor than the topic has over all years or, where the
  /// topic says nothing of that, its call. What is stated in another currency than the grant's bounds nothing.
  static func most(for application: Plan.Application) -> Int64 {
    let funding = application.offer.funding
    let currency = application.budget.currency
    var most = Int64.max
    if let largest = funding.maximumGrant?.value, largest.currency == currency { most = largest.minorUnits }
    for scope in [AvailableAmount.Scope.topic, .call] {
      let stated = funding.available.filter { $0.scope == scope && $0.amount.currency == currency }
      guard !stated.isEmpty else { continue }
      // Portals repeat a year that two of their lists name; the same amount of the same year is one.
      let years = Dictionary(grouping: stated, by: \.year).mapValues { Set($0.map(\.amount.minorUnits)) }
      var sum: Int64 = 0
      for amount in years.values.joined() {
        let (next, isTooLarge) = sum.addingReportingOverflow(amount)
        guard !isTooLarge else { return most }
        sum = next
      }
      // Nought is not stated.
      return sum > 0 ? min(most, sum) : most
    }
    return most
  }

  /// A ledger of every cost of the portfolio: each is claimed in one application at most.
  private static func claimsOnce(_ plan: Plan, _ request: PlanRequest) -> Bool {
    var ledger: Set<String> = []
    for application in plan.applications {
      for part in application.parts {
        guard let item = request.shortlist.portfolio.items.first(where: { $0.id == part.item }) else {
          return false
        }
        let lines = part.lines ?? Array(item.lines.isEmpty ? 0..<1 : 0..<item.lines.count)
        for line in lines where !ledger.insert("\(item.id)#\(line)").inserted { return false }
      }
    }
    return true
  }

  private static func mayUse(_ part: Plan.Part, of application: Plan.Application, _ request: PlanRequest)
    -> Bool
  {
    guard let list = request.shortlist.items.first(where: { $0.item.id == part.item }) else { return false }
    let opportunity = application.offer.opportunity
    let match = list.matches.first {
      $0.offer.opportunity.identifier == opportunity.identifier
        && $0.offer.opportunity.reference == opportunity.reference
    }
    guard let match, match.status != .closed,
      part.verdict == (PlanCheck.leavesSubjectUnsaid(match) ? .undecided : match.verdict),
      match.status != .unknown || !match.offer.opportunity.deadlines.isEmpty,
      match.status != .noCall
        || ([match.offer.opportunity] + match.offer.instruments).compactMap(\.management).first == .shared,
      match.verdict != .ineligible, match.verdict == .eligible || request.assumesUndecided
    else { return false }
    let broken = match.reasons.contains { reason in
      guard !reason.isMoot else { return false }
      return reason.isUnverified
        || (reason.outcome == .undecided && reason.kind == CriterionKind.aim.rawValue)
    }
    guard request.assumesUndecided || !PlanCheck.leavesSubjectOpen(match) else { return false }
    return !broken && match.fit.isRelevant && match.standing != .no && match.standing != .doubtful
  }

  /// Whether nobody says that the item is on the one subject that is paid for, or in a territorial strategy.
  private static func leavesSubjectOpen(_ match: Match) -> Bool {
    !match.isOnSubjectByWords && leavesSubjectUnsaid(match)
  }

  /// The same whatever the item's words speak of.
  private static func leavesSubjectUnsaid(_ match: Match) -> Bool {
    match.reasons.contains {
      !$0.isMoot && $0.outcome == .undecided && $0.kind == CriterionKind.measure.rawValue
        && ($0.missing == [.subject] || $0.missing == [.territorialStrategy])
    }
  }

  /// Whether a budget made anew of the items, as the portfolio has them, comes to the same.
  private static func isOneOperation(_ application: Plan.Application, _ request: PlanRequest) -> Bool {
    var items: [Item] = []
    for part in application.parts {
      guard let whole = request.shortlist.portfolio.items.first(where: { $0.id == part.item }) else {
        return false
      }
      let chosen = whole.part(part.lines)
      items.append(part.from.flatMap { chosen.postponed(to: $0) } ?? chosen)
    }
    let offer = application.offer
    let budget = try? Budget.make(
      items: items, city: request.city, terms: offer.termsOfApplication, callBudget: offer.terms.callBudget,
      measures: request.measures, exchange: request.exchange)
    return budget?.totals == application.budget.totals && budget?.cash == application.budget.cash
  }

  /// Whether all work of an application begins after its deadline, and no year of its costs lies before.
  private static func keepsDates(_ plan: Plan) -> Bool {
    plan.applications.allSatisfy { application in
      guard let deadline = application.deadline else { return true }
      return application.parts.allSatisfy { part in
        (part.from.map { $0 > deadline } ?? true)
          && part.cells.allSatisfy { cell in cell.year.map { $0 >= deadline.components.year } ?? true }
      }
    }
  }

  /// Whether each payer of each part gets at most its rate of its eligible costs, and a cent or a euro by rounding.
  private static func keepsRates(_ application: Plan.Application) -> Bool {
    var eligible: [String: Int64] = [:]
    var granted: [String: Int64] = [:]
    var rates: [String: Rate] = [:]
    for line in application.budget.lines {
      let payer = line.partner ?? ""
      eligible[payer, default: 0] += line.eligible.minorUnits
      granted[payer, default: 0] += line.grant?.minorUnits ?? 0
      rates[payer] = line.rate
    }
    for line in application.budget.indirect {
      eligible[line.partner ?? "", default: 0] += line.amount.minorUnits
      granted[line.partner ?? "", default: 0] += line.grant?.minorUnits ?? 0
    }
    let rounding = Int64(application.parts.count) * 100
    return granted.allSatisfy { payer, grant in
      guard let rate = rates[payer] else { return grant == 0 }
      let most = rate.of(Money(minorUnits: eligible[payer] ?? 0), rounding: .nearestCent).minorUnits
      return grant <= most + rounding && grant <= eligible[payer] ?? 0
    }
  }

  private static func splitsLawfully(_ plan: Plan, _ request: PlanRequest) -> Bool {
    for item in request.shortlist.portfolio.items {
      let holders = plan.applications.filter { $0.parts.contains { $0.item == item.id } }
      if item.splitting == .whole || item.lines.isEmpty {
        let claimed = holders.flatMap(\.parts).filter { $0.item == item.id }
        if claimed.count > 1 || claimed.contains(where: { $0.lines != nil }) { return false }
      }
      for rule in request.practice.cumulation where rule.citation.grade.canExclude {
        guard rule.citation.holds(on: request.shortlist.asOf) else { continue }
        for (number, one) in holders.enumerated() {
          for other in holders[(number + 1)...] where keepsApart(rule, one.offer, other.offer) {
            return false
          }
        }
      }
    }
    return true
  }

  private static func keepsApart(_ rule: CumulationRule, _ one: Offer, _ other: Offer) -> Bool {
    func isMeant(_ offer: Offer, _ scope: PaymentTerms.Scope) -> Bool {
      let chain = [offer.opportunity] + offer.instruments
      switch scope {
      case .instrument(let name): return chain.contains { $0.identifier == name }
      case .management(let mode): return chain.compactMap(\.management).first == mode
      case .family(let parts): return offer.opportunity.isOfFamily(parts)
      }
    }
    return (isMeant(one, rule.first) && isMeant(other, rule.second))
      || (isMeant(other, rule.first) && isMeant(one, rule.second))
  }
}
