import ParapetMatching
public import ParapetModel

/// A plan under changed circumstances, in the figures that are compared.
public struct PlanScenario: Hashable, Sendable {
  /// What is changed.
  public enum Change: Hashable, Sendable {
    /// Nothing.
    case none
    /// An opportunity is left out.
    case without(String)
    /// The city's own money by year.
    case ownContribution([Int: Money])
    /// Everything that was asked for.
    case all
  }

  /// What is changed.
  public var change: Change
  /// How many applications there are.
  public var applications: Int
  /// The items that are paid for.
  public var items: [String]
  /// The net costs that are paid for, by priority.
  public var fundedByPriority: [Money]
  /// The grants.
  public var grant: Money
  /// What the city and its partners pay.
  public var own: Money
  /// What may be expected where each application can fail.
  public var expected: Expectation?

  /// The figures of a plan.
  public init(_ change: Change, _ plan: Plan, chances: GrantChances?) {
    self.change = change
    applications = plan.applications.count
    items = plan.fundedItems.sorted()
    fundedByPriority = plan.fundedByPriority
    grant = plan.grant
    own = plan.own
    expected = chances.map { Expectation(plan, $0) }
  }

  /// What may be expected of grants that can fail, each by itself.
  public struct Expectation: Hashable, Sendable {
    /// The mean of all outcomes.
    public var mean: Money
    /// The standard deviation, in whole units of the currency.
    public var spread: Money
    /// The applications of which no chance is stated; they count as sure.
    public var unstated: [String]

    /// The mean and spread of a plan's grants, exact but for rounding down once.
    public init(_ plan: Plan, _ chances: GrantChances) {
      var sum: Int64 = 0
      var variance: UInt64 = 0
      unstated = []
      for application in plan.applications {
        let opportunity = application.offer.opportunity
        guard let chance = chances[opportunity] else {
          unstated.append(opportunity.identifier)
          sum += application.grant.minorUnits
          continue
        }
        sum += chance.of(application.grant, rounding: .cent).minorUnits
        // No grant is near a thousand million; a square of that leaves room for many.
        let units = min(UInt64(application.grant.minorUnits.magnitude / 100), 1 << 30)
        let doubt = UInt64(chance.millionths * (1_000_000 - chance.millionths) / 1_000_000)
        let product = (units * units).multipliedFullWidth(by: doubt)
        variance += UInt64(1_000_000).dividingFullWidth((product.high, product.low)).quotient
      }
      mean = Money(minorUnits: sum, currency: plan.currency)
      spread = Money(minorUnits: Int64(Expectation.root(of: variance)) * 100, currency: plan.currency)
    }

    /// The whole square root, rounded down.
    private static func root(of number: UInt64) -> UInt64 {
      var root: UInt64 = 0
      for bit in stride(from: 31, through: 0, by: -1) {
        let next = root | (1 << UInt64(bit))
        if next * next <= number { root = next }
      }
      return root
    }
  }
}

/// How likely an application to each opportunity is to succeed, as the city sees it.
public struct GrantChances: Hashable, Sendable {
  /// The chances by identifier or reference.
  public var byOpportunity: [String: Rate]

  /// Chances by identifier or reference.
  public init(_ byOpportunity: [String: Rate]) { self.byOpportunity = byOpportunity }

  subscript(opportunity: Opportunity) -> Rate? {
    byOpportunity[opportunity.reference ?? opportunity.identifier] ?? byOpportunity[opportunity.identifier]
  }
}

extension PlanStudy {
  /// Adds the comparison with plans under each change alone; the study itself is the plan under all of them.
  public mutating func compare(
    _ request: PlanRequest, with changes: [PlanScenario.Change], chances: GrantChances?
  ) throws(PlanError) {
    guard !changes.isEmpty || chances != nil else { return }
    var base = request
    base.without = []
    base.ownContribution = nil
    if changes.isEmpty {
      scenarios = [PlanScenario(.none, plan, chances: chances)]
      return
    }
    scenarios = [PlanScenario(.none, try Plan.make(base, explaining: false), chances: chances)]
    for change in changes where changes.count > 1 {
      var changed = base
      switch change {
      case .none, .all: continue
      case .without(let name): changed.without = [name]
      case .ownContribution(let amounts): changed.ownContribution = amounts
      }
      scenarios.append(PlanScenario(change, try Plan.make(changed, explaining: false), chances: chances))
    }
    let last: PlanScenario.Change = changes.count == 1 ? changes[0] : .all
    scenarios.append(PlanScenario(last, plan, chances: chances))
  }
}
