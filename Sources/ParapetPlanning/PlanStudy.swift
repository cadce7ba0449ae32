import ParapetMatching
public import ParapetModel

/// The best plan with what stands beside it: the second best, and what losing each grant would cost.
public struct PlanStudy: Sendable {
  /// The best plan.
  public var plan: Plan
  /// The best of the plans without one of the applications, or without one of the programmes, that differs in what matters:
  /// in the items that are paid for, or in the programmes that pay; nothing where none was found that way.
  public var second: Plan?
  /// What would be lost without each opportunity of the plan, in their order.
  public var losses: [Loss]
  /// Whether a second plan and losses were looked for.
  public var isWhole: Bool

  /// What would be lost if an opportunity paid nothing, and the best were made of the rest.
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
    /// The best of the rest where opportunities fall out; what is left of the plan is a plan, and a good start.
    func rest(without opportunities: [Opportunity]) throws(PlanError) -> (isProven: Bool, plan: Plan)? {
      let (without, numbers) = draft.without(opportunities)
      let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
      let start = best.chosen.compactMap { places[$0] }
      guard let (rest, left) = try without.best(solver, startingWith: [start], explaining: false) else {
        return nil
      }
      if left.matters(beside: plan) { others.append(left) }
      return (rest.isProven, left)
    }
    // What refuses a city is told once, by the first of its titles.
    var told: [Set<String>] = []
    for (number, application) in plan.applications.enumerated() {
      let offer = application.offer
      // Those to one opportunity stand together.
      guard number == 0 || plan.applications[number - 1].offer.key != offer.key else { continue }
      // What refuses a city refuses it under the programme's other titles as well.
      let same = draft.offers.filter { other in
        other.key == offer.key
          || (offer.management == .shared
            && (other.instruments.contains { $0.identifier == offer.opportunity.identifier }
              || offer.instruments.contains { $0.identifier == other.opportunity.identifier }))
      }
      let names = Set(same.map(\.opportunity.identifier))
      guard !told.contains(names), let (isProven, left) = try rest(without: same.map(\.opportunity)) else {
        continue
      }
      told.append(names)
      losses.append(
        Loss(
          opportunity: offer.opportunity.identifier, funded: left.funded - plan.funded,
          grant: left.grant - plan.grant, own: left.own - plan.own,
          items: plan.fundedItems.subtracting(left.fundedItems).sorted(),
          instead: left.fundedItems.subtracting(plan.fundedItems).sorted(), isProven: isProven))
    }
    // Without one call another of the same programme may take its place: so each programme is left out as well.
    for source in plan.sources.sorted() {
      let own = draft.offers.filter { $0.source == source }.map(\.opportunity)
      guard Set(own.map(\.identifier)).count > 1 else { continue }
      _ = try rest(without: own)
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
  fileprivate var sources: Set<String> { Set(applications.map(\.offer.source)) }

  /// What is sought, the more the better.
  fileprivate var figures: [Int64] { fundedByPriority.map(\.minorUnits) + [-own.minorUnits] }
}

extension Offer {
  /// The programme that pays, by its outermost instrument.
  fileprivate var source: String { (instruments.last ?? opportunity).identifier }
}
