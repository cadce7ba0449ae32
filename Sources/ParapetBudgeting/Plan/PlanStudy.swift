import ParapetMatching
public import ParapetModel

/// The best plan with what stands beside it: the second best, and what losing each grant would cost.
public struct PlanStudy: Sendable {
  /// The best plan.
  public var plan: Plan
  /// The best plan but for that one, or nothing where there is no other.
  public var second: Plan?
  /// What would be lost without each application of the plan, in their order.
  public var losses: [Loss]

  /// What would be lost if an application failed, and the best were made of the rest.
  public struct Loss: Hashable, Sendable {
    /// The opportunity.
    public var opportunity: String
    /// The grants that would be left.
    public var grant: Money
    /// How much less that is.
    public var lost: Money
    /// The items that would no longer be paid for.
    public var items: [String]
    /// What the city and its partners would pay then.
    public var own: Money
    /// Whether nothing better would be possible then.
    public var isProven: Bool
  }

  /// What each plan of a comparison comes to, the first as things stand.
  public var scenarios: [PlanScenario] = []

  /// Plans, and plans again without each grant in turn.
  public static func make(_ request: PlanRequest) throws(PlanError) -> PlanStudy {
    let draft = PlanDraft(request)
    try draft.demandParts()
    guard let best = request.solver.solve(draft.allotment) else { throw draft.failure() }
    let maker = PlanMaker(draft: draft)
    let plan = try maker.plan(best, explaining: true)
    var second: Plan?
    if let other = request.solver.solve(draft.allotment, excluding: [best.chosen]), !other.chosen.isEmpty {
      second = try maker.plan(other, explaining: false)
    }
    var losses: [Loss] = []
    for application in plan.applications {
      var without = request
      without.required = []
      without.without.insert(
        application.offer.opportunity.reference ?? application.offer.opportunity.identifier)
      let draft = PlanDraft(without)
      guard let rest = request.solver.solve(draft.allotment) else { continue }
      let left = try PlanMaker(draft: draft).plan(rest, explaining: false)
      let grant = left.totals.grant ?? .zero(plan.currency)
      losses.append(
        Loss(
          opportunity: application.offer.opportunity.identifier, grant: grant,
          lost: (plan.totals.grant ?? .zero(plan.currency)) - grant,
          items: plan.fundedItems.subtracting(left.fundedItems).sorted(),
          own: left.totals.own ?? .zero(plan.currency), isProven: rest.isProven))
    }
    return PlanStudy(plan: plan, second: second, losses: losses)
  }
}
