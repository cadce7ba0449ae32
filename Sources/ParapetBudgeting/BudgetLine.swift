public import ParapetModel

/// One direct cost in a budget, with the reasons for its figures.
public struct BudgetLine: Hashable, Sendable {
  /// The item that it belongs to.
  public var item: String
  /// The work package, or empty.
  public var workPackage: String
  /// The partner that pays it; nothing means the city.
  public var partner: String?
  /// The heading.
  public var category: CostCategory
  /// What it is.
  public var text: String
  /// How many, in ten-thousandths.
  public var quantity: Int64
  /// Of what: person-months, pieces; or empty.
  public var unit: String
  /// The year of the cost.
  public var year: Int?
  /// The cost net of value added tax.
  public var cost: Money
  /// The value added tax on it, or nothing where it is unknown.
  public var vat: Money?
  /// What the payer pays: the cost, and the value added tax that it does not recover or that is eligible.
  public var outlay: Money
  /// The value added tax in what is paid that the payer gets back.
  public var returned: Money
  /// The eligible part of it.
  public var eligible: Money
  /// The share of the eligible part that is granted at most.
  public var rate: Rate?
  /// The grant, or nothing where no rate is stated.
  public var grant: Money?
  /// What is left to the payer, ineligible parts included.
  public var own: Money? { grant.map { outlay - $0 } }
  /// Why the figures are what they are, in the order of the computation.
  public var because: [Because]

  /// The sums of this line alone.
  public var totals: Budget.Totals {
    Budget.Totals(cost: outlay, eligible: eligible, grant: grant, own: own)
  }
}

/// The indirect costs of one payer: a flat rate of some of its direct costs.
public struct IndirectLine: Hashable, Sendable {
  /// The partner that pays them; nothing means the city.
  public var partner: String?
  /// The direct costs that the flat rate is taken of.
  public var base: Money
  /// The flat rate.
  public var flatRate: Rate
  /// The indirect costs, eligible in full.
  public var amount: Money
  /// The share of them that is granted at most.
  public var rate: Rate?
  /// The grant, or nothing where no rate is stated.
  public var grant: Money?
  /// What is left to the payer.
  public var own: Money? { grant.map { amount - $0 } }
  /// Why the figures are what they are.
  public var because: [Because]
  /// Which lines of the budget make up the base, by position.
  public var baseLines: [Int]

  /// The sums of this line alone.
  public var totals: Budget.Totals {
    Budget.Totals(cost: amount, eligible: amount, grant: grant, own: own)
  }
}
