public import ParapetBudgeting
public import ParapetMatching
public import ParapetModel

/// Which items go together into which applications, what each brings and costs, and what is left.
///
/// An application is one operation with one budget, by the code that makes a budget; every cent of its grant belongs to a
/// cost of an item.
public struct Plan: Sendable {
  /// The day judged.
  public var asOf: Day
  /// The currency of every amount.
  public var currency: Currency
  /// The applications, by identifier; those to one opportunity by their first item.
  public var applications: [Application]
  /// What is not paid for, in the order of the portfolio.
  public var unfunded: [Unfunded]
  /// The sums over all applications.
  public var totals: Budget.Totals
  /// What they mean for the treasury.
  public var cash: Budget.Cash
  /// What is paid by whom in each year; the last has no year.
  public var years: [Year]
  /// The net costs that are paid for, by priority from 1 to 5.
  public var fundedByPriority: [Money]
  /// What the search can say of the plan.
  public var solver: SolverReport
  /// What would be at hand for the plan after the steps that are still to be done.
  public var waiting: [Waiting]
  /// Every check, each of which holds.
  public var checks: [PlanCheck.Kind]
  /// What the plan rests on without being sure of it.
  public var assumptions: [PlanAssumption]

  /// An application: an opportunity and the items that go into it.
  public struct Application: Sendable {
    /// The opportunity.
    public var offer: Offer
    /// The deadline that is aimed at; nothing where no date is known.
    public var deadline: Day?
    /// When the agreement is expected.
    public var agreement: Day
    /// The items, or parts of items, by name.
    public var parts: [Part]
    /// The costs of all parts with their grants.
    public var budget: Budget
    /// When the grant comes, as far as terms are known.
    public var payments: [Payment]
    /// By which terms they come.
    public var paymentTerms: PaymentTerms?
    /// Other grants for other costs of the same items: to be declared in the application.
    public var otherSupport: [OtherSupport]
    /// Tax of the city's own money that a fund of the state pays back later, year by year; what has no year comes last.
    public var taxReturns: [TaxReturn] = []
    /// Whether a programme of one state pays it, in that state's currency.
    public var isOfOneState = false
    /// A call of the programme that is open to an item with a last day, and of which it is not decided yet; by name.
    public var openCall: (name: String, until: Day)?

    /// The worst verdict of its parts.
    public var verdict: Verdict { parts.map(\.verdict).max() ?? .undecided }
    /// The items in it, each once.
    public var items: [String] {
      var seen: Set<String> = []
      return parts.map(\.item).filter { seen.insert($0).inserted }
    }
    /// The grant.
    public var grant: Money { budget.totals.grant ?? .zero(budget.currency) }
    /// What the city and its partners must find.
    public var own: Money { budget.cash.own ?? .zero(budget.currency) }
  }

  /// An item in an application, or the part of it that goes there.
  public struct Part: Sendable {
    /// The item.
    public var item: String
    /// The positions of its costs in the item, from 0; nothing where all go there, or it has a total only.
    public var lines: [Int]?
    /// The item with these costs, when they are worked on.
    var placed: Item
    /// Whether its work is put off, so that no cost is from before the application.
    public var isPostponed: Bool
    /// What was to be done first when the plan was made, and is taken as done where that was asked for.
    public var standing: Match.Standing
    /// How well it fits, in points.
    public var fit: Int
    /// Whether it is surely eligible.
    public var verdict: Verdict
    /// The criteria of its match that are open, where it is undecided.
    public var reasons: [Reason]
    /// How many lines of the application's budget are its own, in order.
    public var lineCount: Int
    /// Its net cost.
    public var net: Money
    /// What it costs, with the tax and the indirect costs that count.
    public var cost: Money
    /// What of it is eligible, indirect costs included.
    public var eligible: Money
    /// What it is granted.
    public var grant: Money
    /// What other support pays of it.
    public var support: Money
    /// What the city and its partners must find.
    public var own: Money
    /// The first day of its work; nothing where the city says none.
    public var from: Day? { placed.start }
    /// The last day of its work.
    public var until: Day? { placed.end }
    /// What would decide it, each fact once.
    public var questions: [Fact] { Set(reasons.flatMap(\.questions)).sorted() }
    /// Money of its lines by payer and year, grants after any cut; a line of the budget, indirect costs after the
    /// direct ones.
    public var cells: [Cell]
  }

