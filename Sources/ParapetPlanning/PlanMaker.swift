import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension Plan {
  /// The best plan for a request; with the reasons of what is left where they are wanted, which takes more searches.
  public static func make(_ request: PlanRequest, explaining: Bool = true) throws(PlanError) -> Plan {
    let draft = PlanDraft(request)
    try draft.demandParts()
    guard let best = try draft.best(request.solver, explaining: explaining) else { throw draft.failure() }
    return best.plan
  }
}

extension PlanDraft {
  /// The best choice and its plan; nothing where none is found.
  ///
  /// The search adds up what each part would bring alone; as one operation an application can differ from that by cents.
  /// Where a limit is missed by these it is looked for again under limits that are narrower by a little more.
  func best(
    _ solver: AllotmentSolver, startingWith starts: [[Int]] = [], explaining: Bool
  ) throws(PlanError) -> (solution: AllotmentSolver.Solution, plan: Plan)? {
    var sought = allotment
    var failed: [PlanCheck.Kind] = []
    for margin in [Int64(0), 100, 10_000] {
      if margin > 0 { sought = allotment.narrowed(by: margin) }
      guard let solution = solver.solve(sought, startingWith: starts) else {
        if margin == 0 { return nil }
        break
      }
      do throws(PlanError) {
        return (solution, try PlanMaker(draft: self).plan(solution, explaining: explaining))
      } catch {
        guard case .checkFailed(let kinds) = error,
          Set(kinds).isSubset(of: [.ownContribution, .aboveFloors])
        else { throw error }
        failed = kinds
      }
    }
    throw .checkFailed(failed)
  }
}

extension Allotment {
  /// The same under limits of money that are narrower by an amount.
  fileprivate func narrowed(by margin: Int64) -> Allotment {
    var narrow = self
    for bucket in narrow.buckets.indices {
      narrow.buckets[bucket].limit = narrow.buckets[bucket].limit.map { max(0, $0 - margin) }
    }
    for slot in narrow.slots.indices where narrow.slots[slot].floor > 0 { narrow.slots[slot].floor += margin }
    for slot in narrow.slots.indices where narrow.slots[slot].leastUncut > 0 {
      narrow.slots[slot].leastUncut += margin
    }
    return narrow
  }
}

extension Match.Standing {
  /// How far it is from an application that can be sent in.
  fileprivate var distance: Int {
    switch self {
    case .ready: 0
    case .readCall: 1
    case .answer: 2
    case .partner: 3
    case .doubtful: 4
    case .no: 5
    }
  }
}

/// Puts a solution into words of money: applications, what is left, and why.
struct PlanMaker {
  let draft: PlanDraft

  private var request: PlanRequest { draft.request }
  private var currency: Currency { request.currency }

  /// The plan of a solution, checked; with reasons for what is left where they are wanted, which takes more searches.
  func plan(_ solution: AllotmentSolver.Solution, explaining: Bool) throws(PlanError) -> Plan {
    var applications: [Plan.Application] = []
    for slot in draft.offers.indices {
      if let application = try application(in: slot, solution.chosen) { applications.append(application) }
    }
    applications.sort { ($0.offer.key, $0.items.first ?? "") < ($1.offer.key, $1.items.first ?? "") }
    for number in applications.indices {
      let offer = applications[number].offer
      applications[number].isOfOneState = offer.management == .shared && !request.isForCooperation(offer)
      applications[number].openCall = openCall(of: applications[number])
    }
    declareOtherSupport(in: &applications)
    var plan = Plan(
      asOf: request.shortlist.asOf, currency: currency, applications: applications, unfunded: [],
      totals: Budget.Totals.sum(applications.map(\.budget.totals), currency: currency),
      cash: Budget.Cash.sum(applications.map(\.budget.cash), currency: currency),
      years: years(applications), fundedByPriority: funded(solution.chosen),
      solver: report(solution), waiting: [], checks: [], assumptions: [])
    plan.waiting = waiting(beside: plan.fundedItems)
    plan.unfunded = unfunded(solution, explaining: explaining)
    plan.assumptions = assumptions(of: plan)
    let check = PlanCheck(plan, request)
    guard check.failures.isEmpty else { throw .checkFailed(check.failures) }
    plan.checks = PlanCheck.Kind.allCases
    return plan
  }

