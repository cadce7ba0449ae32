import ParapetMatching
public import ParapetModel

/// The best plan with what stands beside it: the second best, and what losing each grant would cost.
public struct PlanStudy: Sendable {
  /// The best plan.
  public var plan: Plan
  /// The best of the plans without one of the applications that differs in what matters: in the items that are paid for,
  /// or in the programmes that pay; nothing where there is none.
  public var second: Plan?
  /// What would be lost without each application of the plan, in their order.
  public var losses: [Loss]
  /// Whether a second plan and losses were looked for.
  public var isWhole: Bool

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
    guard let (best, plan) = try draft.best(request.solver, explaining: true) else { throw draft.failure() }
    guard request.isStudied else { return PlanStudy(plan: plan, second: nil, losses: [], isWhole: false) }
    let solver = request.solver.brief
    var losses: [Loss] = []
    var others: [Plan] = []
    for application in plan.applications {
      let (without, numbers) = draft.without(application.offer.opportunity)
      // What is left of the plan is a plan, and a good start.
      let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
      let start = best.chosen.compactMap { places[$0] }
      guard let (rest, left) = try without.best(solver, startingWith: [start], explaining: false) else {
        continue
      }
      if left.matters(beside: plan) { others.append(left) }
      losses.append(
        Loss(
          opportunity: application.offer.opportunity.identifier, funded: left.funded - plan.funded,
          grant: left.grant - plan.grant, own: left.own - plan.own,
          items: plan.fundedItems.subtracting(left.fundedItems).sorted(),
          instead: left.fundedItems.subtracting(plan.fundedItems).sorted(), isProven: rest.isProven))
    }
    // Of two that are as good the first stands.
    let second = others.reduce(nil as Plan?) { held, other in
      held.map { other.figures.isBetter(than: $0.figures) ? other : $0 } ?? other
    }
    return PlanStudy(plan: plan, second: second, losses: losses, isWhole: true)
  }
}

extension Plan {
  /// Whether it pays for other things than another, or by other programmes.
  fileprivate func matters(beside other: Plan) -> Bool {
    !applications.isEmpty && (fundedItems != other.fundedItems || sources != other.sources)
  }

  /// The programmes that pay, each by its outermost instrument.
  private var sources: Set<String> {
    Set(applications.map { ($0.offer.instruments.last ?? $0.offer.opportunity).identifier })
  }

  /// What is sought, the more the better.
  fileprivate var figures: [Int64] { fundedByPriority.map(\.minorUnits) + [-own.minorUnits] }
}
