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
    /// How much more net cost would be paid for; less than nothing where less is.
    public var funded: Money
    /// How much more would be granted; less than nothing where less is.
    public var grant: Money
    /// How much more the city and its partners would pay.
    public var own: Money
    /// The items that would no longer be paid for.
    public var items: [String]
    /// The items that would be paid for in their place.
    public var instead: [String]
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
    if let other = request.solver.brief.solve(draft.allotment, excluding: [best.chosen]),
      !other.chosen.isEmpty
    {
      second = try maker.plan(other, explaining: false)
    }
    var solver = request.solver.brief
    solver.breaksTies = false
    var losses: [Loss] = []
    for application in plan.applications {
      let (without, numbers) = draft.without(application.offer.opportunity)
      // What is left of the plan is a plan, and a good start.
      let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
      let start = best.chosen.compactMap { places[$0] }
      guard let rest = solver.solve(without.allotment, startingWith: [start]) else { continue }
      let left = try PlanMaker(draft: without).plan(rest, explaining: false)
      losses.append(
        Loss(
          opportunity: application.offer.opportunity.identifier, funded: left.funded - plan.funded,
          grant: left.grant - plan.grant, own: left.own - plan.own,
          items: plan.fundedItems.subtracting(left.fundedItems).sorted(),
          instead: left.fundedItems.subtracting(plan.fundedItems).sorted(), isProven: rest.isProven))
    }
    return PlanStudy(plan: plan, second: second, losses: losses)
  }
}
