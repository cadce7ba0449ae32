import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension Plan {
  /// The best plan for a request; with the reasons of what is left where they are wanted, which takes more searches.
  public static func make(_ request: PlanRequest, explaining: Bool = true) throws(PlanError) -> Plan {
    let draft = PlanDraft(request)
    try draft.demandParts()
    guard let solution = request.solver.solve(draft.allotment) else { throw draft.failure() }
    return try PlanMaker(draft: draft).plan(solution, explaining: explaining)
  }
}

/// Puts a solution into words of money: applications, what is left, and why.
struct PlanMaker {
  let draft: PlanDraft

  private var request: PlanRequest { draft.request }
  private var currency: Currency { request.currency }

  /// The plan of a solution, checked; with reasons for what is left where they are wanted, which takes more searches.
  func plan(_ solution: AllotmentSolver.Solution, explaining: Bool) throws(PlanError) -> Plan {
    var applications = draft.offers.indices.compactMap { application(in: $0, solution.chosen) }
    declareOtherSupport(in: &applications)
    var plan = Plan(
      asOf: request.shortlist.asOf, currency: currency, applications: applications, unfunded: [],
      totals: Budget.Totals.sum(applications.map(\.budget.totals), currency: currency),
      years: years(applications), fundedByPriority: funded(solution.chosen),
      solver: report(solution), checks: [], assumptions: [])
    plan.unfunded = unfunded(solution, explaining: explaining)
    plan.assumptions = assumptions(of: plan)
    let check = PlanCheck(plan, request)
    guard check.failures.isEmpty else { throw .checkFailed(check.failures) }
    plan.checks = PlanCheck.Kind.allCases
    return plan
  }