  /// Money of a cost in a year.
  public struct Cell: Hashable, Sendable {
    /// The payer; nothing means the city.
    public var partner: String?
    /// The year, or nothing where nobody knows.
    public var year: Int?
    /// What is paid, tax that comes back aside.
    public var outlay: Money
    /// What is granted of it.
    public var grant: Money
    /// What other support pays of it.
    public var support: Money
    /// Whether it is works or equipment, and no current expense.
    public var isInvestment: Bool
  }

  /// A payment of a grant.
  public struct Payment: Hashable, Sendable {
    /// What kind of payment it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case advance, interim, balance
    }

    /// What kind of payment it is.
    public var kind: Kind
    /// When it is expected.
    public var day: Day
    /// How much it is.
    public var amount: Money
  }

  /// Tax that comes back in a later year.
  public struct TaxReturn: Hashable, Sendable {
    /// The year in which it comes, or nothing where that of the expense is unknown.
    public var year: Int?
    /// How much.
    public var amount: Money
  }

  /// Tax that comes back for all applications, year by year; what has no year comes last.
  public var taxReturns: [TaxReturn] {
    Dictionary(grouping: applications.flatMap(\.taxReturns), by: \.year)
      .map { TaxReturn(year: $0.key, amount: $0.value.reduce(.zero(currency)) { $0 + $1.amount }) }
      .sorted { ($0.year ?? .max) < ($1.year ?? .max) }
  }

  /// A grant for other costs of an item.
  public struct OtherSupport: Hashable, Sendable {
    /// The item.
    public var item: String
    /// The opportunity that pays for its other costs, by position among the applications.
    public var application: Int
    /// What it grants.
    public var grant: Money
  }

  /// An item, or a part of one, that is not paid for.
  public struct Unfunded: Hashable, Sendable {
    /// The item.
    public var item: String
    /// The positions of the costs that are not paid for; nothing where it is the whole item.
    public var lines: [Int]?
    /// Its net cost, or nothing where it is unknown.
    public var cost: Money?
    /// Why.
    public var because: [Reason]

    /// Why an item is not paid for.
    public enum Reason: Hashable, Sendable {
      /// Nothing that is open or announced pays for it.
      case nothingMatches
      /// What matches is undecided, and that is not assumed: how many wait for the same step.
      case undecided(Match.Standing, opportunities: Int)
      /// Nothing says that it serves what these instruments are for.
      case aimOpen(opportunities: Int)
      /// What is on its subject is announced, and no date is published.
      case announced(opportunities: Int)
      /// No deadline leaves the days that a proposal takes.
      case tooLate(days: Int)
      /// Its work would have to wait for longer than a year, since no cost from before an application is paid for.
      case mustWait
      /// What is open pays for other things, as far as is known, or breaks a rule that nobody verified.
      case implausible(opportunities: Int)
      /// Its cost is not known.
      case costUnknown
      /// No rate is stated for it.
      case noRate
      /// None of its costs is eligible where it could go.
      case noGrant
      /// Its costs have no year, and the city's own money is limited by year.
      case noYear
      /// Costs and grants are in two currencies.
      case otherCurrency(Currency, Currency)
      /// What it matches pays in another currency than the rest of the plan.
      case paidInOther(Currency)
      /// Its costs are more than can be counted.
      case tooLarge
      /// So many impose forms of work that the item does not say it is.
      case otherWork(opportunities: Int, [WorkDemand])
      /// It names partners in another state, and so many programmes are for the work of one alone.
      case jointWork(opportunities: Int)
      /// Partners in another state would be paid by one state's programme.
      case partnersAbroad(opportunities: Int)
      /// A partner lies in no country of the area of the programmes of cooperation.
      case outsideArea(opportunities: Int)
      /// This limit leaves no room for it, whatever else is left out: so much more would be needed at least.
      case tooSmallPurse(PlanConstraint, lacking: Money)
      /// These limits leave no room for it.
      case clash([PlanConstraint])
      /// It would take the place of these items.
      case outranked([String])
      /// The city sends in no more applications than these: one more would have to take the place of these items.
      case noApplicationLeft(most: Int, [String])
      /// It would take the place of nothing and cost more of the city's own money.
      case dearer
      /// The search ended before that was known.
      case notDecided
    }
  }

  /// Who pays what in a year.
  public struct Year: Hashable, Sendable {
    /// The year, or nothing for what has none.
    public var year: Int?
    /// What is spent.
    public var spent: Money
    /// What of it is granted, whenever that is paid.
    public var grant: Money
    /// What other support that is granted pays of it.
    public var support: Money
    /// What is left to partners.
    public var partners: Money
    /// What the city pays itself.
    public var own: Money
    /// What it can pay, or nothing where it says nothing of any year.
    public var limit: Money?
  }

  /// What the search can say of a plan.
  public struct SolverReport: Hashable, Sendable {
    /// Whether nothing better is possible.
    public var isProven: Bool
    /// How far the first goal that is not proven may be from the best, in hundredths of a percent, rounded up.
    public var gap: Int
    /// How many nodes of search trees were visited.
    public var nodes: Int
  }

  /// What waits for a step that nobody has done: the key to a larger plan.
  public struct Waiting: Hashable, Sendable {
    /// The step.
    public var standing: Match.Standing
    /// The items that wait for it with something that would pay for them.
    public var items: [String]
    /// The largest grant of each of these items among what waits, in all, whatever the limits leave room for.
    public var worth: Money
    /// What waits with the largest grant of each of these items, by name.
    public var opportunities: [String]
    /// What the city is asked there.
    public var facts: [Fact]
  }

  /// The known net costs of what is not paid for.
  public var left: Money {
    unfunded.reduce(.zero(currency)) { $0 + ($1.cost ?? .zero(currency)) }
  }

  /// The grants.
  public var grant: Money { totals.grant ?? .zero(currency) }

  /// Whether a call takes an application now without a last day, and nobody need be asked when.
  public func isOpenAtAnyTime(_ application: Application) -> Bool {
    application.deadline == nil && application.offer.opportunity.status(on: asOf) == .open
  }

  /// The grants of calls that one can send an application to; of the rest an authority is asked first.
  public var grantFromCalls: Money {
    applications.filter { $0.deadline != nil || isOpenAtAnyTime($0) }.reduce(.zero(currency)) {
      $0 + $1.grant
    }
  }

  /// The grants that come from beyond one state, in the currency of the plan whatever the city's own is.
  ///
  /// A programme of one state pays in that state's currency, and it is the state that converts what it declares to the
  /// Commission (Regulation (EU) 2021/1060, Art. 76, from memory); that the city bears nothing of it is our conclusion.
  public var grantsFromBeyond: Money {
    applications.filter { !$0.isOfOneState }.reduce(.zero(currency)) { $0 + $1.grant }
  }

  /// What the city and its partners must find.
  public var own: Money { cash.own ?? .zero(currency) }

  /// The net costs that are paid for.
  public var funded: Money { fundedByPriority.reduce(.zero(currency), +) }

  /// The items with something paid for.
  public var fundedItems: Set<String> { Set(applications.flatMap(\.items)) }
}