  private func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: currency) }

  /// The application in a slot: one operation, with one budget.
  private func application(in slot: Int, _ chosen: [Int]) throws(PlanError) -> Plan.Application? {
    let members = chosen.filter { draft.pairs[$0].slot == slot }.map { draft.pairs[$0] }
    guard !members.isEmpty else { return nil }
    let offer = draft.offers[slot]
    let groups = operation(members)
    let items = groups.map(\.item)
    guard
      let budget = try? Budget.make(
        items: items, city: request.city, terms: offer.termsOfApplication, callBudget: offer.terms.callBudget,
        measures: request.measures, exchange: request.exchange)
    else { throw .checkFailed([.pricedAsOne]) }
    let cells = PlanCell.cells(of: budget, items: items)
    let sums = budget.subtotals(by: .item)
    let parts = groups.map { group in
      part(
        group, budget, cells.filter { $0.item == group.item.id },
        sums.first { $0.key == group.item.id }?.totals)
    }
    let schedule = PaymentSchedule(
      for: offer, request: request, start: items.compactMap(\.start).min(),
      end: items.compactMap(\.countedEnd).max())
    return Plan.Application(
      offer: offer, deadline: request.deadline(of: offer), agreement: schedule.agreement, parts: parts,
      budget: budget, payments: schedule.payments(of: budget.totals.grant ?? money(0)),
      paymentTerms: schedule.terms, otherSupport: [], taxReturns: taxReturns(of: budget))
  }

  /// Tax that comes back later, in the year in which it comes.
  private func taxReturns(of budget: Budget) -> [Plan.TaxReturn] {
    Dictionary(grouping: budget.taxReturns, by: \.year)
      .map { Plan.TaxReturn(year: $0.key, amount: $0.value.reduce(money(0)) { $0 + $1.amount }) }
      .sorted { ($0.year ?? .max) < ($1.year ?? .max) }
  }

  /// Parts of an item that go to one opportunity.
  private struct Group {
    var item: Item
    var lines: [Int]?
    var pairs: [PlanDraft.Pair]
  }

  /// The parts item by item: what goes to one opportunity is applied for once.
  private func operation(_ members: [PlanDraft.Pair]) -> [Group] {
    var groups: [Group] = []
    for member in members.sorted(by: { $0.part < $1.part }) {
      let lines = draft.parts[member.part].lines
      if let place = groups.firstIndex(where: { $0.item.id == member.item.id }) {
        groups[place].pairs.append(member)
        groups[place].lines = groups[place].lines.flatMap { held in lines.map { (held + $0).sorted() } }
      } else {
        groups.append(Group(item: member.item, lines: lines, pairs: [member]))
      }
    }
    for place in groups.indices where groups[place].pairs.count > 1 {
      guard let whole = request.shortlist.portfolio.items.first(where: { $0.id == groups[place].item.id })
      else { continue }
      let part = whole.part(groups[place].lines)
      groups[place].item = request.placed(part, under: groups[place].pairs[0].match.offer) ?? part
    }
    return groups
  }

  private func part(
    _ group: Group, _ budget: Budget, _ cells: [PlanCell], _ totals: Budget.Totals?
  ) -> Plan.Part {
    let whole = request.shortlist.portfolio.items.first { $0.id == group.item.id }
    let isWhole = group.lines.map { $0.count == whole?.lines.count } ?? true
    // What pays on one subject alone is as open as a rule, until somebody says that the item is on it.
    let open = group.pairs.filter { $0.match.verdict == .undecided || $0.match.leavesSubjectUnsaid }
    let lines = budget.lines.filter { $0.item == group.item.id }
    return Plan.Part(
      item: group.item.id, lines: isWhole ? nil : group.lines, placed: group.item,
      isPostponed: group.pairs.contains(where: \.isPostponed),
      standing: group.pairs.map(\.match.standing).max { $0.distance < $1.distance } ?? .ready,
      fit: group.pairs.map(\.match.fit.total).min() ?? 0,
      verdict: open.isEmpty ? .eligible : .undecided,
      reasons: open.flatMap { $0.match.reasons.filter { !$0.questions.isEmpty } },
      lineCount: lines.count, net: lines.reduce(money(0)) { $0 + $1.cost },
      cost: totals?.cost ?? money(0), eligible: totals?.eligible ?? money(0),
      grant: money(cells.reduce(0) { $0 + $1.grant }), support: money(cells.reduce(0) { $0 + $1.support }),
      own: money(cells.reduce(0) { $0 + $1.own }),
      cells: cells.map {
        Plan.Cell(
          partner: $0.partner, year: $0.year, outlay: money($0.outlay), grant: money($0.grant),
          support: money($0.support),
          isInvestment: budget.lines.indices.contains($0.line)
            && [.works, .equipment].contains(budget.lines[$0.line].category))
      })
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
    let none = Plan.Year(
      year: nil, spent: money(0), grant: money(0), support: money(0), partners: money(0), own: money(0))
    var sums: [Int?: Plan.Year] = [:]
    for year in capacity.keys { sums[year] = none }
    for cell in applications.flatMap(\.parts).flatMap(\.cells) {
      sums[cell.year, default: none].spent += cell.outlay
      sums[cell.year, default: none].grant += cell.grant
      sums[cell.year, default: none].support += cell.support
      let own = cell.outlay - cell.grant - cell.support
      if cell.partner == nil {
        sums[cell.year, default: none].own += own
      } else {
        sums[cell.year, default: none].partners += own
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

  /// What partners would have to pay in a year beyond what they have promised; of those who promised nothing, nothing is said.
  private func brokenPromises(in plan: Plan) -> [PlanAssumption] {
    let cells = plan.applications.flatMap(\.parts).flatMap(\.cells)
    return request.city.partners.filter { !$0.ownContribution.isEmpty }.flatMap { partner in
      Dictionary(grouping: cells.filter { $0.partner == partner.id }, by: \.year)
        .sorted { ($0.key ?? .max) < ($1.key ?? .max) }
        .compactMap { year, own -> PlanAssumption? in
          guard let year else { return nil }
          let asked = own.reduce(money(0)) { $0 + $1.outlay - $1.grant - $1.support }
          let promised = partner.ownContribution[year].map { request.converted($0) } ?? money(0)
          guard let promised, asked.minorUnits > promised.minorUnits else { return nil }
          return .beyondPromise(partner: partner.name, year: year, promised: promised, asked: asked)
        }
    }
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
    list += brokenPromises(in: plan)
    for (number, application) in plan.applications.enumerated() {
      for part in application.parts {
        guard let item = request.shortlist.portfolio.items.first(where: { $0.id == part.item }) else {
          continue
        }
        if part.verdict == .undecided {
          list.append(
            request.assumesUndecided
              ? .undecided(item: item.id, application: number)
              : .subjectByWords(item: item.id, application: number))
        }
        if application.budget.lines.contains(where: { $0.item == item.id && $0.year == nil }) {
          list.append(.spread(item: item.id))
        }
        if item.priority == nil { list.append(.noPriority(item: item.id)) }
        if part.isPostponed, let from = part.placed.start {
          list.append(
            request.awaitsOwnMoney(item, placed: part.placed, under: application.offer)
              ? .awaitsOwnMoney(item: item.id, from) : .postponed(item: item.id, application: number, from))
        }
        if part.placed.begins(before: application.agreement) {
          list.append(.beforeAgreement(item: item.id, application: number, application.agreement))
        }
      }
      if let minimum = application.offer.funding.minimumGrant, !minimum.citation.grade.canExclude {
        list.append(.unverifiedFloor(application: number))
      }
      for partner in partnersWithoutRegion(of: application) {
        list.append(.regionNotStated(partner: partner.name, application: number))
      }
      if application.deadline == nil {
        list.append(.noDeadline(application: number))
      }
      if let (counted, other) = request.deadlines(of: application.offer), let other {
        list.append(.otherDeadline(application: number, counted: counted, other: other))
      }
      if !(application.paymentTerms?.citation.grade.canExclude ?? false) {
        list.append(.payments(application: number))
      }
    }
    var seen: Set<PlanAssumption> = []
    return list.filter { seen.insert($0).inserted }
  }
}