  private func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: currency) }

  private func application(in slot: Int, _ chosen: [Int]) -> Plan.Application? {
    let entries = draft.cells(of: chosen, in: slot)
    guard !entries.isEmpty else { return nil }
    let offer = draft.offers[slot]
    let uncut = entries.reduce(0) { $0 + draft.allotment.pairs[$1.pair].grant }
    let isCut = offer.ceiling.map { uncut > $0.limit.minorUnits } ?? false
    var budget = Budget(
      currency: currency, lines: [], indirect: [], bounds: [], assumptions: [],
      totals: Budget.Totals.sum([], currency: currency))
    var parts: [Plan.Part] = []
    var assumptions = Set<Assumption>()
    for entry in entries {
      let pair = draft.pairs[entry.pair]
      var own = pair.budget
      grant(entry.cells, to: &own, capped: isCut ? offer.ceiling : nil)
      for index in own.indirect.indices {
        own.indirect[index].baseLines = own.indirect[index].baseLines.map { $0 + budget.lines.count }
      }
      budget.lines += own.lines
      budget.indirect += own.indirect
      budget.assumptions += own.assumptions.filter { assumptions.insert($0).inserted }
      parts.append(part(pair, own, entry.cells))
    }
    budget.totals = Budget.Totals.sum(
      budget.lines.map(\.totals) + budget.indirect.map(\.totals), currency: currency)
    budget.bounds = bounds(of: offer, grant: budget.totals.grant ?? money(0), isCut: isCut)
    let items = parts.compactMap { part in request.shortlist.portfolio.items.first { $0.id == part.item } }
    let schedule = PaymentSchedule(
      for: offer, request: request, start: items.compactMap(\.start).min(), end: items.compactMap(\.end).max()
    )
    return Plan.Application(
      offer: offer, parts: parts, budget: budget,
      payments: schedule.payments(of: budget.totals.grant ?? money(0)),
      paymentTerms: schedule.terms, otherSupport: [])
  }

  /// Writes the grants of cells into the lines of a budget.
  private func grant(
    _ cells: [PlanCell], to budget: inout Budget, capped ceiling: (kind: Bound.Kind, limit: Money)?
  ) {
    var grants = [Int64](repeating: 0, count: budget.lines.count + budget.indirect.count)
    for cell in cells { grants[cell.line] += cell.grant }
    for index in budget.lines.indices {
      budget.lines[index].grant = money(grants[index])
      if let ceiling { budget.lines[index].because.append(.capped(ceiling.kind, ceiling.limit)) }
    }
    for index in budget.indirect.indices {
      budget.indirect[index].grant = money(grants[budget.lines.count + index])
      if let ceiling { budget.indirect[index].because.append(.capped(ceiling.kind, ceiling.limit)) }
    }
  }

  private func part(_ pair: PlanDraft.Pair, _ budget: Budget, _ cells: [PlanCell]) -> Plan.Part {
    let part = draft.parts[pair.part]
    let whole = request.shortlist.portfolio.items.first { $0.id == part.item.id }
    let isWhole = part.lines.map { $0.count == whole?.lines.count } ?? true
    return Plan.Part(
      item: part.item.id, lines: isWhole ? nil : part.lines, verdict: pair.match.verdict,
      reasons: pair.match.verdict == .undecided ? pair.match.reasons.filter { !$0.questions.isEmpty } : [],
      lineCount: budget.lines.count, cost: part.cost ?? money(0),
      eligible: budget.totals.eligible, grant: money(cells.reduce(0) { $0 + $1.grant }),
      own: money(cells.reduce(0) { $0 + $1.outlay - $1.grant }),
      cells: cells.map {
        Plan.Cell(partner: $0.partner, year: $0.year, outlay: money($0.outlay), grant: money($0.grant))
      })
  }

  private func bounds(of offer: Offer, grant: Money, isCut: Bool) -> [Bound] {
    var bounds: [Bound] = []
    if let minimum = offer.funding.minimumGrant?.value, minimum.currency == currency {
      bounds.append(
        Bound(kind: .minimumGrant, limit: minimum, .floor(kept: grant.minorUnits >= minimum.minorUnits)))
    }
    if let ceiling = offer.ceiling {
      bounds.append(Bound(kind: ceiling.kind, limit: ceiling.limit, .ceiling(reached: isCut)))
    }
    return bounds
  }

  private func declareOtherSupport(in applications: inout [Plan.Application]) {
    let all = applications
    for index in applications.indices {
      for item in applications[index].items {
        for (other, application) in all.enumerated() where other != index {
          let grant = application.parts.filter { $0.item == item }.reduce(money(0)) { $0 + $1.grant }
          guard grant.minorUnits > 0 else { continue }
          applications[index].otherSupport.append(
            Plan.OtherSupport(item: item, application: other, grant: grant))
        }
      }
    }
  }

  private func years(_ applications: [Plan.Application]) -> [Plan.Year] {
    let capacity = request.capacity
    let none = Plan.Year(year: nil, spent: money(0), grant: money(0), partners: money(0), own: money(0))
    var sums: [Int?: Plan.Year] = [:]
    for year in capacity.keys { sums[year] = none }
    for cell in applications.flatMap(\.parts).flatMap(\.cells) {
      sums[cell.year, default: none].spent += cell.outlay
      sums[cell.year, default: none].grant += cell.grant
      if cell.partner == nil {
        sums[cell.year, default: none].own += cell.outlay - cell.grant
      } else {
        sums[cell.year, default: none].partners += cell.outlay - cell.grant
      }
    }
    let dated = sums.keys.compactMap(\.self).sorted().map { year -> Plan.Year in
      var sum = sums[year] ?? none
      sum.year = year
      sum.limit = capacity.isEmpty ? nil : capacity[year] ?? money(0)
      return sum
    }
    guard let undated = sums[nil], undated.spent.minorUnits != 0 else { return dated }
    return dated + [undated]
  }

  private func funded(_ chosen: [Int]) -> [Money] {
    (0..<PlanDraft.tiers).map { tier in
      money(chosen.reduce(0) { $0 + draft.allotment.worth[draft.pairs[$1].part][tier] })
    }
  }

  private func report(_ solution: AllotmentSolver.Solution) -> Plan.SolverReport {
    var gap = 0
    if let open = solution.gap {
      let bound = open.bound ?? 0
      let distance = (bound - open.figure).magnitude
      let whole = max(bound.magnitude, open.figure.magnitude, 1)
      let product = distance.multipliedFullWidth(by: 10_000)
      let (share, rest) = whole.dividingFullWidth((product.high, product.low))
      gap = max(1, Int(share) + (rest > 0 ? 1 : 0))
    }
    return Plan.SolverReport(isProven: solution.isProven, gap: gap, nodes: solution.nodes)
  }

  private func assumptions(of plan: Plan) -> [PlanAssumption] {
    var list: [PlanAssumption] = []
    if request.capacity.isEmpty { list.append(.noCapacity) }
    if let conversion = request.exchange.conversion(from: request.city.currency, to: currency) {
      list.append(.converted(conversion))
    }
    if !request.capacity.isEmpty {
      list += draft.years.filter { request.capacity[$0] == nil }.map { .yearNotStated($0) }
    }
    for (number, application) in plan.applications.enumerated() {
      for part in application.parts {
        guard let item = request.shortlist.portfolio.items.first(where: { $0.id == part.item }) else {
          continue
        }
        if part.verdict == .undecided { list.append(.undecided(item: item.id, application: number)) }
        if application.budget.lines.contains(where: { $0.item == item.id && $0.year == nil }) {
          list.append(.spread(item: item.id))
        }
        if item.priority == nil { list.append(.noPriority(item: item.id)) }
      }
      if let minimum = application.offer.funding.minimumGrant, !minimum.citation.grade.canExclude {
        list.append(.unverifiedFloor(application: number))
      }
      if application.offer.opportunity.nextDeadline(on: request.shortlist.asOf) == nil {
        list.append(.noDeadline(application: number))
      }
      if !(application.paymentTerms?.citation.grade.canExclude ?? false) {
        list.append(.payments(application: number))
      }
    }
    var seen: Set<PlanAssumption> = []
    return list.filter { seen.insert($0).inserted }
  }
}
