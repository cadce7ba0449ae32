import ParapetBudgeting
public import ParapetMatching
public import ParapetModel

/// What a plan is asked for: a city's items, what they match, and under which limits.
public struct PlanRequest: Sendable {
  /// The city, its items and what each matches.
  public var shortlist: Shortlist
  /// The headings that costs without one fall under.
  public var measures: MeasureCatalogue
  /// When money comes, and what may not stand side by side.
  public var practice: GrantPractice
  /// What items say of the form of their work.
  let statedWork: StatedWork
  /// Whether what is undecided counts as if it were eligible, marked.
  public var assumesUndecided = false
  /// Opportunities, by identifier or reference, that are left out.
  public var without: Set<String> = []
  /// What the city can contribute itself, by year, in place of what its file states.
  public var ownContribution: [Int: Money]?
  /// Items that must be paid for.
  public var required: Set<String> = []
  /// The rates at hand, for costs and limits in another currency than the grants'.
  public let exchange: Exchange
  /// The currency of the plan: the euro where anything that matches pays in it and a rate is at hand, else the city's.
  public let currency: Currency
  /// Whether a second plan and what losing each grant would cost are looked for; nothing means where there are few items.
  public var studies: Bool?
  /// How hard to search.
  public var solver: AllotmentSolver

  /// A request for all items of a shortlist.
  public init(
    _ shortlist: Shortlist, measures: MeasureCatalogue, practice: GrantPractice,
    statedWork: StatedWork, exchange: Exchange = Exchange(), solver: AllotmentSolver
  ) {
    // A state's own money is support beside a grant (`support.csv`) and no part of a plan of European money.
    var european = shortlist
    for item in european.items.indices {
      european.items[item].matches.removeAll(where: \.offer.opportunity.isNational)
    }
    let own = european.portfolio.city.currency
    let paysEuro = european.items.contains { item in
      item.matches.contains { $0.offer.funding.currency == .euro }
    }
    let isCounted = exchange.conversion(from: own, to: .euro) != nil
    currency = paysEuro && isCounted ? .euro : own
    self.exchange = exchange
    self.solver = solver
    self.shortlist = european
    self.measures = measures
    self.practice = practice
    self.statedWork = statedWork
  }

  /// Up to so many items a plan is studied unasked.
  static let mostStudiedItems = 30

  var isStudied: Bool { studies ?? (shortlist.portfolio.items.count <= PlanRequest.mostStudiedItems) }

  var city: City { shortlist.portfolio.city }

  /// Whether a sensible officer would send it in.
  func admits(_ match: Match, for item: Item) -> Bool { hindrance(of: match, for: item) == nil }

  /// The limits of the city's own money by year, or none at all.
  var capacity: [Int: Money] {
    (ownContribution ?? city.ownContribution).compactMapValues { converted($0) }
  }

  /// What the city can contribute at most to costs without a year: all its years together, or as much as it takes
  /// where it states no limit.
  var undatedCapacity: Int64? {
    let capacity = capacity
    guard !capacity.isEmpty else { return nil }
    return Money.sum(capacity.values, in: currency)?.minorUnits ?? .max
  }

  /// An amount in the currency of the plan, or nothing where no rate is at hand.
  func converted(_ amount: Money) -> Money? {
    guard amount.currency != currency else { return amount }
    return exchange.conversion(from: amount.currency, to: currency)?.convert(amount)
  }

  /// Whether an opportunity may be used.
  func admits(_ opportunity: Opportunity) -> Bool {
    !without.contains(opportunity.identifier)
      && !without.contains(opportunity.reference ?? opportunity.identifier)
  }
}

/// Why no plan can be shown.
public enum PlanError: Error, Hashable, Sendable {
  /// The items that must be paid for cannot all be, because of these.
  case infeasible([PlanConstraint])
  /// No plan with the items that must be paid for was found within the limits of the search.
  case notFound
  /// The plan that was found failed these checks; a fault of ours.
  case checkFailed([PlanCheck.Kind])
}

/// A limit of a plan.
public enum PlanConstraint: Hashable, Sendable {
  /// What the city can contribute itself in a year; nothing where it states none for that year, but for others.
  case ownContribution(year: Int, Money?)
  /// What the city can contribute itself in all years that it names, for costs of which nobody says in which year.
  case undatedContribution(Money)
  /// How many applications it can write.
  case applications(Int)
  /// The smallest grant of an opportunity.
  case smallestGrant(opportunity: String, Money)
  /// The largest grant of an opportunity.
  case largestGrant(opportunity: String, Money)
  /// What may not stand side by side.
  case cumulation(CumulationRule)
  /// An item that must be paid for.
  case required(item: String)
}