/// What a plan rests on without being sure of it.
public enum PlanAssumption: Hashable, Sendable {
  /// The city states no limit for its own money.
  case noCapacity
  /// The city says nothing of a year, and other years are limited: nothing is taken from it.
  case yearNotStated(Int)
  /// The city's costs and limits are converted into the currency of the grants.
  case converted(Conversion)
  /// A total without years is spread over the months of its item.
  case spread(item: String)
  /// An item without priority comes last.
  case noPriority(item: String)
  /// Work is put off until its application is in.
  case postponed(item: String, application: Int, Day)
  /// Work begins after the application and before the day on which its agreement is expected: at the city's own risk.
  case beforeAgreement(item: String, application: Int, Day)
  /// An undecided match is taken as if it were eligible.
  case undecided(item: String, application: Int)
  /// What is paid for on one subject alone is sent by what the item's words say; nobody has said that it is on it.
  case subjectByWords(item: String, application: Int)
  /// The smallest grant of an opportunity is of a grade that excludes nobody, and was kept to.
  case unverifiedFloor(application: Int)
  /// An item is put off until the first year of which the city states its own money.
  case awaitsOwnMoney(item: String, Day)
  /// A partner would have to pay more in a year than it has promised.
  case beyondPromise(partner: String, year: Int, promised: Money, asked: Money)
  /// Sources differ on the deadline of an opportunity: that which is counted on, and the other.
  case otherDeadline(application: Int, counted: Day, other: Day)
  /// A programme has an area, and the region of a partner is not stated.
  case regionNotStated(partner: String, application: Int)
  /// No date is known by which to apply, and payments are counted from the day judged.
  case noDeadline(application: Int)
  /// The shares and days of payment rest on a grade that is no official word.
  case payments(application: Int)
}
